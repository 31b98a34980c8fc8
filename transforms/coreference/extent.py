"""What a happening may still be: its days, places, people and counts, and what contradicts them.

A group of mentions has the extent that all of them leave; two groups whose extents contradict each other are two
happenings, whatever else speaks for one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from transforms.coreference.rival_figures import RIVALLED, reach
from transforms.coreference.values import MergeMention
from transforms.coreference.wording import doing, suffering
from transforms.language.names import name_key
from transforms.model import Place

SLACK = 1
"""Days by which a bound that only publication gives may be off: outlets of other zones print another day."""
NEWS_DAYS = 5
"""Days before its publication in which what an article presents as news took place: for joining alone."""
REACH_KM = 120
"""How far apart two named places of one happening may lie."""
GROWTH = 3.0
"""By how much a count may grow while a story unfolds; within one article it may not."""
_CORRECTION = 0.7
_SAME_COUNT = 1.5
_MAGNITUDE = 0.5
_KM_A_DEGREE = 111.2
_OF_PEOPLE = frozenset({"killed", "injured", "casualties", "missing", "captured", "arrested"})
"""Beside a person's name such a figure is an age, or counts others."""
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()
Days = tuple[int, int]
Spot = tuple[float, float]
"""Latitude and longitude in degrees."""
PARTIES = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "NAME"})
"""Kinds of names of whom one is not another; places lie within one another."""


class Count(NamedTuple):
    """A figure of a happening: from where to where it can be true, and who gave it when."""

    measure: str
    low: float
    high: float
    day: int
    article_id: str


@dataclass(frozen=True, slots=True)
class Extent:
    """What some mentions of one happening leave possible; names are keys, days are ordinals."""

    start: Days
    end: Days
    mentions: frozenset[str]
    wholes: frozenset[str]
    """Mentions of which these are a part."""
    countries: frozenset[str]
    spots: frozenset[Spot]
    patients: frozenset[str]
    """Named people and bodies to whom it happened."""
    doers: frozenset[str]
    """Named people and bodies who did it, where it happened to nobody."""
    counts: frozenset[Count]


def extent(m: MergeMention) -> Extent:
    """Return what one mention leaves possible."""
    sure = [a for a in m.actors if a.kind in PARTIES and not a.loose]
    # Whom a happening harmed is one of its many victims, and distinguishes it from no other.
    harmed, acting = suffering(m), doing(m)
    suffer = frozenset(name_key(a.name) for a in sure if a in harmed and a.role == "patient" and not m.effect_of) - {""}
    alone = not harmed
    act = {name_key(a.name) for a in sure if a in acting} - {""}
    slack = 0 if m.dated else SLACK
    start, end = _days(m.start.earliest, m.start.latest, slack), _days(m.end.earliest, m.end.latest, slack)
    if m.news and not m.dated and m.published and m.modality == "actual":
        start = _meet(start, (m.published.toordinal() - NEWS_DAYS, m.published.toordinal() + SLACK))
    day = m.published.toordinal() if m.published else 0
    place = m.place
    return Extent(
        start=start,
        end=end,
        mentions=frozenset({m.mention_id}),
        wholes=frozenset({m.part_of} if m.part_of else ()),
        countries=frozenset({place.country} if place and place.country else ()),
        spots=_spots(place),
        patients=suffer,
        doers=frozenset(act if alone or m.event_class == "reporting" else ()),
        counts=frozenset(
            Count(q.measure, *reach(q), day, m.article_id)
            for q in (*m.quantities, *m.effects)
            if q.measure in RIVALLED and not q.additive and not (suffer and q.measure in _OF_PEOPLE)
        ),
    )


def _spots(place: Place | None) -> frozenset[Spot]:
    if place is None or place.latitude is None or place.longitude is None:
        return frozenset()
    return frozenset({(place.latitude, place.longitude)})


def _days(earliest: date | None, latest: date | None, slack: int) -> Days:
    return earliest.toordinal() - slack if earliest else _FIRST, latest.toordinal() + slack if latest else _LAST


def unite(a: Extent, b: Extent) -> Extent:
    """Return what two groups leave possible together."""
    return Extent(
        _meet(a.start, b.start),
        _meet(a.end, b.end),
        a.mentions | b.mentions,
        a.wholes | b.wholes,
        a.countries | b.countries,
        a.spots | b.spots,
        a.patients | b.patients,
        a.doers | b.doers,
        a.counts | b.counts,
    )


def contradiction(a: Extent, b: Extent) -> str | None:
    """Why two groups cannot be one happening, whatever speaks for it; `None` where they can."""
    if _disjoint(a.start, b.start) or _disjoint(a.end, b.end):
        return "days that cannot both be true"
    if a.mentions & b.wholes or b.mentions & a.wholes:
        return "one is part of the other"
    if a.countries and b.countries and a.countries != b.countries:
        return "places that cannot both be true"
    if any(_far(one, other) for one in a.spots for other in b.spots):
        return "places that cannot both be true"
    if a.patients and b.patients and not same_name(a.patients, b.patients):
        return "another victim or object"
    if not (a.patients and b.patients) and a.doers and b.doers and not same_name(a.doers, b.doers):
        return "done by others"
    if a.counts and b.counts and not _counts_agree(a.counts, b.counts):
        return "counts that are no update of one another"
    return None


def _counts_agree(these: Iterable[Count], those: Iterable[Count]) -> bool:
    """Return False if both give a measure and no two of its figures can be of one happening."""
    by_measure: dict[str, list[bool]] = {}
    for one in these:
        for other in those:
            if one.measure == other.measure:
                by_measure.setdefault(one.measure, []).append(_update(one, other))
    return all(any(agree) for agree in by_measure.values())


def _update(a: Count, b: Count) -> bool:
    """True if two counts can be of one happening: both true, or the later a newer state of the earlier."""
    if a.low <= b.high and b.low <= a.high:
        return True
    if a.measure == "magnitude":
        return max(a.low, b.low) - min(a.high, b.high) <= _MAGNITUDE
    first, later = sorted((a, b), key=lambda c: (c.day, c.low))
    if first.high == 1 or later.high == 1:
        return False
    if first.high <= 0:
        return later.high <= 0
    grown = later.low / first.high if later.low > first.high else later.high / first.low
    if not first.day or first.article_id == later.article_id:
        return 1 / _SAME_COUNT <= grown <= _SAME_COUNT
    if first.day == later.day:
        return 1 / GROWTH <= grown <= GROWTH
    return _CORRECTION <= grown <= GROWTH


def _meet(a: Days, b: Days) -> Days:
    return max(a[0], b[0]), min(a[1], b[1])


def _disjoint(a: Days, b: Days) -> bool:
    return a[0] > b[1] or b[0] > a[1]


def _far(a: Spot, b: Spot) -> bool:
    """True if two places lie further apart than one happening reaches (equirectangular distance)."""
    narrower = math.cos(math.radians((a[0] + b[0]) / 2))
    east = (a[1] - b[1] + 180) % 360 - 180
    return math.hypot(a[0] - b[0], east * narrower) * _KM_A_DEGREE > REACH_KM


def same_name(these: frozenset[str], those: frozenset[str]) -> bool:
    """True if one name of each can be the same: equal, or one's words among the other's."""
    return bool(these & those) or any(_within(a, b) for a in these for b in those)


def _within(a: str, b: str) -> bool:
    first, second = set(a.split()), set(b.split())
    return first <= second or second <= first
