"""Figures as they stand in a text: a number with its qualifier, unit and scope.

`low` and `high` are what the words commit to: "at least 30" is 30 and more, "nearly 300" and "up to 300" are 300 at
most, "around 300" is 300 both ways with its qualifier beside it.  Ages, dates, addresses and numbers inside names are
not figures of an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from transforms.language.parse import Parse
from transforms.language.phrases import MOST, subtree
from transforms.model import TimeExpression
from transforms.rules.event_files import read_rules

FILE = "quantities.toml"
_COUNTING = frozenset({"nummod", "compound", "quantmod", "det", "nmod"})
_DIGITS = re.compile(r"[$€£¥]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[$€£¥]?\d+(?:\.\d+)?")
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS: dict[str, float] = {w: float(i) for i, w in enumerate(_ONES)} | {w: 10.0 * (i + 2) for i, w in enumerate(_TENS)}
WORDS |= {"no": 0.0, "dozen": 12.0, "half": 0.5}
SCALES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
CURRENCIES = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
}
_NOT_COUNTED = frozenset(
    {"year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "time", "mph", "a.m.", "p.m."}
)


@dataclass(frozen=True, slots=True)
class Qualifier:
    """What the words around a number say of it."""

    id: str
    words: tuple[str, ...]
    low: bool
    high: bool
    behind: bool


@dataclass(frozen=True, slots=True)
class QuantityRules:
    """The words of `quantities.toml`."""

    qualifiers: tuple[Qualifier, ...]
    additive_front: tuple[tuple[str, ...], ...]
    additive_behind: frozenset[str]
    vague: dict[str, float]
    measures: dict[str, str]
    under: dict[tuple[str, str], str]
    """What is counted and its verb, and what they measure together."""
    persons: frozenset[str]


@cache
def quantity_rules() -> QuantityRules:
    """Load `quantities.toml`."""
    told = read_rules(FILE)
    return QuantityRules(
        qualifiers=tuple(
            Qualifier(q["id"], tuple(phrase.split()), q["low"], q["high"], q.get("behind", False))
            for q in told["qualifier"]
            for phrase in sorted(q["words"], key=len, reverse=True)
        ),
        additive_front=tuple(tuple(p.split()) for p in told["additive"]["front"]),
        additive_behind=frozenset(told["additive"]["behind"]),
        vague={word: float(v["low"]) for v in told["vague"] for word in v["words"]},
        under={(c, v): m["id"] for m in told["measure_under"] for c in m["counted"] for v in m["verbs"]},
        persons=frozenset(told["persons"]["lemmas"]),
        measures={lemma: m["id"] for m in reversed(told["measure"]) for lemma in m["lemmas"]},
    )


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands in the text: its tokens (half-open), bounds and unit."""

    first: int
    last: int
    anchor: int
    """The token that stands for it in the tree."""
    low: float | None
    high: float | None
    unit: str
    qualifier: str | None
    additive: bool
    scope: str | None
    counted: str
    """The lemma of what is counted."""


def figures(parse: Parse, times: Sequence[TimeExpression] = ()) -> Iterator[Figure]:
    """All figures of a text, in order."""
    taken = sorted((t.span.start, t.span.end) for t in times)
    inside = {i for i, t in enumerate(parse.tokens) if t.entity in ("DATE", "TIME")}
    at = 0
    i = 0
    while i < len(parse.tokens):
        token = parse.tokens[i]
        while at < len(taken) and taken[at][1] <= token.start:
            at += 1
        if (at < len(taken) and taken[at][0] < token.end) or (i in inside and token.tag == "CD" and not taken):
            i += 1
            continue
        figure = _figure(parse, i)
        if figure is None:
            i += 1
        else:
            yield figure
            i = max(figure.last, i + 1)


def _value(parse: Parse, i: int) -> tuple[float, int] | None:
    """The number that begins at a token, and the token behind it."""
    tokens = parse.tokens
    total, last, seen = 0.0, i, False
    while last < len(tokens) and tokens[last].sentence == tokens[i].sentence:
        word = tokens[last].text.casefold()
        if _DIGITS.fullmatch(word):
            if seen:
                break
            total += float(word.lstrip("$€£¥").replace(",", ""))
        elif word in SCALES and (seen or word == "hundred" or word == "thousand" or word == "million"):
            total = max(total, 1.0) * SCALES[word]
        elif word in WORDS and (word != "no" or not seen) and not (seen and total < 20):
            total += WORDS[word]
        elif "-" in word and all(part in WORDS for part in word.split("-")):
            total += sum(WORDS[part] for part in word.split("-"))
        elif not (
            word in ("and", "-")
            and seen
            and last + 1 < len(tokens)
            and tokens[last + 1].text.casefold() in WORDS
            and tokens[last - 1].text.casefold() in SCALES
        ):
            break
        seen = True
        last += 1
    return (total, last) if seen else None


