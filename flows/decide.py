"""What a person decides: written down first, then published, in seconds.

Nothing is read, and nothing annotated but an article that gets another day of publication.

    settled = settle(settings, [Asked(…)])
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from flows.direct import publish_decided
from flows.errors import DatelineError
from flows.receipt import Receipt
from flows.settings import Settings
from transforms.decisions.values import Decision
from warehouse.access.deciding import Asked, decision_about, rows_of, undoing
from warehouse.decisions.file import append, read_decisions
from warehouse.rehearsal import rehearsed
from warehouse.storage.connect import open_reader
from warehouse.storage.errors import NotFoundError, StoreLockedError
from warehouse.storage.store import Store

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Settled:
    """What was decided, and what it made of the rows that it is about."""

    decisions: tuple[Decision, ...]
    before: Rows
    after: Rows
    receipt: Receipt | None = None
    """`None` where nothing was published: it was only tried, or another run holds the store."""
    waiting: str = ""
    """Why it takes effect later, where it does."""


def decider(settings: Settings, who: str | None = None) -> str:
    """Return who decides: who is named, else of the settings, else the account's name."""
    if who or settings.decide.who:
        return who or settings.decide.who
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise DatelineError("nobody knows who decides: name them with --who, or as who under [decide]") from None


def settle(settings: Settings, asked: Sequence[Asked], *, dry_run: bool = False) -> Settled:
    """Decide about published rows, and publish them again.

    Raises:
        DatelineError: where a decision cannot be made as it is asked for.
        NotFoundError: where what it is about is not there.
        GateClosedError: where a critical check failed; the decisions stay written down.
    """
    store = Store(settings.store)
    now = datetime.now(UTC)
    with open_reader(store) as con:
        try:
            decisions = [decision_about(con, one, now) for one in asked]
        except ValueError as error:
            raise DatelineError(str(error)) from None
    return _carry_out(settings, store, decisions, dry_run=dry_run)


def take_over(settings: Settings, path: Path, *, dry_run: bool = False) -> Settled:
    """Take over the decisions of a file, of this store or another, that this one does not hold yet.

    Raises:
        DecisionFileError: where a line is no decision, naming file and line.
        DatelineError: where there is no such file.
    """
    if not path.is_file():
        raise DatelineError(f"{path}: there is no such file")
    return _carry_out(settings, Store(settings.store), read_decisions(path), dry_run=dry_run)


def undo(settings: Settings, ids: Sequence[str], who: str, why: str, *, dry_run: bool = False) -> Settled:
    """Take decisions back, named by a unique beginning.

    Raises:
        NotFoundError: where one is not there, or more than one begins so.
    """
    store = Store(settings.store)
    known = [d.decision_id for d in read_decisions(store.decisions)]
    now = datetime.now(UTC)
    whole = [_whole(known, one) for one in ids]
    return _carry_out(settings, store, [undoing(one, who, why, now) for one in whole], dry_run=dry_run)


def _whole(known: Sequence[str], beginning: str) -> str:
    found = [one for one in known if one.startswith(beginning)]
    if beginning in found or len(found) == 1:
        return beginning if beginning in found else found[0]
    many = "more than one decision has" if found else "no decision has"
    raise NotFoundError(f"{many} an id that begins with {beginning!r}")


def _carry_out(settings: Settings, store: Store, decisions: Sequence[Decision], *, dry_run: bool) -> Settled:
    mentions = _mentions(store, decisions)
    before = _rows(lambda: open_reader(store), mentions)
    if dry_run:
        after = _rows(lambda: rehearsed(store, decisions), mentions)
        return Settled(tuple(decisions), before, after)
    append(store, decisions)
    try:
        receipt = publish_decided(settings)
    except StoreLockedError as error:
        return Settled(tuple(decisions), before, before, waiting=str(error))
    return Settled(tuple(decisions), before, _rows(lambda: open_reader(store), mentions), receipt)


def _rows(opened: Callable[[], AbstractContextManager[DuckDBPyConnection]], mentions: Sequence[str]) -> Rows:
    with opened() as con:
        return rows_of(con, mentions)


def _mentions(store: Store, decisions: Sequence[Decision]) -> list[str]:
    """Return the mentions that decisions are about, and those of decisions that they take back."""
    known = {d.decision_id: d for d in read_decisions(store.decisions)}
    every = [*decisions, *(known[d.undoes] for d in decisions if d.undoes in known)]
    return sorted({ref.mention_id for d in every for ref in (*d.mentions, *d.others)})
