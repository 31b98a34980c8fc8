"""A whole clause as a title: who did what to whom, where; with a subject and a finite verb."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.events.participants.actors import role_words
from transforms.language.closed_class import closed_class
from transforms.language.phrases import subtree
from transforms.titles.noun_words import core_of, is_asked
from transforms.titles.opening import opening
from transforms.titles.parts import Part, Parts
from transforms.titles.people import named_items, possessed
from transforms.titles.phrases import add_complements, add_noun
from transforms.titles.subject import RELATIVES, Subject, is_result, joined_verb, subject_of
from transforms.titles.verbatim.predicate import predicate
from transforms.titles.verbs import is_many, verb_group
from transforms.titles.view import View
from transforms.titles.wholeness.torn import is_torn
from transforms.titles.wholeness.understood import is_understood
from transforms.titles.wording import Item, filled, without_article
from transforms.titles.words import title_words

ROOM = 16
"""Words up to which a title takes in what it could do without."""
_STEPS = 6


_LOOSE = ("cc", "punct", "conj")
_BEHIND_NOUNS = ("relcl", "acl")
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "VERB", "SYM"})


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a clause in three runs: who, the verb group, the rest."""

    subject: list[Item]
    verb: list[Item]
    rest: list[Item]
    suffers: bool = False
    """Whether the verb stands in the passive."""

    @property
    def items(self) -> list[Item]:
        """All of it."""
        return [*self.subject, *self.verb, *self.rest]


def clause(view: View, verb: int, path: frozenset[int], said: str = "", *, rich: bool = False) -> Clause | None:
    """Return the clause of a verb behind what stands before it; `None` where it has no subject that can be named."""
    subject = subject_of(view, verb)
    if subject is None or not _may_be_named(view, subject.head, verb) or not _agrees(view, verb, subject):
        return None
    if not subject.own and any(view.word(c) in ("any", "every", "each") for c in view.children(subject.head, "det")):
        return None
    if _is_of_many(view, verb, subject) or is_asked(view, subject.head):
        return None
    who = _subject_parts(view, verb, subject, path)
    group = verb_group(view, verb, subject, said=bool(said))
    before = len(said.split()) + len(group)
    least = _subject_words(view, verb, subject, who.chosen(0))
    chosen = _predicate(view, verb, subject, (path, rich), ROOM - before - len(least))
    if chosen is None:
        chosen = _complements(view, verb, subject, (path, rich)).chosen(ROOM, before + len(least))
    words = _subject_words(view, verb, subject, who.chosen(ROOM - before - len(chosen)))
    if is_torn(view, set(words)) or any(view.tokens[i].tag in ("WDT", "WP") and i > min(words) for i in words[:4]):
        words = least
    if is_torn(view, set(words)) or any(view.tokens[i].tag in ("WDT", "WP") for i in words[:4]):
        return None
    if (
        view.tokens[verb].lemma == "tell"
        and not subject.suffers
        and not any(c in chosen for c in view.children(verb, "dobj", "dative"))
    ):
        alone = {"tells": "says", "tell": "say", "told": "said"}
        group = [alone.get(i if isinstance(i, str) else view.word(i), i) for i in group]
    items = named_items(view, words, said, opens=True)
    owner = _owner(view, subject.head, verb)
    if owner is not None:
        items = [*owner, *(items or [])]
    if not items or not is_understood(view, verb, chosen):
        return None
    items = [_small(view, i, verb) for i in items] if said else without_article(items, view)
    used = {*words, verb, *(i for i in group if isinstance(i, int))}
    left = {i for i in chosen - used if not _is_relative(view, i, verb)}
    rest = named_items(view, _behind(view, verb, subject, left), said, items)
    if rest is None:
        return None
    results = {subtree(view.parse, i)[0] for i in {*path, *chosen} if is_result(view, i)}
    pairs = zip([-1, *rest], rest, strict=False)
    behind = [
        x for b, i in pairs for x in ([","] * (i in results and not _is_comma(view, b)) + [_small(view, i, verb)])
    ]
    return Clause(items, group, [*behind, *_where(view, verb)], subject.suffers)


