"""The folder `site`: pages of stories, their feeds and the list of them, written only where something changed.

    written = write_site(con, store.site, title, address)

What stands in the folder is noted in `pages.json`, with the digest of what each page shows; a page whose digest is the
same, and which is there, is left as it is.  Files of stories that are gone are removed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
from duckdb import DuckDBPyConnection

from transforms import writers
from transforms.writers.icalendar_file import write_subscription
from transforms.writers.page import write_page
from transforms.writers.page.around import PageLinks
from transforms.writers.rows import TimelineRows
from transforms.writers.site_files.event_places import event_place_files
from transforms.writers.site_files.feeds import atom_feed
from transforms.writers.site_files.moved import moved_page
from transforms.writers.site_files.plan import INDEX, Page, planned, single
from transforms.writers.site_files.story_index import index_files
from transforms.writers.site_files.values import Site
from warehouse.access.site_rows import rows_by_page, site_of
from warehouse.storage.files import put_whole, sync_all, write_whole

NOTE = "pages.json"
_OURS = re.compile(r"index(?:-[\w-]+)?\.(?:html|js)|(?:stories|events)/[\w-]+\.(?:html|atom|ics|js)")
"""Files that may be removed: what else a user puts into the folder stays."""


@dataclass(frozen=True, slots=True)
class SiteWritten:
    """What was done to the folder."""

    written: tuple[str, ...]
    kept: int
    removed: tuple[str, ...]
    size: int
    """Bytes written."""


def write_site(con: DuckDBPyConnection, folder: Path, title: str, address: str = "") -> SiteWritten:
    """Bring the folder to what the open published file says."""
    site = site_of(con, title, address)
    pages = planned(site)
    noted = _noted(folder)
    before = noted.get("digests", {}) if noted.get("made_by") == made_by() else {}
    stale = [page for page in pages if not _stands(folder, page, before)]
    written: dict[str, int] = {}
    for page, rows in rows_by_page(con, stale, site):
        for name, content in _files_of(page, rows, site):
            written[name] = put_whole(folder / name, content)
    around = dict(_files_around(site, pages))
    for name, content in around.items():
        if _differs(folder / name, content):
            written[name] = put_whole(folder / name, content)
    wanted = {*around, *(name for page in pages for name in _names_of(page, site))}
    removed = tuple(_remove(folder, wanted))
    note = {
        "made_by": made_by(),
        "version": site.version,
        "files": sorted(wanted),
        "digests": {page.file: page.digest for page in pages},
    }
    sync_all()
    write_whole(folder / NOTE, json.dumps(note, indent=0, sort_keys=True).encode())
    return SiteWritten(tuple(written), len(wanted) - len(written), removed, sum(written.values()))


def missing_files(folder: Path) -> list[str]:
    """Return the files that should stand in the folder and do not."""
    return [name for name in _noted(folder).get("files", ()) if not (folder / name).exists()]


def version_of(folder: Path) -> int | None:
    """Return the published version that the folder shows; `None` where it does not say."""
    version = _noted(folder).get("version")
    return version if isinstance(version, int) else None


@cache
def made_by() -> str:
    """Return the hash of everything that pages are made by: a page of another making is written anew."""
    total = hashlib.sha256(duckdb.__version__.encode())
    for file in sorted(Path(writers.__file__).parent.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def _noted(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _stands(folder: Path, page: Page, before: Mapping[str, str]) -> bool:
    return before.get(page.file) == page.digest and (folder / page.file).exists()


def _files_of(page: Page, rows: TimelineRows, site: Site) -> Iterator[tuple[str, bytes]]:
    """Return the page and its feeds."""
    yield page.file, write_page(rows, _links(page)).encode("utf-8")
    if not _has_feeds(page):
        return
    assert page.story is not None
    base = f"{site.address}stories/" if site.address else ""
    own = page.story.story_id
    followed = _for_feeds(page, rows)
    calendar = write_subscription(followed)
    for story_id in (own, *_earlier(site, own)):
        yield f"stories/{story_id}.atom", atom_feed(followed, own, story_id, base)
        yield f"stories/{story_id}.ics", calendar


def _for_feeds(page: Page, rows: TimelineRows) -> TimelineRows:
    """Return the rows with the file that feeds lead to, which stays the same where the story is the only page."""
    assert page.story is not None
    return replace(rows, page=f"{page.story.story_id}.html")


def _files_around(site: Site, pages: list[Page]) -> Iterator[tuple[str, bytes]]:
    """Return the files that no single page brings: the list, where events stand, and what leads to other pages."""
    if single(site):
        for story in site.stories:
            yield f"stories/{story.story_id}.html", moved_page(f"../{INDEX}", story.title).encode("utf-8")
    else:
        for name, text in (index_files(site) | event_place_files(site, pages)).items():
            yield name, text.encode("utf-8")
    titles = {story.story_id: story.title for story in site.stories}
    for old, new in sorted(site.aliases.items()):
        if new in titles and old not in titles:
            yield f"stories/{old}.html", moved_page(f"{new}.html", titles[new]).encode("utf-8")


def _names_of(page: Page, site: Site) -> Iterator[str]:
    yield page.file
    if _has_feeds(page):
        assert page.story is not None
        for story_id in (page.story.story_id, *_earlier(site, page.story.story_id)):
            yield from (f"stories/{story_id}.atom", f"stories/{story_id}.ics")


def _has_feeds(page: Page) -> bool:
    return page.story is not None and not page.period


def _earlier(site: Site, story_id: str) -> list[str]:
    """Return the ids of stories that were merged into this one: who follows them follows it."""
    current = {story.story_id for story in site.stories}
    return sorted(old for old, new in site.aliases.items() if new == story_id and old not in current)


def _links(page: Page) -> PageLinks:
    alone = page.file == INDEX
    name = "stories/" if alone else ""
    story = page.story
    feed = f"{name}{story.story_id}" if story and _has_feeds(page) else ""
    return PageLinks(
        index="" if alone else f"../{INDEX}",
        atom=feed and f"{feed}.atom",
        calendar=feed and f"{feed}.ics",
        parts=tuple((file.rpartition("/")[2], words) for file, words in page.parts),
        whole=f"{story.story_id if story else 'other'}.html" if page.period else "",
        shown=len(page.events),
        of=page.of,
        articles=story.articles if story and not alone and not page.period else 0,
        outlets=story.outlets if story else 0,
    )


def _differs(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size != len(content) or path.read_bytes() != content
    except OSError:
        return True


def _remove(folder: Path, wanted: set[str]) -> Iterator[str]:
    """Remove our files that are not wanted any more."""
    for path in sorted((*folder.glob("*"), *folder.glob("stories/*"), *folder.glob("events/*"))):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and _OURS.fullmatch(name) and name not in wanted:
            path.unlink()
            yield name
    for room in (folder / "stories", folder / "events"):
        if room.is_dir() and not any(room.iterdir()):
            room.rmdir()
