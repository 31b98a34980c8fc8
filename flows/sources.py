"""From a SOURCE as a person names it to raw snapshots, one document at a time and never all in memory."""

from __future__ import annotations

import gzip
import io
import os
import stat
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from transforms.model import Refusal
from transforms.readers.decoding import decode
from transforms.readers.formats import HEAD, Format, recognise
from transforms.readers.manifest import Row, read_manifest
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import NO_HINTS, Hints, Snapshot, take

_COMPRESSED_ENDINGS = (".gz",)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost."""

    document_bytes: int = 20_000_000
    """Bytes of one document, unpacked; one larger is refused (`too_large`)."""
    nesting: int = 2
    """How deep packed files may lie in packed files."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What holds for everything that one SOURCE leads to."""

    source: str
    now: datetime
    hints: Hints
    limits: Limits


def open_source(
    source: str, *, now: datetime | None = None, hints: Hints = NO_HINTS, limits: Limits | None = None
) -> Iterator[Snapshot | Refusal]:
    """Every document that a SOURCE leads to, as raw bytes, lazily; what cannot be had comes as a refusal.

    Args:
        source: a file, a folder, a manifest, an address, a feed, or `-` for standard input.
        now: when the bytes are taken, with a zone; this machine's clock where not given.
        hints: what the settings say of this source (language, site, kind); a manifest's row outranks them.
        limits: of size.
    """
    opening = Opening(source, now or datetime.now(UTC), hints, limits or Limits())
    if source == "-":
        yield from _from_stream(opening, _buffered(sys.stdin.buffer), "-", replace(hints, fallback_id="stdin"))
        return
    path = Path(source)
    if path.is_dir():
        yield from _from_folder(opening, path)
    else:
        yield from _from_file(opening, path, replace(hints, fallback_id=_without_ending(path.name)))


def _from_folder(opening: Opening, root: Path) -> Iterator[Snapshot | Refusal]:
    """Every file below, in order of names; manifests first, and what they name is not read a second time."""
    manifests = [path for path in _files(root) if path.suffix.lower() in (".csv", ".tsv")]
    claimed: set[Path] = set(manifests)
    for path in manifests:
        claimed |= _claimed(path)
        yield from _from_file(opening, path, replace(opening.hints, fallback_id=_relative_id(path, root)), root)
    for path in _files(root):
        if path not in claimed:
            yield from _from_file(opening, path, replace(opening.hints, fallback_id=_relative_id(path, root)), root)


def _files(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder, name)


def _claimed(manifest: Path) -> set[Path]:
    try:
        with manifest.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
            rows = read_manifest(lines, str(manifest))
            return {_below(manifest, row.path) for row in rows if isinstance(row, Row) and row.path}
    except OSError:
        return set()


def _below(manifest: Path, path: str) -> Path:
    return Path(os.path.normpath(manifest.parent / path))


def _relative_id(path: Path, root: Path) -> str:
    relative = Path(os.path.relpath(path, root))
    return (relative.parent / _without_ending(relative.name)).as_posix()


def _without_ending(name: str) -> str:
    for ending in _COMPRESSED_ENDINGS:
        if name.lower().endswith(ending):
            name = name[: -len(ending)]
    stem, _, ending = name.rpartition(".")
    return stem if stem else ending