def _is_comma(view: View, item: Item) -> bool:
    return isinstance(item, int) and item >= 0 and view.tokens[item].text == ","


def _predicate(
    view: View, verb: int, subject: Subject, needs: tuple[frozenset[int], bool], room: int
) -> set[int] | None:
    """Return what follows a verb in the sentence's own words; `None` where they have to be put together anew."""
    if _gap(view, verb, subject) is not None or not view.run(verb)[0] <= subject.head < verb:
        return None
    return predicate(view, verb, needs[0], room, rich=needs[1])


def _complements(view: View, verb: int, subject: Subject, needs: tuple[frozenset[int], bool]) -> Parts:
    """Return what hangs on a verb and may stand behind it."""
    what = Parts(view, view.run(verb), *needs)
    skip = frozenset({subject.head, _beside(view, subject.head) or subject.head})
    for one in (verb, joined_verb(view, verb)):
        if one is not None:
            add_complements(what, one, skip=skip)
    return what


def _where(view: View, verb: int) -> list[int]:
    """Return the place that a clause with "where" follows: "the United States, where ten people died"."""
    token = view.tokens[verb]
    if token.dep != "relcl" or not any(view.word(c) == "where" for c in view.children(verb, "advmod")):
        return []
    place, prep = token.head, view.tokens[token.head].head
    if view.tokens[place].dep != "pobj" or view.word(prep) not in closed_class("where_it_was"):
        return []
    return [prep, *sorted(core_of(view, place))]


def _subject_parts(view: View, verb: int, subject: Subject, path: frozenset[int]) -> Parts:
    """Return what may stand for the subject: its phrase, and the noun beside it."""
    parts = Parts(view, view.run(verb), path)
    add_noun(parts, subject.head)
    beside = _beside(view, subject.head)
    if beside is not None:
        add_noun(parts, beside)
    if view.tokens[verb].dep in _BEHIND_NOUNS:
        _without_clause(parts, verb)
    return parts


def _subject_words(view: View, verb: int, subject: Subject, chosen: set[int]) -> list[int]:
    """Return the chosen words of a subject, without those of its own clause and of a dateline."""
    first = opening(view, subject.head)
    inside = view.tokens[verb].dep in _BEHIND_NOUNS
    stands = {i for i in chosen if i != verb and not (inside and _within(view, i, verb, subject.head))}
    return filled(view, {i for i in stands if view.tokens[i].start >= first})


def _behind(view: View, verb: int, subject: Subject, left: set[int]) -> list[int]:
    """Return what follows the verb group, first the object that a relative clause follows."""
    gap = _gap(view, verb, subject)
    if gap is None:
        return _ordered(filled(view, left), verb)
    parts = Parts(view, view.run(verb))
    add_noun(parts, gap)
    _without_clause(parts, verb)
    words = {i for i in parts.chosen(ROOM) if not _within(view, i, verb, gap)}
    return [*filled(view, words), *_ordered(filled(view, left - words), verb)]


def _ordered(words: list[int], verb: int) -> list[int]:
    """Return words with what stands before the verb behind what follows it."""
    return [*(i for i in words if i > verb), *(i for i in words if i < verb)]


def _small(view: View, item: Item, verb: int) -> Item:
    """Return a word that opened its sentence in lower case, unless it is a name."""
    if not isinstance(item, int) or item > verb:
        return item
    token = view.tokens[item]
    opens = token.start <= opening(view, item) or view.parse.text[token.start - 1] in "\"“‘'"
    common = token.text.istitle() and token.pos != "PROPN" and token.entity in ("", "CARDINAL", "QUANTITY")
    return (
        token.text.lower()
        if opens and (common or token.pos in ("DET", "PRON", "ADP", "NUM")) and token.text != "I"
        else item
    )


def _agrees(view: View, verb: int, subject: Subject) -> bool:
    """True if a verb's form does not show that the subject found is not its own."""
    tag = view.tokens[verb].tag
    if subject.own or subject.suffers or tag not in ("VBZ", "VBP") or view.tokens[subject.head].pos == "PRON":
        return True
    return is_many(view, subject.head) == (tag == "VBP") or view.tokens[subject.head].pos == "PROPN"


