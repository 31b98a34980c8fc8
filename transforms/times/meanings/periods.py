# ruff: noqa: ARG001 - every meaning takes the setting, and a slot for every word that its shapes name
"""Named stretches within a year: months, quarters, halves, seasons; and fiscal years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from transforms.times import algebra
from transforms.times.algebra import Period
from transforms.times.anchors import PUBLICATION, Anchor
from transforms.times.discourse import Discourse
from transforms.times.grammar.registry import meaning
from transforms.times.resolved import Interpretation, of_period, open_date

Year = int | Interpretation | None
_ONE_MONTH = 31


def _number(year: Year) -> int | None:
    return year.year if isinstance(year, Interpretation) else year


def _anchor(year: Year) -> tuple[date | None, Anchor | None]:
    return (year.anchor, year.reason) if isinstance(year, Interpretation) else (None, None)


@meaning
def iso_month(discourse: Discourse, parts: tuple[int, int]) -> Interpretation | None:
    """2021-03."""
    return of_period(algebra.month(*parts)) if 1 <= parts[1] <= 12 else None


@meaning
def fiscal_year(discourse: Discourse, year: Year) -> Interpretation | None:
    """Resolve “fiscal 2004”: it ends in 2004 or the following January, so its days are unknown."""
    number = _number(year)
    if number is None or not 2 <= number <= 9998:
        return None
    anchor, reason = _anchor(year)
    return of_period(algebra.year(number), anchor, reason)._replace(
        first=date(number - 1, 2, 1), last=date(number + 1, 1, 31), edtf=f"{number:04d}~"
    )


@meaning
def month_of_year(discourse: Discourse, month: int, year: Year) -> Interpretation | None:
    """Resolve a month of a given year."""
    number = _number(year)
    if number is None:
        return open_date(f"XXXX-{month:02d}", "month")
    return of_period(algebra.month(number, month), *_anchor(year))


@meaning
def month_alone(discourse: Discourse, month: int) -> Interpretation:
    """Resolve a bare month: the latest in a past sentence, the coming one in a future sentence, else the nearest."""
    stated = discourse.stated_year()
    if stated is not None:
        return of_period(algebra.month(stated[0], month), date(stated[0], 1, 1), stated[1])
    if discourse.published is None:
        return open_date(f"XXXX-{month:02d}", "month")
    found, why = _by_way(discourse, [algebra.month(discourse.published.year + step, month) for step in (-1, 0, 1)])
    return of_period(found, discourse.published, why)


def _by_way(discourse: Discourse, candidates: list[Period]) -> tuple[Period, Anchor]:
    """Of the same period in three years running, the one that the sentence points to."""
    published = discourse.published
    assert published is not None
    happened = discourse.way < 0
    if happened and not discourse.happened:
        if _about_to_come(candidates, published):
            return min(period for period in candidates if period.last >= published), PUBLICATION.add(
                "the one about to begin", "given"
            )
        # What was agreed on in the past may be due by a month to come.
        happened = discourse.word_before not in discourse.contexts.get("limit_before", ())
    if happened:
        return max(period for period in candidates if period.first <= published), PUBLICATION.add(
            "the latest, as told in the past", "latest"
        )
    if discourse.way > 0:
        return min(period for period in candidates if period.last >= published), PUBLICATION.add(
            "the coming, as told in the future", "coming"
        )
    middle = timedelta(days=(candidates[0].last - candidates[0].first).days // 2)
    return min(candidates, key=lambda period: abs(period.first + middle - published)), PUBLICATION.add(
        "the nearest", "nearest"
    )


def _about_to_come(candidates: list[Period], published: date) -> bool:
    """True if a month is the coming one by name; that of eleven months ago would be written with its year."""
    return any(period.grain == "month" and 0 < (period.first - published).days <= _ONE_MONTH for period in candidates)


@meaning
def month_shifted(discourse: Discourse, month: int, shift: int = -1) -> Interpretation:
    """“Last April”, “next March”, “this September”."""
    if discourse.published is None:
        return open_date(f"XXXX-{month:02d}", "month")
    this = discourse.published.month
    year = discourse.published.year
    if shift < 0:
        year -= month >= this
    elif shift > 0:
        year += month <= this
    return of_period(algebra.month(year, month), discourse.published, PUBLICATION)


@meaning
def quarter_of_year(discourse: Discourse, quarter: int, year: Year) -> Interpretation | None:
    """Resolve a quarter of a given year."""
    number = _number(year)
    if not 1 <= quarter <= 4:
        return None
    if number is None:
        return open_date(f"XXXX-Q{quarter}", "quarter")
    return of_period(algebra.quarter(number, quarter), *_anchor(year))


@meaning
def quarter_alone(discourse: Discourse, quarter: int) -> Interpretation | None:
    """Resolve a bare quarter: the one that ended nearest to the publication, since results follow the quarter."""
    if not 1 <= quarter <= 4:
        return None
    stated = discourse.stated_year()
    if stated is not None:
        return of_period(algebra.quarter(stated[0], quarter), date(stated[0], 1, 1), stated[1])
    if discourse.published is None:
        return open_date(f"XXXX-Q{quarter}", "quarter")
    published = discourse.published
    candidates = [algebra.quarter(published.year + step, quarter) for step in (-1, 0, 1)]
    found = min(candidates, key=lambda period: abs((period.last - published).days))
    return of_period(found, published, PUBLICATION.add("the quarter that ends nearest to it", "given"))


@meaning
def fiscal_quarter(discourse: Discourse, quarter: int) -> Interpretation | None:
    """Resolve a quarter of a fiscal year: the latest that could have begun; its days are unknown."""
    if not 1 <= quarter <= 4:
        return None
    if discourse.published is None:
        return open_date(f"XXXX-Q{quarter}", "quarter")
    candidates = [algebra.quarter(discourse.published.year + step, quarter) for step in (-1, 0)]
    found = max(period for period in candidates if period.first <= discourse.published)
    reason = PUBLICATION.add("the latest; the days of a fiscal quarter are not told", "latest")
    return of_period(found, discourse.published, reason)._replace(first=None, last=None, edtf=None)


@meaning
def fiscal_quarter_of_year(discourse: Discourse, quarter: int, year: int) -> Interpretation | None:
    """Resolve “Q3 FY23”: a quarter of a fiscal year that is named; which days it has, the words do not tell."""
    if not 1 <= quarter <= 4:
        return None
    return of_period(algebra.quarter(year, quarter))._replace(first=None, last=None, edtf=None)


@meaning
def half_of_year(discourse: Discourse, half: int, year: Year = None) -> Interpretation | None:
    """Resolve the first or second half of a year."""
    if half not in (1, 2, -1):
        return None
    number, (anchor, reason) = _number(year), _anchor(year)
    if year is None:
        stated = discourse.stated_year()
        if stated is not None:
            number, anchor, reason = stated[0], date(stated[0], 1, 1), stated[1]
        elif discourse.published is not None:
            number, anchor, reason = discourse.published.year, discourse.published, PUBLICATION
    if number is None:
        return open_date(f"XXXX-H{2 if half < 0 else half}", "half")
    return of_period(algebra.half(number, 2 if half < 0 else half), anchor, reason)


@meaning
def season_of_year(discourse: Discourse, season: str, year: Year) -> Interpretation:
    """Resolve a season of a given year."""
    number = _number(year)
    if number is None:
        return open_date(f"XXXX-{season}", "season")
    return of_period(algebra.season(number, season, southern=discourse.southern), *_anchor(year))


@meaning
def season_shifted(discourse: Discourse, season: str, shift: int | None = None) -> Interpretation:
    """Resolve “this summer”, “last fall”; without a shift word, by the sentence's tense, else the nearest."""
    stated = discourse.stated_year()
    if shift is None and stated is not None:
        return season_of_year(discourse, season, stated[0])._replace(anchor=date(stated[0], 1, 1), reason=stated[1])
    if discourse.published is None:
        return open_date(f"XXXX-{season}", "season")
    southern = discourse.southern
    candidates = [algebra.season(discourse.published.year + step, season, southern=southern) for step in (-2, -1, 0, 1)]
    if shift is None:
        found, why = _by_way(discourse, candidates)
        return of_period(found, discourse.published, why)
    if shift < 0:
        found = max(period for period in candidates if period.last < discourse.published)
    elif shift > 0:
        found = min(period for period in candidates if period.first > discourse.published)
    else:
        found = candidates[2] if candidates[1].last < discourse.published else candidates[1]
    return of_period(found, discourse.published, PUBLICATION)


