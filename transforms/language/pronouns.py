"""Antecedents of "he", "she" and "it" within one article: the likeliest name shortly before, or the subject just ahead.

A pronoun that was understood is itself a word to go by, so that a paragraph about one person may call her "she" to its
end.  Only that far: with no name or understood pronoun in the two sentences before, a pronoun keeps its own word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.language.parse import Parse, Token
from transforms.language.phrases import MOST, ancestors

_SUBJECTS = ("nsubj", "nsubjpass")
_FRONTED = ("prep", "advcl")
"""What stands before a clause's subject and may speak of it ahead: "In her speech, Ada Vale …"."""
_SENTENCES_BACK = 2
_LOOK_BACK = 40
"""How many words that may be meant are looked at."""
_OFTEN = 4
_STEPS = 6


class Referent(NamedTuple):
    """A word that a pronoun may stand for: where it is, the name it gives, and of what kind."""

    first: int
    last: int
    name: str
    person: bool
    subject: bool
    gender: str = ""
    """"he" or "she" where a title or the pronoun itself tells."""


class Pronouns(NamedTuple):
    """The pronouns by whom they stand for: "he" and "she" with their forms, and those of things."""

    genders: dict[str, str]
    things: frozenset[str]


def is_subject(parse: Parse, first: int, last: int) -> bool:
    """True if some words are a clause's subject, or stand beside one as another name for it."""
    tokens = parse.tokens
    return any(
        tokens[i].dep in _SUBJECTS or (tokens[i].dep == "appos" and tokens[tokens[i].head].dep in _SUBJECTS)
        for i in range(first, last)
    )


def antecedents(parse: Parse, names: Sequence[Referent], words: Pronouns) -> dict[int, str]:
    """By its token, the name that each pronoun stands for; pronouns that nothing is known of are left out."""
    counts = Counter(n.name for n in names)
    before = sorted(names)
    starts = [n.first for n in before]
    at = {i: n for n in before for i in range(n.first, n.last)}
    found: dict[int, str] = {}
    for token in parse.tokens:
        if token.pos != "PRON":
            continue
        word = token.text.casefold()
        gender = words.genders.get(word, "")
        if not gender and word not in words.things:
            continue
        meant = _ahead(parse, token, at, person=bool(gender)) or _behind(parse, token, before, starts, counts, gender)
        if meant is None:
            continue
        found[token.i] = meant.name
        own = Referent(token.i, token.i + 1, meant.name, meant.person, token.dep in _SUBJECTS, gender)
        place = bisect_left(starts, token.i)
        before.insert(place, own)
        starts.insert(place, token.i)
    return found


def _ahead(parse: Parse, pronoun: Token, at: dict[int, Referent], *, person: bool) -> Referent | None:
    """Return the subject that a fronted phrase refers to: "Since its launch, the Harbour Line has …"."""
    if pronoun.dep in _SUBJECTS:
        return None
    below = pronoun
    for n, up in enumerate(ancestors(parse, pronoun.i)):
        if n >= _STEPS:
            return None
        if below.dep in _FRONTED and below.i < up:
            for c in parse.children[up][:MOST]:
                named = at.get(c) if parse.tokens[c].dep in _SUBJECTS and c > pronoun.i else None
                if named is not None and named.person == person:
                    return named
        below = parse.tokens[up]
    return None


def _behind(
    parse: Parse, pronoun: Token, before: list[Referent], starts: list[int], counts: Counter[str], gender: str
) -> Referent | None:
    best: tuple[float, int, Referent] | None = None
    for r in _near(parse, pronoun, before, starts):
        if r.person != bool(gender) or (gender and r.gender and r.gender != gender):
            continue
        if not gender and not r.subject:
            continue
        apart = pronoun.sentence - parse.tokens[r.first].sentence
        score = 2 * r.subject - apart + min(counts[r.name], _OFTEN) / 2
        if best is None or (score, r.first) > best[:2]:
            best = (score, r.first, r)
    return best[2] if best else None


def _near(parse: Parse, pronoun: Token, before: list[Referent], starts: list[int]) -> Iterator[Referent]:
    """Return the names in the pronoun's sentence and the two before it, nearest first."""
    place = bisect_left(starts, pronoun.i)
    for r in reversed(before[max(0, place - _LOOK_BACK) : place]):
        if pronoun.sentence - parse.tokens[r.first].sentence > _SENTENCES_BACK:
            return
        if r.last <= pronoun.i:
            yield r
