"""How many: figures bound to the events that they measure."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.participants.numeric_phrases import CURRENCIES, FILE, Figure, figures, quantity_rules
from transforms.language.parse import Parse
from transforms.language.phrases import MOST, ancestors
from transforms.model import Mention, Quantity, Span, TimeExpression
from transforms.rules.event_files import version_of

_STEPS = 8
"""How far up the tree an event may govern a figure."""


def rules_version() -> str:
    """The version of the rules: a hash of their file."""
    return version_of(FILE)


def find_quantities(
    parse: Parse, mentions: Sequence[Mention], times: Sequence[TimeExpression] = ()
) -> tuple[tuple[Quantity, ...], ...]:
    """The figures of each mention; numbers inside time expressions are left to these."""
    found: list[list[Quantity]] = [[] for _ in mentions]
    by_head: dict[int, list[int]] = {}
    for k, mention in enumerate(mentions):
        by_head.setdefault(mention.head, []).append(k)
    for figure in figures(parse, times):
        for k in _measured(parse, figure, by_head):
            found[k].append(_quantity(parse, figure, mentions[k]))
    return tuple(tuple(of) for of in found)


def _measured(parse: Parse, figure: Figure, by_head: dict[int, list[int]]) -> list[int]:
    """The mentions that a figure measures: the nearest that governs it, and what its noun is said to have undergone."""
    tokens = parse.tokens
    found = [
        k
        for c in parse.children[figure.anchor][:MOST]
        if tokens[c].dep in ("acl", "relcl", "amod")
        for k in by_head.get(c, ())
    ]
    found += by_head.get(figure.anchor, ())
    for steps, up in enumerate(ancestors(parse, figure.anchor)):
        if up in by_head:
            found += by_head[up]
            break
        if steps >= _STEPS or tokens[up].dep in ("relcl", "advcl", "ccomp"):
            break
    return sorted(set(found))


def _quantity(parse: Parse, figure: Figure, mention: Mention) -> Quantity:
    rules = quantity_rules()
    tokens = parse.tokens
    span = Span(tokens[figure.first].start, max(tokens[figure.last - 1].end, tokens[figure.first].end))
    spoken = [
        mention.lemma,
        *(t.lemma.casefold() for t in tokens[mention.head : mention.head + 1]),
        *mention.text.casefold().split(),
    ]
    beside = [
        tokens[c].lemma.casefold()
        for c in parse.children[mention.head][:MOST]
        if tokens[c].dep in ("dobj", "acomp", "compound", "amod")
    ]
    before = [t.lemma.casefold() for t in tokens[max(0, figure.first - 1) : figure.first] if t.pos == "NOUN"]
    measure = next(
        (rules.measures[w] for w in [*before, *spoken, figure.counted, *beside] if w in rules.measures), None
    )
    measure = rules.under.get((figure.counted, mention.lemma.casefold()), measure)
    if measure is None:
        measure = (
            "share"
            if figure.unit == "%"
            else "amount"
            if figure.unit in CURRENCIES.values()
            else figure.counted or mention.lemma
        )
    return Quantity(
        span=span,
        text=span.of(parse.text),
        measure=measure,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        qualifier=figure.qualifier,
        additive=figure.additive,
        scope=figure.scope,
    )
