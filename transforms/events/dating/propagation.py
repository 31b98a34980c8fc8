"""Passing days from one event of an article to another along their relations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from transforms.events.dating.bounds import Draft
from transforms.events.dating.relations import Told
from transforms.model import BoundKind, BoundName, Judgement, TimeExpression

_ROUNDS = 4
_PERIOD = re.compile(r"PT?(?P<count>\d{1,6})(?P<unit>[DWMYHS])\Z")
_VAGUE = re.compile(r"PX[DWMY]")
"""Lengths that tell no distance ("days later"): it came after, no more."""
_HOURS = frozenset({"PTXH", "PTXM", "PTXS"})
"""Hours or less, not counted ("hours later"): the same day or the next."""
_FARTHEST = 40_000
"""Days; what is farther away is told as history, not reckoned."""
_DAYS = {"D": (1, 0), "W": (7, 3), "M": (30, 15), "Y": (365, 183)}
"""A unit's length in days, and how far off a text that counts in it may be."""


def pass_on(
    drafts: Sequence[Draft], relations: Sequence[Told], judgements: Sequence[Judgement], times: Sequence[TimeExpression]
) -> None:
    """Narrow drafts along relations until nothing changes.

    Only what is told as having happened narrows others; a verb that begins, ends or carries out an event is one with
    it, planned or not.
    """
    actual = [judgement.modality == "actual" for judgement in judgements]
    active = [told for told in relations if told.narrows]
    for _ in range(_ROUNDS):
        changed = False
        for told in active:
            first, second = told.relation.first, told.relation.second
            for source, target in ((first, second), (second, first)):
                if actual[source] or told.relation.rule_id.endswith("-verb"):
                    changed |= _narrow(drafts, told, source, target, times)
        if not changed:
            return


def _narrow(drafts: Sequence[Draft], told: Told, source: int, target: int, times: Sequence[TimeExpression]) -> bool:
    """One relation, in one direction."""
    changed = False
    if told.shift is not None and told.relation.relation == "before" and not _VAGUE.match(times[told.shift].value):
        return _shifted(drafts, told, source, target, times[told.shift])
    pairs = _RULES[told.relation.relation][source == told.relation.second]
    if _is_one(told) and drafts[target].kind == drafts[source].kind == "point":
        pairs = _EQUAL
    if (
        told.relation.relation == "since"
        and drafts[target].kind == "point"
        and told.relation.rule_id.startswith("since")
    ):
        pairs = _LATER
    for name, origin in pairs:
        evidence = drafts[source].held.get(origin)
        if evidence is None or (
            evidence.kind == "publication" and not (name == "end_latest" and origin == "start_latest")
        ):
            continue
        kind: BoundKind = "publication" if evidence.kind == "publication" else "relation"
        named = kind == "relation" and (pairs is _EQUAL or pairs is _INSIDE) and name == origin
        changed |= drafts[target].narrow(
            name, evidence.value, kind, told.relation.rule_id, evidence.time, source, named=named
        )
    return changed


def _is_one(told: Told) -> bool:
    """Whether two points that stand in this relation are of one day."""
    if told.relation.relation in ("since", "until"):
        return told.relation.rule_id.endswith("-verb")
    return told.relation.relation in ("during", "part_of")


def _shifted(drafts: Sequence[Draft], told: Told, source: int, target: int, time: TimeExpression) -> bool:
    """A known distance ("two days after"): a day, or as wide as the unit counted in."""
    found = _PERIOD.match(time.value)
    day = drafts[source].start
    if time.value in _HOURS:
        return _within_hours(drafts, told, source, target, 1)
    if found is None or not day.is_day or day.earliest is None:
        return False
    count = int(found["count"])
    if found["unit"] in "HMS" and time.value.startswith("PT"):
        return _within_hours(drafts, told, source, target, 1 + count // 24 if found["unit"] == "H" else 1)
    length, slack = _DAYS[found["unit"]]
    if count * length > _FARTHEST:
        return False
    away = timedelta(days=count * length * (1 if source == told.relation.first else -1))
    middle: date = day.earliest + away
    lowest, highest = middle - timedelta(days=slack), middle + timedelta(days=slack)
    changed = drafts[target].narrow("start_earliest", lowest, "relation", told.relation.rule_id, told.shift, source)
    return (
        drafts[target].narrow("start_latest", highest, "relation", told.relation.rule_id, told.shift, source) or changed
    )


def _within_hours(drafts: Sequence[Draft], told: Told, source: int, target: int, days: int) -> bool:
    """Hours after or before a known day: that day, or as many days on as the hours may reach."""
    day = drafts[source].start.earliest
    if day is None:
        return False
    first, last = (day, day + timedelta(days=days))
    if source == told.relation.second:
        first, last = day - timedelta(days=days), day
    changed = drafts[target].narrow("start_earliest", first, "relation", told.relation.rule_id, told.shift, source)
    return drafts[target].narrow("start_latest", last, "relation", told.relation.rule_id, told.shift, source) or changed


_Pairs = tuple[tuple[BoundName, BoundName], ...]
_EQUAL: _Pairs = (
    ("start_earliest", "start_earliest"),
    ("start_latest", "start_latest"),
    ("end_earliest", "end_earliest"),
    ("end_latest", "end_latest"),
)
_INSIDE: _Pairs = (("start_earliest", "start_earliest"), ("end_latest", "end_latest"))
_LATER: _Pairs = (("start_earliest", "start_earliest"),)
_AROUND: _Pairs = (("start_latest", "start_latest"), ("end_earliest", "end_earliest"))
_RULES: dict[str, tuple[_Pairs, _Pairs]] = {
    # (first narrows second, second narrows first), as (bound of the narrowed, bound of the narrowing)
    "before": ((("start_earliest", "end_earliest"),), (("end_latest", "start_latest"),)),
    "after": ((("end_latest", "start_latest"),), (("start_earliest", "end_earliest"),)),
    "during": (_AROUND, _INSIDE),
    "part_of": (_AROUND, _INSIDE),
    "simultaneous": (_EQUAL, _EQUAL),
    "since": (
        (("start_latest", "start_latest"),),
        (("start_earliest", "start_earliest"), ("start_latest", "end_latest")),
    ),
    "until": ((("end_earliest", "end_earliest"),), (("end_earliest", "start_earliest"), ("end_latest", "end_latest"))),
}
