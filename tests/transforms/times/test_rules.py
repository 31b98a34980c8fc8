"""Every rule is proven by its own examples and rejects."""

from __future__ import annotations

import pytest

from transforms.times.grammar.values import Rule
from transforms.times.languages import COMMON, codes, grammar

from .phrases import phrase, read, rules_in

CASES = [(language, rule) for language in codes() for rule in grammar(language).rules]
# Rules that every language shares are proven once.
EXAMPLES = [
    pytest.param(language, rule, example, wanted, id=f"{language}/{rule.id}: {example}")
    for language, rule in CASES
    for example, wanted in rule.examples.items()
    if language == "en" or f"/{COMMON}/" not in rule.file
]
REJECTS = [
    pytest.param(language, rule, text, id=f"{language}/{rule.id}: {text}")
    for language, rule in CASES
    for text in rule.rejects
    if language == "en" or f"/{COMMON}/" not in rule.file
]


@pytest.mark.parametrize(("language", "rule", "example", "wanted"), EXAMPLES)
def test_example(language: str, rule: Rule, example: str, wanted: object) -> None:
    parsed = phrase(example)
    found = read(parsed.text, grammar(language))
    spans = {(one.expression.span.start, one.expression.span.end): one for one in found}
    assert set(parsed.spans) <= set(spans), f"{[one.expression.text for one in found]}"
    expressions = [spans[span].expression for span in parsed.spans]
    if isinstance(wanted, list) and len(parsed.spans) == 1:
        assert [expressions[0].value, expressions[0].mod] == wanted
    else:
        assert [one.value for one in expressions] == (wanted if isinstance(wanted, list) else [wanted])
    used = set().union(*(rules_in(spans[span].match) for span in parsed.spans))
    owner = grammar(language).roots.get(rule.gives)
    assert owner is not None
    if not rule.emit:
        assert rule.id in used | {"days-of-month"}, f"read by {sorted(used)}"


@pytest.mark.parametrize(("language", "rule", "text"), REJECTS)
def test_reject(language: str, rule: Rule, text: str) -> None:
    found = read(text, grammar(language))
    if rule.gives == "nothing":
        assert [one.expression.text for one in found] == []
    else:
        assert rule.id not in set().union(*(rules_in(one.match) for one in found), set())
