"""Time expressions: found by a grammar, given their TIMEX3 value and the days they can mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.times.rules import RuleError, grammar, languages, version

if TYPE_CHECKING:
    from transforms.model import Article, TimeExpression
    from transforms.times.explain import Derivation

__all__ = ["RuleError", "explain_times", "find_times", "rules_version"]

DEFAULT_LANGUAGE = "en"


def _language(article: Article) -> str:
    return (article.language or DEFAULT_LANGUAGE).replace("_", "-").split("-")[0].lower()


def find_times(article: Article) -> tuple[TimeExpression, ...]:
    """The time expressions of an article, in order, never overlapping.

    Raises:
        RuleError: where a rule file is not sound.
    """
    from transforms.times.finder import find

    language = _language(article)
    if language not in languages():
        return ()
    found, _ = find(article, grammar(language))
    return tuple(one.expression for one in found)


def explain_times(article: Article) -> tuple[Derivation, ...]:
    """Why each expression means what it means, and what named rules kept from being one.

    Raises:
        RuleError: where a rule file is not sound.
    """
    from transforms.times.explain import explain

    language = _language(article)
    return explain(article, grammar(language)) if language in languages() else ()


def rules_version(language: str) -> str:
    """A hash of the rules that read a language: unchanged article and unchanged rules give an unchanged result."""
    return version(language)
