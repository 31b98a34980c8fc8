"""Rows and events as text: readable at 80 columns, harmless whatever an article holds."""

import csv
import io
import json
import re
from datetime import date

import pytest

from flows.explain.tree import Fact, drawn, from_indented
from flows.outputs.event_lines import event_lines, mark
from flows.outputs.tables import cell, table_lines, width, write_rows
from flows.receipt import ArticleCounts, CheckCounts, FailedCheck, Published, Receipt, lines

HOSTILE = "\x1b[2J\u202egnp.exe\u2028<script>\r\nend"

EVENT = {
    "event_id": "e2esc4gg4cpxv4evq",
    "level": "key",
    "parent_event_id": None,
    "section": "story",
    "sort_date": date(2024, 5, 13),
    "title": "The council of Lindholm approved a bridge over the river after a debate that went on until late at night",
    "dated": True,
    "precision": "day",
    "approximate": False,
    "ongoing": False,
    "local_time": None,
    "zone": None,
    "start_earliest": date(2024, 5, 13),
    "start_latest": date(2024, 5, 13),
    "end_earliest": date(2024, 5, 13),
    "end_latest": date(2024, 5, 13),
    "speakers": ["Greta Falk", HOSTILE, "the police", "a witness", "another"],
    "sites": ["North Post", "River Echo"],
    "articles": 3,
    "contested": True,
    "on_timeline": True,
    "reason": None,
    "modality": "actual",
}


def plain(line: str) -> str:
    return re.sub(r"\x1b\[[012]m", "", line)


def test_an_event_on_a_terminal_fits_80_columns_with_its_sources_and_its_precision(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")

    lines = [plain(line) for line in event_lines([EVENT], terminal=True)]

    assert max(map(width, lines)) <= 80
    assert lines[0] == "May 2024"
    assert lines[1].startswith("13 May 2024")
    assert "●" in lines[1]
    assert any("says Greta Falk" in line for line in lines)
    joined = " ".join(" ".join(lines).split())
    assert "and 2 more" in joined
    assert "contested" in joined
    assert "e2esc4gg4" in joined


ROWS = [["2023-03-06 11:04:05", "a" * 12, "", "some words that may be broken"], ["2023-03-07", "b", "c", ""]]


@pytest.mark.parametrize(
    ("limit", "lines"),
    [
        (None, ["day                  id            x  what", "-------------------  ------------  -  -----------------------------"]),
        (40, ["day         id            x  what", "----------  ------------  -  -----------"]),
        (30, ["day   2023-03-06 11:04:05", "id    aaaaaaaaaaaa", "what  some words that may be", "      broken", "", "day   2023-03-07"]),
    ],
)  # fmt: skip
def test_a_table_breaks_between_words_alone_and_else_gives_each_value_a_line(limit, lines):
    made = list(table_lines(("day", "id", "x", "what"), ROWS, limit))

    assert made[: len(lines)] == lines
    assert limit is None or max(map(width, made)) <= limit


@pytest.mark.parametrize("terminal", [True, False])
def test_what_articles_hold_cannot_steer_the_terminal(terminal):
    printed = "\n".join(plain(line) for line in event_lines([{**EVENT, "title": HOSTILE}], terminal=terminal))

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028]", printed)
    assert "<script>" in printed


def test_what_was_left_out_says_why():
    event = {**EVENT, "on_timeline": False, "reason": "negated"}

    assert "left out: negated" in " ".join(" ".join(event_lines([event], terminal=True)).split())


@pytest.mark.parametrize(
    ("changes", "sign"),
    [({}, "●"), ({"approximate": True}, "◐"), ({"precision": "month"}, "◐"), ({"dated": False}, "○")],
)
def test_how_well_the_time_is_known_has_a_mark(changes, sign):
    assert mark({**EVENT, **changes}) == sign


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (["a", "b"], "a, b"),
        (date(2024, 5, 1), "2024-05-01"),
        ("a\nb\x1b[1m", "a b[1m"),
        (1.5, "1.5"),
    ],
)
def test_a_value_is_one_piece_of_a_line(value, text):
    assert cell(value) == text


def test_a_table_wraps_its_widest_column_to_the_terminal():
    printed = list(table_lines(("id", "text"), [["1", "word " * 30], ["2", "日本語" * 10]], 40))

    assert max(map(width, printed)) <= 40
    assert sum("word" in line for line in printed) > 3


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_csv_is_safe_against_formulas(capsys, text):
    write_rows("csv", ("a",), [(text,), ("plain",)])

    assert [row[0] for row in csv.reader(io.StringIO(capsys.readouterr().out))] == ["a", "'" + text, "plain"]


def test_json_and_json_lines_hold_the_same_rows(capsys, tmp_path):
    rows = [(1, [date(2024, 5, 1)]), (None, ["ü"])]
    write_rows("json", ("n", "days"), rows)
    whole = json.loads(capsys.readouterr().out)
    write_rows("jsonl", ("n", "days"), rows, tmp_path / "rows.jsonl")
    written = [json.loads(line) for line in (tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()]

    assert whole == written == [{"n": 1, "days": ["2024-05-01"]}, {"n": None, "days": ["ü"]}]


def test_parquet_is_read_back(tmp_path):
    import duckdb

    write_rows("parquet", ("n", "day"), [(1, date(2024, 5, 1)), (2, None)], tmp_path / "rows.parquet")

    with duckdb.connect() as con:
        assert con.execute(f"FROM '{tmp_path}/rows.parquet'").fetchall() == [(1, date(2024, 5, 1)), (2, None)]


def test_a_receipt_comes_back_from_json_as_it_went():
    receipt = Receipt(
        "r1",
        "2024-07-01",
        ArticleCounts(3, 2, 1, 0, 4),
        {"en": 3},
        5,
        6,
        7,
        8,
        CheckCounts(1, 2, 1, (FailedCheck("x", "critical", 1),)),
        Published(2, 7, "t.duckdb", False),
        "r.html",
        None,
        {"read": 0.5},
        ("look",),
    )

    assert Receipt.from_dict(json.loads(json.dumps(receipt.as_dict()))) == receipt
    assert "critical  x: 1 row" in "\n".join(lines(receipt))
    closed = CheckCounts(1, 0, 1, (FailedCheck("x", "critical", 1),))
    assert "nothing: the gate is closed" in "\n".join(lines(Receipt("r2", checks=closed)))
    assert "nothing: this was a check" in "\n".join(lines(Receipt("r2")))


def test_a_tree_is_drawn_one_fact_a_line():
    tree = Fact("root")
    tree.add("one").add("below\none")
    tree.add("two")

    assert list(drawn(tree)) == ["root", "├─ one", "│  └─ below one", "└─ two"]
    assert list(drawn(from_indented(["root", "  one", "    below one", "  two"]))) == list(drawn(tree))
