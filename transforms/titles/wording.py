"""From chosen words to a line: names for pronouns, the sentence's own spacing, no broken quotes, a capital in front."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.language.closed_class import closed_class
from transforms.titles.view import View
from transforms.titles.words import title_words

Item = int | str
_QUOTES = '"“”„«»`'
_BEFORE_STOP = re.compile(r"\s+([,.;:!?%)\]}])")
_BEHIND_OPEN = re.compile(r"([(\[{$€£#])\s+")
_CLITIC = re.compile(r"\s+(['’](?:s|re|ve|ll|d|m)\b|n['’]t\b|['’](?=\s|$))")
_SPACES = re.compile(r"\s+")
_DOUBLE = re.compile(r"``|''|[\"“”„«»]")
_ARTICLES = closed_class("article")
_JOINERS = ("-", "‑", "–", "/", "&")
_MARKS = ",;:-–—/.([{ "
POSSESSIVES = closed_class("owner")


def write(view: View, items: Sequence[Item]) -> str:
    """Return the line that some words make: tokens by number, with their own spacing, and words by themselves."""
    line, tokens = "", view.tokens
    before: Item = ""
    for n, item in enumerate(items):
        if (
            isinstance(item, int)
            and item + 1 not in items[n + 1 : n + 2]
            and view.word(item) in closed_class("indefinite_article")
        ):
            line += (
                " " + _article(view, items[n + 1 : n + 2], item) if line else _article(view, items[n + 1 : n + 2], item)
            )
        elif isinstance(item, int):
            glued = before == item - 1 and tokens[item - 1].end == tokens[item].start
            line += tokens[item].text if glued or not line else " " + tokens[item].text
        else:
            line += " " + item if line else item
        before = item
    return tidy(line)


def _article(view: View, behind: Sequence[Item], i: int) -> str:
    """Return "a" or "an" for the word that stands behind it now; what stood between them is left out."""
    word = view.tokens[i].text
    if not behind or len(word) > len("an"):
        return word
    first = (view.word(behind[0]) if isinstance(behind[0], int) else behind[0])[:1].casefold()
    return word[0] + ("n" if first in "aeiou" else "")


def tidy(line: str) -> str:
    """Return a line in a line's form: one space between words, none before stops, quotes whole or not at all."""
    if line.replace(" ", "").isalnum():
        return _SPACES.sub(" ", line).strip()
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
    """Return some words in their order, with what is written as one word with them, and units."""
    tokens = view.tokens
    found = set(words)
    for i in sorted(words):
        first = i
        while first - 2 >= 0 and _hyphen(view, first - 1):
            first -= 2
        last = i
        while last + 2 < len(tokens) and _hyphen(view, last + 1):
            last += 2
        found.update(range(first, last + 1))
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        if behind is not None and tokens[i].tag == "CD" and behind.text.casefold() in title_words().units:
            found.add(i + 1)
        if _is_counted_by(view, i):
            found.update((i + 1, i + 2))
        if i + 2 in words and tokens[i + 1].text == "," and tokens[i].pos == tokens[i + 2].pos == "ADJ":
            found.add(i + 1)
    return sorted(found)


def _is_counted_by(view: View, i: int) -> bool:
    """True if a figure has what it is counted by right behind it: "gallons a day", "$50 a bag"."""
    if i + 2 >= len(view.tokens) or view.word(i + 1) not in closed_class("counted_by"):
        return False
    figure = view.tokens[i].tag == "CD" or view.child(i, "nummod", "quantmod") is not None
    return figure and view.word(i + 2) in title_words().rates


def _hyphen(view: View, i: int) -> bool:
    """True if a hyphen or a slash has no space on either side."""
    tokens = view.tokens
    if not 0 < i < len(tokens) - 1 or tokens[i].text not in _JOINERS:
        return False
    return tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start


def without_article(items: Sequence[Item], view: View) -> list[Item]:
    """Return the words without an article in front, unless what follows needs it."""
    if items and isinstance(items[0], str) and items[0].startswith("the "):
        return [items[0][4:], *items[1:]]
    if len(items) < 2 or not isinstance(items[0], int) or view.word(items[0]) not in _ARTICLES:
        return list(items)
    behind = view.word(items[1]) if isinstance(items[1], int) else ""
    words = title_words()
    if behind in (words.bound_articles if view.word(items[0]) == "the" else words.counting):
        return list(items)
    return list(items[1:])


def is_whole(line: str) -> bool:
    """True if a line ends as a line may: on no preposition, article, or conjunction."""
    last = re.findall(r"[\w'’-]+", line.casefold())[-1:]
    return bool(last) and last[0] not in title_words().dangling
