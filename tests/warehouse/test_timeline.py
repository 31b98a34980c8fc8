"""What the filters show, and that every export holds the same."""

import csv
import io
import json
from datetime import date

import pandas as pd
import pytest

from tests.warehouse.toy import article, run
from transforms.writers.writer import TABLES
from warehouse.access.export import export, no_formula, write_text
from warehouse.access.filters import Filters, edge
from warehouse.access.timeline import event_columns, find_events, parameters, whole_id
from warehouse.storage.connect import open_reader
from warehouse.storage.store import Store

ARTICLES = [
    article("north-1", "Kord attacked Selm on 2024-03-09. ", "2024-03-10", url="https://north.example/1"),
    article("north-2", "Mirov said Dara visited Órrin on 2024-04-30. ", "2024-05-02"),
    article("south-1", "A quake hit Selm. ", "2024-03-20"),
    article("south-2", "Dara will visit Kord on 2024-06-01. ", "2024-05-02"),
    article("west-1", "Tarn did not attack Vell on 2024-03-15. ", None),
    article("east-1", '=cmd() quake "Bold" on 2024-05-05. ', "2024-05-06", title="=HYPERLINK(1)"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("timeline"))
    run(store, "r1", ARTICLES)
    return store


ATTACK, VISIT, QUAKE, PLAN, DENIED, FORMULA = (
    "attack-03",
    "meeting-04",
    "disaster-",
    "meeting-06",
    "attack-03-15",
    "disaster-05",
)


def shown(store: Store, filters: Filters) -> list[tuple[str, str]]:
    """Type and article of each event, which tell them apart."""
    with open_reader(store) as con:
        return [(row["event_type"], row["told_in"][0]["article_id"]) for row in find_events(con, filters)]


A, V, Q, P, D, F = (
    ("attack", "north-1"), ("meeting", "north-2"), ("disaster", "south-1"), ("meeting", "south-2"), ("attack", "west-1"),
    ("disaster", "east-1"),
)  # fmt: skip
MARCH = {"begin": date(2024, 3, 1), "end": date(2024, 3, 31)}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param({}, [A, V, F, Q], id="all, those that nobody dates last"),
        pytest.param({"left_out": True}, [A, V, F, Q, D, P], id="with what was left out"),
        pytest.param({"limit": 2}, [A, V], id="limit"),
        pytest.param(MARCH, [A], id="a period shows dated events"),
        pytest.param(MARCH | {"possible": True}, [A, Q], id="and, asked for, the undated that could"),
        pytest.param(MARCH | {"certain": True}, [A], id="certain"),
        pytest.param({"begin": date(2024, 3, 10), "end": date(2024, 3, 31)}, [], id="not the day before"),
        pytest.param({"begin": date(2024, 3, 9), "end": date(2024, 3, 9)}, [A], id="both days included"),
        pytest.param({"begin": date(2024, 4, 1)}, [V, F], id="open end"),
        pytest.param({"end": date(2024, 3, 31)}, [A], id="open begin"),
        pytest.param({"end": date(2024, 3, 31), "certain": True}, [A], id="open begin, certain"),
        pytest.param({"actors": ("KORD",)}, [A], id="actor, any case"),
        pytest.param({"actors": ("kord", "dara")}, [A, V], id="any of two actors"),
        pytest.param({"actors": ("nobody",)}, [], id="nobody"),
        pytest.param({"places": ("sel",)}, [A, Q], id="part of a place"),
        pytest.param({"places": ("xx",)}, [A, Q], id="a country"),
        pytest.param({"types": ("Meeting",), "left_out": True}, [V, P], id="type"),
        pytest.param({"text": ("ORRIN",)}, [V], id="words without accents"),
        pytest.param({"speakers": ("mir",)}, [V], id="speaker"),
        pytest.param({"sites": ("south",)}, [Q], id="site"),
        pytest.param({"sites": ("south",), "types": ("meeting",), "left_out": True}, [P], id="two filters"),
        pytest.param({"text": ("%",)}, [], id="no wildcard"),
        pytest.param({"text": ("'; DROP TABLE event; --",)}, [], id="no injection"),
    ],
)
def test_filters(store, filters, expected):
    assert shown(store, Filters(**filters)) == expected


