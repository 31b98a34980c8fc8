"""Each export of the demo holds what `timeline` shows, and is read back by a real consumer of its format."""

import csv
import json
import re
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from geojson_pydantic import FeatureCollection
from icalendar import Calendar
from markdown_it import MarkdownIt

from flows.outputs.exports import write_export
from tests.conftest import run_dateline
from warehouse.access.filters import Filters
from warehouse.access.timeline import find_events
from warehouse.storage.connect import open_reader
from warehouse.storage.store import Store

FILTERS = {
    "everything": Filters(),
    "march": Filters(begin=date(2023, 3, 1), end=date(2023, 3, 31)),
    "with what was left out": Filters(left_out=True),
    "by text": Filters(text=("ferry",)),
}


def exported(store: Path, form: str, folder: Path, filters: Filters = FILTERS["everything"]) -> Path:
    path = folder / f"out.{form}"
    with open_reader(Store(store)) as con:
        write_export(con, filters, form, path, "The demo")
    return path


def listed(store: Path, filters: Filters = FILTERS["everything"]) -> list[dict[str, object]]:
    """What `dateline timeline` shows."""
    with open_reader(Store(store)) as con:
        return [json.loads(json.dumps(row, default=str)) for row in find_events(con, filters)]


def ids(rows: list[dict[str, object]]) -> set[str]:
    return {str(row["event_id"]) for row in rows}


def read_ids(form: str, path: Path) -> set[str]:
    """The event ids that a consumer of the format finds in the file."""
    text = path.read_text(encoding="utf-8") if form != "parquet" else ""
    match form:
        case "csv":
            return set(pd.read_csv(path)["event_id"])
        case "json":
            return set(pd.read_json(path, convert_dates=False)["event_id"])
        case "jsonl":
            return set(pd.read_json(path, lines=True, convert_dates=False)["event_id"])
        case "parquet":
            return {row[0] for row in duckdb.sql(f"SELECT event_id FROM '{path}'").fetchall()}
        case "ics":
            return {
                str(entry["uid"]).removesuffix("@dateline")
                for entry in Calendar.from_ical(text).walk()
                if "uid" in entry
            }
        case "geojson":
            return {str(feature.id) for feature in FeatureCollection.model_validate_json(text).features}
        case _:
            data = text.split('<script type="application/json" id="data">')[1].split("</script>")[0]
            return set(json.loads(data)["events"]["id"])


@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "parquet", "ics", "geojson", "html"])
@pytest.mark.parametrize("filters", list(FILTERS.values()), ids=list(FILTERS))
def test_export_holds_what_the_same_filters_show(
    form: str, filters: Filters, demo_master: Path, tmp_path: Path
) -> None:
    shown = listed(demo_master, filters)

    assert shown
    assert read_ids(form, exported(demo_master, form, tmp_path, filters)) == ids(shown)


def test_command_writes_the_same_file(demo_master: Path, tmp_path: Path) -> None:
    path = tmp_path / "march.csv"

    done = run_dateline(
        "export",
        "--store",
        str(demo_master),
        "--format",
        "csv",
        "--output",
        str(path),
        "--from",
        "2023-03",
        "--to",
        "2023-03",
    )

    assert done.returncode == 0, done.stderr
    assert path.read_bytes() == exported(demo_master, "csv", tmp_path, FILTERS["march"]).read_bytes()


def test_calendar_gives_no_day_to_what_has_none(demo_master: Path, tmp_path: Path) -> None:
    calendar = Calendar.from_ical(exported(demo_master, "ics", tmp_path).read_text(encoding="utf-8"))
    by_id = {row["event_id"]: row for row in listed(demo_master)}

    for entry in calendar.walk():
        if "uid" not in entry:
            continue
        row = by_id[str(entry["uid"]).removesuffix("@dateline")]
        if entry.name == "VJOURNAL":
            assert "dtstart" not in entry
            assert not (row["dated"] and row["start_earliest"] and row["end_latest"])
        else:
            assert str(entry["dtstart"].dt) == row["start_earliest"]
            assert str(entry["dtend"].dt - timedelta(days=1)) == row["end_latest"]
    assert {"VEVENT", "VJOURNAL"} <= {entry.name for entry in calendar.walk()}


