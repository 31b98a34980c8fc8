"""From pairs to events: join the likeliest first, as long as the whole of both sides speaks for it.

Two groups are joined when the mean weight over all pairs between them is above zero, pairs that were never compared
counting against it, and when nothing about any member forbids it: their days together leave at least one possible
day, no two of them stand in different countries.  The result depends on the set of mentions alone.
"""

from __future__ import annotations

import gc
import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from transforms.merge_values import Join
from transforms.pairs import Profile, Subject, block_keys, disjoint, evidence, far, forbidden, likeness, subject

LARGE_BLOCK = 24
"""Members from which a block's mentions are compared with their neighbours in it alone."""
WINDOW = 6
"""How many neighbours, at least, a mention of a large block is compared with in each order."""
FORBIDDEN = -8.0
"""The weight of a pair that cannot be one event: it also keeps groups apart that it stands between."""
NOT_COMPARED = -1.0
"""The weight of a pair that shares no block."""


def compared(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """The pairs that share a block, each once, smaller index first; the profiles stand in their lasting order."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(profiles):
        for key in block_keys(p.mention):
            blocks[key].append(i)
    seen: set[int] = set()
    count = len(profiles)
    for key in sorted(blocks):
        for block in _small(profiles, blocks[key]):
            for n, j in enumerate(block):
                for i in block[:n]:
                    code = i * count + j
                    if code not in seen:
                        seen.add(code)
                        yield i, j


def _small(profiles: Sequence[Profile], block: list[int]) -> Iterator[list[int]]:
    """A block as it is where it is small; else neighbours in it, once by who and what, once by when."""
    if len(block) <= LARGE_BLOCK:
        yield block
        return
    for order in (_by_content, _by_time):
        ordered = sorted(block, key=lambda i: (order(profiles[i]), i))
        for n in range(0, len(ordered), WINDOW):
            yield sorted(ordered[n : n + 2 * WINDOW])


def _by_content(p: Profile) -> tuple[str, str, str]:
    return (
        min(p.sufferers, default="~"),
        p.mention.near[0] if p.mention.near else "",
        p.mention.salient[0].word if p.mention.salient else "",
    )


def _by_time(p: Profile) -> tuple[int, int, date]:
    return (*p.start, p.mention.published or date.max)


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
                self._join(i, j)

    def _possible(self, i: int, j: int) -> bool:
        return not (
            disjoint(self._start[i], self._start[j])
            or disjoint(self._end[i], self._end[j])
            or len(self._countries[i] | self._countries[j]) > 1
            or any(far(a, b) for a in self._spots[i] for b in self._spots[j])
        )

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


class Likeness:
    """How alike articles are in words and in names, reckoned once for each two."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """Make the articles of some mentions ready."""
        self._subjects: dict[str, Subject] = {}
        for p in profiles:
            if p.mention.article_id not in self._subjects:
                self._subjects[p.mention.article_id] = subject(p.mention.salient)
        self._known: dict[tuple[str, str], tuple[float, float]] = {}

    def of(self, first: str, second: str) -> tuple[float, float]:
        """Likeness of words and of names of two articles."""
        pair = (first, second)
        if pair not in self._known:
            a, b = self._subjects[first], self._subjects[second]
            self._known[pair] = likeness(a.words, b.words), likeness(a.names, b.names)
        return self._known[pair]


@contextmanager
def _no_cycles() -> Iterator[None]:
    """Millions of live pairs hold no cycle; looking for some takes a third of the time and grows with their number."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def cluster(profiles: Sequence[Profile]) -> tuple[list[list[int]], list[Join]]:
    """Groups of indices that are one event each, and the joins that hold each group together (a spanning tree)."""
    with _no_cycles():
        return _cluster(profiles)


def _cluster(profiles: Sequence[Profile]) -> tuple[list[list[int]], list[Join]]:
    alike = Likeness(profiles)
    groups = Groups(profiles)
    weights: dict[tuple[int, int], float] = {}
    for i, j in compared(profiles):
        a, b = profiles[i], profiles[j]
        if forbidden(a, b):
            groups.compare(i, j, FORBIDDEN)
            continue
        weight = sum([w for _, w, _ in evidence(a, b, *alike.of(a.mention.article_id, b.mention.article_id))])
        groups.compare(i, j, weight)
        weights[i, j] = weight
    groups.join_all()
    joined = sorted(sorted(of) for of in groups.members.values())
    return joined, list(_joins(profiles, joined, weights, alike))


def _joins(
    profiles: Sequence[Profile],
    joined: Sequence[Sequence[int]],
    weights: dict[tuple[int, int], float],
    alike: Likeness,
) -> Iterator[Join]:
    """For each mention but an event's first, the pair that speaks loudest for its being there."""
    of = {i: n for n, group in enumerate(joined) for i in group}
    best: dict[int, tuple[float, int]] = {}
    for (i, j), weight in weights.items():
        if of[i] == of[j] and (j not in best or (weight, -i) > (best[j][0], -best[j][1])):
            best[j] = (weight, i)
    for j in sorted(best):
        weight, i = best[j]
        a, b = profiles[i], profiles[j]
        reasons = evidence(a, b, *alike.of(a.mention.article_id, b.mention.article_id))
        yield Join(
            a.mention.mention_id,
            b.mention.mention_id,
            round(weight, 2),
            tuple(
                f"{why} {more!r} {w:+.2f}" if more else f"{why} {w:+.2f}" for why, w, more in reasons if abs(w) >= 0.005
            ),
        )
