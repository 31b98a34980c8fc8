"""CSV manifests: one row an article, with a `path` or a `url` and what is known of it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from transforms.model import Refusal
from transforms.readers.formats import columns, delimiter
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Hints

KNOWN = ("path", "url", "id", "title", "site", "author", "published", "updated", "language")


class Row(NamedTuple):
    """Where one article is, and what the manifest says of it."""

    line: int
    path: str | None
    url: str | None
    hints: Hints


def read_manifest(lines: Iterable[str], source: str) -> Iterator[Row | Refusal]:
    """The rows of a manifest, one at a time; a row that names no document, or has too many cells, is refused.

    Args:
        lines: of the file, the header first.
        source: what the file is called, for refusals.
    """
    rows = iter(lines)
    header = next(rows, "").removeprefix("\N{BYTE ORDER MARK}")
    try:
        names = columns(header)
    except csv.Error as e:
        yield refuse("malformed_row", source, f"{source}#1", f"the header cannot be read: {e}")
        return
    reader = csv.reader(rows, delimiter=delimiter(header))
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as e:
            yield refuse("malformed_row", source, f"{source}#{reader.line_num + 1}", str(e))
            continue
        if cells is None:
            return
        line = reader.line_num + 1
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(names):
            detail = f"{len(cells)} cells under {len(names)} columns: is a cell with a comma missing its quotes?"
            yield refuse("malformed_row", source, f"{source}#{line}", detail)
            continue
        said = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if name in KNOWN and cell.strip()}
        if "path" not in said and "url" not in said:
            yield refuse("malformed_row", source, f"{source}#{line}", "neither «path» nor «url» is filled in")
            continue
        path, url = said.pop("path", None), said.get("url")
        yield Row(line, path, url, Hints(**said))  # type: ignore[arg-type]
