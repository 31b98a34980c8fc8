"""Definite nouns for the one place of their kind that is named before them: "the city", "the country"."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.events.participants.entities import Register
from transforms.events.participants.gazetteer import look_up, place_words
from transforms.language.names import plain
from transforms.language.parse import Parse
from transforms.titles.naming.described import Reference, called, names_before, words_of

_BACK = 1
_KINDS = {"country": "country", "city": "city", "state": "state"}


def place_references(parse: Parse, register: Register) -> Iterator[Reference]:
    """Return nouns for places where one of their kind, and no people of another, is named shortly before."""
    for noun in parse.tokens:
        kind = _KINDS.get(plain(noun.lemma))
        if kind is None or words_of(parse, noun) != frozenset():
            continue
        near = names_before(parse, register, noun, _BACK)
        found = {}
        for n in near:
            sites = look_up(n.text) if n.kind in ("GPE", "LOC") else ()
            if sites and sites[0].kind == kind:
                found[sites[0].geoname_id] = n.text
            elif n.kind == "NORP" and kind == "country" and plain(n.text) in place_words().demonyms:
                found.setdefault(-1, place_words().demonyms[plain(n.text)])
        if len(found) == 1 and -1 not in found:
            yield called(noun, next(iter(found.values())))
