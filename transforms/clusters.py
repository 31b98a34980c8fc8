"""From pairs to events: join the likeliest first, as long as the whole of both sides speaks for it.

Two groups are joined when the mean weight over all pairs between them is above zero, pairs that were never compared
counting against it, and when nothing about any member forbids it: their days together leave at least one possible
day, no two of them stand in different countries.  The result depends on the set of mentions alone.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence

from transforms.merge_values import Join
from transforms.pairs import Profile, Subject, block_keys, disjoint, evidence, forbidden, likeness, subject

LARGE_BLOCK = 40
"""Members from which a block is cut by finer keys before its pairs are compared."""
FINER_WORDS = 3
"""How many telling words of sentence and of article cut a large block."""
WINDOW = 12
"""How many neighbours in time, at least, a mention of a block that stays large is compared with."""
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
    """A block as it is where it is small, else cut by another telling word, and what is still large by time."""
    if len(block) <= LARGE_BLOCK:
        yield block
        return
    finer: dict[str, list[int]] = defaultdict(list)
    for i in block:
        m = profiles[i].mention
        for word in {*m.near[:FINER_WORDS], *(s.word for s in m.salient[:FINER_WORDS]), m.article_id}:
            finer[word].append(i)
    for word in sorted(finer):
        part = finer[word]
        if len(part) > LARGE_BLOCK:
            part = sorted(part, key=lambda i: (profiles[i].start, i))
            for n in range(0, len(part), WINDOW):
                yield sorted(part[n : n + 2 * WINDOW])
        elif len(part) > 1:
            yield part


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
        self._sites = {
            i: frozenset({p.mention.geoname_id if p.mention.latitude else None} - {None})
            for i, p in enumerate(profiles)
        }
        self._links: list[dict[int, float]] = [{} for _ in profiles]
        self._heap: list[tuple[float, int, int]] = []

    def compare(self, i: int, j: int, weight: float) -> None:
        """Note the weight of one pair."""
        self._links[i][j] = self._links[j][i] = weight - NOT_COMPARED

    def join_all(self) -> None:
        """Join until no two groups should be."""
        for i, links in enumerate(self._links):
            for j, total in links.items():
                if i < j:
                    self._push(i, j, total)
        while self._heap:
            negative, i, j = heapq.heappop(self._heap)
            if i not in self.members or j not in self.members:
                continue
            if abs(-negative - self._mean(i, j)) > 1e-9 or not self._possible(i, j):
                continue
            self._join(i, j)

    def _mean(self, i: int, j: int) -> float:
        return round(self._links[i][j] / (len(self.members[i]) * len(self.members[j])) + NOT_COMPARED, 9)

    def _push(self, i: int, j: int, total: float) -> None:
        mean = round(total / (len(self.members[i]) * len(self.members[j])) + NOT_COMPARED, 9)
        if mean > 0:
            heapq.heappush(self._heap, (-mean, min(i, j), max(i, j)))

    def _possible(self, i: int, j: int) -> bool:
        return not (
            disjoint(self._start[i], self._start[j])
            or disjoint(self._end[i], self._end[j])
            or len(self._countries[i] | self._countries[j]) > 1
            or len(self._sites[i] | self._sites[j]) > 1
        )

    def _join(self, i: int, j: int) -> None:
        """Take the later group into the earlier."""
        for k, total in self._links[j].items():
            del self._links[k][j]
            if k != i:
                self._links[i][k] = self._links[k][i] = self._links[i].get(k, 0.0) + total
        self._links[j] = {}
        self._links[i].pop(j, None)
        self.members[i] += self.members.pop(j)
        self._start[i] = _meet(self._start[i], self._start[j])
        self._end[i] = _meet(self._end[i], self._end[j])
        self._countries[i] |= self._countries[j]
        self._sites[i] |= self._sites[j]
        for k, total in self._links[i].items():
            self._push(i, k, total)


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


def cluster(profiles: Sequence[Profile]) -> tuple[list[list[int]], list[Join]]:
    """Groups of indices that are one event each, and the joins that hold each group together (a spanning tree)."""
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
