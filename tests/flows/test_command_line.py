"""What a user types and what it says."""

import json
import subprocess
import sys

import pytest

from flows.cli import COMMANDS
from tests.flows.conftest import LATER, ROOT, in_a_process, write_articles

HEAVY = ("prefect", "great_expectations", "spacy", "pandas", "pyarrow", "rich", "trafilatura", "dateparser", "pydantic")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_says_what_a_command_does_and_shows_an_example(dateline, command):
    output = dateline(*filter(None, [command]), "--help")

    assert output.code == 0
    assert output.out.startswith("Usage: dateline")
    assert "dateline" in output.out.partition("Example")[2] or command in {"", "config"}


@pytest.mark.parametrize(
    "arguments", [["--help"], ["run", "--help"], ["query", "--store", "STORE", "SELECT count(*) FROM event"]]
)
def test_help_and_query_import_nothing_heavy(published, arguments):
    script = (
        "import sys; from flows.cli import carry_out; code = carry_out(sys.argv[1:]);"
        " print(code, *sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    arguments = [str(published) if argument == "STORE" else argument for argument in arguments]

    output = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, cwd=ROOT, check=True
    )

    code, *modules = output.stderr.split()
    assert code == "0", output.stderr
    assert set(HEAVY) & set(modules) == set()


def test_direct_runs_import_no_prefect(articles, tmp_path):
    script = "import sys; from flows.cli import carry_out; print(carry_out(sys.argv[1:]), 'prefect' in sys.modules)"

    output = subprocess.run(
        [sys.executable, "-c", script, "run", "--direct", articles, "--store", tmp_path / "s", "--quiet", "--workers", "1"],
        capture_output=True, text=True, cwd=ROOT, check=True,
    )  # fmt: skip

    assert (output.stdout, output.stderr) == ("0 False\n", "")


@pytest.mark.parametrize(
    ("arguments", "code", "output"),
    [
        (["runn"], 2, "there is no command 'runn'; did you mean run?"),
        (["run", "--nonsense"], 2, "No such option"),
        (["timeline", "--from", "May"], 2, "'May' is not a date: write 2024, 2024-03 or 2024-03-09"),
        (["timeline", "--from", "2024-02-31"], 2, "'2024-02-31' is not a date"),
        (["run", "--workers", "-3", "x"], 1, "--workers: run.workers is -3, it must be at least 0 and at most 256"),
        (["run"], 1, "nothing to read: name a SOURCE, or add a [[source]] to dateline.toml"),
        (["timeline", "--store", "nowhere"], 1, "nowhere: nothing is published yet"),
        (["query"], 2, "say what to ask"),
        (["query", "--store", "STORE", "one-spaeker"], 1, "did you mean one-speaker?"),
        (["query", "--store", "STORE", "SELECT nonsense FROM event"], 1, "nonsense"),
        (["query", "--store", "STORE", "COPY event TO 'x.csv'"], 1, "disabled"),
        (["query", "--store", "STORE", "SELECT * FROM read_text('/etc/passwd')"], 1, "disabled"),
        (["query", "--store", "STORE", "DELETE FROM event"], 1, "read-only"),
        (["explain", "--store", "STORE", "zzz"], 1, "nothing published has an id that begins with 'zzz'"),
        (["versions", "--store", "nowhere"], 1, "nothing is published yet"),
        (["rollback", "--store", "STORE"], 1, "no version before 1 is kept"),
        (["rollback", "7", "--store", "STORE"], 1, "version 7 is not kept (kept: 1)"),
        (["forget", "nothing-like-it", "--store", "STORE"], 1, "no article has the id 'nothing-like-it'"),
        (["run", "--config", "gone.toml", "x"], 1, "no configuration file gone.toml"),
    ],
)
def test_a_mistake_is_told_in_one_line_with_its_exit_code(dateline, store, arguments, code, output):
    said = dateline(*[store if argument == "STORE" else argument for argument in arguments])

    assert (said.code, said.out) == (code, "")
    assert said.err.startswith("dateline: ")
    assert output in said.err
    assert len(said.err.strip().splitlines()) == 1 or "LINE" in said.err


def test_settings_are_shown_with_their_origin(dateline, tmp_path):
    (tmp_path / "dateline.toml").write_text("[run]\nworkers = 3\n", encoding="utf-8")

    output = dateline("config", "show", "--format", "json", "--store", "s")

    rows = {row["setting"]: (row["value"], row["from"]) for row in json.loads(output.out)}
    assert rows["run.workers"] == (3, "dateline.toml:2")
    assert rows["store"] == ("s", "flag")
    assert rows["run.engine"] == ("prefect", "default")


def test_the_timeline_is_the_same_in_every_form_and_for_the_exports(dateline, published, tmp_path):
    shown = json.loads(dateline("timeline", "--store", published, "--format", "json", "--from", "2024-05").out)
    plain = dateline("timeline", "--store", published, "--from", "2024-05").out
    written = tmp_path / "events.json"
    said = dateline("export", "--store", published, "--format", "json", "--output", written, "--from", "2024-05")

    assert len(shown) >= 3
    assert [event["event_id"] for event in shown] == [line.split()[0] for line in plain.splitlines()[2:]]
    assert json.loads(written.read_text(encoding="utf-8")) == shown
    assert said.err == f"{len(shown)} events in {written}\n"


