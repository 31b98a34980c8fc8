"""The title of a mention: a clause where it has one, else a noun phrase, else its sentence cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from transforms.language.phrases import ancestors
from transforms.model import EventMention, TitleSource
from transforms.titles.attributed import prefix, quoted, speaks
from transforms.titles.clause import Clause, clause
from transforms.titles.cut import cut
from transforms.titles.faults import weakness
from transforms.titles.nominal import nominal
from transforms.titles.subject import is_result
from transforms.titles.view import View
from transforms.titles.wording import is_whole, with_capital, write
from transforms.titles.words import title_words

LONGEST = 16
_LONG, _MOST_SIGNS = 26, 110
"""Most words of a title, of a whole sentence, and most characters of one."""
_SHORTEST = 2
"""Fewest words of a title."""
_STEPS = 4
_MISLEADING = 6
"""How poor a line is that says what is not said: then the sentence's own words are better."""
_OFF, _STEM = 2, 4
"""The penalty of a line that lacks the event's own word, and how many leading letters identify that word."""
_ABOVE = 12
"""How far above a noun its verb is looked for."""
_LEAST, _THIN = 2, 5
"""Words below which a clause is no title, and below which a line says little by itself."""
_SMALL = ("DET", "PRON", "ADP", "NUM", "ADV", "NOUN")
_PEOPLES = ("ish", "ese", "an", "ic", "ch")
_COUNTS = ("", "CARDINAL", "QUANTITY", "PERCENT", "MONEY")
_COMPLEMENTS = ("xcomp", "ccomp")


class Title(NamedTuple):
    """A line and what it was made from."""

    text: str
    source: TitleSource
    opening: int = 0
    """Code points at its head that say who says so; what follows stands by itself."""


def title_of(view: View, event: EventMention) -> Title:
    """Return the title of a mention: the first candidate without a fault, else the one that has the fewest.

    A mention that is not reported as having happened never reaches the timeline, so its first candidate will do.
    """
    if event.judgement.modality != "actual" or event.mention.event_class == "state":
        return next(_candidates(view, event))
    best: tuple[int, Title] | None = None
    for title in _candidates(view, event):
        weak = weakness(title.text) + _OFF * (title.source == "sentence" and not _names(event, title.text))
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
    verb = _verb(view, head)
    if verb is not None:
        line = _clause_line(view, event, head, verb)
        if line:
            yield Title(line, "clause")
    noun = _noun(view, head)
    if noun is not None:
        phrase = _phrase_line(view, event, noun, _path(view, head, noun))
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
    yield Title(_sentence_line(view, event, head), "sentence")
    long = None if verb is None else _clause_line(view, event, head, verb, _LONG)
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


def _sentence_line(view: View, event: EventMention, head: int) -> str:
    """Return the sentence cut short; if it says "I" or "we", in quotation marks after its speaker's name."""
    line, words = cut(view, head)
    line = with_capital(line)
    said = prefix(view, event, words) if head in words else None
    if not said:
        return line
    if speaks(line):
        return with_capital(f"{said.rsplit(' ', 1)[0]}: “{line}”")
    first = view.tokens[min(words)]
    common = first.pos in _SMALL or (first.pos == "ADJ" and not first.text.endswith(_PEOPLES))
    small = common and first.entity in _COUNTS and first.text != "I"
    return with_capital(f"{said} {line[:1].lower() + line[1:] if small else line}")


def _clause_line(view: View, event: EventMention, head: int, verb: int, most: int = LONGEST) -> str | None:
    shown = _shown(view, verb)
    for top in dict.fromkeys((shown, verb)):
        if top == verb and top != shown and not _stands_alone(view, verb, shown):
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
    path = _path(view, head, top)
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
    full = len(tokens) < len(items) or any(t.pos in ("ADP", "PROPN") for t in tokens)
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
    if found.suffers or view.child(verb, "dobj", "ccomp", "xcomp", "attr", "acomp", "prt", "oprd", "agent", "dative"):
        return True
    if found.rest:
        return view.tokens[verb].lemma not in title_words().hollow
    return view.tokens[verb].lemma not in title_words().thin | title_words().needs_object