def _from_file(opening: Opening, path: Path, hints: Hints, root: Path | None = None) -> Iterator[Snapshot | Refusal]:
    where = str(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            yield refuse("unreadable_file", opening.source, where, "it is a folder: give the folder itself as a SOURCE")
            return
        # A pipe is read where it is the SOURCE itself (`<(…)` in a shell); met in a folder it would block for ever.
        if root is not None and not stat.S_ISREG(mode):
            yield refuse("unreadable_file", opening.source, where, "it is not a regular file")
            return
        with path.open("rb", buffering=0) as raw:
            yield from _from_stream(opening, _buffered(raw), where, hints, root or path.parent)
    except FileNotFoundError:
        yield refuse("missing_file", opening.source, where)
    except OSError as e:
        yield refuse("unreadable_file", opening.source, where, e.strerror or str(e))


def _from_stream(
    opening: Opening, stream: io.BufferedReader, uri: str, hints: Hints, root: Path | None = None, depth: int = 0
) -> Iterator[Snapshot | Refusal]:
    """The documents of one open file, whatever it turns out to hold."""
    form = recognise(stream.peek(HEAD)[:HEAD], uri)
    if form == "gzip" and depth < opening.limits.nesting:
        yield from _unpacked(opening, stream, uri, hints, root, depth)
    elif form == "json":
        yield from _json_lines(opening, stream, uri, hints)
    elif form == "manifest" and root is not None:
        yield from _manifest(opening, stream, Path(uri), root)
    else:
        yield from _document(opening, stream, uri, hints, form)


def _unpacked(
    opening: Opening, stream: io.BufferedReader, uri: str, hints: Hints, root: Path | None, depth: int
) -> Iterator[Snapshot | Refusal]:
    name = uri[: -len(".gz")] if uri.lower().endswith(".gz") else uri
    try:
        inner = _buffered(gzip.GzipFile(fileobj=stream))
        yield from _from_stream(opening, inner, name, hints, root, depth + 1)
    except EOFError:
        yield refuse("truncated", opening.source, uri, "the compressed file ends before it should")
    except (gzip.BadGzipFile, zlib.error) as e:
        yield refuse("malformed_archive", opening.source, uri, str(e))


def _document(
    opening: Opening, stream: io.BufferedReader, uri: str, hints: Hints, form: Format
) -> Iterator[Snapshot | Refusal]:
    """The whole stream as one document."""
    if form in ("empty", "binary", "unknown"):
        code = "unknown_format" if form == "unknown" else form
        yield refuse(code, opening.source, uri)
        return
    limit = opening.limits.document_bytes
    payload = stream.read(limit + 1)
    if len(payload) > limit:
        yield refuse("too_large", opening.source, uri, f"more than {limit:,} bytes")
        return
    yield take(uri, payload, opening.now, hints=hints)


def _json_lines(opening: Opening, stream: io.BufferedReader, uri: str, hints: Hints) -> Iterator[Snapshot | Refusal]:
    """One snapshot a line; a file that is one JSON value over several lines stays one."""
    limit = opening.limits.document_bytes
    if stream.peek(HEAD).lstrip(b"\xef\xbb\xbf \t")[:2].strip() in (b"{", b"["):
        yield from _document(opening, stream, uri, hints, "json")
        return
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        where = f"{uri}#{number}"
        if len(line) > limit:
            yield refuse("too_large", opening.source, where, f"a line of more than {limit:,} bytes")
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
        elif line.strip():
            yield take(where, line.rstrip(b"\r\n"), opening.now, hints=hints)


def _manifest(opening: Opening, stream: io.BufferedReader, manifest: Path, root: Path) -> Iterator[Snapshot | Refusal]:
    """The documents that a manifest's rows name."""
    limit = opening.limits.document_bytes
    payload = stream.read(limit + 1)
    decoded = decode(payload) if len(payload) <= limit else None
    if decoded is None:
        yield refuse("undecodable" if len(payload) <= limit else "too_large", opening.source, str(manifest))
        return
    for row in read_manifest(decoded.text.splitlines(keepends=True), str(manifest)):
        if isinstance(row, Refusal):
            yield replace(row, source=opening.source)
            continue
        said = _merged(row.hints, opening.hints)
        if row.path is None:
            yield refuse("fetch_failed", opening.source, f"{manifest}#{row.line}", "addresses are not fetched yet")
            continue
        path = _below(manifest, row.path)
        for item in _from_file(opening, path, replace(said, fallback_id=_relative_id(path, root)), root):
            if isinstance(item, Refusal) and item.reason_code == "missing_file":
                item = replace(item, detail=f"{item.detail}: named in {manifest}, line {row.line}")
            yield item


def _merged(first: Hints, second: Hints) -> Hints:
    """What the first says, and where it says nothing the second."""
    said = {field.name: getattr(first, field.name) for field in fields(Hints) if getattr(first, field.name) is not None}
    return replace(second, **said)


def _buffered(raw: Any) -> io.BufferedReader:
    """A reader that can look at the beginning without taking it, on pipes too."""
    return io.BufferedReader(raw, HEAD)
