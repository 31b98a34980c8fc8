"""From pairs to events: join the likeliest first, as long as the whole of both sides speaks for it.

Two groups are joined when the mean weight over all pairs between them is above zero, pairs that were never compared
counting against it, and when nothing about any member forbids it: their days together leave at least one possible
day, no two of them stand in different countries.  The result depends on the set of mentions alone.
"""

from __future__ import annotations

import gc
import heapq
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from typing import NamedTuple

from transforms.coreference.blocking import compared
from transforms.coreference.scoring import (
    Profile,
    Reasons,
    Subject,
    disjoint,
    evidence,
    far,
    forbidden,
    likeness,
    subject,
)
from transforms.coreference.values import Join, MergeMention

FORBIDDEN = -8.0
"""The weight of a pair that cannot be one event: it also keeps groups apart that it stands between."""
NOT_COMPARED = -1.0
"""The weight of a pair that shares no block."""


class Groups:
    """Mentions being joined; every group keeps what its members leave possible."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """Every mention alone."""
        self._profiles = profiles
        self._of = list(range(len(profiles)))
        self.members: dict[int, list[int]] = {i: [i] for i in range(len(profiles))}
        self._start = {i: p.start for i, p in enumerate(profiles)}
        self._end = {i: p.end for i, p in enumerate(profiles)}
        self._countries = {i: frozenset({p.mention.country} - {None}) for i, p in enumerate(profiles)}
        self._spots = {i: frozenset({p.spot} if p.spot else ()) for i, p in enumerate(profiles)}
        self._links: list[dict[int, float]] = [{} for _ in profiles]
        self._heap: list[tuple[float, int, int]] = []
        self.history = dict.fromkeys(range(len(profiles)), 0)
        """A hash of the joins that made each group, with their means, in order; 0 where it is one mention."""

    def compare(self, i: int, j: int, weight: float) -> None:
        """Note the weight of one pair."""
        self._links[i][j] = self._links[j][i] = weight - NOT_COMPARED
        if weight > 0:
            self._heap.append((-(weight - NOT_COMPARED), i, j))

    def join_all(self) -> None:
        """Join until no two groups should be."""
        heap, members, links = self._heap, self.members, self._links
        heapq.heapify(heap)
        while heap:
            negative, i, j = heapq.heappop(heap)
            if i not in members or j not in members:
                continue
            if -negative == links[i][j] / (len(members[i]) * len(members[j])) and self._possible(i, j):
                self._note(i, j, -negative)
                self._join(i, j)

    def _possible(self, i: int, j: int) -> bool:
        return not (
            disjoint(self._start[i], self._start[j])
            or disjoint(self._end[i], self._end[j])
            or len(self._countries[i] | self._countries[j]) > 1
            or any(far(a, b) for a in self._spots[i] for b in self._spots[j])
        )

    def _note(self, i: int, j: int, mean: float) -> None:
        one, other = (self._profiles[n].mention.mention_id for n in (i, j))
        told = f"{self.history[i]} {self.history.pop(j)} {one} {other} {mean!r}"
        # 63 bits, since a signed column holds no more.
        self.history[i] = int.from_bytes(blake2b(told.encode(), digest_size=8).digest()) >> 1

    def _join(self, i: int, j: int) -> None:
        """Take the later group into the earlier."""
        members, links = self.members, self._links
        into, lost = links[i], links[j]
        del into[j], lost[i]
        for k, total in lost.items():
            of = links[k]
            del of[j]
            into[k] = of[i] = into.get(k, 0.0) + total
        links[j] = {}
        members[i] += members.pop(j)
        self._start[i] = _meet(self._start[i], self._start[j])
        self._end[i] = _meet(self._end[i], self._end[j])
        self._countries[i] |= self._countries[j]
        self._spots[i] |= self._spots[j]
        size = len(members[i])
        for k, total in into.items():
            mean = total / (size * len(members[k]))
            if mean > -NOT_COMPARED:
                heapq.heappush(self._heap, (-mean, i, k) if i < k else (-mean, k, i))


def _meet(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
    return max(a[0], b[0]), min(a[1], b[1])


class Scales:
    """Weighs pairs of mentions; how alike two articles are is reckoned once for each two."""

    def __init__(self) -> None:
        """Know of no article yet."""
        self._subjects: dict[str, Subject] = {}
        self._alike: dict[tuple[str, str], tuple[float, float]] = {}

    def weight(self, a: Profile, b: Profile) -> float:
        """How much speaks for two mentions being one event; `a` is the earlier in the lasting order."""
        if forbidden(a, b):
            return FORBIDDEN
        return sum([w for _, w, _ in self.reasons(a, b)])

    def reasons(self, a: Profile, b: Profile) -> Reasons:
        """The reasons that add up to the weight of a pair that nothing forbids."""
        return evidence(a, b, *self._likeness(a.mention, b.mention))

    def _likeness(self, m: MergeMention, n: MergeMention) -> tuple[float, float]:
        """How alike the words and the names of two mentions' articles are."""
        pair = (m.article_id, n.article_id)
        if pair not in self._alike:
            a, b = self._subject(m), self._subject(n)
            self._alike[pair] = likeness(a.words, b.words), likeness(a.names, b.names)
        return self._alike[pair]

    def _subject(self, m: MergeMention) -> Subject:
        if m.article_id not in self._subjects:
            self._subjects[m.article_id] = subject(m.salient)
        return self._subjects[m.article_id]


@contextmanager
def no_cycles() -> Iterator[None]:
    """Millions of live pairs hold no cycle; looking for some takes a third of the time and grows with their number."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


Weights = Mapping[tuple[int, int], float]
"""The weight of each pair that was compared, by index, the smaller first."""


def weigh(profiles: Sequence[Profile]) -> dict[tuple[int, int], float]:
    """The weights of all pairs to compare; the profiles stand in their lasting order."""
    scales = Scales()
    return {(i, j): scales.weight(profiles[i], profiles[j]) for i, j in compared(profiles)}


class Group(NamedTuple):
    """Indices that are one event, ascending, and a hash of how they came together."""

    members: list[int]
    history: int


def cluster(profiles: Sequence[Profile], weights: Weights) -> list[Group]:
    """The groups that are one event each.

    Mentions that are not tied by pairs of positive weight, directly or through others, never influence one another.
    """
    groups = Groups(profiles)
    for (i, j), weight in weights.items():
        groups.compare(i, j, weight)
    groups.join_all()
    return sorted(Group(sorted(of), groups.history[i]) for i, of in groups.members.items())


def joins(profiles: Sequence[Profile], joined: Sequence[Sequence[int]], weights: Weights) -> Iterator[Join]:
    """The joins that hold groups together: for each mention but a group's first, the pair that speaks loudest."""
    of = {i: n for n, group in enumerate(joined) for i in group}
    best: dict[int, tuple[float, int]] = {}
    for (i, j), weight in weights.items():
        if of[i] == of[j] and weight > FORBIDDEN and (j not in best or (weight, -i) > (best[j][0], -best[j][1])):
            best[j] = (weight, i)
    scales = Scales()
    for j in sorted(best):
        weight, i = best[j]
        a, b = profiles[i], profiles[j]
        yield Join(
            a.mention.mention_id,
            b.mention.mention_id,
            round(weight, 2),
            tuple(
                f"{why} {more!r} {w:+.2f}" if more else f"{why} {w:+.2f}"
                for why, w, more in scales.reasons(a, b)
                if abs(w) >= 0.005
            ),
        )
