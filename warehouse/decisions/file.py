"""The file of a store's decisions: read strictly, appended to by one writer at a time, never changed but to forget.

append(store, [decision])
take_decisions(con, store)      into core.decision, where the file has changed
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from duckdb import DuckDBPyConnection

from transforms.decisions.codec import DecisionError, dumps, loads
from transforms.decisions.standing import without_article
from transforms.decisions.values import Decision
from transforms.ids import sha256
from warehouse.storage.errors import WarehouseError
from warehouse.storage.files import replace_file
from warehouse.storage.run_log import set_state, state
from warehouse.storage.statements import transaction
from warehouse.storage.store import Store


class DecisionFileError(WarehouseError):
    """A file of decisions that cannot be used: which file, which line, and why."""


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Return the decisions of a file in the order in which they were made; none where there is no file.

    Raises:
        DecisionFileError: where a line is no decision, naming file and line.
    """
    try:
        return loads(path.read_bytes().decode("utf-8"), str(path))
    except FileNotFoundError:
        return ()
    except DecisionError as error:
        raise DecisionFileError(str(error)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionFileError(f"{path}: cannot be read: {error}") from None


def append(store: Store, decisions: Sequence[Decision]) -> int:
    """Append decisions that the file does not hold yet, and give how many these were.

    Raises:
        DecisionFileError: where what would stand in the file is no longer sound.
        WarehouseError: where the file cannot be written.
    """
    with _held(store.decisions) as file:
        before = file.read()
        known = {d.decision_id for d in read_decisions(store.decisions)}
        fresh = [d for d in decisions if d.decision_id not in known]
        lines = "".join(f"{dumps(d)}\n" for d in fresh).encode()
        head = b"\n" if before and not before.endswith(b"\n") else b""
        try:
            loads((before + head + lines).decode(), str(store.decisions))
        except DecisionError as error:
            raise DecisionFileError(str(error)) from None
        if fresh:
            file.write(head + lines)
            file.flush()
            os.fsync(file.fileno())
    return len(fresh)


def forget_in_decisions(store: Store, article_id: str) -> int:
    """Take an article's words out of the file; gives how many decisions had some."""
    if not store.decisions.exists():
        return 0
    with _held(store.decisions):
        left, touched = without_article(read_decisions(store.decisions), article_id)
        if touched:
            working = store.decisions.with_name(store.decisions.name + ".new")
            working.write_text("".join(f"{dumps(d)}\n" for d in left), encoding="utf-8")
            replace_file(working, store.decisions)
    return touched


@contextmanager
def _held(path: Path) -> Iterator[BinaryIO]:
    """Hold a file that is there in the end: whoever forgets puts another one in its place."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        while True:
            with path.open("a+b") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                if path.exists() and os.fstat(file.fileno()).st_ino == path.stat().st_ino:
                    file.seek(0)
                    yield file
                    return
    except OSError as error:
        raise WarehouseError(f"{path}: cannot be written ({error.strerror})") from error


def take_decisions(con: DuckDBPyConnection, store: Store) -> bool:
    """Bring core.decision up to date with the file; true if it changed.

    Raises:
        DecisionFileError: where a line is no decision, naming file and line.
    """
    content = store.decisions.read_bytes() if store.decisions.exists() else b""
    version = sha256(content) if content else None
    if version == state(con, "decisions"):
        return False
    decisions = read_decisions(store.decisions)
    with transaction(con):
        con.execute("TRUNCATE core.decision")
        if decisions:
            con.executemany("INSERT INTO core.decision VALUES (?, ?)", [[d.decision_id, dumps(d)] for d in decisions])
        set_state(con, "decisions", version)
        set_state(con, "changed", "decisions")
    return True


def stored_decisions(con: DuckDBPyConnection) -> tuple[Decision, ...]:
    """Return the decisions that the warehouse holds, in the order in which they were made."""
    return loads("\n".join(line for (line,) in con.execute("SELECT line FROM core.decision").fetchall()))
