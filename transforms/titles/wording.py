"""From chosen words to a line: names for pronouns, the sentence's own spacing, no broken quotes, a capital in front."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from transforms.titles.view import View
from transforms.titles.words import title_words

Item = int | str
_QUOTES = '"“”„«»`'
_BEFORE_STOP = re.compile(r"\s+([,.;:!?%)\]}])")
_BEHIND_OPEN = re.compile(r"([(\[{$€£#])\s+")
_CLITIC = re.compile(r"\s+(['’](?:s|re|ve|ll|d|m)\b|n['’]t\b|['’](?=\s|$))")
_SPACES = re.compile(r"\s+")
_DOUBLE = re.compile(r"``|''|[\"“”„«»]")
_ARTICLES = ("the", "a", "an")
_MARKS = ",;:-–—/.([{ "
POSSESSIVES = {"his", "her", "its", "their", "hers", "theirs", "whose"}


def write(view: View, items: Sequence[Item]) -> str:
    """Return the line that some words make: tokens by number, with their own spacing, and words by themselves."""
    line = ""
    before: Item = ""
    for item in items:
        if line and not (isinstance(before, int) and isinstance(item, int) and _glued(view, before, item)):
            line += " "
        line += view.tokens[item].text if isinstance(item, int) else item
        before = item
    return tidy(line)


def _glued(view: View, before: int, i: int) -> bool:
    return i == before + 1 and view.tokens[before].end == view.tokens[i].start


def tidy(line: str) -> str:
    """Return a line in a line's form: one space between words, none before stops, quotes whole or not at all."""
    line = line.replace("\\/", "/").replace("\ufffd", "'")
    line = _SPACES.sub(" ", line).strip()
    line = _whole_quotes(line)
    line = _BEFORE_STOP.sub(r"\1", line)
    line = _BEHIND_OPEN.sub(r"\1", line)
    line = _CLITIC.sub(r"\1", line)
    if line.count("(") != line.count(")"):
        line = line.replace("(", "").replace(")", "")
    return _SPACES.sub(" ", line).strip(_MARKS)


def _whole_quotes(line: str) -> str:
    marks = _DOUBLE.findall(line)
    if not marks:
        return line
    return _DOUBLE.sub("", line)


def with_capital(line: str) -> str:
    """Return the line with a capital at its beginning; a name that begins with a small letter keeps its own."""
    first = line.split(" ", 1)[0]
    if len(first) > 1 and first[0].islower() and any(c.isupper() for c in first[1:]) and first.isalpha():
        return line
    return line[:1].upper() + line[1:]


def filled(view: View, words: set[int]) -> list[int]:
    """Return some words in their order, with the hyphens within them and the commas between them."""
    tokens = view.tokens
    given = sorted(words)
    found = set(given)
    for a, b in pairwise(given):
        if b == a + 2 and tokens[a + 1].pos in ("PUNCT", "SYM", "PART", "ADP", "CCONJ"):
            between = tokens[a + 1]
            glued = tokens[a].end == between.start and between.end == tokens[b].start
            if (glued and between.text not in ",;:.") or (
                between.text == "," and tokens[a].pos == tokens[b].pos == "ADJ"
            ):
                found.add(a + 1)
    return sorted(found)


def without_article(items: Sequence[Item], view: View) -> list[Item]:
    """Return the words without an article in front, unless what follows needs it."""
    if len(items) < 2 or not isinstance(items[0], int) or view.word(items[0]) not in _ARTICLES:
        return list(items)
    behind = view.word(items[1]) if isinstance(items[1], int) else ""
    if behind in title_words().bound_articles:
        return list(items)
    return list(items[1:])


def is_whole(line: str) -> bool:
    """True if a line ends as a line may: on no preposition, article, or conjunction."""
    last = re.findall(r"[\w'’-]+", line.casefold())[-1:]
    return bool(last) and last[0] not in title_words().dangling