def test_map_places_only_what_is_certain(demo_master: Path, tmp_path: Path) -> None:
    collection = FeatureCollection.model_validate_json(
        exported(demo_master, "geojson", tmp_path).read_text(encoding="utf-8")
    )
    placed = [feature for feature in collection.features if feature.geometry]

    assert placed
    assert any(feature.geometry is None for feature in collection.features)
    assert all(
        -180 <= feature.geometry.coordinates[0] <= 180 and -90 <= feature.geometry.coordinates[1] <= 90
        for feature in placed
    )


def test_markdown_is_a_list_of_events_with_their_quotes(demo_master: Path, tmp_path: Path) -> None:
    tokens = MarkdownIt().parse(exported(demo_master, "markdown", tmp_path).read_text(encoding="utf-8"))
    items = sum(token.type == "list_item_open" and token.level == 1 for token in tokens)

    assert items == len(listed(demo_master))


@pytest.fixture(scope="module")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one article full of changes of direction, terminal escapes, markup and half characters."""
    folder = tmp_path_factory.mktemp("hostile")
    article = {"id": "a", "title": "=1+1 \u202egnp.exe\u2066x\u2069 \ud800 \x1b[31mred", "published": "2024-05-14", "language": "en",
               "site": "=HYPERLINK(1)\u202e", "url": "javascript:alert(1)",
               "text": "A bomb exploded in Riga on Monday, killing three people, \u202eMayor Eve Moss\u202c said."
               " Police arrested \u2066Tom Reed\u2069 <script>alert(1)</script> on Tuesday. \x1b[31mThe minister resigned on Monday\x07."}  # fmt: skip
    (folder / "articles.jsonl").write_text(json.dumps(article), encoding="utf-8")
    done = run_dateline("run", "--direct", str(folder / "articles.jsonl"), "--store", str(folder / "store"))
    assert done.returncode == 0, done.stderr
    return folder / "store"


@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "ics", "geojson", "timelinejs", "markdown", "html"])
def test_nothing_in_an_export_turns_text_round_or_orders_a_terminal_about(
    form: str, hostile_store: Path, tmp_path: Path
) -> None:
    filters = FILTERS["with what was left out"]

    text = exported(hostile_store, form, tmp_path, filters).read_bytes().decode("utf-8")

    assert (
        re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
        == []
    )
    assert "javascript:" not in text


@pytest.mark.parametrize(
    "command", [("timeline",), ("query", "SELECT title, site, text FROM article"), ("explain", "a")]
)
@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl"])
def test_nothing_on_a_terminal_does_either(command: tuple[str, ...], form: str, hostile_store: Path) -> None:
    if command[0] == "explain" and form != "table":
        pytest.skip("explain has one form")
    asked = ("--format", form) if command[0] != "explain" else ()

    said = run_dateline(*command, *asked, "--store", str(hostile_store))

    assert said.returncode == 0, said.stderr
    assert re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", said.stdout) == []


def test_what_is_escaped_in_json_is_there_for_who_reads_it(hostile_store: Path, tmp_path: Path) -> None:
    rows = json.loads(exported(hostile_store, "json", tmp_path).read_text(encoding="utf-8"))

    assert any("\u202eMayor Eve Moss\u202c" in mention["sentence"] for row in rows for mention in row["told_in"])


def test_table_is_safe_against_formulas(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    hostile = {"id": "a", "title": "=1+1", "published": "2024-05-14", "site": "=HYPERLINK(\"https://evil.example\")", "language": "en",
               "text": "=cmd|' /C calc'!A0 exploded in Riga on Monday, killing three people."}  # fmt: skip
    articles.write_text(json.dumps(hostile), encoding="utf-8")
    store = tmp_path / "store"
    done = run_dateline("run", "--direct", str(articles), "--store", str(store))
    assert done.returncode == 0, done.stderr

    with exported(store, "csv", tmp_path, FILTERS["with what was left out"]).open(
        encoding="utf-8", newline=""
    ) as lines:
        cells = [cell for row in csv.DictReader(lines) for cell in row.values()]

    assert cells
    assert [cell for cell in cells if re.match(r"[=+@\t\r]|-(?!\d)", cell or "")] == []
