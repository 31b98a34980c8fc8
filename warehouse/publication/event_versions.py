"""Since when each key event has stood on the timeline: noted in the candidate, from what the last version knew.

note_versions(con, previous=True)    the candidate attached as `candidate`, the last version as `previous`
"""

from __future__ import annotations

from duckdb import DuckDBPyConnection

from warehouse.storage.statements import first_row, statement

_THERE = "SELECT 1 FROM duckdb_tables() WHERE database_name = 'previous' AND table_name = 'event_version'"
_BY_AN_EARLIER_RELEASE = """
SELECT event_id, event_id AS first_event_id, version AS first_version, version AS changed_version
FROM earlier_event, (SELECT max(version) AS version FROM previous.publication)
WHERE on_timeline AND coalesce(level, 'key') = 'key'"""


def note_versions(con: DuckDBPyConnection, *, previous: bool) -> None:
    """Fill the candidate's table `event_version`; variable `version` says which one the candidate becomes."""
    more = " UNION ALL BY NAME FROM previous.event" if previous else ""
    con.execute(f"CREATE OR REPLACE TEMP VIEW earlier_event AS (FROM candidate.event LIMIT 0){more}")
    known = "FROM candidate.event_version LIMIT 0"
    if previous:
        known = "FROM previous.event_version" if first_row(con, _THERE) else _BY_AN_EARLIER_RELEASE
    con.execute(f"CREATE OR REPLACE TEMP VIEW earlier_version AS {known}")
    try:
        con.execute(statement("steps/publication/event_versions"))
    finally:
        con.execute("DROP VIEW earlier_version")
        con.execute("DROP VIEW earlier_event")
