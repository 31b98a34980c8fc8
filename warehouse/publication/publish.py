"""Puts a candidate that has passed in the place of the published file, keeps earlier ones, and goes back to them.

    outcome = publish(con, store, run_id, now)     after build and checks; the candidate's file moves
    rollback(con, store, None)                     to the version before; stays there until publish(explicit=True)
    versions(con, store)
    build_needed(con, store)                       whether anything changed since the last publication

Every step leaves a store from which the next run comes to the same end: the published file says itself which version it
is, a version file that never became the published one is dropped, and the warehouse's own record is made good from the
file.  A published file that is gone or cannot be read stands for nothing: kept versions and the warehouse lead back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from duckdb import DuckDBPyConnection

from transforms.rules.versions import StageName, stage_version
from warehouse.publication.build import Candidate, built
from warehouse.publication.event_versions import note_versions
from warehouse.publication.quality import Verdict, stage_checks
from warehouse.publication.story_changes import last_version
from warehouse.storage.connect import open_file
from warehouse.storage.errors import DamagedStoreError, NotFoundError, NothingPublishedError
from warehouse.storage.files import keep_file, replace_file
from warehouse.storage.integrity import damage, remedy
from warehouse.storage.run_log import set_state, state, utc
from warehouse.storage.statements import dict_rows, first_row, literal, statement
from warehouse.storage.store import Store

_STAGES: tuple[StageName, ...] = ("scoring", "selection")
"""What decides between annotations and published rows: `resolve` notes the one, `publish` the other."""
KEEP = 5
"""Published versions that are kept, the current one among them."""


@dataclass(frozen=True, slots=True)
class Published:
    """What is published after the call.  `unchanged`: the candidate held nothing new, so it made no version."""

    version: int
    digest: str
    events: int
    path: Path
    unchanged: bool = False
    held: bool = False
    """A rollback holds: the candidate was left where it is."""


@dataclass(frozen=True, slots=True)
class Version:
    """One published version, kept or not."""

    version: int
    published_at: datetime
    run_id: str | None
    digest: str
    events: int
    on_timeline: int
    dated: int
    mentions: int
    articles: int
    kept: bool
    current: bool


def build_needed(con: DuckDBPyConnection, store: Store) -> bool:
    """True if what would be published can differ from what is: articles, merging or selection; or no file is whole."""
    if not _readable(store.timeline) or state(con, "changed") is not None or _rolled_back(con) is not None:
        return True
    return any(state(con, stage) != stage_version(stage) for stage in _STAGES)


def publish(
    con: DuckDBPyConnection,
    store: Store,
    run_id: str | None,
    now: datetime,
    *,
    verdict: Verdict | None = None,
    explicit: bool = False,
) -> Published:
    """Publish `candidate.duckdb`.

    Args:
        con: the writer.
        store: the store.
        run_id: the run that built it.
        now: the moment of publication, with a zone.
        verdict: how its checks came out.
        explicit: whether the user asked for it: only that ends a rollback.

    Raises:
        NothingPublishedError: where there is no candidate.
    """
    candidate = built(con)
    if candidate is None or not store.candidate.exists():
        raise NothingPublishedError(f"{store.path}: nothing was built that could be published")
    before = _current(store)
    if before and not explicit and _rolled_back(con) is not None:
        return Published(before.version, before.digest, before.events, store.timeline, held=True)
    con.execute(f"ATTACH {literal(store.candidate)} AS candidate")
    try:
        if before and before.digest == candidate.digest:
            _reconcile(con, store)
            outcome = Published(before.version, before.digest, before.events, store.timeline, unchanged=True)
        else:
            version = _next_version(con, store, before)
            stage_checks(con, run_id or "", verdict)
            _sign(con, store, candidate, version, run_id, now)
            outcome = Published(version, candidate.digest, candidate.events, store.timeline)
        con.execute("CHECKPOINT candidate")
    finally:
        con.execute("USE warehouse")
        con.execute("DETACH candidate")
    if outcome.unchanged:
        store.candidate.unlink()
    else:
        keep_file(store.candidate, store.version(outcome.version))
        replace_file(store.candidate, store.timeline)
        _reconcile(con, store)
    set_state(con, "changed", None)
    set_state(con, "selection", stage_version("selection"))
    set_state(con, "rolled_back", None)
    return outcome


def rollback(con: DuckDBPyConnection, store: Store, version: int | None = None) -> Published:
    """Put an earlier version in the place of the published file: by default the one before.

    It stays, whatever later runs find, until `publish(explicit=True)`.

    Raises:
        NothingPublishedError: where nothing is published.
        NotFoundError: where that version is not kept, or there is none before.
        DamagedStoreError: where the version's file is damaged.
    """
    current, kept = _current(store), store.kept_versions()
    if current is None and not kept:
        raise NothingPublishedError(f"{store.path}: nothing is published yet")
    names = ", ".join(map(str, kept)) or "none"
    if version is None:
        # Where the published file is damaged, the newest whole version is the nearest there is.
        whole = [n for n in kept if (current is None or n < current.version) and not damage(store.version(n))]
        if not whole:
            before = f"no version before {current.version}" if current else "no whole version"
            raise NotFoundError(f"{store.path}: {before} is kept (kept: {names})")
        version = whole[-1]
    if version not in kept:
        raise NotFoundError(f"{store.path}: version {version} is not kept (kept: {names})")
    if reason := damage(store.version(version), thorough=True):
        raise DamagedStoreError(f"{store.version(version)}: {reason}: {remedy(store.version(version))}")
    set_state(con, "rolled_back", str(version))
    keep_file(store.version(version), store.timeline)
    now = _current(store)
    if now is None:
        raise NothingPublishedError(f"{store.path}: version {version} has no record of its publication")
    return Published(now.version, now.digest, now.events, store.timeline)


def versions(store: Store) -> tuple[Version, ...]:
    """Every version ever published, as far as the published and the kept files know, in order.

    Raises:
        NothingPublishedError: where nothing is published.
    """
    current, kept = _current(store), store.kept_versions()
    whole = [n for n in kept if not damage(store.version(n))]
    if current is None and not whole:
        raise NothingPublishedError(f"{store.path}: nothing is published yet")
    newest = store.version(whole[-1]) if whole and (not current or whole[-1] > current.version) else store.timeline
    with open_file(newest) as con:
        rows = dict_rows(con.execute(statement("steps/publication/versions")))
    standing = current.version if current else None
    return tuple(Version(**row, kept=row["version"] in kept, current=row["version"] == standing) for row in rows)


def _rolled_back(con: DuckDBPyConnection) -> int | None:
    value = state(con, "rolled_back")
    return int(value) if value else None


@dataclass(frozen=True, slots=True)
class _Signed:
    version: int
    digest: str
    events: int


def _current(store: Store) -> _Signed | None:
    """Return what the published file says that it is; `None` where there is none that can be read."""
    if not _readable(store.timeline):
        return None
    with open_file(store.timeline) as con:
        row = first_row(con, "SELECT version, digest, events FROM publication ORDER BY version DESC LIMIT 1")
    return _Signed(*row) if row else None


def _readable(file: Path) -> bool:
    return file.exists() and damage(file) is None


def _next_version(con: DuckDBPyConnection, store: Store, before: _Signed | None) -> int:
    """One more than any version that was ever published; files of versions that never were are dropped."""
    row = first_row(con, "SELECT coalesce(max(version), 0) FROM ops.publication")
    reached = max(row[0] if row else 0, before.version if before else 0)
    kept = store.kept_versions()
    if (
        before is None and store.timeline.exists()
    ):  # nothing says which of the kept versions were published: all of them count
        return max(reached, *kept, 0) + 1
    for version in kept:
        if version > reached:
            store.version(version).unlink()
    return reached + 1


def _sign(
    con: DuckDBPyConnection, store: Store, candidate: Candidate, version: int, run_id: str | None, now: datetime
) -> None:
    """Write into the candidate what it is: version, run, checks, and where the ids of the last version went."""
    _reconcile(con, store)
    con.execute("TRUNCATE candidate.publication")
    con.execute(
        statement("steps/publication/record_publication"),
        {
            "version": version,
            "published_at": utc(now),
            "run_id": run_id,
            "digest": candidate.digest,
            "events": candidate.events,
            "on_timeline": candidate.on_timeline,
            "dated": candidate.dated,
            "mentions": candidate.mentions,
            "articles": candidate.articles,
        },
    )
    con.execute("SET VARIABLE run_id = ?", [run_id])
    con.execute("SET VARIABLE version = ?", [version])
    con.execute("SET VARIABLE now = ?::TIMESTAMP", [utc(now)])
    con.execute(statement("steps/publication/sign_run"))
    con.execute(statement("steps/publication/sign_checks"))
    if last := last_version(store):
        con.execute(f"ATTACH {literal(last)} AS previous (READ_ONLY)")
        try:
            con.execute(statement("steps/publication/alias"))
            note_versions(con, previous=True)
        finally:
            con.execute("DETACH previous")
    else:
        note_versions(con, previous=False)


def _reconcile(con: DuckDBPyConnection, store: Store) -> None:
    """Take over from the published file the publications that the warehouse has not recorded."""
    if not _readable(store.timeline):
        return
    con.execute(f"ATTACH {literal(store.timeline)} AS published (READ_ONLY)")
    try:
        con.execute(statement("steps/publication/reconcile"))
    finally:
        con.execute("DETACH published")


def drop_old_versions(store: Store, keep: int = KEEP) -> None:
    """Drop the versions beyond the last `keep`; the current one stays."""
    current = _current(store)
    for version in store.kept_versions()[: -max(keep, 1)]:
        if current is None or version != current.version:
            store.version(version).unlink(missing_ok=True)
