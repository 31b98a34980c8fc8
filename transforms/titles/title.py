"""The title of a mention: a clause where it has one, else a noun phrase, else its sentence cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from transforms.language.closed_class import closed_class
from transforms.language.phrases import ancestors
from transforms.model import EventMention, TitleSource
from transforms.titles.anchors import noun_of, path_to, shown_verb, stands_alone, verb_of
from transforms.titles.attributed import prefix, quoted, speaks
from transforms.titles.clause import Clause, clause
from transforms.titles.nominal import nominal
from transforms.titles.people import named_items
from transforms.titles.verbatim.cut import clause_words, cut
from transforms.titles.view import View
from transforms.titles.wholeness.faults import weakness
from transforms.titles.wholeness.torn import hangs
from transforms.titles.wording import is_whole, with_capital, without_article, write
from transforms.titles.words import title_words

LONGEST = 16
_LONG, _MOST_SIGNS = 26, 110
"""Most words of a title, of a whole sentence, and most characters of one."""
_SHORTEST = 2
"""Fewest words of a title."""
_STEPS = 4
_MISLEADING = 6
"""How poor a line is that says what is not said: then the sentence's own words are better."""
_HALF = 3
"""The penalty of a sentence's beginning that has no subject with its verb."""
_OFF, _STEM = 2, 4
"""The penalty of a line that lacks the event's own word, and how many leading letters identify that word."""
_ABOVE = 12
"""How far above a noun its verb is looked for."""
_LEAST, _THIN = 2, 5
"""Words below which a clause is no title, and below which a line says little by itself."""
_SMALL = ("DET", "PRON", "ADP", "NUM", "ADV", "NOUN")
_COUNTS = ("", "CARDINAL", "QUANTITY", "PERCENT", "MONEY")
_COMPLEMENTS = ("xcomp", "ccomp")


class Title(NamedTuple):
    """A line and what it was made from."""

    text: str
    source: TitleSource
    opening: int = 0
    """Code points at its head that say who says so; what follows stands by itself."""
    half: bool = False
    """Whether it is a sentence's beginning that tells of nothing: its verb or its subject is cut off."""


def title_of(view: View, event: EventMention) -> Title:
    """Return the title of a mention: the first candidate without a fault, else the one that has the fewest.

    A mention that is not reported as having happened never reaches the timeline, so its first candidate will do.
    """
    if event.judgement.modality != "actual" or event.mention.event_class == "state":
        return next(_candidates(view, event))
    best: tuple[int, Title] | None = None
    for title in _candidates(view, event):
        weak = weakness(title.text) + _OFF * (title.source == "sentence" and not _names(event, title.text))
        weak += _HALF * title.half
        if not weak:
            return title
        if best is None or weak < best[0]:
            best = weak, title
    assert best is not None
    if best[0] < _MISLEADING:
        return best[1]
    plain = Title(with_capital(write(view, sorted(cut(view, event.mention.head).words))), "sentence")
    return plain if weakness(plain.text) < best[0] else best[1]


def _names(event: EventMention, line: str) -> bool:
    """True if a line has the word in it that names the event."""
    return event.mention.lemma[:_STEM].casefold() in line.casefold() or event.mention.text.casefold() in line.casefold()


def _candidates(view: View, event: EventMention) -> Iterator[Title]:
    """Return what a mention may be called, the best kind first."""
    head = event.mention.head
    verb = verb_of(view, head)
    # What is only planned of a thing that happened is no title of it: "Vale will see the wreck".
    if verb is not None and (verb == head or view.is_actual(verb) or event.judgement.modality != "actual"):
        line = _clause_line(view, event, head, verb)
        line = line or _plain_line(view, event, head, verb)
        if line:
            yield Title(line, "clause")
    noun = noun_of(view, head)
    if noun is not None:
        phrase = _phrase_line(view, event, noun, path_to(view, head, noun))
        if phrase is not None:
            line, full = phrase
            whole = _venue_line(view, event, noun) if len(line.split()) < _THIN else None
            if whole:
                yield Title(whole, "clause")
            if full:
                yield Title(line, "noun phrase")
    above = None if view.tokens[head].dep in ("acl", "relcl") else _line_above(view, event, head)
    if above:
        yield Title(above, "sentence")
    yield _sentence(view, event, head)
    long = None if verb is None or not view.is_actual(verb) else _clause_line(view, event, head, verb, _LONG)
    if long:
        yield Title(long, "sentence")


def _venue_line(view: View, event: EventMention, noun: int) -> str | None:
    """Return the clause that takes place at what a short phrase names: "spoke at the meeting"."""
    prep = view.tokens[noun].head
    verb = view.tokens[prep].head
    if prep < verb or view.tokens[prep].dep != "prep" or view.word(prep) not in title_words().venues:
        return None
    if not view.is_verb(verb) or not view.is_actual(verb):
        return None
    return _clause_line(view, event, noun, verb)


def _line_above(view: View, event: EventMention, head: int) -> str | None:
    """Return the clause that a word stands in, if that is presented as having happened."""
    verb = next((i for i in islice(ancestors(view.parse, head), _ABOVE) if view.is_verb(i)), None)
    if verb is not None and verb in view.run(head) and view.is_actual(verb) and (verb < head or view.is_verb(head)):
        return _clause_line(view, event, head, verb)
    return None


