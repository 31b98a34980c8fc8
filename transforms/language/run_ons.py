"""Where a headline, a caption or a by-line runs into the sentence behind it, without a mark between them."""

from __future__ import annotations

import re
from itertools import pairwise

from transforms.language.closed_class import closed_class
from transforms.model import Span

_OPENERS = (
    "The|An|He|She|They|We|If|When|But|These|Another|After|Although|Since|Despite|Before|Many|More than|"
    "There (?=(?:is|are|was|were|has|have|had|will|would|may|might|could|can)\\b)|"
    "It (?=(?:also|is|was|has|had|will|would|says|said|comes|came|follows|followed|added|could|may|can|does|did)\\b)|"
    "A (?!and\\b|or\\b|is\\b|are\\b|was\\b|were\\b|in\\b|of\\b|to\\b|with\\b|has\\b|had\\b|virus|level|star|side|team)|"
    "(?:In|At|On) (?=[a-z]|\\d{4}\\b|\\d{1,2}[:.]\\d\\d)"
)
"""What begins a sentence; within one it stands with a capital only in names and works, where capitals follow it."""
_RUN_ON = re.compile(rf"(?P<before>[^\W_]+|[)%]) (?=(?:{_OPENERS})(?: |(?<= ))(?P<next>[a-z]|\d))")
_LEAST = 3
"""Words of a line."""
_FRONT = re.compile(r"(?:\([^()\n]{2,80}\) )+(?=[A-Z])|[A-Z][\w.&/ -]{2,40}: [+\-–−]\d[\d.,]*%? (?=[A-Z])")
"""A credit in brackets, or the state of a market, in front of a sentence."""


def run_ons(text: str, span: Span) -> list[Span]:
    """Return the lines that a piece of text consists of; itself where it is one sentence."""
    body = span.of(text)
    front = _FRONT.match(body)
    first = front.end() if front else 0
    cuts = [m.end() for m in _RUN_ON.finditer(body, first) if _ends(m["before"], body[first : m.end()])]
    long = [cut for cut in cuts if len(body[cut:].split()) >= _LEAST]
    kept = [0, *([first] if first else []), *long, len(body)]
    return [Span(span.start + a, span.start + len(body[:b].rstrip())) for a, b in pairwise(kept)]


def _ends(before: str, line: str) -> bool:
    """True if a line may end where another seems to begin: it has words enough, and its last word leads to none."""
    return before.casefold() not in closed_class("leads_on") and line.count(" ") >= _LEAST