def _instance_in_sequence(discourse: Discourse, shift: int, instance: Callable[[int], Period]) -> Interpretation | None:
    """Return a yearly period in the year mentioned last, or the first after it, or the last before it."""
    anchor = discourse.sequence_anchor()
    if anchor is None:
        return None
    latest, reason = anchor
    candidates = [instance(latest.first.year + step) for step in (-1, 0, 1)]
    if shift > 0:
        found = min(period for period in candidates if period.first > latest.last)
    elif shift < 0:
        found = max(period for period in candidates if period.last < latest.first)
    else:
        found = candidates[1]
    return of_period(found, latest.first, reason)


@meaning
def month_in_sequence(discourse: Discourse, month: int, shift: int) -> Interpretation | None:
    """Resolve “that March”, “the following March”: from the date mentioned last."""
    found = _instance_in_sequence(discourse, shift, lambda year: algebra.month(year, month))
    return found or open_date(f"XXXX-{month:02d}", "month", "no date was told before it")


@meaning
def season_in_sequence(discourse: Discourse, season: str, shift: int) -> Interpretation | None:
    """Resolve “that winter”, “the following spring”: from the date mentioned last."""
    found = _instance_in_sequence(
        discourse, shift, lambda year: algebra.season(year, season, southern=discourse.southern)
    )
    return found or open_date(f"XXXX-{season}", "season", "no date was told before it")
