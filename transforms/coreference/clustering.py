"""From pairs to events: join the likeliest first, as long as the whole of both sides speaks for it.

What is joined are happenings as single articles report them.  Two groups are joined when the mean weight over all pairs
between them is above zero, pairs that were never compared counting against it, and when nothing about the two groups as
wholes contradicts it.  The result depends on the set of mentions alone.
"""

from __future__ import annotations

import gc
import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from typing import NamedTuple

from transforms.coreference.blocking import compared
from transforms.coreference.extent import contradiction, unite
from transforms.coreference.scoring import Subject, evidence, forbidden, likeness, subject
from transforms.coreference.signature import Signature
from transforms.coreference.values import Join, MergeMention, Reasons
from transforms.coreference.within_article.chains import Chains

FORBIDDEN = -1e6
"""The weight of a pair that cannot be one event: no mean over pairs outweighs it."""
DECIDED = 1_000.0
"""The weight of a pair that a person decided to be one event: no other comes near it."""
DECIDED_APART = -1e9
"""The weight of a pair that a person decided not to be."""
MOST = 4
"""Mentions up to which a happening weighs more in the mean over pairs, the more of it an article says."""
NOT_COMPARED = -0.5
"""The weight of a pair that shares no block."""


class Groups:
    """Happenings being joined; every group keeps what its members leave possible."""

    def __init__(self, signatures: Sequence[Signature]) -> None:
        """Every happening alone."""
        self._signatures = signatures
        self.members: dict[int, list[int]] = {i: [i] for i in range(len(signatures))}
        self._size = [min(len(s.mentions), MOST) for s in signatures]
        self._extents = {i: s.extent for i, s in enumerate(signatures)}
        self._links: list[dict[int, float]] = [{} for _ in signatures]
        self._heap: list[tuple[float, int, int]] = []
        self._decided: list[tuple[int, int]] = []
        self._apart: set[tuple[int, int]] = set()
        self.history = dict.fromkeys(range(len(signatures)), 0)
        """A hash of the joins that made each group, with their means, in order; 0 where it is one happening."""

    def compare(self, i: int, j: int, weight: float) -> None:
        """Note the weight of one pair."""
        if weight >= DECIDED:
            self._decided.append((i, j))
            weight = NOT_COMPARED
        elif weight <= DECIDED_APART:
            self._apart.add((i, j))
        self._links[i][j] = self._links[j][i] = (weight - NOT_COMPARED) * self._size[i] * self._size[j]
        if weight > 0:
            self._heap.append((-self._links[i][j] / (self._size[i] * self._size[j]), i, j))

    def join_all(self) -> None:
        """Join until no two groups should be."""
        heap, members, links = self._heap, self.members, self._links
        heapq.heapify(heap)
        while heap:
            negative, i, j = heapq.heappop(heap)
            if i not in members or j not in members:
                continue
            if -negative == links[i][j] / (self._size[i] * self._size[j]) and (
                contradiction(self._extents[i], self._extents[j]) is None
            ):
                self._note(i, j, -negative)
                self._join(i, j)
        self._join_decided()

    def _join_decided(self) -> None:
        """Join the groups that people decided to be one, unless they decided otherwise of others in them."""
        group = {i: first for first, of in self.members.items() for i in of} if self._decided else {}
        for one, other in sorted(self._decided):
            i, j = sorted((group[one], group[other]))
            if i != j and not self._kept_apart(i, j):
                self._note(i, j, DECIDED)
                group |= dict.fromkeys(self.members[j], i)
                self.members[i] += self.members.pop(j)

    def _kept_apart(self, i: int, j: int) -> bool:
        """True if people decided of two groups' members that they are not one."""
        return any((min(a, b), max(a, b)) in self._apart for a in self.members[i] for b in self.members[j])

    def _note(self, i: int, j: int, mean: float) -> None:
        one, other = (self._signatures[n].first.mention_id for n in (i, j))
        text = f"{self.history[i]} {self.history.pop(j)} {one} {other} {mean!r}"
        # 63 bits, since a signed column holds no more.
        self.history[i] = int.from_bytes(blake2b(text.encode(), digest_size=8).digest()) >> 1

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
        self._extents[i] = unite(self._extents[i], self._extents.pop(j))
        self._size[i] += self._size[j]
        for k, total in into.items():
            mean = total / (self._size[i] * self._size[k])
            if mean > -NOT_COMPARED:
                heapq.heappush(self._heap, (-mean, i, k) if i < k else (-mean, k, i))


