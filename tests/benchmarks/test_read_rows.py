"""Sheets of rows for a reader: what is drawn, what the files hold, what filled sheets come to."""

import csv
import sys
from collections import Counter

import pytest

from benchmarks.quality import read_rows
from benchmarks.quality.sheet_files import write_sheet
from benchmarks.quality.sheet_rows import draw, drawn_ids
from benchmarks.quality.verdicts import COLUMNS, read_verdicts, share, summary
from tests.warehouse.toy import article, run
from warehouse.storage.store import Store

STORIES = {
    "north": [
        "Before it all Kord met nobody. Kord attacked Selm on 2024-03-09. <b>Kord</b> slept",
        "Mirov will attack Vell on 2024-05-01. ",
    ],
    "south": ["A quake hit Selm. ", "Dara visited Tarn on 2024-02-01. "],
    "west": ["Tarn did not attack Vell on 2024-03-02. Tarn visited Órrin on 2024-03-04. "],
}


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    made = {}
    for story, texts in STORIES.items():
        made[story] = tmp_path_factory.mktemp("stores") / story
        run(Store(made[story]), "r1", [article(f"{story}-{i}", text) for i, text in enumerate(texts)])
    return made


def titles(rows):
    return {(row.story, row.date) for row in rows}


def test_only_dated_rows_of_the_timeline_are_drawn_where_dated_ones_are_asked_for(stores):
    assert titles(draw(stores, "dated", 10, 1)) == {
        ("north", "9 March 2024"),
        ("south", "1 February 2024"),
        ("west", "4 March 2024"),
    }


def test_the_default_timeline_has_the_undated_row_too_and_neither_planned_nor_denied_ones(stores):
    assert titles(draw(stores, "default", 10, 1)) == {
        ("north", "9 March 2024"),
        ("south", "1 February 2024"),
        ("south", "by 10 March 2024"),
        ("west", "4 March 2024"),
    }


def test_a_row_brings_its_sentence_between_its_neighbours_the_publication_day_and_why(stores):
    row = next(row for row in draw(stores, "dated", 10, 1) if row.story == "north")
    (mention,) = row.mentions
    assert (mention.published, mention.triggers) == ("2024-03-10", ("attacked",))
    assert mention.before == "Before it all Kord met nobody."
    assert mention.sentence == "Kord attacked Selm on 2024-03-09"
    assert mention.after == ". <b>Kord</b> slept"
    assert row.explained[0].startswith(f"event {row.event_id}")


def test_the_draw_hangs_on_the_seed_alone_and_not_on_the_order_of_the_stores(stores):
    turned = dict(reversed(stores.items()))
    for seed in range(5):
        assert draw(stores, "default", 2, seed) == draw(turned, "default", 2, seed)
    assert len({tuple(row.event_id for row in draw(stores, "default", 2, seed)) for seed in range(20)}) > 1


def test_every_row_is_as_likely_as_the_next():
    everything = [(f"event{i}", f"story{i % 3}") for i in range(10)]
    drawn = Counter(row for seed in range(2000) for row in drawn_ids(everything, 3, seed, ()))
    # 600 of 2,000 are expected; 500 and 700 are five standard deviations away, and the seeds are fixed.
    assert all(500 < drawn[row] < 700 for row in everything)


def test_rows_that_come_or_go_leave_the_order_of_the_others_as_it_was():
    everything = [(f"event{i}", "story") for i in range(20)]
    order = drawn_ids(everything, 20, 7, ())
    left = [row for row in order if row != ("event4", "story")]
    assert drawn_ids([*everything[:4], *everything[5:]], 20, 7, ()) == left
    assert drawn_ids(everything, 20, 7, {"event4"}) == left


