"""Offices that one person holds at a time: "the Ukrainian president", "Ukraine's president", "president of Ukraine".

An office is written as its plain name and the country's code ("president UA"), so that two articles can mean one person
by it.  Without a country, and with "former", "deputy" and the like in front, it says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from transforms.events.participants.gazetteer import look_up, place_words
from transforms.language.names import Named, name_rules, plain
from transforms.language.parse import Parse
from transforms.language.phrases import MOST

_BEFORE = 5
"""How many words of the phrase in front of an office are looked at."""
_IN_PHRASE = ("amod", "compound", "nmod", "poss", "case", "advmod", "punct")
NameAt = Callable[[int], Named | None]


def office(parse: Parse, i: int, name_at: NameAt) -> str | None:
    """Return the office that a noun stands for, with its country; `None` if it is no office, or whose is unknown."""
    rules, tokens = name_rules(), parse.tokens
    first, title = i, plain(tokens[i].lemma)
    if i and tokens[i - 1].sentence == tokens[i].sentence:
        longer = f"{plain(tokens[i - 1].text)} {title}"
        if longer in rules.offices:
            first, title = i - 1, longer
    if title not in rules.offices or not _held_now(parse, first):
        return None
    country = _country_before(parse, first, name_at) or _country_behind(parse, i, name_at)
    return f"{title} {country}" if country else None


def _held_now(parse: Parse, first: int) -> bool:
    """True if no word of the phrase in front says that the office is another, or no longer held."""
    tokens = parse.tokens
    for j in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        if tokens[j].sentence != tokens[first].sentence or tokens[j].dep not in _IN_PHRASE:
            return True
        if plain(tokens[j].text).strip(".") in name_rules().no_longer:
            return False
    return True


def _country_before(parse: Parse, first: int, name_at: NameAt) -> str | None:
    tokens = parse.tokens
    j = first - 1
    if j > 0 and tokens[j].tag == "POS":
        j -= 1
    return _country(parse, j, name_at) if j >= 0 and tokens[j].sentence == tokens[first].sentence else None


def _country_behind(parse: Parse, i: int, name_at: NameAt) -> str | None:
    tokens = parse.tokens
    for c in parse.children[i][:MOST]:
        if tokens[c].dep == "prep" and tokens[c].text.casefold() == "of":
            for behind in parse.children[c][:MOST]:
                if country := _country(parse, behind, name_at):
                    return country
    return None


def _country(parse: Parse, j: int, name_at: NameAt) -> str | None:
    """Return the code of the country that a word, or the name it is part of, stands for."""
    named = name_at(j)
    words = named.text if named is not None else parse.tokens[j].text
    demonym = place_words().demonyms.get(plain(words))
    if demonym:
        return demonym
    return next((site.country for site in look_up(words)[:1] if site.kind == "country"), None)


def held(parse: Parse, name: Named, name_at: NameAt) -> Iterator[str]:
    """Return the offices that the text gives a name: the title in front, the apposition beside it."""
    tokens = parse.tokens
    if name.first and tokens[name.first - 1].sentence == tokens[name.first].sentence:
        yield from filter(None, (office(parse, name.first - 1, name_at),))
    head = name.last - 1
    beside = [c for c in parse.children[head][:MOST] if tokens[c].dep == "appos"]
    if tokens[head].dep == "appos":
        beside.append(tokens[head].head)
    for i in beside:
        yield from filter(None, (office(parse, i, name_at),))
