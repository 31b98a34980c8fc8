"""What names articles: CSV manifests (a row with a `path` or a `url` and what is known of it), lists of addresses."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from transforms.model import Refusal
from transforms.readers.format import Format
from transforms.readers.plain_text import read_plain_text
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Hints

KNOWN = ("path", "url", "id", "title", "site", "author", "published", "updated", "language", "kind")
_ADDRESS = re.compile(rb"https?://\S+$", re.IGNORECASE)


class Row(NamedTuple):
    """Where one article is, and what the manifest says of it."""

    line: int
    path: str | None
    url: str | None
    hints: Hints


def read_manifest(lines: Iterable[str], source: str) -> Iterator[Row | Refusal]:
    """Return the rows of a manifest, one at a time; a row that names no document, or has too many cells, is refused.

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
        yield Row(line, path, url, Hints(**said))


def is_manifest(head: bytes) -> bool:
    """True if the first line names columns, `path` or `url` among them."""
    line = next((line.strip() for line in head.splitlines()[:20] if line.strip()), b"")
    names = columns(line.decode("utf-8", errors="replace"))
    return bool({"path", "url"} & set(names)) and all(name.replace("_", "").isalnum() for name in names if name)


def is_list_of_addresses(head: bytes) -> bool:
    """True if the lines are addresses; those that begin with `#` are remarks, and the last one may be cut off."""
    lines = [line.strip() for line in head.splitlines()[:20]]
    addresses = [line for line in lines if line and not line.startswith(b"#")]
    return bool(addresses) and all(_ADDRESS.match(line) for line in addresses[: max(1, len(addresses) - 1)])


def columns(header: str) -> list[str]:
    """Return the column names of a manifest's first line."""
    for row in csv.reader([header], delimiter=delimiter(header)):
        return [name.strip().casefold() for name in row]
    return []


def delimiter(header: str) -> str:
    """Return what parts the columns: the likeliest of comma, semicolon and tab."""
    return max(",;\t", key=header.count)


# Where they are read and not followed, they are texts.
MANIFEST = Format("manifest", read_plain_text, by_name=False, recognise_text=is_manifest)
ADDRESSES = Format("addresses", read_plain_text, by_name=False, recognise_text=is_list_of_addresses)
