"""What does a document say?  Bytes of one document in, articles out, refusals beside them.

Pure: no file, no clock, no network.  Each module is one format and holds its `Format`; begin with `registry`.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version

__all__ = ["reader_version"]

READER = "1"
"""Raised whenever a reader gives another article from the same bytes, so that what is stored is read again."""

_LIBRARIES = ("trafilatura", "dateparser", "py3langid", "markdown-it-py", "feedparser")


@lru_cache(maxsize=1)
def reader_version() -> str:
    """Return a short hash of what decides which article comes of given bytes: this code and the libraries."""
    from transforms.readers.registry import added

    parts = [READER, *(f"{name} {version(name)}" for name in _LIBRARIES), *(plugin.origin for plugin in added())]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:12]
