"""Web archives (WARC): the pages among the responses that a crawler kept, one at a time."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from transforms.model import Refusal
from transforms.readers.format import Documents, Format
from transforms.readers.origin import Origin, too_large
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Snapshot, take

_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")


def responses(stream: io.BufferedReader, origin: Origin, documents: Documents) -> Iterator[Snapshot | Refusal]:
    """Return each successful response that is a page; requests, pictures, redirects and errors are passed over.

    A page is known by its address, and was fetched when the archive says.
    """
    del documents
    # Imported here: few sources are archives.
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    # The library would parse the headers of every response while it looks for the next, and stop at a bad one.
    archive = ArchiveIterator(stream, no_record_parse=True)
    archive.INC_RECORD = ""  # what it would print of a record of another length than it says
    try:
        for number, record in enumerate(archive, 1):
            where = f"{origin.uri}#{number}"
            if not record.rec_type:
                yield refuse("malformed_archive", origin.uri, where, "a record without a type")
            elif record.rec_type == "response":
                yield from _response(record, where, origin)
    except EOFError:
        yield refuse("truncated", origin.uri, origin.uri, "the archive ends within a record")
    except (ArchiveLoadFailed, zlib.error, ValueError, OSError) as e:
        yield refuse("malformed_archive", origin.uri, origin.uri, str(e)[:200])


def _response(record: Any, where: str, origin: Origin) -> Iterator[Snapshot | Refusal]:
    """Return the page of one response; a damaged response costs only itself."""
    from warcio.recordloader import ArcWarcRecordLoader
    from warcio.statusandheaders import StatusAndHeadersParserException

    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if not url:
        yield refuse("malformed_archive", origin.uri, where, "a response without an address (WARC-Target-URI)")
        return
    try:
        record.http_headers = ArcWarcRecordLoader().load_http_headers("response", url, record.raw_stream, record.length)
        found = _page(record, url, origin)
    except (StatusAndHeadersParserException, zlib.error, ValueError) as e:
        yield refuse("malformed_archive", origin.uri, f"{origin.uri}#{url}", str(e)[:200])
    else:
        if found is not None:
            yield found


def _page(record: Any, url: str, origin: Origin) -> Snapshot | Refusal | None:
    headers = record.http_headers
    if headers is None or headers.get_statuscode() != "200" or not url.startswith("http"):
        return None
    media_type = headers.get_header("Content-Type") or ""
    if media_type.partition(";")[0].strip().lower() not in _PAGES:
        return None
    where, limit = f"{origin.uri}#{url}", origin.limits.document_bytes
    payload = _bounded(record.content_stream(), limit)
    if payload is None:
        return too_large(origin, where)
    if getattr(record.raw_stream, "limit", 0) > 0:
        return refuse("truncated", origin.uri, where, "the archive ends within this record")
    if not payload.strip():
        return refuse("empty", origin.uri, where)
    hints = replace(origin.hints, url=url, fallback_id=None)
    return take(where, payload, _date(record, origin.now), media_type, hints)


def _bounded(stream: Any, limit: int) -> bytes | None:
    """Return the content, unpacked; `None` where it exceeds the limit."""
    parts, size = [], 0
    while part := stream.read(65_536):
        size += len(part)
        if size > limit:
            return None
        parts.append(part)
    return b"".join(parts)


def _date(record: Any, now: datetime) -> datetime:
    try:
        at = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or "")
    except ValueError:
        return now
    return at if at.tzinfo else now


WARC = Format(
    "warc",
    unpack=responses,
    endings=("warc",),
    by_name=False,
    recognise_bytes=lambda head: head.startswith(b"WARC/"),
)
