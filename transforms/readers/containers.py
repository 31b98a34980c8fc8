"""Packed files and archives (gzip, ZIP), taken apart one document at a time.

Every function reads a binary stream forward and keeps one document in memory, never the whole.
"""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import PurePosixPath
from typing import Any

from transforms.model import Refusal
from transforms.readers.archives.gzip_members import ExpansionError, Members, begins_with
from transforms.readers.decoding import decode
from transforms.readers.format import HEAD, Documents, Format
from transforms.readers.manifest import Row, is_manifest, read_manifest
from transforms.readers.origin import Allowance, Origin, Unpacked
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Hints, Snapshot

_FILES_ALONE = "a manifest in an archive names files of the archive, not addresses"
_FAR_MORE = "it unpacks to far more than articles would"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError)


def buffered(raw: Any) -> io.BufferedReader:
    """Return a reader that can look at the beginning without taking it, on pipes too."""
    return io.BufferedReader(raw, HEAD)


def _too_deep(origin: Origin) -> bool:
    return origin.depth >= origin.limits.nesting


def _refuse_nested(origin: Origin) -> Refusal:
    return refuse("unknown_format", origin.uri, origin.uri, "packed files within packed files within packed files")


def read_gzip(stream: io.BufferedReader, origin: Origin, documents: Documents) -> Iterator[Snapshot | Refusal]:
    """Return the documents of a packed file, whatever it holds."""
    if _too_deep(origin):
        yield _refuse_nested(origin)
        return
    allowance = origin.allowance or Allowance(origin.limits)
    outermost = origin.allowance is None
    unpacked: _Gunzipped | Members
    if begins_with(stream.peek(HEAD)[:HEAD], b"WARC/"):
        unpacked = Members(stream, allowance, outermost=outermost, held=origin.limits.document_bytes)
    else:
        unpacked = _Gunzipped(stream, allowance, outermost=outermost)
    inside = "" if "zip" in origin.media_type else origin.media_type
    within = replace(origin, media_type=inside, depth=origin.depth + 1, allowance=allowance)
    yield from documents(buffered(unpacked), within)
    if isinstance(unpacked, Members):
        for number in unpacked.damaged:
            yield refuse("malformed_archive", origin.uri, f"{origin.uri}#{number}", "this record is damaged")
        if unpacked.is_cut:
            yield refuse("truncated", origin.uri, origin.uri, "the archive ends within a record")
    if isinstance(unpacked.failure, ExpansionError):
        yield refuse("too_large", origin.uri, origin.uri, _FAR_MORE)
    elif isinstance(unpacked.failure, EOFError):
        yield refuse("truncated", origin.uri, origin.uri, "the packed file ends before it should")
    elif unpacked.failure is not None:
        yield refuse("malformed_archive", origin.uri, origin.uri, str(unpacked.failure))


class _Gunzipped(Unpacked):
    """The content of a gzip stream."""

    def __init__(self, packed: io.BufferedReader, allowance: Allowance, *, outermost: bool) -> None:
        self._allowance = allowance
        counted: Any = _Counted(packed, allowance) if outermost else packed
        self._inner = gzip.GzipFile(fileobj=counted, mode="rb")

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        if self.failure is not None:
            return 0
        try:
            found = self._inner.read1(len(into))
        except (EOFError, gzip.BadGzipFile, zlib.error) as e:
            self.failure = e
            return 0
        self._allowance.unpacked += len(found)
        if self._allowance.exceeded:
            self.failure = ExpansionError()
            return 0
        into[: len(found)] = found
        return len(found)


class _Counted:
    """A stream whose bytes are counted as they are read."""

    def __init__(self, stream: io.BufferedReader, allowance: Allowance) -> None:
        self._stream, self._allowance = stream, allowance

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        found = self._stream.read(size)
        self._allowance.packed += len(found)
        return found