def _plain_line(view: View, event: EventMention, head: int, verb: int) -> str | None:
    """Return a verb's clause in its own words; `None` where it begins with a pronoun, or nobody can be named for it."""
    top = shown_verb(view, verb)
    if view.tokens[top].dep in ("relcl", "acl", "csubj", "csubjpass") or view.tokens[top].lemma in title_words().hollow:
        return None
    if any(c < top for c in view.children(top, "ccomp", "parataxis")):
        return None
    if view.says(top) and view.child(top, "ccomp", "xcomp", "dobj", "prep") is None:
        return None
    words = clause_words(view, top, head)
    items = None if words is None else named_items(view, words, "", opens=True)
    if words is None or not items or prefix(view, event, frozenset(words)) is None:
        return None
    line = write(view, without_article(items, view))
    first = line.split(" ", 1)[0].casefold()
    return None if first in title_words().vague else _line_of(view, event, with_capital(line), frozenset(words))


def _sentence(view: View, event: EventMention, head: int) -> Title:
    """Return the sentence cut short; if it says "I" or "we", in quotation marks after its speaker's name."""
    line, words = cut(view, head)
    text = _line_of(view, event, with_capital(line), words) if head in words else with_capital(line)
    finite = [i for i in words if view.is_verb(i) and _has_subject(view, i, words)]
    return Title(text, "sentence", half=hangs(view, words) or not finite or all(_is_ahead(view, i) for i in finite))


def _is_ahead(view: View, verb: int) -> bool:
    """True if a verb says what will or would be: "Vale will see the wreck" is no title of the wreck."""
    return not view.says(verb) and any(
        view.word(c) in closed_class("will_or_would") for c in view.children(verb, "aux")
    )


def _has_subject(view: View, verb: int, words: frozenset[int]) -> bool:
    """True if a finite verb has its subject among some words, and is no clause about a noun."""
    if view.tokens[verb].dep in ("relcl", "acl", "advcl"):
        return False
    return any(c in words for c in view.children(verb, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))


def _line_of(view: View, event: EventMention, line: str, words: frozenset[int]) -> str:
    """Return a line with who says so in front, if its own words do not show it."""
    said = prefix(view, event, words)
    if not said:
        return line
    if speaks(line):
        return with_capital(f"{said.rsplit(' ', 1)[0]}: “{line}”")
    first = view.tokens[min(words)]
    if not line.casefold().startswith(first.text.casefold()):
        return with_capital(f"{said} {line}")
    small_elsewhere = first.text.istitle() and any(t.text == first.text.lower() for t in view.tokens)
    common = (
        first.pos in _SMALL
        or (small_elsewhere and first.pos not in ("PROPN",))
        or (first.pos == "ADJ" and not first.text.endswith(tuple(closed_class("endings_of_peoples"))))
    )
    small = common and first.entity in _COUNTS and first.text != "I"
    return with_capital(f"{said} {line[:1].lower() + line[1:] if small else line}")


def _clause_line(view: View, event: EventMention, head: int, verb: int, most: int = LONGEST) -> str | None:
    shown = shown_verb(view, verb)
    for top in dict.fromkeys((shown, verb)):
        if top == verb and top != shown and not stands_alone(view, verb, shown):
            continue
        line = _of_verb(view, event, head, top, most=most)
        if line is not None and len(line.split()) < _THIN:
            line = _of_verb(view, event, head, top, rich=True) or line
        if line is not None and len(line.split()) >= _LEAST:
            return line
    return None


def _of_verb(
    view: View, event: EventMention, head: int, top: int, *, rich: bool = False, most: int = LONGEST
) -> str | None:
    """Return the clause of one verb, preceded by its source if the sentence has one."""
    path = path_to(view, head, top)
    shows = path | {top, *view.children(top, "advmod")}
    said = prefix(view, event, shows)
    found = None if said is None else clause(view, top, path, said, rich=rich)
    if found is None or said is None or not _says_enough(view, top, found):
        return None
    line = _attributed(view, top, found, said)
    return line if line is not None and _is_title(line, most) else None


def _phrase_line(view: View, event: EventMention, noun: int, path: frozenset[int]) -> tuple[str, bool] | None:
    """Return a noun phrase as a line, and whether it says enough alone: of whom, where, or more than a few words."""
    items = nominal(view, event, noun, path)
    if items is None:
        return None
    line = with_capital(write(view, items))
    tokens = [view.tokens[i] for i in items if isinstance(i, int)]
    full = len(tokens) < len(items) or any(t.pos in ("ADP", "PROPN") and not view.is_dated(t.i) for t in tokens)
    return (line, full) if _is_title(line) else None


def _attributed(view: View, top: int, found: Clause, said: str) -> str | None:
    """Return the words with who says so in front; in quotation marks if they say "I", or if "it" is unclear."""
    line = write(view, found.items)
    if not speaks(line):
        return with_capital(f"{said} {line}" if said else line)
    if said:
        return quoted(view, top, said.rsplit(" ", 1)[0])
    content = view.child(top, "ccomp")
    return quoted(view, content, write(view, found.subject)) if content is not None and view.says(top) else None


def _says_enough(view: View, verb: int, found: Clause) -> bool:
    """True if it is not a lone verb that says nothing without an object or a complement."""
    if view.tokens[verb].lemma == "tell" and not found.suffers and view.child(verb, "ccomp", "xcomp", "prep") is None:
        return False
    content = (c for c in view.children(verb, "ccomp", "xcomp") if view.takes(verb, c))
    if found.suffers or any(content) or view.child(verb, "dobj", "attr", "acomp", "prt", "oprd", "agent", "dative"):
        return True
    if found.rest:
        return view.tokens[verb].lemma not in title_words().hollow
    words = title_words()
    return view.tokens[verb].lemma not in words.thin | words.needs_object | words.hollow


def _is_title(line: str, most: int = LONGEST) -> bool:
    words = line.split()
    first = re.sub(r"\W", "", words[0]).casefold() if words else ""
    return (
        _SHORTEST <= len(words) <= most
        and (len(line) <= _MOST_SIGNS or most > LONGEST)
        and is_whole(line)
        and first not in title_words().unnamed
    )