def test_explain_leads_from_an_event_to_the_words_and_the_rule(dateline, published):
    (event,) = [
        event
        for event in json.loads(dateline("timeline", "--store", published, "--format", "json").out)
        if event["told_in"][0]["trigger"] == "resigned"
    ]

    output = dateline("explain", event["event_id"][:9], "--store", published).out

    assert "“June 1, 2024”" in output
    assert "rule" in output
    assert "1 June 2024 (EDTF 2024-06-01, precision day)" in output
    assert "on the timeline of version 1" in output


def test_explain_reads_a_sentence_without_a_store(dateline):
    output = dateline("explain", "The court ruled on Friday.", "--published", "2025-01-13").out

    assert "reckoned from 2025-01-13" in output
    assert "10 January 2025" in output


def test_annotate_writes_a_line_for_each_article_and_joins_them(dateline, articles):
    output = dateline("annotate", articles / "news.jsonl", "--workers", "1")

    records = [json.loads(line) for line in output.out.splitlines()]
    assert [record["article"] for record in records] == ["bridge-opens", "bridge-closed", "mayor-resigns"]
    assert {"2024-06-01"} == {time["value"] for time in records[2]["times"] if time["text"].startswith("June 1,")}
    assert any(event["event"] for record in records for event in record["events"])


def test_annotate_without_a_publication_date_resolves_nothing(dateline, tmp_path):
    (tmp_path / "a.txt").write_text("The bridge was opened on Monday.", encoding="utf-8")

    undated = json.loads(dateline("annotate", "a.txt", "--language", "en", "--only", "times").out)
    dated = json.loads(
        dateline("annotate", "a.txt", "--language", "en", "--only", "times", "--published", "2024-05-14").out
    )

    assert (undated["published"], undated["times"][0]["interval"]) == (None, [None, None])
    assert (dated["published"], dated["times"][0]["value"]) == ("2024-05-14", "2024-05-13")


def test_rollback_stays_until_publish(dateline, store, articles, tmp_path):
    more = write_articles(tmp_path / "more.jsonl", [LATER])
    ran = json.loads(dateline("run", "--direct", more, "--store", store, "--json").out)
    assert ran["published"]["version"] == 2

    assert "version 1 is published again" in dateline("rollback", "--store", store).err
    held = json.loads(dateline("run", "--direct", more, "--store", store, "--json").out)
    assert held["published"]["version"] == 1
    assert any("a rollback holds" in warning for warning in held["warnings"])

    assert dateline("publish", "--store", store).code == 0
    versions = json.loads(dateline("versions", "--store", store, "--format", "json").out)
    assert [v["version"] for v in versions if v["current"]] == [max(v["version"] for v in versions)]
    assert "elect" in dateline("timeline", "--store", store, "--text", "elected").out.lower()


def test_a_forgotten_article_is_gone_and_does_not_come_back(dateline, store, articles):
    assert "mayor-resigns is forgotten" in dateline("forget", "mayor-res", "--store", store).err

    again = json.loads(dateline("run", "--direct", articles, "--store", store, "--json").out)

    assert again["published"]
    assert "resigned" not in dateline("timeline", "--store", store, "--all").out
    assert not any(b"Greta Falk resigned" in file.read_bytes() for file in store.rglob("*") if file.is_file())


def test_status_shows_runs_sources_and_what_was_refused(dateline, store, articles, tmp_path):
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "x", "text": \n', encoding="utf-8")
    dateline("run", "--direct", articles, bad, "--store", store, "--quiet")

    output = dateline("status", "--store", store)

    assert "version 1" in output.out
    assert "North Post" in output.out
    assert "bad.jsonl#1" in output.out
    found = json.loads(dateline("status", "--store", store, "--json").out)
    assert [run["status"] for run in found["runs"]] == ["unchanged", "published"]


def test_a_second_writer_is_refused_and_told_who_holds_the_store(dateline, store, articles):
    script = (
        "import sys, time; from pathlib import Path; from warehouse.storage.connect import hold; from warehouse.storage.store import Store\n"
        "with hold(Store(Path(sys.argv[1])), 'dateline run elsewhere'):\n    print('held', flush=True)\n    time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", script, store], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        assert holder.stdout.readline() == "held\n"

        output = dateline("run", "--direct", articles, "--store", store)
    finally:
        holder.kill()
        holder.wait()

    assert output.code == 1
    assert f"process {holder.pid} " in output.err
    assert "dateline run elsewhere" in output.err


def test_a_closed_pipe_is_no_error(published):
    command = f"{sys.executable} -m flows.cli timeline --store {published} --format jsonl | head -c 1; echo ${{PIPESTATUS[0]}}"

    output = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=True)

    assert (output.stdout, output.stderr) == ("{0\n", "")


def test_the_command_runs_as_a_process(tmp_path):
    output = in_a_process("run", "gone.txt", "--direct", "--store", tmp_path / "s")

    assert output.returncode == 1
    assert output.stderr.startswith("dateline: nothing could be read, 1 refused: gone.txt")
    assert "Traceback" not in output.stderr


def test_the_reference_page_is_up_to_date():
    from flows.cli.reference import reference_page

    assert (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8") == reference_page()
