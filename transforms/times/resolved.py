"""What an expression means once it is resolved."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from transforms.model import Precision, TimexType
from transforms.times.algebra import Period
from transforms.times.anchors import Anchor, without

PRECISION_OF: dict[str, Precision] = {
    "day": "day",
    "weekend": "interval",
    "week": "week",
    "fortnight": "interval",
    "month": "month",
    "season": "season",
    "quarter": "quarter",
    "half": "half",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "millennium": "interval",
}


class Interpretation(NamedTuple):
    """TIMEX3 attributes and days; `None` is unknown.

    `period` is the calendar period named, from which other expressions may be reckoned; `first` and `last` are the
    days that the words can mean, which a modifier ("late", "earlier") may have made fewer.
    """

    timex_type: TimexType
    value: str
    grain: str = ""
    first: date | None = None
    last: date | None = None
    edtf: str | None = None
    precision: Precision = "unknown"
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    anchor: date | None = None
    reason: Anchor | None = None
    local_time: str | None = None
    zone: str | None = None
    period: Period | None = None
    aside: bool = False
    """Given for comparison or in retrospect ("a year ago", "the day before"): what follows is not reckoned from it."""

    @property
    def year(self) -> int | None:
        """The year, where the meaning lies within one."""
        if self.period is None or self.period.first.year != self.period.last.year:
            return None
        return self.period.first.year


def of_period(period: Period, anchor: date | None = None, reason: Anchor | None = None) -> Interpretation:
    """Return a DATE that is one calendar period."""
    return Interpretation(
        "DATE",
        period.value,
        period.grain,
        period.first,
        period.last,
        period.edtf,
        PRECISION_OF[period.grain],
        anchor=anchor,
        reason=reason,
        period=period,
    )


def open_date(value: str, grain: str, reason: str = "no publication date") -> Interpretation:
    """Return a DATE whose year, week or day is unknown: a value with X, and no days."""
    return Interpretation("DATE", value, grain, reason=without(reason))


def reference(value: str) -> Interpretation:
    """PAST_REF, PRESENT_REF or FUTURE_REF: it stays a reference and is given no days."""
    return Interpretation("DATE", value, "reference", reason=without("a reference, not a day"))
