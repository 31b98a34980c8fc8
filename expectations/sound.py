"""Whether checks that somebody added can be judged at all: found out before anything is read.

Each query is bound to the empty published tables, so that a word that is no column ends the run at its start and not
after an hour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict

import duckdb
from duckdb import DuckDBPyConnection

from expectations.checks import Check, CheckFileError
from expectations.history import NO_HISTORY
from expectations.thresholds import Thresholds
from warehouse.publication.build import SHAPE
from warehouse.storage.statements import statement

_LINE = re.compile(r"LINE (\d+):")
_COLUMNS = ("row_key", "article_id", "detail")


def require_sound(checks: Sequence[Check]) -> None:
    """Find out whether each check can be judged.

    Raises:
        CheckFileError: where one cannot, naming file and line.
    """
    if not checks:
        return
    with _published() as con:
        tables = {row[0] for row in con.execute("SHOW TABLES").fetchall()}
        for check in checks:
            if check.table not in tables:
                raise CheckFileError(check.path, 1, f"there is no published table {check.table!r}")
            _require_answer(con, check)


def _require_answer(con: DuckDBPyConnection, check: Check) -> None:
    try:
        statements = duckdb.extract_statements(check.sql)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise CheckFileError(check.path, check.line, "a check is one query, a SELECT")
        columns = [row[0] for row in con.execute(f"DESCRIBE {check.sql}").fetchall()]
    except duckdb.Error as error:
        message = str(error).strip()
        found = _LINE.search(message)
        line = check.line + int(found[1]) - 1 if found else check.line
        raise CheckFileError(check.path, line, message.splitlines()[0]) from None
    if missing := [name for name in _COLUMNS if name not in columns]:
        wanted, lacking = ", ".join(_COLUMNS), ", ".join(missing)
        raise CheckFileError(check.path, check.line, f"a check returns {wanted}; this one has no {lacking}")


@contextmanager
def _published() -> Iterator[DuckDBPyConnection]:
    """Open the published tables, empty, together with what checks may read beside them."""
    with duckdb.connect(":memory:", config={"enable_external_access": "false"}) as con:
        for file in SHAPE:
            con.execute(statement(f"models/{file}"))
        for sql in NO_HISTORY:
            con.execute(sql)
        for name, value in {"run_started": "2000-01-01", **asdict(Thresholds())}.items():
            con.execute(f"SET VARIABLE {name} = ?", [value])
        yield con