def _is_title(line: str, most: int = LONGEST) -> bool:
    words = line.split()
    first = re.sub(r"\W", "", words[0]).casefold() if words else ""
    return (
        _SHORTEST <= len(words) <= most
        and (len(line) <= _MOST_SIGNS or most > LONGEST)
        and is_whole(line)
        and first not in title_words().unnamed
    )


def _path(view: View, head: int, top: int) -> frozenset[int]:
    """Return the words that lead from a title's verb or noun to the trigger."""
    found = {head}
    i = head
    while i != top and view.tokens[i].head != i:
        i = view.tokens[i].head
        found.add(i)
    return frozenset(found - {top}) if i == top else frozenset()


def _verb(view: View, head: int) -> int | None:
    """Return the verb whose clause expresses a mention: itself, what carries it, or what says that it took place."""
    token = view.tokens[head]
    if token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound"):
        return head
    up = view.tokens[token.head]
    if up.i not in view.run(head):
        return None
    if token.dep in ("acomp", "oprd") and up.pos in ("VERB", "AUX"):
        return up.i
    if token.pos not in ("NOUN", "PROPN"):
        return None
    carrier = view.supports.get(head)
    if carrier is not None and view.is_verb(carrier):
        return carrier
    words = title_words()
    if token.dep == "pobj" and up.dep == "prep" and view.tokens[up.head].lemma in words.idioms:
        return up.head if not any(view.children(head, "det", "poss", "amod")) else None
    if not view.is_verb(up.i):
        return None
    if token.dep in ("dobj", "nsubjpass") and up.lemma in words.support:
        return up.i
    if token.dep in ("nsubj", "nsubjpass") and up.lemma in words.happening | words.effects and view.is_actual(up.i):
        return up.i
    return None


def _noun(view: View, head: int) -> int | None:
    """Return the noun whose phrase expresses a mention."""
    token = view.tokens[head]
    if token.pos in ("NOUN", "PROPN") and token.dep == "compound" and view.tokens[token.head].pos in ("NOUN", "PROPN"):
        return token.head
    if token.pos in ("NOUN", "PROPN"):
        return head
    if token.dep in ("amod", "acl", "compound") and view.tokens[token.head].pos in ("NOUN", "PROPN"):
        return token.head
    return None


def _shown(view: View, verb: int) -> int:
    """Return the verb that a title begins with: the one above an infinitive, a gerund or what is said."""
    i = verb
    for _ in range(_STEPS):
        up = _above(view, i)
        if up is None:
            break
        i = up
    return i


def _above(view: View, i: int) -> int | None:
    tokens = view.tokens
    token, up = tokens[i], tokens[tokens[i].head]
    if up.i == i or up.i not in view.run(i) or (up.lemma == "be" and token.dep == "ccomp"):
        return None
    if token.dep in _COMPLEMENTS and view.is_verb(up.i) and view.takes(up.i, i):
        return up.i
    if (
        token.dep == "conj"
        and view.is_verb(up.i)
        and view.child(i, "nsubj", "nsubjpass") is None
        and up.dep in _COMPLEMENTS
    ):
        return up.i
    if is_result(view, i):
        return up.i
    if token.dep == "pcomp" and up.pos in ("ADP", "SCONJ") and up.text.casefold() not in title_words().circumstance:
        return up.head if view.is_verb(up.head) else None
    if token.dep in ("acl", "relcl") and any(tokens[c].tag == "TO" for c in view.children(i, "aux")):
        noun = tokens[i].head
        if tokens[noun].dep in ("dobj", "attr", "nsubj", "nsubjpass") and view.is_verb(tokens[noun].head):
            return tokens[noun].head
    return None


def _stands_alone(view: View, verb: int, shown: int) -> bool:
    """True if a verb's own clause says no more than the one above it: what that caused or went on with."""
    if view.tokens[verb].dep == "advcl":
        return True
    return view.tokens[shown].lemma in title_words().implicative and view.tokens[verb].dep == "xcomp"
