"""Article ids, as a user can foresee them: the one given, else the path, else a hash of the address."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

# Parameters that say where a reader came from, not what is read.
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref_src|cmpid|ncid|_ga", re.IGNORECASE)


def canonical_address(url: str) -> str:
    """Return the address under which one page is known: no fragment or tracking parameters, a host in small letters.

    An address that cannot be read comes back as it is.
    """
    try:
        parts = urlsplit(url.strip())
        host = parts.netloc.lower().removesuffix(":80" if parts.scheme.lower() == "http" else ":443")
    except ValueError:
        return url.strip()
    query = parts.query
    if query:
        kept = [(k, v) for k, v in parse_qsl(query, keep_blank_values=True) if not _TRACKING.fullmatch(k)]
        query = urlencode(kept) if len(kept) < query.count("&") + 1 else query
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", query, ""))


def id_of_address(url: str) -> str:
    """Return a short id from an address: 16 hexadecimal digits of the SHA-256 of its canonical form."""
    return hashlib.sha256(canonical_address(url).encode("utf-8", errors="replace")).hexdigest()[:16]


def site_of_address(url: str | None) -> str | None:
    """Return the outlet that an address names: its host without `www.`."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
