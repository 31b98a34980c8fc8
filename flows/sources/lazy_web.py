"""The web as a run reaches it: nothing of the HTTP client is there before the first address."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from flows.settings import FetchSettings
from flows.sources.web import Fetched
from transforms.model import Refusal

if TYPE_CHECKING:
    from flows.sources.fetch import Fetcher


class LazyWeb:
    """The web through a fetcher whose connections and memory are made at the first address."""

    def __init__(self, settings: FetchSettings, max_bytes: int, remembered: Path | None = None) -> None:
        """Fetch so politely and so much; what is fetched is remembered in a file, where one is named."""
        self._settings, self._max_bytes, self._remembered = settings, max_bytes, remembered

    def get(self, url: str, source: str, *, feed_dates: str = "") -> Fetched | Refusal | None:
        """Return the document at an address; `None` where it is as it was when it was last fetched."""
        return self._fetcher.get(url, source, feed_dates=feed_dates)

    def forget(self, url: str) -> None:
        """Fetch the address anew next time."""
        self._fetcher.forget(url)

    @property
    def unmodified(self) -> int:
        """How often nothing had changed since the last fetch."""
        return self._fetcher.unmodified if self._begun else 0

    def remember(self) -> None:
        """Keep what was fetched for the next run, now that it is stored."""
        if self._begun:
            self._fetcher.memory.save()

    def close(self) -> None:
        """Close the connections."""
        if self._begun:
            self._fetcher.close()

    @cached_property
    def _fetcher(self) -> Fetcher:
        from flows.sources.fetch import Fetcher  # brings an HTTP client, which most runs do not need
        from flows.sources.validators import Memory

        return Fetcher(self._settings, max_bytes=self._max_bytes, memory=Memory(self._remembered))

    @property
    def _begun(self) -> bool:
        return "_fetcher" in self.__dict__
