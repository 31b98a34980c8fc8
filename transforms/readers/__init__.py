"""What does a document say?

In: the bytes of one document.  Out: articles, and refusals with their reasons.  Pure: no file, no clock, no network.
Each module is one format and holds its `Format`; open `registry.py` first.
"""

from __future__ import annotations

from functools import lru_cache

from transforms.ids import sha256
from transforms.rules.versions import stage_version

__all__ = ["reader_version"]


@lru_cache(maxsize=1)
def reader_version() -> str:
    """Return a short hash of what decides which article comes of given bytes: code, libraries and added formats."""
    from transforms.readers.registry import added

    parts = [stage_version("reading"), *(plugin.origin for plugin in added())]
    return sha256("|".join(parts).encode())[:12]
