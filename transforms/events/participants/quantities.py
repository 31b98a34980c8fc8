"""How many: figures bound to the events that they measure."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.participants.number_values import number_words
from transforms.events.participants.numeric_phrases import Figure, figures, quantity_rules
from transforms.language.parse import Parse
from transforms.language.phrases import MOST, ancestors
from transforms.model import Mention, Quantity, Span, TimeExpression

_BESIDE_A_MENTION = frozenset({"dobj", "acomp", "compound", "amod", "nsubj"})
_STEPS = 8
"""How far up the tree an event may govern a figure."""


def find_quantities(
    parse: Parse, mentions: Sequence[Mention], times: Sequence[TimeExpression] = ()
) -> tuple[tuple[Quantity, ...], ...]:
    """Find the figures of each mention; numbers inside time expressions are left out."""
    found: list[list[Quantity]] = [[] for _ in mentions]
    by_head: dict[int, list[int]] = {}
    for k, mention in enumerate(mentions):
        by_head.setdefault(mention.head, []).append(k)
    for figure in figures(parse, times):
        for k in _measured(parse, figure, by_head):
            found[k].append(_quantity(parse, figure, mentions[k]))
    return tuple(tuple(of) for of in found)


def _measured(parse: Parse, figure: Figure, by_head: dict[int, list[int]]) -> list[int]:
    """Return the mentions that a figure measures: the nearest governing one, and what its noun has undergone."""
    tokens = parse.tokens
    among = next((c for c in parse.children[figure.anchor][:MOST] if tokens[c].text == "of"), None)
    nouns = [figure.anchor, *(parse.children[among][:1] if among is not None else ())]
    found = [
        k
        for noun in nouns
        for c in parse.children[noun][:MOST]
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
    tokens = parse.tokens
    span = Span(tokens[figure.first].start, max(tokens[figure.last - 1].end, tokens[figure.first].end))
    return Quantity(
        span=span,
        text=span.of(parse.text),
        measure=_measure(parse, figure, mention),
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        qualifier=figure.qualifier,
        additive=figure.additive,
        scope=figure.scope,
    )


def _measure(parse: Parse, figure: Figure, mention: Mention) -> str:
    """Return what a figure measures by the words around it: the killed, the injured, a share, an amount, a count."""
    rules, tokens = quantity_rules(), parse.tokens
    under = rules.under.get((figure.counted, mention.lemma.casefold()))
    if under is not None:
        return under
    before = [t.lemma.casefold() for t in tokens[max(0, figure.first - 1) : figure.first] if t.pos == "NOUN"]
    spoken = [mention.lemma, tokens[mention.head].lemma.casefold(), *mention.text.casefold().split()]
    beside = [
        tokens[c].lemma.casefold() for c in parse.children[mention.head][:MOST] if tokens[c].dep in _BESIDE_A_MENTION
    ]
    for word in (*before, *spoken, figure.counted, *beside):
        if word in rules.measures:
            return rules.measures[word]
    if figure.unit == "%":
        return "share"
    return "amount" if figure.unit in number_words().currencies.values() else figure.counted or mention.lemma
