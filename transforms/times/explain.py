"""The derivation of each expression, for people."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.model import Article, Span, TimeExpression
from transforms.times import foreign
from transforms.times.finder import Found, find
from transforms.times.grammar.values import Grammar, Match


@dataclass(frozen=True, slots=True)
class Derivation:
    """Why some words mean what they mean, or why a rule keeps them from being a time expression (then without one)."""

    span: Span
    text: str
    lines: tuple[str, ...]
    expression: TimeExpression | None


def explain(article: Article, grammar: Grammar) -> tuple[Derivation, ...]:
    """Return the derivation of every expression and every named rejection, in text order."""
    found, rejected, _ = find(article, grammar)
    derivations = [_derivation(one) for one in found]
    for one in rejected:
        span = Span(one.start, one.end)
        why = f": {one.rule.why}" if one.rule.why else ""
        line = f"rule {one.rule.id} ({one.rule.place}) says this is no time expression{why}"
        derivations.append(Derivation(span, span.of(article.text), (line,), None))
    return tuple(sorted(derivations, key=lambda derivation: derivation.span))


def _tree(match: Match, depth: int) -> list[str]:
    rule = match.rule
    meaning = f" → {rule.meaning.name} ({rule.meaning.place})" if rule.meaning is not None else ""
    plain = [f"{slot} = {value}" for slot, value in match.slots.items() if not isinstance(value, Match)]
    plain += [f"{slot} = {value} (by the rule)" for slot, value in rule.constants.items()]
    indent = "  " * depth
    lines = [f"{indent}rule {rule.id} ({rule.place}){meaning}" + (f" with {', '.join(plain)}" if plain else "")]
    for slot, value in match.slots.items():
        if isinstance(value, Match):
            lines.append(f"{indent}  {slot}:")
            lines += _tree(value, depth + 2)
    return lines


def _derivation(found: Found) -> Derivation:
    expression = found.expression
    lines = [f"“{expression.text}” is a {expression.timex_type}", *_tree(found.match, 1)]
    if expression.connective:
        lines.append(f"  connective before it: {expression.connective}")
    if expression.anchor_date is not None:
        lines.append(f"  reckoned from {expression.anchor_date}: {expression.anchor_reason}")
    elif expression.anchor_reason:
        lines.append(f"  {expression.anchor_reason}")
    mod = f", mod {expression.mod}" if expression.mod else ""
    lines.append(f"  value {expression.value}{mod}, EDTF {expression.edtf or 'none'}, precision {expression.precision}")
    low, high = expression.interval.earliest, expression.interval.latest
    lines.append(f"  days {low or 'unknown'} to {high or 'unknown'}" if low or high else "  days unknown")
    return Derivation(expression.span, expression.text, tuple(lines), expression)


def explain_explicit(found: tuple[TimeExpression, ...]) -> tuple[Derivation, ...]:
    """Return the derivation of explicit dates in a language that is unknown or has no rules of its own."""
    return tuple(Derivation(one.span, one.text, _why_explicit(one), one) for one in found)


def _why_explicit(one: TimeExpression) -> tuple[str, ...]:
    language = (
        "  the language is not known: only what means the same in all is read"
        if one.rule_id.startswith(f"{foreign.ANY}/")
        else "  the language has no rules of its own: day, month and year by the month names of CLDR"
    )
    how = (
        f"  year, month and day stand in this order: {one.value}"
        if foreign.is_year_first(one.text)
        else f"  dateparser, held to that language, reads {one.value} with day, month and year told"
    )
    return f"“{one.text}” is a DATE", language, how
