"""What a run does with what it is given, and what a second run costs."""

import json
import os
import shutil

import pytest

from tests.flows.conftest import ARTICLES, LATER, write_articles


def files(store) -> dict[str, tuple[int, int]]:
    """What is published and made for people, with times of change and inodes."""
    kept = ["timeline.duckdb", "site/index.html", "reports/quality.html"]
    found = {name: (store / name).stat() for name in kept}
    return {name: (state.st_mtime_ns, state.st_ino) for name, state in found.items()}


def test_the_receipt_has_the_documented_keys(dateline, articles, tmp_path):
    receipt = json.loads(dateline("run", "--direct", articles, "--store", tmp_path / "s", "--json").out)

    assert {"run", "articles", "languages", "time_expressions", "event_mentions", "events", "dated", "checks"} <= set(
        receipt
    )
    assert receipt["articles"] == {"seen": 3, "new": 3, "changed": 0, "unchanged": 0, "quarantined": 0}
    assert receipt["languages"] == {"en": 3}
    assert set(receipt["checks"]) == {"passed", "warned", "failed", "failures"}
    assert set(receipt["published"]) == {"version", "events", "path", "unchanged"}
    assert {"ingest", "annotate", "check", "publish"} <= set(receipt["seconds"])
    assert (tmp_path / "s/reports/quality.html").samefile(receipt["report"])
    assert (tmp_path / "s/site/index.html").samefile(receipt["page"])


def test_a_second_run_finds_all_unchanged_and_builds_nothing(dateline, store, articles, monkeypatch):
    import flows.stages.candidate

    monkeypatch.setattr(flows.stages.candidate, "build", lambda *_: pytest.fail("it was built again"))
    before = files(store)

    receipt = json.loads(dateline("run", "--direct", articles, "--store", store, "--json").out)

    assert receipt["articles"] == {"seen": 3, "new": 0, "changed": 0, "unchanged": 3, "quarantined": 0}
    assert (receipt["published"]["version"], receipt["published"]["unchanged"]) == (1, True)
    assert not {"check", "publish", "page"} & set(receipt["seconds"])
    assert files(store) == before
    assert sorted(path.name for path in (store / "versions").iterdir()) == ["1.duckdb"]


def test_a_corrected_publication_date_dates_again_what_hung_on_it(dateline, store, tmp_path):
    corrected = write_articles(tmp_path / "news.jsonl", [{**ARTICLES[0], "published": "2024-05-21"}])

    receipt = json.loads(dateline("run", "--direct", corrected, "--store", store, "--json").out)

    assert (receipt["articles"]["changed"], receipt["published"]["version"]) == (1, 2)
    (event,) = json.loads(dateline("timeline", "--store", store, "--text", "opened", "--format", "json").out)
    assert event["edtf"] == "2024-05-20"
    assert "2024-05-13" in dateline("diff", "1", "2", "--store", store).out


def test_an_article_without_a_date_gets_no_day(dateline, tmp_path):
    undated = {key: value for key, value in ARTICLES[0].items() if key != "published"}
    source = write_articles(tmp_path / "undated.jsonl", [undated])

    dateline("run", "--direct", source, "--store", tmp_path / "s", "--quiet")

    shown = json.loads(dateline("timeline", "--all", "--store", tmp_path / "s", "--format", "json").out)
    assert {event["edtf"] for event in shown if event["precision"] == "day"} == set()