def _figure(parse: Parse, i: int) -> Figure | None:
    tokens, rules = parse.tokens, quantity_rules()
    token = tokens[i]
    word = token.text.casefold()
    if token.entity in ("PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "ORDINAL"):
        return None
    vague = rules.vague.get(word)
    currency = CURRENCIES.get(token.text) if token.tag == "$" else None
    start = i + 1 if currency else i
    if vague is not None:
        low: float | None = vague
        high: float | None = None
        last = i + 1
        if last + 1 < len(tokens) and tokens[last].text == "of" and tokens[last + 1].text.casefold() in rules.vague:
            low, last = vague * rules.vague[tokens[last + 1].text.casefold()], last + 2
    else:
        if start >= len(tokens) or not (
            tokens[start].tag in ("CD", "$") or tokens[start].text.casefold() in ("dozen", "hundred", "no")
        ):
            return None
        value = _value(parse, start)
        if value is None:
            return None
        low, last = value
        high = low
        if (
            last + 1 < len(tokens)
            and tokens[last].text.casefold() in ("to", "and", "-", "–")
            and _ranged(parse, start, last)
        ):
            beyond = _value(parse, last + 1)
            if beyond is not None and beyond[0] > (low or 0):
                high, last = beyond
    return _dressed(parse, i, last, low, high, currency, vague is not None)


def _ranged(parse: Parse, first: int, last: int) -> bool:
    """Whether "to" or "and" between two numbers makes a range: "20 to 30", "between 20 and 30"."""
    word = parse.tokens[last].text.casefold()
    return word != "and" or (first > 0 and parse.tokens[first - 1].text.casefold() == "between")


def _dressed(
    parse: Parse, first: int, last: int, low: float | None, high: float | None, currency: str | None, vague: bool
) -> Figure | None:
    """A number with its qualifier, unit and scope; `None` where it counts years or years of age."""
    tokens, rules = parse.tokens, quantity_rules()
    number = max(last - 1, first)
    behind = tokens[last].text.casefold() if last < len(tokens) else ""
    begin, qualifier, additive = _in_front(parse, first)
    if behind == "or" and last + 1 < len(tokens) and tokens[last + 1].text.casefold() == "more":
        qualifier = next((q for q in rules.qualifiers if q.behind), qualifier)
        last += 2
    elif behind in rules.additive_behind and not (last + 1 < len(tokens) and tokens[last + 1].text == "than"):
        additive = True
        last += 1
    unit, counted, anchor = "", "", number
    if last < len(tokens) and tokens[last].text in ("%", "percent", "per"):
        unit, anchor = "%", last
        last += 2 if tokens[last].text == "per" else 1
    elif currency:
        unit = currency
    else:
        counted, anchor = _counted(parse, first, number)
    if counted in _NOT_COUNTED or behind in ("-", "years", "year", "-year-old", "a.m.", "p.m."):
        return None
    aged = tokens[tokens[number].head].text.casefold() in ("aged", "age")
    if aged or (tokens[number].dep == "appos" and not counted and not unit):
        return None
    if tokens[number].text.casefold() == "no" and not counted:
        return None
    shared = unit == "%" or not (vague or anchor != number)
    unit = unit or ("person" if counted in rules.persons or not counted else CURRENCIES.get(counted, counted))
    if qualifier is not None:
        low, high = (low if qualifier.low else None), (high if qualifier.high else None)
    scope = _scope(parse, anchor, last) if shared else None
    name = qualifier.id if qualifier else None
    return Figure(begin, last, anchor, low, high, unit, name, additive, scope, counted)


def _in_front(parse: Parse, first: int) -> tuple[int, Qualifier | None, bool]:
    """What stands in front of a number: where it begins, its qualifier, and whether it adds to another."""
    rules = quantity_rules()
    words = [t.text.casefold() for t in parse.tokens[max(0, first - 4) : first]]
    for extra in rules.additive_front:
        if tuple(words[-len(extra) :]) == extra:
            return first - len(extra), None, True
    for q in rules.qualifiers:
        if not q.behind and tuple(words[-len(q.words) :]) == q.words:
            return first - len(q.words), q, False
    return first, None, False


def _counted(parse: Parse, first: int, number: int) -> tuple[str, int]:
    """The lemma of what a number counts, "" where it does not say, and the token that stands for both in the tree."""
    tokens = parse.tokens
    for i in range(first, number + 1):
        head = tokens[tokens[i].head]
        outside = not first <= head.i <= number
        if outside and tokens[i].dep in _COUNTING and head.pos in ("NOUN", "PROPN", "SYM"):
            return head.lemma.casefold(), head.i
    of = next((c for c in parse.children[number][:MOST] if tokens[c].text == "of"), None)
    if of is not None and parse.children[of]:
        return tokens[parse.children[of][0]].lemma.casefold(), number
    return "", number


def _scope(parse: Parse, anchor: int, last: int) -> str | None:
    """What a share or a number is of: "of the 984 houses"."""
    tokens = parse.tokens
    of = next((c for c in parse.children[anchor][:MOST] if tokens[c].text == "of" and c >= last), None)
    if of is None or not parse.children[of]:
        return None
    words = subtree(parse, parse.children[of][0], leave=frozenset({"relcl", "acl", "advcl", "prep", "punct", "appos"}))
    return parse.text[tokens[words[0]].start : tokens[words[-1]].end]
