"""Which articles are copies of one another (wire copies, re-publications): they count as one source.

Each text is reduced to the `SIZE` least hashes of its runs of `RUN` words (Broder 1997, "On the resemblance and
containment of documents"); the share of hashes that two sketches have in common estimates how much of the texts is the
same.  Pairs that share at least half are found in SQL, only for what is new; groups are what hangs together by pairs.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from heapq import nsmallest

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.disjoint_sets import DisjointSets
from transforms.ids import digest
from warehouse.storage.statements import stage, statement

RUN = 5
SIZE = 64
_WORD = re.compile(r"\w+")


def sketch(text: str) -> list[int]:
    """Return the smallest hashes of a text's runs of words, ascending; a shorter text is one run."""
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[i : i + RUN]) for i in range(max(len(words) - RUN + 1, 1))}
    # 63 bits, since a signed column holds no more.
    hashes = {int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=8).digest()) >> 1 for run in runs}
    return nsmallest(SIZE, hashes)


def group_copies(con: DuckDBPyConnection) -> None:
    """Bring `copy_group` of core.article up to date with core.copy_pair; what changed is merged again."""
    copies: DisjointSets[str] = DisjointSets()
    for one, other in con.execute("SELECT article_id, other_article_id FROM core.copy_pair").fetchall():
        copies.join(*sorted((copies.root(one), copies.root(other))))
    groups = {article: "c" + digest(copies.root(article)) for article in sorted(copies)}
    found = {"article_id": pa.array(groups, pa.string()), "copy_group": pa.array(groups.values(), pa.string())}
    stage(con, "copy_of", pa.table(found))
    con.execute(statement("steps/intake/group_copies"))
