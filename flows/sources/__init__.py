"""Where are the documents?  From a SOURCE as a person names it to raw snapshots.

In: a file, folder, archive, manifest, feed or address.  Out: one document at a time, never all in memory.  Open
`__init__.py` first; `fetch.py` is the web.
"""

from __future__ import annotations

import io
import json
import stat
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from flows.settings import FetchSettings
from flows.sources.lazy_web import LazyWeb
from flows.sources.paths import below, claimed, files, folder_of, relative_id, shown
from flows.sources.web import Web
from transforms.model import Refusal
from transforms.readers.containers import buffered, merged, without_ending
from transforms.readers.decoding import decode
from transforms.readers.format import HEAD
from transforms.readers.identity import id_of_address
from transforms.readers.manifest import read_manifest
from transforms.readers.origin import Limits, Origin
from transforms.readers.reasons import fault, refuse
from transforms.readers.registry import documents, format_named, recognise
from transforms.readers.snapshot import NO_HINTS, Hints, Snapshot, take

if TYPE_CHECKING:
    from transforms.readers.feeds import Entry

__all__ = ["Limits", "SourceOptions", "open_source"]

Item = Snapshot | Refusal
_DEEPEST = 3
"""How many lists, manifests and feeds may lead from one to the next."""


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """How a SOURCE is read; every field may be left out."""

    now: datetime | None = None
    """When the bytes are taken, with a zone; this machine's clock where not given."""
    hints: Hints = NO_HINTS
    """What the settings say of this source (language, site, kind); a manifest's row outranks them."""
    limits: Limits = field(default_factory=Limits)
    web: Web | None = None
    """For what lies on the web; with the default settings where not given."""
    linked: bool = False
    """For a feed: the pages that its entries link to, not the entries' own words."""
    kind: str = ""
    """The format of documents whose content does not show it, outranking endings and the server's word."""
    most: int = 0
    """Documents at most; 0 is no limit."""
    outside: bool = False
    """Whether a manifest's paths and a folder's links may lead out of the SOURCE's folder."""


AS_IT_COMES = SourceOptions()


@dataclass(frozen=True, slots=True)
class _Opening:
    """What holds for everything that one SOURCE leads to."""

    source: str
    now: datetime
    web: Web
    options: SourceOptions
    media_type: str
    confines: Path | None = None
    """The folder that no file may lie outside of; `None` where a setting lets a SOURCE lead anywhere."""
    lists: set[str] = field(default_factory=set)
    """The lists, manifests and feeds that were opened: one that names itself is read once."""

    @property
    def hints(self) -> Hints:
        return self.options.hints

    @property
    def limits(self) -> Limits:
        return self.options.limits


def open_source(source: str, options: SourceOptions = AS_IT_COMES) -> Iterator[Item]:
    """Yield every document that a SOURCE leads to, as raw bytes, lazily; what cannot be had comes as a refusal.

    A SOURCE is a file, a folder, an archive, a manifest, a list of addresses, an address, a feed, or `-` for standard
    input.
    """
    with ExitStack() as stack:
        web = options.web
        if web is None:
            web = LazyWeb(FetchSettings(), options.limits.document_bytes)
            stack.callback(web.close)
        confines = None if options.outside else folder_of(source)
        opening = _Opening(source, options.now or datetime.now(UTC), web, options, _media_type(options.kind), confines)
        items = _guarded(source, _open(opening))
        found = (replace(item, source=source) if isinstance(item, Refusal) else item for item in items)
        yield from islice(found, options.most) if options.most else found


def _media_type(kind: str) -> str:
    """Return the media type of a format by its name; empty where it has none."""
    form = format_named(kind)
    return next(iter(form.media_types), "") if form else ""


def _guarded(where: str, items: Iterator[Item]) -> Iterator[Item]:
    """Yield the items; an error that no reader foresaw is a refusal of what lies here, and what follows goes on."""
    try:
        yield from items
    except Exception as error:  # one document must never end a run
        yield fault("read", where, error)


