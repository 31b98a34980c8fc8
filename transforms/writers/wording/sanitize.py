"""Text of articles made safe to show: it may hold anything, and must do nothing but be read."""

from __future__ import annotations

import re
from html import escape

_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1, terminal escapes among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, overrides and isolates of direction
    "\u2028\u2029\ufeff\ufff9-\ufffb]"  # separators that end a line of script, byte order mark, annotations
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_SAFE_LINK = re.compile(r"https?://[^\s<>\"'`\\]+", re.IGNORECASE)


def inert(text: str) -> str:
    """Return the text without control characters (terminal escapes, changes of direction) and broken Unicode.

    Line breaks and tabs stay.  Direction is the page's own business: it isolates every foreign piece of text.
    """
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text))


def escaped(written: str) -> str:
    """JSON that is already written, with the same characters as JSON's own escapes: nothing is lost to who reads it."""
    return _SURROGATES.sub(_escape, _CONTROLS.sub(_escape, written))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def one_line(text: str) -> str:
    """Return the inert text on one line, runs of white space as one space."""
    return " ".join(inert(text).split())


def safe_html(text: str) -> str:
    """Return the inert text on one line, escaped for HTML."""
    return escape(one_line(text))


def safe_link(url: str | None) -> str | None:
    """Return the address where it is plain http or https; None otherwise, so that no `javascript:` becomes a link."""
    return url if url and _SAFE_LINK.fullmatch(url) else None
