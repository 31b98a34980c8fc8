"""Figures of one event side by side: which of them rival, and which a later one of the same source replaces.

Two figures are about the same thing where measure, unit and scope agree.  They rival where both cannot be true: "35"
and "at least 30" do not, "35" and "40" do.  A figure that comes on top of others ("12 more") rivals none.  A later
figure of the same source (speaker, else outlet) replaces its earlier one; that of another source stands beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from transforms.coreference.values import Figure, MergeMention
from transforms.ids import digest
from transforms.language.names import name_key
from transforms.model import Quantity

ROUND = {"about": 0.1, "nearly": 0.15}
"""How far from its number a figure with this qualifier may still be true, as a share of it."""
RIVALLED = frozenset(
    {"killed", "injured", "casualties", "missing", "captured", "arrested", "displaced", "magnitude", "share", "amount"}
)
"""Measures that are the event's own; anything else counts things in it, of which there may be many."""


def reach(q: Quantity) -> tuple[float, float]:
    """From which to which number a figure can be true."""
    slack = ROUND.get(q.qualifier or "", 0.0)
    low = (
        q.low * (1 - slack)
        if q.low is not None
        else (q.high * (1 - slack) if q.qualifier == "nearly" and q.high is not None else float("-inf"))
    )
    high = q.high * (1 + (slack if q.qualifier == "about" else 0.0)) if q.high is not None else float("inf")
    return low, high


def agree(a: Quantity, b: Quantity) -> bool:
    """True if two figures can both be true."""
    (low, high), (least, most) = reach(a), reach(b)
    return low <= most and least <= high


def figures(event_id: str, members: Sequence[MergeMention]) -> tuple[Figure, ...]:
    """All figures of an event's members, in their order, rivals grouped."""
    found = [
        Figure(m.mention_id, n, q, m.speakers[-1] if m.speakers else None, m.site, q.as_of or m.published)
        for m in members
        for n, q in enumerate(m.quantities)
    ]
    source = {m.mention_id: _source(m) for m in members}
    groups: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for i, f in enumerate(found):
        if f.quantity.measure in RIVALLED and not f.quantity.additive:
            groups[f.quantity.measure, f.quantity.unit, (f.quantity.scope or "").casefold()].append(i)
    for key, of in sorted(groups.items()):
        for i in _replaced(found, of, source):
            found[i] = replace(found[i], current=False)
        current = [i for i in of if found[i].current]
        if any(not agree(found[i].quantity, found[j].quantity) for i in current for j in current if i < j):
            name = digest(event_id, *key)
            for i in of:
                found[i] = replace(found[i], rival_group=name)
    return tuple(found)


def _source(m: MergeMention) -> str:
    return (
        name_key(m.speakers[-1]) if m.speakers and m.speakers[-1] else f"site {m.copy_group or m.site or m.article_id}"
    )


def _replaced(found: Sequence[Figure], of: Iterable[int], source: dict[str, str]) -> set[int]:
    """Figures that the same source gave anew on a later day."""
    latest: dict[str, date] = {}
    for i in of:
        day, who = found[i].as_of, source[found[i].mention_id]
        if day and day > latest.get(who, date.min):
            latest[who] = day
    return {i for i in of if (day := found[i].as_of) and day < latest[source[found[i].mention_id]]}