def test_the_files_to_read_show_the_words_escaped_and_the_file_to_fill_in_holds_ids_alone(stores, tmp_path):
    rows = draw(stores, "dated", 10, 1)
    write_sheet(rows, tmp_path / "sheet")
    page = (tmp_path / "sheet" / "rows.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;Kord&lt;/b&gt;" in page
    assert "<b>Kord</b>" not in page
    assert "**Kord attacked Selm on 2024-03-09**" in (tmp_path / "sheet" / "rows.md").read_text(encoding="utf-8")
    with (tmp_path / "sheet" / "verdicts.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    empty = dict.fromkeys(COLUMNS, "")
    assert lines == [empty | {"story": row.story, "event_id": row.event_id} for row in rows]
    with pytest.raises(SystemExit, match=r"verdicts\.csv exists"):
        write_sheet(rows, tmp_path / "sheet")


def test_one_command_draws_and_the_same_scores(stores, tmp_path, monkeypatch, capsys):
    sheet = tmp_path / "sheet"
    arguments = [*map(str, stores.values()), "--dated", "--rows", "2", "--output", str(sheet)]
    monkeypatch.setattr(sys, "argv", ["read_rows", *arguments])
    read_rows.main()
    assert "fewer than 3 stories" in capsys.readouterr().err
    verdicts = sheet / "verdicts.csv"
    verdicts.write_text(verdicts.read_text(encoding="utf-8").replace(",,,,,,", ",right,y,y,good,n,y"), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["read_rows", "--score", str(verdicts)])
    read_rows.main()
    shown = {tuple(line.split()[:2]): line.split()[2:] for line in capsys.readouterr().out.splitlines()}
    assert shown["date", "right"][:3] == ["2", "of", "2"]
    assert shown["wanted", "y"][:3] == ["0", "of", "2"]
    others = tmp_path / "others"
    arguments = [*map(str, stores.values()), "--dated", "--without", str(verdicts), "--output", str(others)]
    monkeypatch.setattr(sys, "argv", ["read_rows", *arguments])
    read_rows.main()
    assert len(read_verdicts([others / "verdicts.csv"])) == 1


@pytest.mark.parametrize(
    ("count", "judged", "low", "high"),
    [(50, 100, 0.404, 0.596), (0, 80, 0.0, 0.046), (80, 80, 0.954, 1.0), (1, 10, 0.018, 0.404), (0, 0, 0.0, 1.0)],
)
def test_the_margin_is_wilsons(count, judged, low, high):
    found = share(count, judged)
    assert (found.low, found.high) == (pytest.approx(low, abs=0.001), pytest.approx(high, abs=0.001))


def verdict(**given):
    filled = {"date": "right", "happened": "y", "type": "y", "title": "good", "wanted": "y", "one": "y"}
    return {"story": "s", "event_id": "e"} | filled | given


def test_unanswered_questions_count_for_nothing():
    shares = summary([verdict(), verdict(date="wrong", type=""), verdict(type="n"), verdict(date="")])
    assert (shares["date", "right"].count, shares["date", "right"].judged) == (2, 3)
    assert (shares["date", "wrong"].count, shares["date", "wrong"].judged) == (1, 3)
    assert (shares["type", "n"].count, shares["type", "n"].judged) == (1, 3)


@pytest.mark.parametrize(
    ("given", "stands"),
    [
        ({}, 1),
        ({"title": "usable", "wanted": "n"}, 1),
        ({"one": ""}, 1),
        ({"date": "too vague"}, 0),
        ({"happened": "n"}, 0),
        ({"type": "n"}, 0),
        ({"title": "broken"}, 0),
        ({"one": "n"}, 0),
    ],
)
def test_a_row_stands_where_nothing_about_it_is_wrong(given, stands):
    assert summary([verdict(**given)])["stands", "y"].count == stands


def test_an_answer_that_the_question_does_not_have_is_refused_by_name(tmp_path):
    path = tmp_path / "verdicts.csv"
    path.write_text(f"{','.join(COLUMNS)}\nstory,event7,rihgt,y,y,good,y,y\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="event7: date is 'rihgt'"):
        read_verdicts([path])
    path.write_text(f"{','.join(COLUMNS)},sentence\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="and no others"):
        read_verdicts([path])
