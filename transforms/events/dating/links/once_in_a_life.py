"""What happens to somebody once: an article's words for one person's death are all of the same day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from transforms.events.dating.values import ArticleView, Candidate, TemporalLink, has_own_days
from transforms.language.closed_class import closed_class
from transforms.language.concepts import concept
from transforms.language.parse import Parse
from transforms.model import MentionRelation

_SUBJECTS = ("nsubj", "nsubjpass")
_PRONOUNS = closed_class("person_or_relative")


class Person(NamedTuple):
    """Whom a word says that it happened to."""

    kind: Literal["name", "noun", "pronoun", "others"]
    """By a name, by "the" and a noun, by a pronoun, or otherwise: several people, somebody's husband, nobody."""
    word: str = ""


def died_once(view: ArticleView, candidates: Sequence[Candidate]) -> list[TemporalLink]:
    """Link the undated words for a person's death to the dated one, where the article reports one death alone."""
    by_concept: dict[str, list[tuple[int, Person]]] = {}
    for i, one in enumerate(candidates):
        if one.lemma in view.rules.once and one.mention.event_class == "event" and one.modality == "actual":
            person = _person(view.parse, one.mention.head)
            by_concept.setdefault(concept(one.mention.lemma), []).append((i, person))
    return [link for people in by_concept.values() for link in _links(candidates, people)]


def _links(candidates: Sequence[Candidate], people: Sequence[tuple[int, Person]]) -> list[TemporalLink]:
    """Return the links within one group of words."""
    dated = [(i, person) for i, person in people if has_own_days(candidates[i].bounds)]
    days = {(candidates[i].bounds.start, candidates[i].bounds.end) for i, _ in dated}
    words = {person.word for _, person in people if person.kind in ("name", "noun")}
    names = {person.word for _, person in people if person.kind == "name"}
    one_person = len(names) == 1 and all(person.kind != "others" for _, person in people)
    if len(days) != 1 or not ({person.word for _, person in dated} & words):
        return []
    first, of = next((i, person) for i, person in dated if person.word in words)
    return [
        TemporalLink(MentionRelation(i, "simultaneous", first, "named-again"), True, dates=True)
        for i, person in people
        if i != first
        and not has_own_days(candidates[i].bounds)
        and (one_person or (person.kind in ("name", "noun") and person == of))
    ]


def _person(parse: Parse, i: int) -> Person:
    """Return whom an event word is of: the subject of a verb, the possessor or the "of" of a noun."""
    tokens = parse.tokens
    for c in parse.children[i]:
        if tokens[c].dep in (*_SUBJECTS, "poss"):
            at = tokens[i].head if tokens[c].tag in ("WP", "WDT") and tokens[i].dep == "relcl" else c
            return _named(parse, at)
        if tokens[c].dep == "prep" and tokens[c].text.lower() == "of":
            for d in parse.children[c]:
                if tokens[d].dep == "pobj":
                    return _named(parse, d)
    return Person("others")


def _named(parse: Parse, i: int) -> Person:
    """Return a person by the head of a noun phrase."""
    token = parse.tokens[i]
    if any(parse.tokens[c].dep in ("conj", "nummod") for c in parse.children[i]):
        return Person("others")
    if token.tag == "NNP":
        return Person("name", token.text)
    if token.text.lower() in _PRONOUNS:
        return Person("pronoun")
    definite = any(parse.tokens[c].text.lower() == "the" for c in parse.children[i])
    return Person("noun", token.lemma.lower()) if token.tag == "NN" and definite else Person("others")
