"""The data dictionary: every published table, view and column with its comment, as Markdown, made from the schema.

python -m warehouse.publication.dictionary > docs/data-dictionary.md
"""

from __future__ import annotations

import sys

import duckdb

from warehouse.publication.build import SHAPE, shape
from warehouse.storage.statements import statement

_HEAD = """# Data dictionary

Made from the comments of the schema by `python -m warehouse.publication.dictionary > docs/data-dictionary.md`; a test
holds the two together. The tables are those of `timeline.duckdb`, the published file; `quality.duckdb` has `run`,
`check_result`, `check_failure`, `quarantine`, `source` and `site_volume`. Days
are calendar days where the article was written; moments are UTC;
offsets are code points in the article's text, half-open. In the file itself: `SELECT * FROM duckdb_columns()`.

`timeline_between(a, b)` is a table macro: the events of `timeline` that meet the period from `a` to `b` (both days
included, NULL leaves a side open), with a first column `certainty`: `within` where the event lies in it for certain,
`overlaps` where it may, `possible` where it is undated and could.
"""


def dictionary() -> str:
    """Return the whole page as Markdown."""
    with duckdb.connect() as con:
        con.execute("ATTACH ':memory:' AS warehouse")
        con.execute("ATTACH ':memory:' AS dictionary")
        shape(con, "dictionary", (*SHAPE, "history"))
        con.execute("USE dictionary")
        tables = con.execute(statement("steps/publication/dictionary_tables")).fetchall()
        columns = con.execute(statement("steps/publication/dictionary_columns")).fetchall()
    parts = [_HEAD]
    for name, kind, comment in tables:
        rows = [
            f"| `{c}` | {t} | {'' if nullable else 'yes'} | {_cell(meaning)} |"
            for n, c, t, nullable, meaning in columns
            if n == name
        ]
        head = "| column | type | always there | meaning |\n|---|---|---|---|"
        parts.append(f"## {name}\n\n{kind}. {_cell(comment)}\n\n{head}\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(dictionary())