@pytest.mark.parametrize(
    ("places", "codes"),
    [
        pytest.param(("Latvia",), ["LV"], id="a country by its name"),
        pytest.param(("the Netherlands", "UK"), ["GB", "NL", "UK"], id="with its article, and a short form"),
        pytest.param(("lv",), ["LV"], id="by its code"),
        pytest.param(("Riga",), [], id="a town is no country"),
        pytest.param(("in",), ["IN"], id="a code is no part of a name"),
    ],
)
def test_a_place_that_is_a_country_means_all_that_happened_there(places, codes):
    assert parameters(Filters(places=places))["countries"] == codes


def test_left_out_events_say_why(store):
    with open_reader(store) as con:
        reasons = {r["told_in"][0]["article_id"]: r["reason"] for r in find_events(con, Filters(left_out=True))}

    assert reasons == {
        "north-1": None,
        "north-2": None,
        "south-1": None,
        "south-2": "planned",
        "west-1": "negated",
        "east-1": None,
    }


@pytest.mark.parametrize("period", [MARCH, {"begin": date(2024, 4, 1)}, {"end": date(2024, 3, 9)}, {}])
def test_the_macro_says_the_same_as_the_filters(store, period):
    with open_reader(store) as con:
        by_filter = [(r["event_id"], r["certainty"]) for r in find_events(con, Filters(**period, possible=True))]
        by_macro = con.execute(
            "SELECT event_id, certainty FROM timeline_between($begin::DATE, $end::DATE)",
            {"begin": None, "end": None} | period,
        ).fetchall()

    assert by_filter == by_macro


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
    ],
)
def test_an_edge_of_a_period(text, first, last):
    assert (edge(text, last=False), edge(text, last=True)) == (first, last)


@pytest.mark.parametrize("text", ["", "yesterday", "24", "2024-13", "2024-02-30", "2024-1"])
def test_what_is_no_date_is_named(text):
    with pytest.raises(ValueError, match="is not a date"):
        edge(text, last=False)


@pytest.mark.parametrize("form", TABLES)
@pytest.mark.parametrize(
    "filters", [Filters(), Filters(types=("attack",)), Filters(actors=("nobody",))], ids=["all", "some", "none"]
)
def test_every_export_holds_what_the_filters_show(store, tmp_path, form, filters):
    path = tmp_path / "deep" / f"events.{form}"
    with open_reader(store) as con:
        expected = [r["event_id"] for r in find_events(con, filters)]
        columns = event_columns(con)
        count = export(con, filters, form, path)
    read = {
        "csv": lambda: pd.read_csv(path),
        "json": lambda: pd.DataFrame(json.loads(path.read_text()), columns=[*columns, "told_in"]),
        "jsonl": lambda: pd.DataFrame(
            [json.loads(line) for line in path.read_text().splitlines()], columns=[*columns, "told_in"]
        ),
        "parquet": lambda: pd.read_parquet(path),
    }[form]()

    assert list(read["event_id"]) == expected
    assert count == len(expected)
    assert set(columns) <= set(read.columns)
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_quotes_and_addresses_come_along(store, tmp_path):
    with open_reader(store) as con:
        file = io.StringIO()
        write_text(find_events(con, Filters(types=("attack",))), "csv", file, event_columns(con))
    (row,) = csv.DictReader(io.StringIO(file.getvalue()))

    assert row["quotes"] == "Kord attacked Selm on 2024-03-09"
    assert row["urls"] == "https://north.example/1"
    assert row["sites"] == "north"
    assert row["start_earliest"] == "2024-03-09"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "|cmd", "%0a"])
def test_a_formula_stays_text(text):
    assert no_formula(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Kord", "1+1", " =", "’="])
def test_other_text_stays_as_it_is(text):
    assert no_formula(text) == text


def test_no_cell_of_a_csv_begins_a_formula(store):
    with open_reader(store) as con:
        file = io.StringIO()
        write_text(find_events(con, Filters(left_out=True)), "csv", file, event_columns(con))
    cells = [cell for row in csv.reader(io.StringIO(file.getvalue())) for cell in row]

    assert '\'=cmd() quake "Bold" on 2024-05-05' in cells
    assert not [c for c in cells if c.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_an_unknown_format_is_refused(store, tmp_path):
    with open_reader(store) as con, pytest.raises(ValueError, match="xlsx"):
        export(con, Filters(), "xlsx", tmp_path / "x")
    assert not list(tmp_path.iterdir())


def test_a_mention_and_an_article_are_found_by_a_beginning(store):
    with open_reader(store) as con:
        key = con.execute("SELECT mention_id FROM event_mention ORDER BY 1 LIMIT 1").fetchall()[0][0]

        assert whole_id(con, "event_mention", key[:10]) == key
        assert whole_id(con, "article", "west") == "west-1"
