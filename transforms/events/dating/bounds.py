"""Four bounds with their evidence: narrowing them, and keeping them from crossing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from transforms.model import BoundEvidence, BoundKind, BoundName, Bounds, WhenKind

_STRENGTH: dict[BoundKind, int] = {"told": 3, "corroborated": 2, "relation": 1, "publication": 1}
_SAME_EVENT = "-verb"
"""Ends the rules by which a verb is one with the event it begins, ends or carries out."""
_TWIN: dict[BoundName, BoundName] = {
    "start_earliest": "end_earliest",
    "end_earliest": "start_earliest",
    "start_latest": "end_latest",
    "end_latest": "start_latest",
}
_BELOW: dict[BoundName, tuple[BoundName, ...]] = {
    "start_latest": ("start_earliest",),
    "end_latest": ("start_earliest", "end_earliest"),
}
_ABOVE: dict[BoundName, tuple[BoundName, ...]] = {
    "start_earliest": ("start_latest", "end_latest"),
    "end_earliest": ("end_latest",),
}
NAMES: tuple[BoundName, ...] = ("start_earliest", "start_latest", "end_earliest", "end_latest")


@dataclass(slots=True)
class Draft:
    """The bounds of one mention while they are being gathered; every bound rests on one piece of evidence."""

    kind: WhenKind
    held: dict[BoundName, BoundEvidence] = field(default_factory=dict)

    def value(self, name: BoundName) -> date | None:
        """The bound's day, or `None` where it is unknown."""
        evidence = self.held.get(name)
        return evidence.value if evidence else None

    @property
    def start(self) -> Bounds:
        """Between which days it begins."""
        return Bounds(self.value("start_earliest"), self.value("start_latest"))

    @property
    def end(self) -> Bounds:
        """Between which days it ends."""
        return Bounds(self.value("end_earliest"), self.value("end_latest"))

    def narrow(
        self,
        name: BoundName,
        value: date | None,
        kind: BoundKind,
        rule: str,
        time: int | None = None,
        mention: int | None = None,
        named: bool = False,
    ) -> bool:
        """Take a bound if it is tighter than the one held and crosses none that is as well founded.

        What a text tells outweighs what follows from a relation or from the publication day: the weaker one is given up
        where the two cannot both hold, and the later one of two that are equal.  The publication day bounds only what
        nothing else does: a period that a text names stays as named, and nothing is closed to one day by it.  A point
        begins and ends on one day, so its bounds come in twins.

        Args:
            name: Which bound.
            value: Its day; `None` changes nothing.
            kind: What it is founded on.
            rule: The rule that gives it.
            time: The time expression that it comes from, by index.
            mention: The event that it was reckoned from, by index.
            named: Whether it is an edge of the period that the event lies in, which the publication day does not cut.

        Returns:
            Whether anything changed.
        """
        if value is None:
            return False
        evidence = BoundEvidence(name, value, kind, rule, time, mention)
        names = (name, _TWIN[name]) if self.kind == "point" else (name,)
        if not all(self._fits(one, value, kind, rule) for one in names):
            return False
        changed = False
        for one in names:
            for other in (*_BELOW.get(one, ()), *_ABOVE.get(one, ())):
                if self._crosses(one, value, other):
                    del self.held[other]
            old = self.held.get(one)
            if old is not None and kind == "publication" and old.kind != "publication":
                continue
            uncut = named and old is not None and old.kind == "publication"
            tighter = old is None or (value > old.value if one.endswith("earliest") else value < old.value)
            if tighter or uncut:
                self.held[one] = evidence if one == name else BoundEvidence(one, value, kind, rule, time, mention)
                changed = True
        return changed

    def _crosses(self, name: BoundName, value: date, other: BoundName) -> bool:
        held = self.held.get(other)
        if held is None:
            return False
        return value < held.value if name.endswith("latest") else value > held.value

    def _fits(self, name: BoundName, value: date, kind: BoundKind, rule: str) -> bool:
        """Whether every bound that it would cross is founded less well."""
        for other in (*_BELOW.get(name, ()), *_ABOVE.get(name, ())):
            held = self.held.get(other)
            if held is None:
                continue
            if self._crosses(name, value, other) and _strength(held.kind, held.rule_id) >= _strength(kind, rule):
                return False
            if self.kind == "point" and kind == "publication" and value == held.value:
                return False
        return True

    def close(self) -> None:
        """What follows of itself: nothing begins after it has ended."""
        last, first = self.held.get("end_latest"), self.held.get("start_earliest")
        if last and (("start_latest" not in self.held) or self.held["start_latest"].value > last.value):
            self.held["start_latest"] = BoundEvidence(
                "start_latest", last.value, last.kind, last.rule_id, last.time, last.mention
            )
        if first and (("end_earliest" not in self.held) or self.held["end_earliest"].value < first.value):
            self.held["end_earliest"] = BoundEvidence(
                "end_earliest", first.value, first.kind, first.rule_id, first.time, first.mention
            )


def _strength(kind: BoundKind, rule: str) -> int:
    """How well a bound is founded: of two that cannot both hold, the weaker is given up."""
    return 2 if kind == "relation" and rule.endswith(_SAME_EVENT) else _STRENGTH[kind]
