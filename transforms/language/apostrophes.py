"""Apostrophes that a page's encoding broke ("wouldn\N{REPLACEMENT CHARACTER}t"), set right for the parser."""

from __future__ import annotations

import re

_BROKEN = re.compile(r"(?<=[A-Za-z])[\N{REPLACEMENT CHARACTER}´`?\x92](?=(?:t|s|re|ve|ll|d|m)(?![\w=&/.-]))", re.ASCII)


def with_apostrophes(text: str) -> str:
    """Return the text with an apostrophe for each sign that stands in the place of one; every offset stays."""
    return _BROKEN.sub("'", text)