def test_an_article_in_another_language_is_read_and_the_receipt_says_what_is_missing(dateline, tmp_path):
    source = write_articles(
        tmp_path / "a.jsonl",
        [
            *ARTICLES[:1],
            {"id": "de", "language": "fi", "published": "2024-05-14", "text": "Silta avattiin maanantaina."},
        ],
    )

    receipt = json.loads(dateline("run", "--direct", source, "--store", tmp_path / "s", "--json").out)

    assert receipt["languages"] == {"en": 1, "fi": 1}
    assert any("'fi'" in warning and "no rules for events" in warning for warning in receipt["warnings"])


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n ",
    "binary.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "wrong-encoding.txt": "Der Präsident trat am Montag zurück, sagte Größe.".encode("utf-16-le")[1:],
    "latin.txt": "The café in Lindholm was closed on Monday, the owner André Müller said.".encode("latin-1"),
    "truncated.html": b"<html><head><title>Cut</title></head><body><article><p>The bridge was clo",
    "rows.csv": b"path,published\nmissing.txt,2024-05-01\nlatin.txt,the day after\n,\n",
    "lines.jsonl": b'{"id": "good", "text": "A bridge fell on May 3, 2024.", "published": "2024-05-04", "language": "en"}\n'
    b'{"id": "cut", "text": "A bri\n[1, 2]\n"word"\n{"id": "no text"}\n',
    "twice.jsonl": b'{"id": "same", "text": "One text.", "language": "en"}\n{"id": "same", "text": "Other.", "language": "en"}\n',
    "undated.txt": b"Nobody knows when the bridge in Lindholm was built, or by whom, the mayor said.",
    "babble.txt": "ʘ ǀ ǃ ǂ ᛒᚱᛁᛞᚷᛖ ".encode() * 40,
}


def test_bad_input_costs_nothing_but_itself(dateline, tmp_path):
    folder, store = tmp_path / "in", tmp_path / "s"
    folder.mkdir()
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    (folder / "enormous.txt").write_bytes(b"The bridge fell. " * 80_000)
    (tmp_path / "dateline.toml").write_text("[read]\nmax_megabytes = 1\n", encoding="utf-8")

    said = dateline("run", "--direct", folder, "gone.html", "--store", store, "--json")

    assert said.code == 0, said.err
    receipt = json.loads(said.out)
    assert receipt["published"]["version"] == 1
    assert "Bridge falls" in dateline("timeline", "--store", store, "--from", "2024-05").out
    found = json.loads(dateline("status", "--store", store, "--json").out)["quarantine"]
    reasons = {(row["location"].rpartition("/")[2], row["reason_code"]) for row in found}
    assert reasons >= {
        ("empty.txt", "empty"),
        ("binary.html", "binary"),
        ("enormous.txt", "too_large"),
        ("missing.txt", "missing_file"),
        ("gone.html", "missing_file"),
        ("lines.jsonl#2", "malformed_json"),
        ("same", "id_collision"),
    }
    assert all(row["remedy"] for row in found)
    assert receipt["articles"]["quarantined"] >= len(reasons) - 3


def test_where_nothing_can_be_read_it_is_an_error_and_the_good_timeline_stays(dateline, store, tmp_path):
    before = (store / "timeline.duckdb").read_bytes()
    (tmp_path / "nothing.txt").write_bytes(b"")

    said = dateline("run", "--direct", tmp_path / "nothing.txt", "--store", store)

    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("dateline: nothing could be read, 1 refused: ")
    assert (store / "timeline.duckdb").read_bytes() == before


def test_a_closed_gate_is_exit_3_and_keeps_the_candidate(dateline, store, articles, tmp_path):
    from warehouse.storage.store import Store
    from warehouse.writer import open_writer

    with open_writer(Store(store)) as con:
        con.execute("UPDATE core.article SET text_kind = 'gossip' WHERE article_id = 'bridge-opens'")
    before = (store / "timeline.duckdb").read_bytes()
    more = write_articles(tmp_path / "more.jsonl", [LATER])

    said = dateline("run", "--direct", more, "--store", store)

    assert said.code == 3
    assert "article_kind_is_known" in said.err
    assert "nothing: the gate is closed" in said.out
    assert (store / "timeline.duckdb").read_bytes() == before
    assert (store / "candidate.duckdb").exists()
    assert dateline("check", "--store", store).code == 3
    assert dateline("publish", "--store", store).code == 3
    assert "article_kind_is_known" in dateline("status", "--store", store).out


