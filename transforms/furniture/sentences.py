"""Stretches of a page that stand by themselves: sentences and lines, found without a model.

Coarser than the sentences that events stand in, and the same in every language; what abbreviations cut in two stays
cut in two on every page.
"""

from __future__ import annotations

import re

from transforms.model import Span

_STRETCH = re.compile(
    r"""
    [^\s]                                   # from the first character that is not white space
    (?:                                     # to a final mark with white space behind it, but for initials and titles
        [^\n.!?]
        | [.!?](?!["”’')\]]{0,3}\s)
        | (?:(?<=\b[A-Z])|(?<=\bMr)|(?<=\bMs)|(?<=\bDr)|(?<=\bSt)|(?<=\bMrs)|(?<=\bSen)|(?<=\bRep)|(?<=\bGov))\.(?=[ ])
    )*
    (?:[.!?]+["”’')\]]{0,3}(?=\s|$))?         # or to the end of the line
    """,
    re.VERBOSE,
)


def stretches(text: str) -> list[Span]:
    """Return the sentences and lines of a text, in order, without the white space around them."""
    found = []
    for match in _STRETCH.finditer(text):
        end = match.start() + len(match[0].rstrip())
        found.append(Span(match.start(), end))
    return found
