"""Which words are expressions of time, and which days can they mean?

In: an article.  Out: time expressions with TIMEX3 value, days, rule and anchor.  Open `finder.py` first; the rules are
`transforms/rules/en/times`, what they mean stands in `meanings`, what they count from in `discourse.py`.
"""

from __future__ import annotations

import hashlib
from importlib import metadata
from typing import TYPE_CHECKING, NamedTuple

from transforms.rules.files import RuleError
from transforms.text_kind import TextKind, text_kind
from transforms.times.foreign import explicit_dates, unambiguous_dates
from transforms.times.languages import codes, grammar, version

if TYPE_CHECKING:
    from transforms.model import Article, TimeExpression
    from transforms.times.explain import Derivation

__all__ = ["RuleError", "Times", "explain_times", "find_times", "read_times", "rules_version"]


def _code(language: str | None) -> str | None:
    return language.replace("_", "-").split("-")[0].lower() if language else None


class Times(NamedTuple):
    """The time expressions of an article, and the kind of text that they were read in."""

    expressions: tuple[TimeExpression, ...]
    kind: TextKind


def find_times(article: Article) -> tuple[TimeExpression, ...]:
    """Find the time expressions of an article, in order, never overlapping; see `read_times`."""
    return read_times(article).expressions


def read_times(article: Article) -> Times:
    """Find the time expressions of an article, in order, never overlapping, and the kind of its text.

    In a language without rules of its own these are its explicit dates alone; where the language is not known, those
    that mean the same in every language (2021-05-17).

    Raises:
        RuleError: where a rule file is not sound.
    """
    language = _code(article.language)
    if language is None or language not in codes():
        explicit = unambiguous_dates(article) if language is None else explicit_dates(article, language)
        return Times(explicit, text_kind(article, explicit))
    from transforms.times.finder import find

    read = find(article, grammar(language))
    return Times(tuple(one.expression for one in read.found), read.kind)


def explain_times(article: Article) -> tuple[Derivation, ...]:
    """Why each expression means what it means, and what named rules kept from being one.

    Raises:
        RuleError: where a rule file is not sound.
    """
    from transforms.times.explain import explain, explain_explicit

    language = _code(article.language)
    if language is None or language not in codes():
        return explain_explicit(find_times(article))
    return explain(article, grammar(language))


def rules_version(language: str | None = None) -> str:
    """Return a hash of the rules that read a language: the same article and hash give the same result.

    Where a language has no rules of its own, the version of its shapes and that of dateparser stand for them.  Without
    a language it is that of all of them.
    """
    code = _code(language)
    if code is not None and code in codes():
        return version(code)
    explicit = f"explicit dates, dateparser {metadata.version('dateparser')}"
    if code is not None:
        return explicit
    return hashlib.sha256(" ".join((*map(version, codes()), explicit)).encode()).hexdigest()[:16]
