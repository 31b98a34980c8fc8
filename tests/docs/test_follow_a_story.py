"""The page about following a story, from a feed on this machine to the mail."""

import json
import sys
import threading
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.conftest import run_dateline
from tests.docs.test_how_to import indented

PAGE = "follow-a-story.md"
ENTRIES = {
    "ferry-1": (
        "Fire on the ferry Aurelia",
        "2025-03-09",
        (
            "A fire broke out on the ferry Aurelia off Marlow on Saturday. The coastguard rescued 40 passengers from the ferry. The"
            " fire began on the car deck of the Aurelia, captain Ida Renn said."
        ),
    ),
    "ferry-2": (
        "Marlow ferry fire: search for the missing",
        "2025-03-10",
        (
            "Divers found two bodies on the ferry Aurelia on Sunday, a day after the fire off Marlow. The coastguard searched the car"
            " deck of the ferry. Captain Ida Renn was questioned by the police in Marlow."
        ),
    ),
    "bread": (
        "Bakers turn to rye",
        "2025-03-10",
        "Bakers in Lund opened a school for rye bread on Sunday. Caraway sells better than ever, the guild said.",
    ),
}
LATER = {
    "ferry-3": (
        "Captain of the ferry Aurelia arrested",
        "2025-03-12",
        (
            "Police arrested captain Ida Renn in Marlow on Tuesday. The fire on the ferry Aurelia killed two passengers on the car"
            " deck, the coastguard said."
        ),
    )
}


def feed(entries: dict[str, tuple[str, str, str]]) -> str:
    items = "".join(
        f"<entry><id>tag:paper.example,2025:{name}</id><title>{escape(title)}</title><updated>{day}T08:00:00Z</updated>"
        f"<published>{day}T08:00:00Z</published><link href='https://paper.example/{name}'/>"
        f"<content type='html'>{escape(f'<p>{text}</p>')}</content></entry>"
        for name, (title, day, text) in entries.items()
    )
    return (
        "<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'>"
        f"<id>tag:paper.example,2025:feed</id><title>Harbour Post</title><updated>2025-03-12T08:00:00Z</updated>{items}</feed>"
    )


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(tmp_path):
    served = tmp_path / "served"
    served.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(served)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/feed.xml", served / "feed.xml"
    server.shutdown()
    server.server_close()


def test_from_a_feed_to_a_mail_with_what_is_new(tmp_path, address):
    url, file = address
    mails = tmp_path / "mails"
    mails.mkdir()
    sendmail = tmp_path / "sendmail"
    sendmail.write_text(f"#!/bin/sh\ncat > {mails}/$$\n", encoding="utf-8")
    sendmail.chmod(0o755)
    settings = indented(PAGE, "store = ") + "\n" + indented(PAGE, "[story]")
    settings = settings.replace("https://paper.example/feed.xml", url).replace("python3", sys.executable)
    settings += "\n[fetch]\nallow_private = true\nobey_robots = false\nhost_pause_seconds = 0.0\n"
    (tmp_path / "dateline.toml").write_text(settings, encoding="utf-8")
    program = indented(PAGE, "import json").replace("/usr/sbin/sendmail", str(sendmail))
    (tmp_path / "mail_me").write_text(program, encoding="utf-8")

    file.write_text(feed(ENTRIES), encoding="utf-8")
    first = run_dateline("run", "--direct", cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    assert "stories     1: 1 new, 0 grown, 0 merged" in first.stdout
    (mail,) = mails.iterdir()
    assert "Aurelia" in mail.read_text(encoding="utf-8") or "Marlow" in mail.read_text(encoding="utf-8")
    assert "rye" not in mail.read_text(encoding="utf-8")
    mail.unlink()

    unchanged = run_dateline("run", "--direct", cwd=tmp_path)
    assert unchanged.returncode == 0
    assert list(mails.iterdir()) == []

    file.write_text(feed({**ENTRIES, **LATER}), encoding="utf-8")
    second = run_dateline("run", "--direct", cwd=tmp_path)
    assert "stories     1: 0 new, 1 grown, 0 merged" in second.stdout, second.stderr
    (mail,) = mails.iterdir()
    new = [line for line in mail.read_text(encoding="utf-8").splitlines() if line.startswith("2025-")]
    assert new
    assert all(line.startswith("2025-03-11") for line in new)

    listed = json.loads(run_dateline("stories", "--text", "ferry fire", "--format", "json", cwd=tmp_path).stdout)
    (story,) = listed if isinstance(listed, list) else [listed]
    assert story["articles"] == 3
    for command in ("timeline", "digest"):
        shown = run_dateline(command, "--story", story["story_id"][:8], cwd=tmp_path)
        assert shown.returncode == 0, shown.stderr
        assert "rye" not in shown.stdout
    explained = run_dateline("explain", story["story_id"], cwd=tmp_path)
    assert "aurelia" in explained.stdout
    differing = run_dateline("diff", "1", "2", cwd=tmp_path)
    assert "grown from 2 to 3 articles" in differing.stdout


def test_a_command_that_cannot_be_run_is_a_warning_and_nothing_of_an_article_is_run(tmp_path, address):
    url, file = address
    title, day, text = ENTRIES["ferry-1"]
    hostile = {**ENTRIES, "ferry-1": (f"{title}; touch {tmp_path}/touched $(touch {tmp_path}/touched)", day, text)}
    file.write_text(feed(hostile), encoding="utf-8")
    (tmp_path / "dateline.toml").write_text(
        '[story]\nwatch = ["ferry"]\nnotify_command = "no-such-command --title"\n'
        "[fetch]\nallow_private = true\nobey_robots = false\nhost_pause_seconds = 0.0\n",
        encoding="utf-8",
    )

    done = run_dateline("run", url, "--direct", "--store", "news", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "story.notify_command could not be run" in done.stdout
    assert not (tmp_path / "touched").exists()