def _open(opening: _Opening) -> Iterator[Item]:
    source, hints = opening.source, opening.hints
    if source == "-":
        stream = buffered(sys.stdin.buffer)
        yield from _from_stream(opening, stream, _origin(opening, "-", replace(hints, fallback_id="stdin")), Path(), 0)
    elif source.lower().startswith(("http://", "https://")):
        yield from _from_address(opening, source, hints, 0)
    elif (path := Path(source)).is_dir():
        yield from _from_folder(opening, path)
    else:
        yield from _from_file(opening, path, replace(hints, fallback_id=without_ending(path.name)), None, 0)


def _origin(opening: _Opening, uri: str, hints: Hints) -> Origin:
    return Origin(uri, opening.now, hints, opening.limits, opening.media_type)


def _from_folder(opening: _Opening, root: Path) -> Iterator[Item]:
    """Every file below, in order of names; manifests first, and what they name is not read a second time."""
    manifests = [path for path in files(root) if isinstance(path, Path) and path.suffix.lower() in (".csv", ".tsv")]
    named: set[Path] = set(manifests)
    for path in manifests:
        named |= claimed(path, opening.limits)
        hints = replace(opening.hints, fallback_id=relative_id(path, root))
        yield from _guarded(shown(path), _from_file(opening, path, hints, root, 0))
    for found in files(root):
        if isinstance(found, Refusal):
            yield found
        elif found not in named:
            hints = replace(opening.hints, fallback_id=relative_id(found, root))
            yield from _guarded(shown(found), _from_file(opening, found, hints, root, 0))


def _from_file(opening: _Opening, path: Path, hints: Hints, root: Path | None, depth: int) -> Iterator[Item]:
    """Return the documents of one file; `root` is the folder that ids are relative to, `None` for a lone file."""
    where = shown(path)
    try:
        mode = path.stat().st_mode
        if root is not None and opening.confines and not path.resolve().is_relative_to(opening.confines):
            yield refuse("outside_source", where, where)
        elif stat.S_ISDIR(mode):
            yield refuse("unreadable_file", where, where, "it is a folder: give the folder itself as a SOURCE")
        elif root is not None and not stat.S_ISREG(mode):
            # A pipe is read where it is the SOURCE itself (`<(…)` in a shell); met in a folder it would block for ever.
            yield refuse("unreadable_file", where, where, "it is not a regular file")
        else:
            with path.open("rb", buffering=0) as raw:
                origin = replace(_origin(opening, where, hints), lone=root is None)
                yield from _from_stream(opening, buffered(raw), origin, root or path.parent, depth)
    except FileNotFoundError:
        yield refuse("missing_file", where, where)
    except OSError as e:
        yield refuse("unreadable_file", where, where, e.strerror or str(e))


def _from_stream(
    opening: _Opening, stream: io.BufferedReader, origin: Origin, root: Path | None, depth: int
) -> Iterator[Item]:
    """Return the documents of a stream, and those its manifests, lists and feeds lead to."""
    for item in documents(stream, origin):
        if isinstance(item, Refusal) or item.payload.startswith(b"{"):
            yield item
            continue
        form = recognise(item.payload[:HEAD], item.uri, item.media_type).name
        leads_on = form in ("manifest", "addresses") or (form == "feed" and opening.options.linked)
        if leads_on and item.uri in opening.lists:
            continue
        if leads_on:
            opening.lists.add(item.uri)
        if form in ("manifest", "addresses") and depth >= _DEEPEST:
            yield refuse("unknown_format", item.uri, item.uri, "lists that lead to lists that lead to lists")
        elif form == "manifest":
            yield from _from_manifest(opening, item, root, depth + 1)
        elif form == "addresses":
            yield from _from_list(opening, item, depth + 1)
        elif form == "feed" and opening.options.linked:
            yield from _from_feed(opening, item, depth + 1)
        else:
            yield item


