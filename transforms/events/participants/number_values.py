"""Numbers in words and digits: "half a million", "2.5m", "20 to 30", "tens of thousands"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from transforms.language.closed_class import closed_class
from transforms.language.parse import Parse
from transforms.rules.event_files import read_rules

FILE = "quantities.toml"
_DIGITS = re.compile(r"[$€£¥]?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)([a-z]{1,2})?")
_ARTICLES = closed_class("indefinite_article")
_JOINING = closed_class("joining_numbers")
_LEAST_TO_ADD = 20
"""Words are added to what ends in tens ("forty two"): not "one two"."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of the table `numbers`."""

    units: Mapping[str, float]
    scales: Mapping[str, float]
    suffixes: Mapping[str, float]
    currencies: Mapping[str, str]
    vague: Mapping[str, float]
    fractions: frozenset[str]
    alone: frozenset[str]
    """Words that are a number though no tagger calls them one."""


class Number(NamedTuple):
    """What a number says: the least and the greatest it may be, and the tokens that say it (half-open)."""

    low: float | None
    high: float | None
    first: int
    last: int
    is_vague: bool = False


@cache
def number_words() -> NumberWords:
    """Load the words for numbers."""
    rules = read_rules(FILE)
    table = rules["numbers"]
    return NumberWords(
        units=table["units"],
        scales=table["scales"],
        suffixes=table["suffixes"],
        currencies=table["currencies"],
        vague={word: float(v["low"]) for v in rules["vague"] for word in v["words"]},
        fractions=frozenset(table["fractions"]),
        alone=frozenset(table["alone"]),
    )


def number_at(parse: Parse, i: int) -> Number | None:
    """Return the number that begins at a token, which may be the sign of a currency."""
    tokens, words = parse.tokens, number_words()
    word = tokens[i].text.casefold()
    if word in words.vague:
        return _vague(parse, i)
    start = i + 1 if tokens[i].text in words.currencies and tokens[i].tag == "$" else i
    if start >= len(tokens):
        return None
    first = tokens[start].text.casefold()
    if first == "half":
        return _half(parse, i, start)
    if tokens[start].tag not in ("CD", "$") and first not in words.alone and not (start > i and first[:1].isdigit()):
        return None
    value = _value(parse, start)
    if value is None or _is_fraction(parse, value[1]):
        return None
    low, last = value
    beyond = _beyond(parse, start, last)
    if beyond is not None and beyond[0] > low:
        is_change = start > 0 and tokens[start - 1].text.casefold() == "from" and not _counts(parse, beyond[1])
        return Number(beyond[0] if is_change else low, beyond[0], i, beyond[1])
    return Number(low, low, i, last)


def _vague(parse: Parse, i: int) -> Number:
    """Return a number without an upper limit: "dozens", "tens of thousands"."""
    tokens, vague = parse.tokens, number_words().vague
    low, last = vague[tokens[i].text.casefold()], i + 1
    if last + 1 < len(tokens) and tokens[last].text == "of" and tokens[last + 1].text.casefold() in vague:
        return Number(low * vague[tokens[last + 1].text.casefold()], None, i, last + 2, True)
    return Number(low, None, i, last, True)


def _half(parse: Parse, i: int, start: int) -> Number | None:
    """Half of a scale: "half a million", "half a dozen"."""
    tokens, scales = parse.tokens, number_words().scales
    if start + 2 >= len(tokens) or tokens[start + 1].text.casefold() not in _ARTICLES:
        return None
    scale = scales.get(tokens[start + 2].text.casefold())
    return None if scale is None else Number(scale / 2, scale / 2, i, start + 3)


def _value(parse: Parse, i: int) -> tuple[float, int] | None:
    """Return the number that begins at a token, and the token after it."""
    tokens, words = parse.tokens, number_words()
    total, last, seen = 0.0, i, False
    while last < len(tokens) and tokens[last].sentence == tokens[i].sentence:
        word = tokens[last].text.casefold()
        if (digits := _digits(word)) is not None:
            if seen:
                break
            total += digits
        elif word in words.scales and (seen or word in words.alone or tokens[last].tag == "CD"):
            total = max(total, 1.0) * words.scales[word]
        elif seen and word in words.suffixes and tokens[last].start == tokens[last - 1].end:
            total *= words.suffixes[word]
        elif word in words.units and not (seen and (word in words.alone or total < _LEAST_TO_ADD)):
            total += words.units[word]
        elif "-" in word and all(part in words.units for part in word.split("-")):
            total += sum(words.units[part] for part in word.split("-"))
        elif not (seen and _joins(parse, last)):
            break
        seen = True
        last += 1
    return (total, last) if seen else None


def _digits(word: str) -> float | None:
    """Return the value of digits, with attached letters for millions or billions ("20bn")."""
    match = _DIGITS.fullmatch(word)
    if match is None:
        return None
    suffix = match.group(2)
    if suffix is not None and suffix not in number_words().suffixes:
        return None
    return float(match.group(1).replace(",", "")) * (number_words().suffixes[suffix] if suffix else 1.0)


def _joins(parse: Parse, i: int) -> bool:
    """True if a word is the "and" of "two hundred and fifty"."""
    tokens, words = parse.tokens, number_words()
    return (
        tokens[i].text.casefold() in closed_class("within_a_number")
        and i + 1 < len(tokens)
        and tokens[i + 1].text.casefold() in words.units
        and tokens[i - 1].text.casefold() in words.scales
    )


def _beyond(parse: Parse, first: int, last: int) -> tuple[float, int] | None:
    """Return the greater number of a range, and the token after it: "20 to 30", "between 2% and 3%", "two or three"."""
    tokens = parse.tokens
    at = last + 1 if last < len(tokens) and tokens[last].text == "%" else last
    if at + 1 >= len(tokens) or tokens[at].text.casefold() not in _JOINING:
        return None
    between = first > 0 and tokens[first - 1].text.casefold() == "between"
    if tokens[at].text.casefold() == "and" and not between:
        return None
    return _value(parse, at + 1)


def _counts(parse: Parse, last: int) -> bool:
    """True if a noun follows that a number counts."""
    return last < len(parse.tokens) and parse.tokens[last].pos in ("NOUN", "ADJ")


def _is_fraction(parse: Parse, last: int) -> bool:
    """True if a number is a fraction ("two thirds", "one in ten") or a line's own number ("61. ...")."""
    tokens = parse.tokens
    if last >= len(tokens):
        return False
    word = tokens[last].text.casefold()
    if word in number_words().fractions:
        return True
    opens = last == parse.sentences[tokens[last - 1].sentence].first + 1
    if opens and word in (".", ")", ":"):
        return True
    return (
        word == "in" and last + 1 < len(tokens) and tokens[last + 1].tag == "CD" and tokens[last + 1].entity != "DATE"
    )
