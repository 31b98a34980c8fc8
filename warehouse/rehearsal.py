"""What decisions would make of the timeline, tried on a copy of the warehouse: the store itself stays as it is.

with rehearsed(store, decisions) as con: ...       a reader of what would be judged
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from duckdb import DuckDBPyConnection

from transforms.decisions.values import Decision
from warehouse.decisions.articles import decide_articles
from warehouse.decisions.file import append, take_decisions
from warehouse.publication.build import build
from warehouse.resolution.resolve import resolve
from warehouse.storage.connect import open_file
from warehouse.storage.store import Store
from warehouse.stories.regroup import group_stories
from warehouse.writer import open_writer


@contextmanager
def rehearsed(store: Store, decisions: Sequence[Decision]) -> Iterator[DuckDBPyConnection]:
    """Open what would be published after some decisions; articles are not dated anew for it.

    Raises:
        StoreLockedError: where another writer holds the store.
        DecisionFileError: where the file of decisions is not sound, or would not be.
    """
    with TemporaryDirectory(prefix="dateline-rehearsal-") as folder:
        trial = Store(Path(folder))
        with open_writer(store) as con:
            con.execute("CHECKPOINT")
            shutil.copyfile(store.warehouse, trial.warehouse)
        if store.decisions.exists():
            shutil.copyfile(store.decisions, trial.decisions)
        append(trial, decisions)
        with open_writer(trial) as con:
            take_decisions(con, trial)
            decide_articles(con)
            group_stories(con)
            resolve(con)
            build(con, trial)
        with open_file(trial.candidate) as reader:
            yield reader
