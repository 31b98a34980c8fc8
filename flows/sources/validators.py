"""What earlier runs fetched: the validators that make the next request conditional."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Known:
    """What a server and a feed said of an address when it was last fetched."""

    etag: str = ""
    last_modified: str = ""
    feed_dates: str = ""
    """The dates that a feed gave for it: while they stay, the page need not even be asked for."""


class Memory:
    """Addresses fetched before, kept in one JSON file.

    A run must save it only once what it fetched is stored: an address remembered and not stored would be lost, since
    the server would answer «not modified» from then on.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._known: dict[str, Known] = {}
        if path is not None and path.exists():
            self._known = _load(path)

    def get(self, url: str) -> Known:
        """Return what is known of an address; an empty value for an unknown one."""
        return self._known.get(url, Known())

    def put(self, url: str, known: Known) -> None:
        """Remember an address, for this run and, once saved, for later ones."""
        self._known[url] = known

    def forget(self, url: str) -> None:
        """Fetch the address anew next time."""
        self._known.pop(url, None)

    def save(self) -> None:
        """Write the file, whole or not at all."""
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_name(self._path.name + ".new")
        beside.write_text(json.dumps({url: asdict(k) for url, k in sorted(self._known.items())}, indent=0), "utf-8")
        beside.replace(self._path)


def _load(path: Path) -> dict[str, Known]:
    """Return the file's content; a damaged file only costs fetching again."""
    try:
        said = json.loads(path.read_text("utf-8"))
        return {str(url): _known(**known) for url, known in said.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _known(etag: str, last_modified: str, feed_dates: str = "", told_by_feed: str = "") -> Known:
    """Return an entry of the file; release 0.1.0 wrote `told_by_feed` for `feed_dates`."""
    return Known(etag, last_modified, feed_dates or told_by_feed)