def _is_of_many(view: View, verb: int, subject: Subject) -> bool:
    """True if one person's name has a verb in the plural: the others that act with him were not found."""
    token = view.tokens[subject.head]
    if not subject.own or token.entity != "PERSON" or view.child(subject.head, "conj") is not None:
        return False
    return any(view.word(i) in closed_class("helper_of_several") for i in view.children(verb, "aux", "auxpass"))


def _may_be_named(view: View, head: int, verb: int) -> bool:
    """True if a title can begin with a subject: it names somebody, or a pronoun that may give way to a name."""
    token = view.tokens[head]
    if token.tag in ("WDT", "WP", "WRB", "EX") and not view.is_name(head):
        return False
    if view.is_name(head):
        return True
    if view.word(head) in title_words().vague and token.tag not in ("PRP", "PRP$"):
        described = any(c != verb for c in view.children(head, "relcl", "acl", "det"))
        return described or any(view.word(p) == "of" for p in view.children(head, "prep"))
    return token.pos in _NAMING


def _beside(view: View, head: int) -> int | None:
    """Return the noun right before a name that parsers take for a subject of its own: "the ferry Marla sank"."""
    before, token = view.tokens[max(0, head - 1)], view.tokens[head]
    same = before.head == token.head and before.dep == token.dep and before.i < head
    return before.i if same and before.pos == "NOUN" and token.pos == "PROPN" else None


def _owner(view: View, subject: int, verb: int) -> list[Item] | None:
    """Whose a subject is, where "whose" says so: "the pilot's plane"."""
    if view.tokens[verb].dep != "relcl" or not any(view.tokens[c].tag == "WP$" for c in view.children(subject, "poss")):
        return None
    parts = Parts(view, view.run(verb))
    head = view.tokens[verb].head
    add_noun(parts, head)
    _without_clause(parts, verb)
    words = named_items(view, filled(view, {i for i in parts.chosen(ROOM) if i < verb}), "", opens=True)
    if not words:
        return None
    last = words[-1]
    return [*words[:-1], possessed(view.tokens[last].text if isinstance(last, int) else last)]


def _is_relative(view: View, i: int, verb: int) -> bool:
    """True if a pronoun stands for the noun that a relative clause follows."""
    inside = view.tokens[verb].dep in _BEHIND_NOUNS
    return inside and view.tokens[i].tag in ("WDT", "WP") and view.tokens[i].head == verb


def _without_clause(parts: Parts, verb: int) -> None:
    parts.found = [Part(frozenset(), 0, p.parent) if verb in p.words else p for p in parts.found]


def _within(view: View, i: int, verb: int, head: int) -> bool:
    """True if a word hangs on the verb rather than on its subject, where the verb hangs on the subject."""
    for _ in range(_STEPS * 4):
        if i == verb:
            return True
        up = view.tokens[i].head
        if up == i or i == head:
            return False
        i = up
    return False


def _gap(view: View, verb: int, subject: Subject) -> int | None:
    """Return the noun in front of a relative clause that is its object: "the letter (that) she wrote"."""
    token = view.tokens[verb]
    if token.lemma in role_words()["subject-suffers"]:
        return None
    if (
        token.dep != "relcl"
        or not subject.own
        or _owner(view, subject.head, verb)
        or view.tokens[token.head].pos not in ("NOUN", "PROPN")
    ):
        return None
    if (
        view.word(token.head) in title_words().no_object
        or view.tokens[token.head].lemma in title_words().no_object
        or token.head in view.dates
    ):
        return None
    objects = list(view.children(verb, "dobj", "attr", "ccomp", "xcomp", "acomp", "oprd"))
    if not objects:
        return token.head if token.tag in ("VBD", "VBN", "VBZ", "VBP") and view.child(verb, "advmod") is None else None
    if len(objects) == 1 and view.word(objects[0]) in RELATIVES:
        return token.head
    return None
