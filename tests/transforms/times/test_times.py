"""What holds for every text: positions, order, independence, and nothing guessed."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corpus.times.prose import prose
from tests.steps import grows_linearly
from transforms.model import Article, TimeExpression
from transforms.rules.files import FOLDER, RuleError
from transforms.times import explain_times, find_times, rules_version
from transforms.times.grammar.loader import build
from transforms.times.languages import grammar

from .phrases import PUBLISHED
from .test_phrases import PHRASES

TEXTS = [text.replace("[", "").replace("]", "") for family in PHRASES.values() for text in family]
# Words that neither continue an expression nor point the sentence anywhere.
PADDING = st.lists(st.sampled_from(["stone", "green", "river", "carpet", "Oslo", "piano"]), max_size=6).map(" ".join)


def times(text: str, published: date | None = PUBLISHED, **article: object) -> tuple[TimeExpression, ...]:
    return find_times(Article("a", text, language="en", published=published, **article))


def means(one: TimeExpression) -> tuple[object, ...]:
    return one.text, one.timex_type, one.value, one.mod, one.interval, one.precision, one.edtf


@given(st.sampled_from(TEXTS), PADDING, PADDING)
def test_padding_shifts_spans_only(text: str, before: str, after: str) -> None:
    plain = times(f"Xx.\n\n{text}\n\nXx.")
    padded = times(f"{before}.\n\n{text}\n\n{after}.")
    shift = len(before) - 2
    assert [means(one) for one in padded] == [means(one) for one in plain]
    assert [one.span.start for one in padded] == [one.span.start + shift for one in plain]


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
@settings(max_examples=60)
def test_spans_hold_their_text_in_order_without_overlap(first: str, second: str) -> None:
    text = f"{first} {second}"
    end = 0
    for one in times(text):
        assert one.span.of(text) == one.text
        assert one.span.start >= end
        end = one.span.end


@given(st.sampled_from(TEXTS), st.dates(date(1800, 1, 1), date(2190, 1, 1)))
@settings(max_examples=80)
def test_intervals_run_forward_whatever_the_day(text: str, published: date) -> None:
    for one in times(text, published):
        low, high = one.interval.earliest, one.interval.latest
        assert low is None or high is None or low <= high


@pytest.mark.parametrize(
    ("published", "days"),
    [
        (date(2000, 1, 1), "1999-12-09/2000-01-07"),
        (date(2030, 2, 1), "2030-01-05/2030-02-03"),
        (date(2030, 12, 20), "2030-12-26/2031-01-23"),
    ],
)
def test_a_lunar_month_may_begin_twice_a_year_and_end_in_the_next(published: date, days: str) -> None:
    (one,) = times("Ramadan", published)
    assert one.value == days


@given(st.text(alphabet="19May 2'/-:.,sthenyrfidaoTZ\n", max_size=80))
@settings(max_examples=120)
def test_any_text_can_be_read(text: str) -> None:
    for one in times(text):
        assert one.span.of(text) == one.text


@given(st.sampled_from(TEXTS))
@settings(max_examples=60)
def test_without_a_publication_date_no_day_hangs_on_one(text: str) -> None:
    for one in times(text, None):
        assert one.anchor_reason is None or "publication date:" not in one.anchor_reason
        if one.value.startswith("XXXX"):
            assert one.interval.earliest is None
            assert one.interval.latest is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Friday.", "XXXX-WXX-5"),
        ("They met on January 20.", "XXXX-01-20"),
        ("They met in August.", "XXXX-08"),
        ("They meet today.", "PRESENT_REF"),
        ("They met this month.", "PRESENT_REF"),
        ("They met last year.", "PAST_REF"),
        ("They will meet next week.", "FUTURE_REF"),
        ("They met yesterday.", "PAST_REF"),
        ("They met two weeks ago.", "PAST_REF"),
        ("They met in the third quarter.", "XXXX-Q3"),
        ("They met this morning.", "XXXX-XX-XXTMO"),
        ("They met last summer.", "XXXX-SU"),
        ("They met at Christmas.", "XXXX-12-25"),
    ],
)
def test_nothing_is_guessed_without_a_publication_date(text: str, value: str) -> None:
    (one,) = times(text, None)
    assert one.value == value
    assert (one.interval.earliest, one.interval.latest) == (None, None)


def test_a_told_date_anchors_a_sequence_but_no_weekday() -> None:
    found = times("It began on 3 May 1998. The next day it rained. They left on Friday.", None)
    assert [one.value for one in found] == ["1998-05-03", "1998-05-04", "XXXX-WXX-5"]


@pytest.mark.parametrize(
    ("text", "connective"),
    [
        ("since 1994 they", "since"),
        ("until the end of March 2020 they", "until"),
        ("before May 3, 2020 they", "before"),
        ("by about 1994 they", "by"),
        ("as early as 1994 they", "as early as"),
        ("in the past three years they", "in"),
        ("between March and May 2021 they", "between"),
        ("for nearly two years they", "for"),
        ("over the past year they", "over"),
        ("prior to 2010 they", "prior to"),
        ("Monday was wet", None),
    ],
)
def test_the_connective_is_kept(text: str, connective: str | None) -> None:
    assert times(text)[0].connective == connective


@pytest.mark.parametrize(
    ("text", "mod", "value"),
    [
        ("for about two years", "APPROX", "P2Y"),
        ("for nearly two years", "LESS_THAN", "P2Y"),
        ("for more than two years", "MORE_THAN", "P2Y"),
        ("for at least two years", "EQUAL_OR_MORE", "P2Y"),
        ("for up to two years", "EQUAL_OR_LESS", "P2Y"),
        ("about three years ago", "APPROX", "2021"),
        ("around Nov. 1, 2020", "APPROX", "2020-11-01"),
        ("over the weekend", None, "2024-W19-WE"),
    ],
)
def test_approximators_go_to_mod_alone(text: str, mod: str | None, value: str) -> None:
    (one,) = times(text)
    assert (one.mod, one.value) == (mod, value)
    assert not one.text.startswith(("about", "nearly", "more", "at", "up", "around", "over"))


def test_a_told_zone_moves_the_day_only_where_both_are_known() -> None:
    text = "It fell at 23:30 GMT on May 3, 2024."
    (unknown,) = times(text)
    (known,) = times(text, published_at="2024-05-15T09:00+09:00")
    assert (unknown.value, unknown.zone, unknown.interval.earliest) == ("2024-05-03T23:30Z", "Z", date(2024, 5, 3))
    assert (known.value, known.interval.earliest) == ("2024-05-03T23:30Z", date(2024, 5, 4))


def test_summer_lies_in_january_in_the_south() -> None:
    (one,) = times("SYDNEY - The fires of the summer of 2019 were the worst.")
    assert (one.value, one.interval.earliest, one.edtf) == ("2019-SU", date(2019, 12, 1), "2019-30")


def test_no_false_date_in_prose_of_trades() -> None:
    text = prose(100_000)
    assert len(text) >= 100_000
    assert [one.text for one in times(text)] == []


@pytest.mark.parametrize(
    "piece",
    [
        "year ",
        "two and a half ",
        "12 ",
        "1-2-",
        "twenty-one-",
        "the ",
        "a.b.",
        "' ",
        "Friday a year ago ",
        "at 5 p.m. (5 a.m. ",
    ],
)
def test_hostile_text_costs_what_its_length_does(piece: str) -> None:
    assert grows_linearly(lambda size: lambda: times((piece * size)[:size]), 4_000)


def test_same_result_in_another_process() -> None:
    text = "; ".join(TEXTS[::7])
    script = (
        "import sys; from datetime import date; from transforms.model import Article; from transforms.times import find_times;"
        "print([(t.span.start, t.span.end, t.value) for t in find_times(Article('a', sys.argv[1], language='en', published=date(2024, 5, 15)))])"
    )
    root = Path(__file__).parents[3]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script, text],
            check=True,
            capture_output=True,
            text=True,
            cwd=root,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert outputs == {f"{[(t.span.start, t.span.end, t.value) for t in times(text)]}\n"}


def test_the_derivation_can_be_followed() -> None:
    (one,) = explain_times(Article("a", "They met on May 3.", language="en", published=PUBLISHED))
    derivation = "\n".join(one.lines)
    assert "rule month-day (transforms/rules/en/times/calendar.toml:" in derivation
    assert "month = 5" in derivation
    assert "reckoned from 2024-05-15: publication date: the nearest such day" in derivation
    assert "days 2024-05-03 to 2024-05-03" in derivation


def test_a_named_rejection_is_told() -> None:
    (one,) = explain_times(Article("a", "An eight-year-old boy.", language="en", published=PUBLISHED))
    assert one.expression is None
    assert "Ages are quantities." in one.lines[0]


def test_every_phrase_has_a_derivation() -> None:
    for text in TEXTS:
        article = Article("a", text, language="en", published=PUBLISHED)
        explained = [one.expression for one in explain_times(article) if one.expression is not None]
        assert tuple(explained) == find_times(article)


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("[month]\n1 = 3\n", 1, "not a list of words"),
        ("a = \n", 1, "Invalid value"),
        (
            '[[rule]]\nid = "x"\ngives = "date"\nshape = "{nothing_such}"\nmeaning = "years.year_of"\nexamples = { a = "b" }\nrejects = []\n',
            2,
            "nothing is called",
        ),
        (
            '\n[[rule]]\nid = "x"\ngives = "date"\nshape = "{year}"\nmeaning = "no_such"\nexamples = { a = "b" }\nrejects = []\n',
            3,
            "there is no meaning",
        ),
        (
            '[[rule]]\nid = "x"\ngives = "date"\nshape = "{wrong:year}"\nmeaning = "years.year_of"\nexamples = { a = "b" }\nrejects = []\n',
            2,
            "slots differ",
        ),
        (
            '[[rule]]\nid = "x"\ngives = "date"\nshape = "{year"\nmeaning = "years.year_of"\nexamples = { a = "b" }\nrejects = []\n',
            2,
            "cannot read",
        ),
        (
            '[[rule]]\nid = "x"\ngives = "date"\nshape = "{year}"\nmeaning = "years.year_of"\n',
            2,
            "needs examples and rejects",
        ),
        (
            '[[rule]]\nid = "x"\ngives = "date"\nshape = "{year}"\nmeaning = "years.year_of"\nbefore = ["@no"]\nexamples = { a = "b" }\nrejects = []\n',
            2,
            "no context",
        ),
        (
            '[[rule]]\nid = "x"\ngives = "a"\nshape = "{b:a} {year}"\nmeaning = "years.year_of"\nexamples = { a = "b" }\nrejects = []\n',
            2,
            "differ",
        ),
    ],
)
def test_a_faulty_rule_file_names_file_and_line(tmp_path: Path, content: str, line: int, reason: str) -> None:
    path = tmp_path / "faulty.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        build("en", [path])
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert reason in str(caught.value)


def test_the_version_follows_the_files() -> None:
    assert rules_version("en") == rules_version("en")
    assert len(rules_version("en")) == 16
    assert grammar("en").version == rules_version("en")
    assert (FOLDER / "en" / "times").is_dir()


def test_hours_ago_need_the_time_of_publication() -> None:
    (known,) = times("It fell three hours ago.", published_at="2024-05-15T01:30+02:00")
    (unknown,) = times("It fell three hours ago.")
    assert (known.timex_type, known.value, known.interval.earliest) == ("TIME", "2024-05-14T22:30", date(2024, 5, 14))
    assert (unknown.value, unknown.interval.earliest) == ("PAST_REF", None)
