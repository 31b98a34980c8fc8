"""What a SOURCE needs of the web: documents at addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from transforms.model import Refusal


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document as a server gave it."""

    url: str
    """Where it was in the end, after redirects."""
    payload: bytes
    """The body, its transfer's compression undone."""
    media_type: str
    at: datetime


class Web(Protocol):
    """Gives the documents at addresses."""

    def get(self, url: str, source: str, *, feed_dates: str = "") -> Fetched | Refusal | None:
        """Return the document at an address; `None` where it is as it was when it was last fetched.

        Args:
            url: an http(s) address.
            source: the SOURCE that led here, for the refusal.
            feed_dates: the dates that a feed gives for it; while they stay as remembered, no request is made.
        """
        ...

    def forget(self, url: str) -> None:
        """Fetch the address anew next time."""
        ...
