"""Whatever is written holds: no written year is replaced by another, and a range runs forwards."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from transforms.times.languages import grammar

from .phrases import read

RULES = Path(__file__).parents[3] / "transforms/rules"


def names(language: str, category: str) -> list[str]:
    """The first name of each month or weekday in a language's rules; English ones are listed in small letters."""
    tables = tomllib.loads((RULES / language / "times/words.toml").read_text("utf-8"))
    words = tables[category]
    # English lists full names and abbreviations apart.
    words = tables[words["include"][0]] if "include" in words else words
    first = [words[str(number)][0] for number in range(1, len(words) + 1)]
    return [word.title() for word in first] if language == "en" else first


MONTHS = {language: names(language, "month") for language in ("en", "de", "es", "fr")}
WEEKDAYS = {language: names(language, "weekday") for language in ("en", "de", "es", "fr")}
WITH_YEAR = {
    "en": (
        "It was signed on {month} {day}, {year}.",
        "It was signed on {day} {month} {year}.",
        "The note is dated {day}-{month}-{year}.",
        "It closed on {month} {day}, '{short:02d}.",
        "It began in {month} {year}.",
        "It began in {month} '{short:02d}.",
    ),
    "de": (
        "Er wurde am {day}. {month} {year} unterzeichnet.",
        "Es begann im {month} {year}.",
        "Es begann im {month} '{short:02d}.",
    ),
    "es": ("Se firmó el {day} de {month} de {year}.", "Empezó en {month} de {year}."),
    "fr": (
        "Il fut signé le {day} {month} {year}.",
        "Tout commença en {month} {year}.",
        "Il a cessé le mois de {month} {year}.",
    ),
}
WEEKDAY_RANGES = {
    "en": (
        "It ran from {a} to {b}.",
        "It happened between {a} and {b}.",
        "It will run from {a} to {b}.",
        "It ran {a} through {b}.",
    ),
    "de": ("Es dauerte von {a} bis {b}.", "Es geschah zwischen {a} und {b}."),
    "es": ("Ocurrió entre el {a} y el {b}.", "Duró desde el {a} hasta el {b}."),
    "fr": ("Tout se passa entre {a} et {b}.", "La foire dura de {a} à {b}.", "La foire durera de {a} à {b}."),
}
DAY_RANGES = {
    "en": (
        "It lasted from {am} {ad} to {bm} {bd}.",
        "It happened between {ad} {am} and {bd} {bm}.",
        "It will last from {am} {ad} to {bm} {bd}.",
    ),
    "de": ("Es dauerte vom {ad}. {am} bis zum {bd}. {bm}.", "Es geschah zwischen dem {ad}. {am} und dem {bd}. {bm}."),
    "es": ("Duró del {ad} de {am} al {bd} de {bm}.", "Ocurrió entre el {ad} de {am} y el {bd} de {bm}."),
    "fr": ("La foire dura du {ad} {am} au {bd} {bm}.", "Tout se passa entre le {ad} {am} et le {bd} {bm}."),
}
languages = pytest.mark.parametrize("language", sorted(MONTHS))
published = st.dates(date(2001, 1, 1), date(2029, 12, 31))


@languages
@settings(deadline=None, max_examples=60)
@given(data=st.data(), when=published, day=st.integers(1, 45), month=st.integers(0, 11), year=st.integers(1990, 2029))
def test_a_written_year_is_never_replaced(language, data, when, day, month, year):
    shape = data.draw(st.sampled_from(WITH_YEAR[language]))
    text = shape.format(day=day, month=MONTHS[language][month], year=year, short=year % 100)
    bounds = [one.expression.interval for one in read(text, grammar(language), published=when)]
    days = [known for bound in bounds for known in (bound.earliest, bound.latest) if known is not None]
    assert (
        {known.year for known in days} <= {year}
        if "'" not in shape
        else {known.year % 100 for known in days} <= {year % 100}
    ), text


@languages
@settings(deadline=None, max_examples=60)
@given(data=st.data(), when=published, first=st.integers(0, 6), second=st.integers(0, 6))
def test_a_range_of_weekdays_runs_forwards(language, data, when, first, second):
    shape = data.draw(st.sampled_from(WEEKDAY_RANGES[language]))
    text = shape.format(a=WEEKDAYS[language][first], b=WEEKDAYS[language][second])
    one, two = (found.expression.interval for found in read(text, grammar(language), published=when))
    assert timedelta(0) < two.earliest - one.earliest <= timedelta(7), text
    assert (one.earliest.weekday(), two.earliest.weekday()) == (first, second)


@languages
@settings(deadline=None, max_examples=60)
@given(
    data=st.data(),
    when=published,
    first=st.dates(date(2023, 1, 1), date(2023, 12, 28)),
    second=st.dates(date(2023, 1, 1), date(2023, 12, 28)),
)
def test_a_range_of_days_runs_forwards(language, data, when, first, second):
    assume(first != second)
    shape = data.draw(st.sampled_from(DAY_RANGES[language]))
    names = MONTHS[language]
    text = shape.format(ad=first.day, am=names[first.month - 1], bd=second.day, bm=names[second.month - 1])
    one, two = (found.expression.interval for found in read(text, grammar(language), published=when))
    assert one.earliest < two.earliest, text
    assert (two.earliest - one.earliest).days <= 366
    assert (one.earliest.month, two.earliest.month) == (first.month, second.month)


FIGURES = {
    "en": "It ran from {am}/{ad} to {bm}/{bd}/2023.",
    "de": "Es dauerte vom {ad}.{am}. bis {bd}.{bm}.2023.",
    "es": "Duró del {ad}/{am} al {bd}/{bm}/2023.",
    "fr": "La foire dura du {ad}/{am} au {bd}/{bm}/2023.",
}


@languages
@settings(deadline=None, max_examples=40)
@given(days=st.lists(st.dates(date(2023, 1, 1), date(2023, 12, 31)), min_size=2, max_size=2, unique=True).map(sorted))
def test_a_range_in_figures_has_both_days(language, days):
    first, second = days
    text = FIGURES[language].format(ad=first.day, am=first.month, bd=second.day, bm=second.month)
    assert [found.expression.interval.earliest for found in read(text, grammar(language))] == days, text
