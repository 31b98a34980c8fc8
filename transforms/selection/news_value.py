"""What a word by itself tells of an event's weight: a deed, a thin word, a saying that is itself the news.

The lists stand in `rules/en/events/news_value.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from transforms.events.mentions.event_types import EVENT_TYPES, OTHER
from transforms.rules.event_files import fault, read_rules, version_of

FILE = "news_value.toml"
VALUES = ("deed", "thin")


def rules_version() -> str:
    """Return the version of the lists."""
    return version_of(FILE)


def read_lists() -> None:
    """Read and check the lists.

    Raises:
        RuleError: where a word stands in two lists, or a type does not exist.
    """
    _words()
    _types()


@cache
def _words() -> dict[str, str]:
    return _listed("words")


@cache
def _types() -> dict[str, str]:
    types = _listed("types")
    known = {t.name for t in EVENT_TYPES} | {OTHER}
    for name in types:
        if name not in known:
            raise fault(FILE, name, f"there is no event type {name!r}")
    return types


def _listed(table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for value in VALUES:
        for word in read_rules(FILE)[table][value].split():
            if found.setdefault(word, value) != value:
                raise fault(FILE, word, f"{word!r} is in two lists")
    return found


@cache
def type_set(name: str) -> frozenset[str]:
    """Return a set of event types by which an event covers others or is covered.

    Raises:
        RuleError: where a type does not exist.
    """
    types = frozenset(read_rules(FILE)["covering"][name].split())
    for unknown in sorted(types - {t.name for t in EVENT_TYPES}):
        raise fault(FILE, unknown, f"there is no event type {unknown!r}")
    return types


@cache
def captions() -> re.Pattern[str]:
    """Return what finds the words of a line under a picture: who is where in it, that it is an old one, who took it."""
    rule = read_rules(FILE)["captions"]
    phrases = (rf"(?<!\w){re.escape(p)}(?!\w)" if p[-1].isalpha() else re.escape(p) for p in rule["phrases"])
    return re.compile("|".join((*(f"(?i:{phrase})" for phrase in phrases), rule["ends"])))


@cache
def news_sayings() -> frozenset[str]:
    """Return the lemmas of sayings that are themselves the news: an announcement, a plea, an accusation."""
    return frozenset(read_rules(FILE)["sayings"]["news"].split())


@cache
def owed_an_answer() -> frozenset[str]:
    """Return the lemmas of those before whom a plain saying is news: a court, a committee, an inquiry."""
    return frozenset(read_rules(FILE)["sayings"]["before"].split())


def word_value(lemma: str, event_type: str, particle: str = "") -> str | None:
    """Return "deed" or "thin" for a word that is one by itself or by its type, `None` for what lies between.

    A thin word that its particle gives a meaning of its own ("set up") is only thin where it is listed so.

    Raises:
        RuleError: where the rule file lists a word twice or a type that is not there.
    """
    word = lemma.replace(" ", "_")
    own = _words().get(word)
    if particle and not word.endswith(f"_{particle}"):
        own = _words().get(f"{word}_{particle}", None if own == "thin" else own)
    return own or _types().get(event_type)
