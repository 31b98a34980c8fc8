"""Pages that are chronologies themselves, and pages that only name many days."""

import re
from datetime import date, timedelta

import pytest

from transforms.text_kind.chronology import Dated, parts

FIRST = date(2024, 3, 1)
DAYS = [FIRST + timedelta(days=3 * n) for n in range(6)]


def head(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def dated(text: str) -> list[Dated]:
    found = []
    for day in DAYS:
        found += [Dated(m.start(), m.end(), day) for m in re.finditer(re.escape(head(day)), text)]
    return found


def page(entry: str, days=DAYS, before: str = "Timeline of the dam.\n") -> str:
    return before + "\n".join(entry.format(head(day)) for day in days)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(page("{} - The dam is inspected once more."), id="a dash"),
        pytest.param(page("* {}: The dam is inspected once more."), id="a list with colons"),
        pytest.param(page("{}\nThe dam is inspected once more."), id="lines of their own"),
        pytest.param(page("{} The dam is inspected once more.", DAYS[::-1]), id="latest first"),
    ],
)
def test_a_chronology(text):
    found = parts(text, dated(text))

    assert {p.day for p in found} == set(DAYS)
    assert all("inspected" in text[p.start : p.end] for p in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(page("The dam was inspected on {} once more."), id="days within sentences"),
        pytest.param(page("{} - The dam is inspected.", DAYS[:3]), id="too few days"),
        pytest.param(page("{} - It is shut.", before="A long story of the dam. " * 60), id="a box below a long story"),
        pytest.param(page("{} - It is shut.", [DAYS[n] for n in (3, 0, 4, 1, 5, 2)]), id="days without an order"),
        pytest.param("Nothing happened.", id="no day at all"),
    ],
)
def test_no_chronology(text):
    assert parts(text, dated(text)) == ()


def test_what_an_entry_tells_begins_after_its_date():
    text = page("{} - The dam is inspected once more.")

    assert {text[p.body : p.end].strip() for p in parts(text, dated(text))} == {"The dam is inspected once more."}


@pytest.mark.parametrize(
    ("second", "is_entry"),
    [
        pytest.param(f"{head(DAYS[2])} The dam is shut.", True, id="an entry after the line under a picture"),
        pytest.param(f"before {head(DAYS[2])} the dam is shut.", False, id="a day within a sentence"),
        pytest.param(f"{head(DAYS[5])} The dam is shut.", False, id="a day out of order"),
    ],
)
def test_an_entry_that_nothing_sets_off(second, is_entry):
    around = [DAYS[n] for n in (0, 1, 3, 4, 5)]
    text = page("{} The dam is inspected once more.", around).replace(
        head(DAYS[3]), f"{head(DAYS[1])} The dam is filled. Workers at the dam {second} \n{head(DAYS[3])}", 1
    )
    found = [p for p in parts(text, dated(text)) if text[p.body : p.end].startswith("The dam is shut")]

    assert [p.day for p in found] == ([DAYS[2]] if is_entry else [])
