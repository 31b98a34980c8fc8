"""Which happenings are compared with one another: those that share a block, in a large block its nearest alone.

Whether two mentions are compared depends on the blocks that both are in and on nothing else.  In a block of up to
`LARGE_BLOCK` mentions all are; in a larger one each is compared with the `REACH` mentions before and after it in two
orders, by who and what it reports and by its days, so that the cost of a block grows with its size and a mention that
comes or goes changes the pairs of its neighbours alone.

`warehouse/steps/resolution/pair_changes.sql` says the same in SQL.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from transforms.coreference.scoring import block_keys
from transforms.coreference.signature import Signature

LARGE_BLOCK = 24
"""The most mentions of a block in which all are compared."""
REACH = 8
"""How many places apart two mentions of a larger block may stand in one of its orders."""


def compared(signatures: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """Return the pairs to compare, by index, each once, the smaller index first."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(signatures):
        for key in block_keys(p):
            blocks[key].append(i)
    seen: set[int] = set()
    count = len(signatures)
    for block in blocks.values():
        for i, j in _within(signatures, block):
            code = i * count + j
            if code not in seen:
                seen.add(code)
                yield i, j


def _within(signatures: Sequence[Signature], block: list[int]) -> Iterator[tuple[int, int]]:
    if len(block) <= LARGE_BLOCK:
        yield from ((i, j) for n, j in enumerate(block) for i in block[:n])
        return
    for place in (by_content, by_time):
        ordered = sorted(block, key=lambda i: (place(signatures[i]), signatures[i].first.mention_id))
        for n, i in enumerate(ordered):
            yield from ((min(i, j), max(i, j)) for j in ordered[n + 1 : n + 1 + REACH])


def by_content(p: Signature) -> str:
    """Return a mention's place among others by its patients and the salient words beside it."""
    return _words((min(p.patient_words, default="~"), *p.first.near[:1], *(s.word for s in p.first.salient[:1])))


def by_time(p: Signature) -> str:
    """Return a mention's place among others by its days."""
    first, last = p.extent.start
    return f"{first:07}{last:07}{p.first.published or date.max}"


def _words(words: Iterable[str]) -> str:
    # A column of the store holds no lone surrogates, and the order must be the same there.
    return "\x1f".join(words).encode("utf-8", "replace").decode()
