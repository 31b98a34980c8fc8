"""The words by which a page shows its kind, as patterns; the lists stand in `rules/common/text_kind.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from transforms.rules.files import FOLDER, read_rule_file

PATH = FOLDER / "common" / "text_kind.toml"

CLOCK = r"""
    (?P<clock>
        \d{1,2} (?: [:.h]\d{2} (?:[:.]\d{2})? (?:\s?[ap]\.?m\b\.?)? | \s?[ap]\.?m\b\.? | \s?Uhr\b )
        (?![.:/]?\d) (?:\s?(?:GMT|UTC|BST|CES?T|E[SD]?T|[CMP][SD]?T|local|Uhr|h)\b)?
        | \d{1,3}(?:\+\d+)?(?:\s?(?:min|mins|minute|Minute|minuto)\b|['’])               # of a match
    )
"""


@cache
def stamped() -> re.Pattern[str]:
    """Return what finds the time of day at the head of an entry, as `clock` or `head`."""
    return re.compile(
        rf"""
        ^[\s\W]*  # bullets and brackets
        (?: (?:{_any(_listed("stamped"), verbose=True)})\b\W*(?:(?:at|um|a\ las)\s)?{CLOCK}
          | {CLOCK.replace("<clock>", "<head>")} (?= \s*(?:[\])|:,.–—-]|\n|$) | \s+[A-ZÄÖÜ¿¡"“] )  # set apart
        )
        """,
        re.IGNORECASE | re.MULTILINE | re.VERBOSE,
    )


@cache
def running() -> re.Pattern[str]:
    """Return what finds that a page is written while something happens."""
    return re.compile(rf"\b(?:{_any(_listed('running'))})\b", re.IGNORECASE)


@cache
def addressing() -> re.Pattern[str]:
    """Return what finds that a question is put to somebody."""
    return re.compile(rf"\b(?:{_any(_listed('addressing'))})\b")


@cache
def called_chronology() -> re.Pattern[str]:
    """Return what finds that a page calls itself a list of days."""
    names = _any(_listed("chronology"), verbose=True)
    introduced = _any(_listed("chronology", "introduced_by"), verbose=True)
    return re.compile(
        rf"""
        ^\W*(?:{names})\s*(?:[:–—-]|of\b|in\b|del?\b|de[rs]\b)
        | \b(?:{introduced})\b[^.\n]{{0,40}}\b(?:{names})\b
        """,
        re.IGNORECASE | re.MULTILINE | re.VERBOSE,
    )


@cache
def opening_a_line() -> re.Pattern[str]:
    """Return what finds that no more than a preposition stands between the head of a line and its day."""
    return re.compile(rf"(?:^|\n)[\s*\\•·–—-]*(?:{_any(_listed('before_a_day'))})\s(?:the\s)?$")


def _listed(table: str, field: str = "words") -> list[str]:
    found: list[str] = read_rule_file(PATH).tables[table][field]
    return found


def _any(words: Iterable[str], *, verbose: bool = False) -> str:
    """Return an alternative of words, the longest first, with their blanks kept in a verbose pattern."""
    joined = "|".join(sorted(words, key=lambda word: (-len(word), word)))
    return joined.replace(" ", r"\ ") if verbose else joined
