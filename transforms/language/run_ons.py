"""Where a headline, a caption or a by-line runs into the sentence behind it, without a mark between them."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from transforms.model import Span
from transforms.rules.event_files import read_rules

FILE = "run_ons.toml"


def _any_of(name: str, key: str = "words") -> str:
    return "|".join(map(re.escape, read_rules(FILE)[name][key]))


@cache
def run_on() -> re.Pattern[str]:
    """Return what finds where a sentence seems to begin behind a word without a mark."""
    openers = (
        f"{_any_of('opener')}|There (?=(?:{_any_of('there')})\\b)|It (?=(?:{_any_of('it')})\\b)|"
        f"A (?!(?:{_any_of('not_a')})\\b|{_any_of('not_a', 'beginnings')})|"
        f"(?:{_any_of('place_or_day')}) (?=[a-z]|\\d{{4}}\\b|\\d{{1,2}}[:.]\\d\\d)"
    )
    return re.compile(rf"(?P<before>[^\W_]+|[)%]) (?=(?:{openers})(?: |(?<= ))(?P<next>[a-z]|\d))")


@cache
def line_ends() -> frozenset[str]:
    """Return the words on which no headline or caption ends."""
    return frozenset(read_rules(FILE)["line_end"]["words"])


_LEAST = 3
"""Words of a line."""
_FRONT = re.compile(r"(?:\([^()\n]{2,80}\) )+(?=[A-Z])|[A-Z][\w.&/ -]{2,40}: [+\-–−]\d[\d.,]*%? (?=[A-Z])")
"""A credit in brackets, or the state of a market, in front of a sentence."""


def run_ons(text: str, span: Span) -> list[Span]:
    """Return the lines that a piece of text consists of; itself where it is one sentence."""
    body = span.of(text)
    front = _FRONT.match(body)
    first = front.end() if front else 0
    cuts = [m.end() for m in run_on().finditer(body, first) if _ends(m["before"], body[first : m.end()])]
    long = [cut for cut in cuts if len(body[cut:].split()) >= _LEAST]
    kept = [0, *([first] if first else []), *long, len(body)]
    return [Span(span.start + a, span.start + len(body[:b].rstrip())) for a, b in pairwise(kept)]


def _ends(before: str, line: str) -> bool:
    """True if a line may end where another seems to begin: it has words enough, and its last word leads to none."""
    return before.casefold() not in line_ends() and line.count(" ") >= _LEAST