def _from_manifest(opening: _Opening, manifest: Snapshot, root: Path | None, depth: int) -> Iterator[Item]:
    """Return the documents that a manifest's rows name; on the web, its paths are relative to its address."""
    decoded = decode(manifest.payload, manifest.media_type)
    if decoded is None:
        yield refuse("undecodable", manifest.uri, manifest.uri)
        return
    if decoded.guessed:
        yield refuse("encoding_guessed", manifest.uri, manifest.uri, f"read as {decoded.encoding}")
    for row in read_manifest(decoded.text.splitlines(keepends=True), manifest.uri):
        if isinstance(row, Refusal):
            yield row
            continue
        said = merged(row.hints, opening.hints)
        if row.path is None or root is None:
            address = row.url if row.path is None else urljoin(manifest.uri, row.path)
            if address is not None:
                yield from _guarded(address, _from_address(opening, address, said, depth))
            continue
        path = below(Path(manifest.uri), row.path)
        hints = replace(said, fallback_id=relative_id(path, root))
        for item in _guarded(shown(path), _from_file(opening, path, hints, root, depth)):
            if isinstance(item, Refusal) and item.reason_code == "missing_file":
                item = replace(item, detail=f"{item.detail}: named in {manifest.uri}, line {row.line}")
            yield item


def _from_list(opening: _Opening, listing: Snapshot, depth: int) -> Iterator[Item]:
    """Return the documents at a list of addresses, one a line; lines that begin with `#` are comments."""
    decoded = decode(listing.payload, listing.media_type)
    for number, line in enumerate(decoded.text.splitlines() if decoded else (), 1):
        address = line.strip()
        if not address or address.startswith("#"):
            continue
        if address.lower().startswith(("http://", "https://")):
            yield from _guarded(address, _from_address(opening, address, opening.hints, depth))
        else:
            yield refuse("malformed_row", listing.uri, f"{listing.uri}#{number}", f"not an address: {address[:80]!r}")


def _from_address(opening: _Opening, url: str, hints: Hints, depth: int, feed_dates: str = "") -> Iterator[Item]:
    """Return the documents at an address; nothing if they have not changed since they were last fetched."""
    found = opening.web.get(url, opening.source, feed_dates=feed_dates)
    if found is None:
        return
    if isinstance(found, Refusal):
        yield found
        return
    said = replace(hints, url=hints.url or found.url, fallback_id=id_of_address(url))
    named, _, charset = found.media_type.partition(";")
    origin = Origin(url, found.at, said, opening.limits, f"{opening.media_type or named};{charset}")
    for item in _from_stream(opening, buffered(io.BytesIO(found.payload)), origin, None, depth):
        if isinstance(item, Refusal):
            # What was refused is asked for anew, so that it is reported again, or read.
            opening.web.forget(url)
        yield item


def _from_feed(opening: _Opening, feed: Snapshot, depth: int) -> Iterator[Item]:
    """Return the pages that a feed links to; where one cannot be fetched, the feed's own text for it."""
    from transforms.readers.feeds import entries

    found = entries(feed)
    if isinstance(found, Refusal):
        yield found
        return
    for entry in found:
        said = replace(opening.hints, feed_published=entry.published, feed_updated=entry.updated)
        if entry.url is None:
            yield from _entry_alone(feed, entry)
            continue
        dates = f"{entry.published or ''}|{entry.updated or ''}".strip("|")
        hints = replace(said, url=entry.url)
        for item in _guarded(entry.url, _from_address(opening, entry.url, hints, depth, dates)):
            yield item
            if isinstance(item, Refusal) and item.location == entry.url:
                yield from _entry_alone(feed, entry)


def _entry_alone(feed: Snapshot, entry: Entry) -> Iterator[Item]:
    """Return a feed entry's own text as a document; nothing if it has none."""
    if not entry.text:
        return
    said = {
        "title": entry.title, "text": entry.text, "url": entry.url, "author": entry.author, "language": entry.language,
        "published": entry.published, "updated": entry.updated,
    }  # fmt: skip
    payload = json.dumps({k: v for k, v in said.items() if v}, ensure_ascii=False).encode()
    name = id_of_address(entry.url or entry.id or f"{feed.uri}#{entry.number}")
    hints = replace(feed.hints, fallback_id=name, id=None, url=None)
    yield take(f"{feed.uri}#{entry.number}", payload, feed.fetched_at, "application/json", hints)
