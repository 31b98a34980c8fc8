"""Figures as they stand in a text: a number with its qualifier, unit and scope.

`low` and `high` are what the words commit to: "at least 30" is 30 and more, "nearly 300" and "up to 300" are 300 at
most, "around 300" is 300 both ways with its qualifier beside it.  Ages, dates, addresses and numbers inside names are
not figures of an event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from transforms.events.participants.number_values import FILE, Number, number_at, number_words
from transforms.language.closed_class import closed_class
from transforms.language.parse import Parse, Token
from transforms.language.phrases import MOST, subtree
from transforms.model import TimeExpression
from transforms.rules.event_files import read_rules

_COUNTING = frozenset({"nummod", "compound", "quantmod", "det", "nmod"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "ORDINAL"})
_YEARS = range(1000, 2101)
_ARTICLES = closed_class("article")


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
    not_counted: frozenset[str]
    subset: frozenset[str]
    measures: dict[str, str]
    under: dict[tuple[str, str], str]
    """What is counted and its verb, and what they measure together."""
    persons: frozenset[str]


@cache
def quantity_rules() -> QuantityRules:
    """Load `quantities.toml`."""
    rules = read_rules(FILE)
    return QuantityRules(
        qualifiers=tuple(
            Qualifier(q["id"], tuple(phrase.split()), q["low"], q["high"], q.get("behind", False))
            for q in rules["qualifier"]
            for phrase in sorted(q["words"], key=len, reverse=True)
        ),
        additive_front=tuple(tuple(p.split()) for p in rules["additive"]["front"]),
        additive_behind=frozenset(rules["additive"]["behind"]),
        not_counted=frozenset(rules["numbers"]["not_counted"]),
        subset=frozenset(rules["numbers"]["subset"]),
        under={(c, v): m["id"] for m in rules["measure_under"] for c in m["counted"] for v in m["verbs"]},
        persons=frozenset(rules["persons"]["lemmas"]),
        measures={lemma: m["id"] for m in reversed(rules["measure"]) for lemma in m["lemmas"]},
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
    at = 0
    i = 0
    while i < len(parse.tokens):
        token = parse.tokens[i]
        while at < len(taken) and taken[at][1] <= token.start:
            at += 1
        in_time = at < len(taken) and taken[at][0] < token.end
        number = None if in_time or token.entity in _NAMES else number_at(parse, i)
        figure = None if number is None or _is_year(token, number) else _dressed(parse, number)
        if figure is not None:
            yield figure
        i = max(i + 1, figure.last if figure is not None else 0)


def _is_year(token: Token, number: Number) -> bool:
    """True if a number may be a year where no time expression was found."""
    return token.entity == "DATE" and number.low == number.high and number.low in _YEARS and "," not in token.text


def _dressed(parse: Parse, number: Number) -> Figure | None:
    """Return a number with qualifier, unit and scope; `None` if it counts years or is part of another figure."""
    tokens, rules = parse.tokens, quantity_rules()
    first, last = number.first, number.last
    begin, qualifier, additive = _in_front(parse, first)
    if _is_part(parse, begin):
        return None
    final = max(last - 1, first)
    behind = tokens[last].text.casefold() if last < len(tokens) else ""
    if behind == "or" and last + 1 < len(tokens) and tokens[last + 1].text.casefold() == "more":
        qualifier = next((q for q in rules.qualifiers if q.behind), qualifier)
        last += 2
    elif behind in rules.additive_behind and not (last + 1 < len(tokens) and tokens[last + 1].text == "than"):
        additive = True
        last += 1
    currency = number_words().currencies.get(tokens[first].text) if tokens[first].tag == "$" else None
    unit, counted, anchor = currency or "", "", final
    if last < len(tokens) and tokens[last].text in closed_class("share_sign"):
        unit, anchor = "%", last
        last += 2 if tokens[last].text == "per" else 1
    elif not currency:
        counted, anchor = _counted(parse, first, final)
    if _is_no_count(parse, final, counted, unit, behind):
        return None
    shared = unit == "%" or not (number.is_vague or anchor != final)
    low, high = number.low, number.high
    if qualifier is not None:
        low, high = (low if qualifier.low else None), (high if qualifier.high else None)
    return Figure(
        first=begin,
        last=last,
        anchor=anchor,
        low=low,
        high=high,
        unit=unit or _unit(counted),
        qualifier=qualifier.id if qualifier else None,
        additive=additive,
        scope=_scope(parse, anchor, last) if shared else None,
        counted=counted,
    )


def _unit(counted: str) -> str:
    if not counted or counted in quantity_rules().persons:
        return "person"
    return number_words().currencies.get(counted, counted)


def _is_no_count(parse: Parse, number: int, counted: str, unit: str, behind: str) -> bool:
    """True if a number is an age, an hour or a year, a bare "no", or only stands beside something."""
    tokens, rules = parse.tokens, quantity_rules()
    if counted in rules.not_counted or behind in rules.not_counted or behind in ("-", "-year-old"):
        return True
    if tokens[tokens[number].head].text.casefold() in closed_class("of_age"):
        return True
    bare = not counted and not unit
    return bare and (tokens[number].dep in ("appos", "meta", "dep") or tokens[number].text.casefold() == "no")


def _is_part(parse: Parse, begin: int) -> bool:
    """True if a number is part of a figure given before: "including two children", "300 of the 900 houses"."""
    tokens = parse.tokens
    before = [t.text.casefold() for t in tokens[max(0, begin - 2) : begin]]
    if before and before[-1] in quantity_rules().subset:
        return True
    if before[-1:] == ["in"] and begin > 1 and tokens[begin - 2].tag == "CD":
        return True
    return (
        before[-2:-1] == ["of"]
        and before[-1] in closed_class("of_the_whole")
        and begin > 2
        and tokens[begin - 3].tag == "CD"
    )


def _in_front(parse: Parse, first: int) -> tuple[int, Qualifier | None, bool]:
    """Return where a number's phrase begins, its qualifier, and whether it adds to another."""
    rules = quantity_rules()
    if first and parse.tokens[first - 1].text.casefold() in _ARTICLES and number_at(parse, first - 1) is None:
        # "more than a dozen"; "a further 12" begins with its article.
        begin, qualifier, additive = _in_front(parse, first - 1)
        if qualifier is not None:
            return begin, qualifier, additive
    words = [t.text.casefold() for t in parse.tokens[max(0, first - 4) : first]]
    for extra in rules.additive_front:
        if tuple(words[-len(extra) :]) == extra:
            return first - len(extra), None, True
    for q in rules.qualifiers:
        if not q.behind and tuple(words[-len(q.words) :]) == q.words:
            return first - len(q.words), q, False
    return first, None, False


