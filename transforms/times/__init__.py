"""Time expressions: found by a grammar, given their TIMEX3 value and the days they can mean."""

from __future__ import annotations

from importlib import metadata
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

    In a language without rules of its own these are its explicit dates alone.  An article whose language is not known
    is read as English.

    Raises:
        RuleError: where a rule file is not sound.
    """
    language = _language(article)
    if language not in languages():
        from transforms.times.foreign import explicit_dates

        return explicit_dates(article, language)
    from transforms.times.finder import find

    found, _ = find(article, grammar(language))
    return tuple(one.expression for one in found)


def explain_times(article: Article) -> tuple[Derivation, ...]:
    """Why each expression means what it means, and what named rules kept from being one.

    Raises:
        RuleError: where a rule file is not sound.
    """
    from transforms.times.explain import explain, explain_explicit

    language = _language(article)
    if language not in languages():
        return explain_explicit(find_times(article))
    return explain(article, grammar(language))


def rules_version(language: str) -> str:
    """A hash of the rules that read a language: unchanged article and unchanged rules give an unchanged result.

    Where a language has no rules of its own, dateparser's version stands for them.
    """
    language = language.replace("_", "-").split("-")[0].lower()
    return version(language) if language in languages() else f"dateparser {metadata.version('dateparser')}"
