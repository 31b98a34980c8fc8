"""What changed between two published versions, and why.

    for change in diff(store, 3, 5): …

An event that bears another id in the later version is followed by its alias.  Why: the articles behind the mentions
that came, went or changed (new, gone, corrected date, changed text), else new rules, else other events.
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from warehouse.storage.errors import NothingPublishedError
from warehouse.storage.statements import dict_rows, literal, statement
from warehouse.storage.store import Store


@dataclass(frozen=True, slots=True)
class Change:
    """One event that is not the same in both versions.

    `change` is added, removed, joined (into another) or changed; `what` names the columns that changed, each as
    "column: before → after"; `because` the reasons.
    """

    change: str
    event_id: str
    title: str
    edtf_before: str | None
    edtf_after: str | None
    on_timeline_before: bool | None
    on_timeline_after: bool | None
    what: tuple[str, ...]
    because: tuple[str, ...]


def diff(store: Store, before: int, after: int) -> tuple[Change, ...]:
    """Return the changes from one version to another, in the order of the later one's timeline.

    Raises:
        NothingPublishedError: where one of them is not kept.
    """
    for version in (before, after):
        if not store.version(version).exists():
            kept = ", ".join(map(str, store.kept_versions())) or "none"
            raise NothingPublishedError(f"{store.path}: version {version} is not kept (kept: {kept})")
    with duckdb.connect() as con:
        con.execute(f"ATTACH {literal(store.version(before))} AS before (READ_ONLY)")
        con.execute(f"ATTACH {literal(store.version(after))} AS later (READ_ONLY)")
        rows = dict_rows(con.execute(statement("steps/publication/diff")))
    return tuple(Change(**row | {"what": tuple(row["what"]), "because": tuple(row["because"])}) for row in rows)