def _counted(parse: Parse, first: int, number: int) -> tuple[str, int]:
    """Return the lemma of what a number counts, "" if unsaid, and the token that stands for both in the tree."""
    tokens = parse.tokens
    for i in range(first, number + 1):
        head = tokens[tokens[i].head]
        outside = not first <= head.i <= number
        countable = head.pos in ("NOUN", "PROPN", "SYM") or head.lemma.casefold() in quantity_rules().measures
        if outside and tokens[i].dep in _COUNTING and countable:
            return head.lemma.casefold(), head.i
    of = next((c for c in parse.children[number][:MOST] if tokens[c].text == "of"), None)
    if of is not None and parse.children[of]:
        return tokens[parse.children[of][0]].lemma.casefold(), number
    return "", number


def _scope(parse: Parse, anchor: int, last: int) -> str | None:
    """Return what a share or a number is of: "of the 984 houses"."""
    tokens = parse.tokens
    of = next((c for c in parse.children[anchor][:MOST] if tokens[c].text == "of" and c >= last), None)
    if of is None or not parse.children[of]:
        return None
    words = subtree(parse, parse.children[of][0], leave=frozenset({"relcl", "acl", "advcl", "prep", "punct", "appos"}))
    return parse.text[tokens[words[0]].start : tokens[words[-1]].end]