class Scales:
    """Weighs pairs of happenings; how alike two articles are is reckoned once for each two."""

    def __init__(self) -> None:
        """Know of no article yet."""
        self._subjects: dict[str, Subject] = {}
        self._alike: dict[tuple[str, str], tuple[float, float]] = {}

    def weight(self, a: Signature, b: Signature) -> float:
        """How much speaks for two happenings being one event; `a` is the earlier in the lasting order."""
        if forbidden(a, b):
            return FORBIDDEN
        return sum([w for _, w, _ in self.reasons(a, b)])

    def reasons(self, a: Signature, b: Signature) -> Reasons:
        """Return the reasons that add up to the weight of a pair that nothing forbids."""
        return evidence(a, b, *self._likeness(a.first, b.first))

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


def weigh(signatures: Sequence[Signature]) -> dict[tuple[int, int], float]:
    """Return the weights of all pairs to compare; the signatures stand in their lasting order."""
    scales = Scales()
    return {(i, j): scales.weight(signatures[i], signatures[j]) for i, j in compared(signatures)}


class Group(NamedTuple):
    """Indices that are one event, ascending, and a hash of how they came together."""

    members: list[int]
    history: int


def cluster(signatures: Sequence[Signature], weights: Weights) -> list[Group]:
    """Return the groups that are one event each.

    Mentions that are not tied by pairs of positive weight, directly or through others, never influence one another.
    """
    groups = Groups(signatures)
    for (i, j), weight in weights.items():
        groups.compare(i, j, weight)
    groups.join_all()
    return sorted(Group(sorted(of), groups.history[i]) for i, of in groups.members.items())


def joins(signatures: Sequence[Signature], joined: Sequence[Sequence[int]], weights: Weights) -> Iterator[Join]:
    """Return the joins that hold groups together: for each happening but a group's first, its heaviest pair."""
    of = {i: n for n, group in enumerate(joined) for i in group}
    best: dict[int, tuple[float, int]] = {}
    for (i, j), weight in weights.items():
        if of[i] == of[j] and weight > FORBIDDEN and (j not in best or (weight, -i) > (best[j][0], -best[j][1])):
            best[j] = (weight, i)
    scales = Scales()
    for j in sorted(best):
        weight, i = best[j]
        a, b = signatures[i], signatures[j]
        if weight >= DECIDED:
            yield Join(a.first.mention_id, b.first.mention_id, DECIDED, ("decided",))
        else:
            yield join(a.first, b.first, scales.reasons(a, b))


def joins_within(mentions: Sequence[MergeMention], found: Chains) -> Iterator[tuple[int, Join]]:
    """Return the joins within one article, each with the index of the mention that it brings in."""
    for link in found.links:
        yield link.joined, join(mentions[min(link.to, link.joined)], mentions[max(link.to, link.joined)], link.reasons)


def join(first: MergeMention, second: MergeMention, reasons: Iterable[tuple[str, float, str]]) -> Join:
    """Two mentions that are one event, with the reasons as text."""
    found = tuple(reasons)
    return Join(
        first.mention_id,
        second.mention_id,
        round(sum(w for _, w, _ in found), 2),
        tuple(f"{why} {more!r} {w:+.2f}" if more else f"{why} {w:+.2f}" for why, w, more in found if abs(w) >= 0.005),
    )
