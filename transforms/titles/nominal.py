"""A full noun phrase as a title: "Fire on the ferry Astrid Maren in Ventspils"."""

from __future__ import annotations

from transforms.language.closed_class import closed_class
from transforms.model import EventMention
from transforms.titles.noun_words import is_asked, is_cut_off
from transforms.titles.parts import Parts
from transforms.titles.people import gender_of, named_items, stands_before
from transforms.titles.phrases import add_noun
from transforms.titles.subject import RELATIVES
from transforms.titles.view import View
from transforms.titles.wording import Item, filled, without_article

_PLANNED = {"planned": "planned", "possible": "possible"}
_LEAST = 3
_ROOM = 11


def nominal(view: View, event: EventMention, head: int, path: frozenset[int]) -> list[Item] | None:
    """Return the noun phrase of a head with what says whose, where and of what; `None` where that says too little."""
    if is_asked(view, head):
        return None
    parts = Parts(view, view.run(head), path)
    add_noun(parts, head)
    chosen = parts.chosen(_ROOM)
    words = [i for i in filled(view, chosen) if view.word(i) not in RELATIVES or not _asks(view, i)]
    if any(_lost_its_relative(view, i) for i in chosen):
        return None
    items = named_items(view, words, "", opens=True)
    if not items:
        return None
    if _means_nobody(view, items) or any(is_cut_off(view, i) for i in words):
        return None
    items = _without_determiner(view, items)
    modality = _PLANNED.get(event.judgement.modality)
    content = sum(
        1 for i in items if not isinstance(i, int) or view.tokens[i].pos in ("NOUN", "PROPN", "ADJ", "NUM", "VERB")
    )
    if any(view.tokens[c].tag == "JJR" for c in view.children(head, "amod")):
        return None  # greater than what?
    where = _where(view, event, items) if content < _LEAST + 1 else []
    items, content = [*items, *where], content + bool(where)
    if content < 2:
        return None
    return [modality, *items] if modality and view.word(words[0]) != modality else items


def _where(view: View, event: EventMention, items: list[Item]) -> list[Item]:
    """Return the place of an event with its own preposition, where the items lack it: "in Kalm"."""
    place = event.place
    if place is None:
        return []
    first = next((t.i for t in view.tokens[view.run(event.mention.head)[0] :] if t.start >= place.span.start), None)
    if first is None or first == 0 or first in items or first not in view.run(event.mention.head):
        return []
    return [first - 1, place.text] if view.word(first - 1) in closed_class("of_a_place") else []


def _means_nobody(view: View, items: list[Item]) -> bool:
    """True if a "their" or "its" is left whose noun does not stand before it in the phrase."""
    for n, item in enumerate(items):
        if isinstance(item, int) and view.tokens[item].tag == "PRP$" and gender_of(view.word(item)):
            before = [i for i in items[:n] if isinstance(i, int)]
            if len(before) == n and not any(stands_before(view, i, gender_of(view.word(item))) for i in before):
                return True
    return False


def _lost_its_relative(view: View, i: int) -> bool:
    """True if a verb's subject is a "who" or "which": without it the noun before would seem to act in this line."""
    if view.tokens[i].dep != "relcl":
        return False
    return any(view.word(c) in RELATIVES and _asks(view, c) for c in view.children(i, "nsubj", "nsubjpass"))


def _asks(view: View, i: int) -> bool:
    return view.tokens[i].tag in ("WDT", "WP")


def _without_determiner(view: View, items: list[Item]) -> list[Item]:
    items = without_article(items, view)
    if (
        items
        and isinstance(items[0], int)
        and view.tokens[items[0]].dep == "det"
        and view.word(items[0]) in closed_class("vague_determiner")
    ):
        return items[1:]
    return items