def test_a_bad_rule_file_is_one_line_with_file_and_line(tmp_path):
    """In a copy of the packages, since rules are no setting."""
    import subprocess
    import sys

    from tests.flows.conftest import ROOT

    environment = {k: v for k, v in os.environ.items() if k != "PYTHONSAFEPATH"} | {"PYTHONPATH": str(tmp_path)}
    for package in ("flows", "transforms", "expectations", "warehouse"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    broken = sorted((tmp_path / "transforms/rules/en/times").glob("*.toml"))[0]
    broken.write_text(broken.read_text(encoding="utf-8") + "\n[[rule]]\nnonsense = 1\n", encoding="utf-8")
    source = write_articles(tmp_path / "a.jsonl", ARTICLES[:1])

    receipt = subprocess.run(
        [sys.executable, "-m", "flows.cli", "run", "--direct", source, "--store", tmp_path / "s"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (receipt.returncode, receipt.stdout) == (1, "")
    assert f"{broken.name}:" in receipt.stderr
    assert len(receipt.stderr.strip().splitlines()) == 1


def test_a_full_disk_is_one_line_and_nothing_is_lost(dateline, store, articles, tmp_path, monkeypatch):
    import errno

    import flows.stages.release

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(flows.stages.release, "publish", full)
    before = (store / "timeline.duckdb").read_bytes()
    more = write_articles(tmp_path / "more.jsonl", [LATER])

    said = dateline("run", "--direct", more, "--store", store)
    monkeypatch.undo()

    assert said.code == 1
    assert said.err.startswith("dateline: the disk is full")
    assert (store / "timeline.duckdb").read_bytes() == before
    again = json.loads(dateline("run", "--direct", more, "--store", store, "--json").out)
    assert again["published"]["version"] == 2


def test_a_store_of_a_newer_version_is_left_alone(dateline, store, articles):
    from warehouse.storage.store import Store
    from warehouse.writer import open_writer

    with open_writer(Store(store)) as con:
        con.execute("INSERT INTO migration VALUES (9999, 'from the future')")

    said = dateline("run", "--direct", articles, "--store", store)

    assert (said.code, said.out) == (1, "")
    assert "newer dateline" in said.err


def test_sources_come_from_the_settings_where_none_is_named(dateline, tmp_path):
    (tmp_path / "in").mkdir()
    write_articles(tmp_path / "in/a.jsonl", [{k: v for k, v in ARTICLES[0].items() if k not in ("site", "language")}])
    (tmp_path / "dateline.toml").write_text(
        'store = "kept"\n[[source]]\nlocation = "in"\nsite = "North Post"\nlanguage = "en"\n', encoding="utf-8"
    )

    receipt = json.loads(dateline("run", "--direct", "--json").out)

    assert receipt["articles"]["new"] == 1
    assert (tmp_path / "kept/timeline.duckdb").exists()
    assert "North Post" in dateline("timeline").out


def test_the_demo_runs_offline_and_ends_with_what_to_type_next(dateline, tmp_path):
    said = dateline("demo", "--direct")

    assert said.code == 0, said.err
    assert "published   version 1" in said.out
    assert "dateline timeline --store dateline-demo" in said.out
    query = said.out.strip().splitlines()[-1].strip()
    assert query.startswith("dateline query --store dateline-demo")
    assert (tmp_path / "dateline-demo/site/index.html").exists()


def test_fetched_bytes_are_kept_as_long_as_the_settings_say(tmp_path):
    from datetime import UTC, datetime, timedelta

    from flows.pipeline import drop_old_bytes
    from warehouse.storage.store import Store
    from warehouse.writer import open_writer

    now = datetime(2024, 6, 30, tzinfo=UTC)
    with open_writer(Store(tmp_path)) as con:
        for age in (1, 8):
            con.execute(
                "INSERT INTO raw.snapshot (snapshot_sha256, uri, fetched_at, size_bytes, content, run_id)"
                " VALUES (?, 'https://a.example/', ?, 3, 'abc'::BLOB, 'r')",
                [str(age), (now - timedelta(days=age)).replace(tzinfo=None)],
            )

        drop_old_bytes(con, 0, now)
        all_kept = con.execute("SELECT count(content) FROM raw.snapshot").fetchone()
        drop_old_bytes(con, 7, now)
        kept = con.execute("SELECT snapshot_sha256 FROM raw.snapshot WHERE content IS NOT NULL").fetchall()

    assert (all_kept, kept) == ((2,), [("1",)])
