"""The status of a store: what it holds, how its last runs went, which sources are late, and what to do about it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from warehouse.storage.connect import open_file, open_reader
from warehouse.storage.errors import DamagedStoreError, NothingPublishedError
from warehouse.storage.statements import dict_rows
from warehouse.storage.store import Store

Row = Mapping[str, Any]
RUNS_SHOWN = 8
REFUSALS_SHOWN, REFUSALS_READ = 12, 1_000

_RUNS = "SELECT * FROM run ORDER BY started_at DESC LIMIT ?"
_FAILED = """
FROM check_result WHERE run_id = ? AND NOT passed
ORDER BY list_position(['critical', 'warning', 'info'], severity), check_name"""
_SITES = "SELECT site, articles, dated, events, latest_published FROM site_volume WHERE run_id = ? ORDER BY site"
_SILENT = "FROM source WHERE run_id = ? AND silent_runs > 0 ORDER BY silent_runs DESC, source"
_REFUSED = "FROM quarantine WHERE run_id = ? ORDER BY stage, source, location LIMIT ?"


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """What `dateline status` shows."""

    published: Row | None
    runs: tuple[Row, ...]
    """The last runs, latest first."""
    failed: tuple[Row, ...]
    """Checks of the last judged run that did not pass."""
    sites: tuple[Row, ...]
    """Each outlet's volume and freshness, as of the last judged run."""
    refused: tuple[Row, ...]
    """What the last run refused."""
    silent: tuple[Row, ...] = ()
    """Sources that gave the last run nothing."""
    damaged: tuple[str, ...] = ()
    """Files that cannot be opened, each with what to do."""

    def as_dict(self) -> dict[str, Any]:
        """Return the status in JSON's types, except for dates."""
        return {
            "published": self.published,
            "runs": list(self.runs),
            "failed_checks": list(self.failed),
            "sites": list(self.sites),
            "quarantine": list(self.refused),
            "silent_sources": list(self.silent),
            "damaged_files": list(self.damaged),
        }


def store_status(store: Store) -> StoreStatus:
    """Read the published file and quality.duckdb; the warehouse belongs to the writer and is left alone."""
    published = None
    damaged: tuple[str, ...] = ()
    try:
        with open_reader(store) as con:
            published = next(iter(_rows(con, "FROM publication ORDER BY version DESC LIMIT 1")), None)
    except NothingPublishedError as error:
        damaged = (str(error),) if store.kept_versions() else ()
    except DamagedStoreError as error:
        damaged = (str(error),)
    if not store.quality.exists():
        return StoreStatus(published, (), (), (), (), damaged=damaged)
    try:
        return _judged_status(store, published, damaged)
    except DamagedStoreError as error:
        return StoreStatus(published, (), (), (), (), damaged=(*damaged, str(error)))


def _judged_status(store: Store, published: Row | None, damaged: tuple[str, ...]) -> StoreStatus:
    with open_file(store.quality) as con:
        runs = _rows(con, _RUNS, RUNS_SHOWN)
        judged = _rows(con, "SELECT max(run_id) AS run_id FROM check_result")[0]["run_id"]
        return StoreStatus(
            published,
            runs,
            _rows(con, _FAILED, judged),
            _rows(con, _SITES, judged),
            _rows(con, _REFUSED, runs[0]["run_id"] if runs else None, REFUSALS_READ),
            _rows(con, _SILENT, runs[0]["run_id"] if runs else None),
            damaged,
        )


def _rows(con: Any, sql: str, *values: object) -> tuple[Row, ...]:
    return tuple(dict_rows(con.execute(sql, list(values))))


def lines(store: Store, found: StoreStatus) -> list[str]:
    """Return the store's status as lines for people."""
    from flows.outputs.tables import cell, table_lines

    made = []
    if found.published:
        p = found.published
        made.append(
            f"published   version {p['version']} of {p['published_at']:%Y-%m-%d %H:%M} UTC: {p['on_timeline']} events"
            f" on the timeline, {p['dated']} dated, {p['mentions']} mentions, {p['articles']} articles"
        )
    elif not found.damaged:
        made.append("published   nothing yet")
    made += [f"damaged     {line}" for line in found.damaged]
    if not found.runs and found.damaged:
        return made
    if not found.runs:
        return [*made, f"runs        none yet: dateline run SOURCE --store {store.path}"]
    made += ["", "last runs"]
    heads = ("started", "ended", "new", "changed", "unchanged", "refused", "version", "what went wrong")
    made += _indented(table_lines(heads, [_run_cells(run) for run in found.runs]))
    if found.sites:
        made += ["", "outlets"]
        table = [[cell(s[k]) for k in ("site", "articles", "events", "dated", "latest_published")] for s in found.sites]
        made += _indented(table_lines(("outlet", "articles", "events", "dated", "newest article"), table))
    if found.silent:
        made += ["", "sources that gave nothing"]
        for source in found.silent:
            runs = "the last run" if source["silent_runs"] == 1 else f"the last {source['silent_runs']} runs"
            since = f", since {source['gave_at']:%Y-%m-%d}" if source["gave_at"] else ", nor ever before"
            made.append(
                f"  {cell(source['source'])}: nothing in {runs}{since}: {cell(source['failure'] or 'it is empty')}"
            )
    if found.failed:
        made += ["", "checks that did not pass"]
        for check in found.failed:
            rows = "1 row" if check["rows_failed"] == 1 else f"{check['rows_failed']} rows"
            made.append(f"  {check['severity']} {check['check_name']}: {rows}; {cell(check['remedy'])}")
    if found.refused:
        made += ["", "refused in the last run"]
        made += [
            f"  {cell(r['location'])}: {cell(r['detail'])}; {cell(r['remedy'])}" for r in found.refused[:REFUSALS_SHOWN]
        ]
        if len(found.refused) > REFUSALS_SHOWN:
            made.append(
                f"  and {len(found.refused) - REFUSALS_SHOWN} more: dateline status --json --store {store.path}"
            )
    return made


def _indented(lines_of_table: Any) -> list[str]:
    return [f"  {line}" for line in lines_of_table]


def _run_cells(run: Row) -> list[str]:
    from flows.outputs.tables import cell

    names = ("articles_new", "articles_changed", "articles_unchanged", "articles_quarantined", "version")
    return [f"{run['started_at']:%Y-%m-%d %H:%M:%S}", run["status"], *(cell(run[name]) for name in names), _wrong(run)]


def _wrong(run: Row) -> str:
    """Return one line on a run that did not end well; the others keep their receipt in `detail`."""
    from flows.outputs.tables import cell

    detail = run["detail"] or ""
    try:
        receipt = json.loads(detail)
    except ValueError:
        return cell(detail)
    if not isinstance(receipt, dict) or run["status"] != "refused":
        return ""
    return ", ".join(f["name"] for f in receipt["checks"]["failures"] if f["severity"] == "critical")
