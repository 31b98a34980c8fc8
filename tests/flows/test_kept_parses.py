"""The kept parses of a store: nothing is parsed twice, and whatever happens to the file, the answers are the same."""

import sqlite3
from pathlib import Path

import duckdb
import pytest

import flows.stages.annotate
from flows.direct import rebuild_direct, run_direct
from flows.settings import Settings
from flows.settings.load import configure
from tests.flows.conftest import LATER, write_articles
from transforms.annotate import annotation_version
from transforms.language.spacy_model import SpacyModel
from warehouse.storage.kept_parses import KeptParses, parses_damage
from warehouse.storage.store import Store


@pytest.fixture
def parsed(monkeypatch) -> list[str]:
    """The texts that are parsed from here on."""
    texts: list[str] = []
    parse = SpacyModel.parse

    def counted(model, given):
        given = list(given)
        texts.extend(text for text in given if text != flows.stages.annotate.WARMING_UP)
        return parse(model, given)

    monkeypatch.setattr(SpacyModel, "parse", counted)
    return texts


def settings_of(store: Path, **other: object) -> Settings:
    chosen = {"store": store, "quiet": True, "run.workers": 1, **other}
    return configure({}, chosen).settings


@pytest.fixture
def settings(store) -> Settings:
    return settings_of(store)


@pytest.fixture
def other_rules(monkeypatch) -> None:
    """As if one rule of events had changed."""
    monkeypatch.setattr(
        flows.stages.annotate, "annotation_version", lambda *a, **k: "other" + annotation_version(*a, **k)
    )


def digest(store: Path) -> tuple[object, ...]:
    with duckdb.connect(str(store / "timeline.duckdb"), read_only=True) as con:
        return con.execute("SELECT version, digest FROM publication ORDER BY version DESC").fetchall()[0]


def test_other_rules_parse_nothing_and_what_comes_out_the_same_stays(settings, parsed, other_rules):
    before = digest(settings.store)

    receipt = rebuild_direct(settings)

    assert parsed == []
    assert receipt.published.unchanged
    assert digest(settings.store) == before


def test_only_what_is_new_is_parsed(settings, parsed, tmp_path):
    run_direct(settings, (str(write_articles(tmp_path / "later.jsonl", [LATER])),))

    assert parsed == [LATER["text"]]


def test_everything_anew_from_kept_parses_is_as_it_was(settings, parsed):
    before = digest(settings.store)

    rebuild_direct(settings)  # no rule has changed, so this is a repair

    assert parsed == []
    assert digest(settings.store) == before


def test_another_model_drops_what_the_first_one_made(store):
    file = Store(store).parses
    kept = KeptParses(file, "another model")
    assert kept.of({"bridge": "The new bridge in Lindholm was opened on Monday."}) == {}
    kept.close()

    with sqlite3.connect(file) as con:
        assert con.execute("SELECT count(*) FROM parse").fetchone() == (0,)


def overwritten(file: Path) -> None:
    file.write_bytes(b"no database at all" * 5_000)


def torn(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5_000])


def one_bit(file: Path) -> None:
    with sqlite3.connect(file) as con:
        (content,) = con.execute("SELECT content FROM parse ORDER BY text_sha256").fetchone()
        spoilt = bytes([*content[:40], content[40] ^ 1, *content[41:]])
        con.execute("UPDATE parse SET content = ? WHERE content = ?", [spoilt, content])
    con.close()


@pytest.mark.parametrize(("way", "lost"), [(overwritten, 3), (torn, 3), (one_bit, 1)])
def test_what_is_damaged_is_dropped_and_made_anew_and_said_in_a_line(settings, parsed, other_rules, way, lost):
    before, file = digest(settings.store), Store(settings.store).parses
    way(file)
    assert parses_damage(file)

    receipt = rebuild_direct(settings)

    (said,) = [line for line in receipt.warnings if file.name in line]
    assert "damaged" in said
    assert "\n" not in said
    assert len(parsed) == lost
    assert digest(settings.store) == before
    assert parses_damage(file) is None


def test_where_nothing_can_be_kept_the_run_goes_on(settings, parsed, other_rules, monkeypatch):
    before = digest(settings.store)
    file = Store(settings.store).parses
    file.unlink()
    file.mkdir()

    receipt = rebuild_direct(settings)

    (said,) = [line for line in receipt.warnings if file.name in line]
    assert "keeps no parse" in said
    assert len(parsed) == 3
    assert digest(settings.store) == before


def test_a_full_disk_costs_the_kept_parses_alone(tmp_path, monkeypatch):
    kept = KeptParses(tmp_path / "parses.sqlite", "a model")
    kept._con.execute("PRAGMA max_page_count = 6")

    kept.keep({f"text {n}": bytes(4_000) for n in range(20)})
    kept.keep({"more": b""})

    assert len(kept.notes) == 1
    assert "full" in kept.notes[0]
    assert kept.of({"a": "text 1"}) == {}


def test_switched_off_nothing_is_kept(settings, parsed, other_rules):
    before = digest(settings.store)

    rebuild_direct(settings_of(settings.store, **{"annotate.keep_parse": False}))

    assert len(parsed) == 3
    assert not Store(settings.store).parses.exists()
    assert digest(settings.store) == before


def test_forgetting_reaches_the_kept_parse(store, dateline):
    file = Store(store).parses
    assert b"inspection" in file.read_bytes() or b"open" in file.read_bytes()

    said = dateline("forget", "bridge-opens", "--store", store)

    assert said.code == 0, said.err
    with sqlite3.connect(file) as con:
        assert con.execute("SELECT count(*) FROM parse").fetchone() == (2,)


def test_a_backup_brings_the_parses_and_doctor_looks_at_them(store, dateline, tmp_path):
    assert dateline("backup", tmp_path / "copy", "--store", store).code == 0
    assert parses_damage(Store(tmp_path / "copy").parses) is None

    overwritten(Store(store).parses)
    said = dateline("doctor", "--store", store)

    assert said.code == 1
    assert "parses.sqlite" in said.err
