"""Four bounds with what each rests on: narrowing them, and keeping them from crossing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from transforms.model import BoundEvidence, BoundKind, BoundName, Bounds, WhenKind

_STRENGTH: dict[BoundKind, int] = {"told": 3, "corroborated": 2, "relation": 1, "publication": 1}
_STRENGTH_OF_ONE_EVENT = 2
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


class Basis(NamedTuple):
    """What a bound rests on."""

    kind: BoundKind
    rule_id: str
    time: int | None = None
    """The time expression that it comes from, by index."""
    mention: int | None = None
    """The event that it was reckoned from, by index."""
    same_event: bool = False
    """Whether that event and this one are one happening ("the talks begin")."""
    approximate: bool = False
    """Whether the day is given loosely ("around Monday")."""

    @property
    def strength(self) -> int:
        """How well a bound is founded: of two that cannot both hold, the weaker is given up."""
        if self.mention is None:
            return _STRENGTH[self.kind]
        return _STRENGTH_OF_ONE_EVENT if self.same_event else _STRENGTH["relation"]


class HeldBound(NamedTuple):
    """One bound's day and what it rests on."""

    value: date
    basis: Basis


def evidence(held: Mapping[BoundName, HeldBound]) -> tuple[BoundEvidence, ...]:
    """Return the evidence of bounds, in the order of their names."""
    return tuple(
        BoundEvidence(name, bound.value, bound.basis.kind, bound.basis.rule_id, bound.basis.time, bound.basis.mention)
        for name in NAMES
        if (bound := held.get(name)) is not None
    )


@dataclass(slots=True)
class BoundsBuilder:
    """The bounds of one mention while they are being gathered."""

    kind: WhenKind
    held: dict[BoundName, HeldBound] = field(default_factory=dict)

    def value(self, name: BoundName) -> date | None:
        """Return the bound's day, or `None` where it is unknown."""
        held = self.held.get(name)
        return held.value if held else None

    @property
    def start(self) -> Bounds:
        """Between which days it begins."""
        return Bounds(self.value("start_earliest"), self.value("start_latest"))

    @property
    def end(self) -> Bounds:
        """Between which days it ends."""
        return Bounds(self.value("end_earliest"), self.value("end_latest"))

    @property
    def evidence(self) -> tuple[BoundEvidence, ...]:
        """The evidence for every bound that is known, in their order."""
        return evidence(self.held)

    def rests_on(self, *kinds: BoundKind) -> bool:
        """True if any bound rests on evidence of one of these kinds."""
        return any(held.basis.kind in kinds for held in self.held.values())

    def narrow(self, name: BoundName, value: date | None, basis: Basis, *, named: bool = False) -> bool:
        """Take a bound if it is tighter than the one held and crosses none that is as well founded.

        What a text says outweighs what follows from a relation or from the publication day: the weaker one is given up
        where the two cannot both hold, and the later one of two that are equal.  The publication day bounds only what
        nothing else does: a period that a text names stays as named, and nothing is closed to one day by it.  A point
        begins and ends on one day, so its bounds come in twins.

        Args:
            name: Which bound.
            value: Its day; `None` changes nothing.
            basis: What it rests on.
            named: Whether it is an edge of the period that the event lies in, which the publication day does not cut.

        Returns:
            Whether anything changed.
        """
        if value is None:
            return False
        names = (name, _TWIN[name]) if self.kind == "point" else (name,)
        if not all(self._fits(one, value, basis) for one in names):
            return False
        changed = False
        for one in names:
            for other in (*_BELOW.get(one, ()), *_ABOVE.get(one, ())):
                if self._crosses(one, value, other):
                    del self.held[other]
            old = self.held.get(one)
            if old is not None and basis.kind == "publication" and old.basis.kind != "publication":
                continue
            uncut = named and old is not None and old.basis.kind == "publication"
            tighter = old is None or (value > old.value if one.endswith("earliest") else value < old.value)
            if tighter or uncut:
                self.held[one] = HeldBound(value, basis)
                changed = True
        return changed

    def _crosses(self, name: BoundName, value: date, other: BoundName) -> bool:
        held = self.held.get(other)
        if held is None:
            return False
        return value < held.value if name.endswith("latest") else value > held.value

    def _fits(self, name: BoundName, value: date, basis: Basis) -> bool:
        """True if every bound that it would cross is founded less well."""
        for other in (*_BELOW.get(name, ()), *_ABOVE.get(name, ())):
            held = self.held.get(other)
            if held is None:
                continue
            if self._crosses(name, value, other) and held.basis.strength >= basis.strength:
                return False
            if self.kind == "point" and basis.kind == "publication" and value == held.value:
                return False
        return True

    def close(self) -> None:
        """Add what follows of itself: nothing begins after it has ended."""
        last, first = self.held.get("end_latest"), self.held.get("start_earliest")
        if last and (("start_latest" not in self.held) or self.held["start_latest"].value > last.value):
            self.held["start_latest"] = last
        if first and (("end_earliest" not in self.held) or self.held["end_earliest"].value < first.value):
            self.held["end_earliest"] = first