def read_zip(stream: io.BufferedReader, origin: Origin, documents: Documents) -> Iterator[Snapshot | Refusal]:
    """Return the members of a ZIP archive, a manifest's rows first; members are named as files of a folder are."""
    if _too_deep(origin):
        yield _refuse_nested(origin)
        return
    try:
        archive = zipfile.ZipFile(_seekable(stream, origin))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as e:
        yield refuse("malformed_archive", origin.uri, origin.uri, str(e))
        return
    with archive:
        members = {info.filename: info for info in archive.infolist() if _is_document(info.filename)}
        if "[Content_Types].xml" in members or "mimetype" in members:
            yield refuse(
                "unknown_format", origin.uri, origin.uri, "an office document or e-book, not an archive of articles"
            )
            return
        allowance = origin.allowance or Allowance(
            origin.limits, packed=sum(info.compress_size for info in members.values())
        )
        for name, hints in _in_order(archive, members, origin):
            where = f"{origin.uri}#{name}"
            if isinstance(hints, Refusal):
                yield hints
                continue
            info = members.get(name)
            if info is None:
                yield refuse("missing_file", origin.uri, where, "named in the archive's manifest")
                continue
            if info.file_size > allowance.most:
                yield refuse("too_large", origin.uri, where, _FAR_MORE)
                continue
            allowance.unpacked += info.file_size
            if allowance.exceeded:
                yield refuse("too_large", origin.uri, where, _FAR_MORE)
                return
            within = replace(origin, uri=where, hints=hints, media_type="", allowance=allowance)
            yield from _member(archive, info, within, documents)


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, origin: Origin, documents: Documents
) -> Iterator[Snapshot | Refusal]:
    if info.flag_bits & 1:
        yield refuse("encrypted", origin.uri, origin.uri)
        return
    try:
        with archive.open(info) as member:
            yield from documents(buffered(member), replace(origin, depth=origin.depth + 1, lone=False))
    except _DAMAGED as e:
        yield refuse("truncated" if isinstance(e, EOFError) else "malformed_archive", origin.uri, origin.uri, str(e))


def _in_order(
    archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], origin: Origin
) -> Iterator[tuple[str, Hints | Refusal]]:
    """Return each member once, with what a manifest in the archive says of it."""
    base = f"{origin.hints.fallback_id}/" if not origin.lone and origin.hints.fallback_id else ""
    done: set[str] = set()
    for name in sorted(n for n in members if n.lower().endswith((".csv", ".tsv"))):
        info = members[name]
        if info.flag_bits & 1 or info.file_size > origin.limits.document_bytes:
            continue
        try:
            with archive.open(info) as member:
                decoded = decode(member.read(origin.limits.document_bytes))
        except _DAMAGED:
            # Met again among the members, and refused there.
            continue
        if decoded is None or not is_manifest(decoded.text[:HEAD].encode()):
            continue
        done.add(name)
        for row in read_manifest(decoded.text.splitlines(keepends=True), f"{origin.uri}#{name}"):
            if isinstance(row, Row) and row.path:
                path = str(PurePosixPath(name).parent / row.path)
                done.add(path)
                yield path, merged(row.hints, replace(origin.hints, fallback_id=base + without_ending(path)))
            elif isinstance(row, Refusal):
                yield name, row
            else:
                yield name, refuse("malformed_row", origin.uri, f"{origin.uri}#{name}", _FILES_ALONE)
    for name in sorted(members.keys() - done):
        yield name, replace(origin.hints, fallback_id=base + without_ending(name))


def _seekable(stream: io.BufferedReader, origin: Origin) -> Any:
    """Return a stream one can go back in: a ZIP's table of contents stands at its end."""
    if stream.seekable() and origin.depth == 0:
        return stream
    payload = stream.read(origin.limits.document_bytes * 5 + 1)
    if len(payload) > origin.limits.document_bytes * 5:
        raise ValueError("too large to unpack from within another archive or a pipe")
    return io.BytesIO(payload)


def _is_document(name: str) -> bool:
    """True if a member is no folder, not hidden, and not one of those that a Mac adds."""
    parts = PurePosixPath(name).parts
    return not name.endswith("/") and not any(part.startswith((".", "__MACOSX")) for part in parts)


def without_ending(path: str) -> str:
    """Return the path without the ending of its format, and without `.gz` after that."""
    folder, slash, name = path.rpartition("/")
    if name.lower().endswith(".gz"):
        name = name[: -len(".gz")]
    stem, _, ending = name.rpartition(".")
    return f"{folder}{slash}{stem or ending}"


def merged(first: Hints, second: Hints) -> Hints:
    """Return what the first says, and where it says nothing the second."""
    said = {field.name: getattr(first, field.name) for field in fields(Hints) if getattr(first, field.name) is not None}
    return replace(second, **said)


GZIP = Format("gzip", unpack=read_gzip, by_name=False, recognise_bytes=lambda head: head.startswith(b"\x1f\x8b"))
ZIP = Format(
    "zip",
    unpack=read_zip,
    endings=("zip",),
    by_name=False,
    recognise_bytes=lambda head: head.startswith((b"PK\x03\x04", b"PK\x05\x06")),
)
