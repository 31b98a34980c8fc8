"""What a later word of an article stands for, where its sentence alone does not say so.

"Vale" is "Ada Vale" where the article names one Vale; "the harbour minister, Ada Vale," is she; "the ministry" and "the
virus" are the one of that kind that was named before.  The surest step comes first, and a word with two candidates
keeps its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transforms.events.attribution.sources import kinds_of_nouns
from transforms.events.participants.entities import Register
from transforms.events.participants.gazetteer import look_up
from transforms.language.names import Named, name_rules, plain
from transforms.language.parse import Parse, Token
from transforms.language.phrases import CLAUSAL, MOST, PARTS, subtree
from transforms.titles.naming.bodies import body_references, company_references
from transforms.titles.naming.described import Reference, is_full_name
from transforms.titles.naming.diseases import disease_references
from transforms.titles.naming.offices import is_office, office_references
from transforms.titles.naming.places import place_references
from transforms.titles.naming.things import same_noun_references

_DESCRIBED = {"PERSON": "person", "ORG": "organisation", "FAC": "organisation"}
_ALONE = ("nsubj", "nsubjpass", "poss", "dobj", "pobj", "conj", "dative")
"""Labels of a word that is somebody, and no part of another's name."""
_LONGEST_OFFICE = 4


def references(parse: Parse, register: Register) -> dict[int, Reference]:
    """Return, for each word that is part of one, what stands for something that the article calls more fully."""
    found: dict[int, Reference] = {}
    for step in _STEPS:
        for reference in step(parse, register):
            words = range(reference.first, reference.last)
            if not any(i in found for i in words):
                found.update(dict.fromkeys(words, reference))
    return found


def may_be_named(parse: Parse, reference: Reference, words: Sequence[int], line: str) -> bool:
    """True if some words have what a reference hangs on, and its name stands neither before it nor behind."""
    if reference.head not in words or stands_in(reference.name, line):
        return False
    return reference.name.split()[-1] not in {parse.tokens[i].text for i in words if i >= reference.last}


def stands_in(name: str, line: str) -> bool:
    """True if a name's first or last word stands in a line."""
    words = {w.strip("'’.,").removesuffix("'s").removesuffix("’s").casefold() for w in line.split()}
    edges = (name.split()[-1].casefold(), name.split()[0].casefold())
    return any(w in words for w in edges if w[0].isalpha() and w != "the")


def _short_names(parse: Parse, register: Register) -> Iterator[Reference]:
    """Return last names of people whom the article names in full."""
    titles = _titles(parse, register)
    for first, last, name in _last_names(parse, register):
        title = _title_before(parse, first)
        known = titles.get(name, set())
        if not title or known == {title} or (title == "he" and not known):
            yield Reference(first, last, name, last - 1)


def _last_names(parse: Parse, register: Register) -> Iterator[tuple[int, int, str]]:
    """Return the tokens of last names, with the full name of each; some were taken for a body's, or for no name."""
    for n in register.names:
        name, head = register.full(n.text), parse.tokens[n.last - 1]
        alone = n.kind == "PERSON" or (n.last - n.first == 1 and head.dep in _ALONE and not look_up(n.text))
        person = n.kind == "PERSON" or register.kind(name) == "PERSON"
        if alone and person and _is_short(n.text, name) and head.dep not in PARTS and not _is_within_name(parse, n):
            yield n.first, n.last, name
    for token in parse.tokens:
        if token.pos == "PROPN" and token.dep in _ALONE and register.at(token.i) is None:
            _, text, name = register.who(token.i)
            if text == token.text and register.kind(name) == "PERSON" and _is_short(text, name):
                yield token.i, token.i + 1, name


def _is_short(short: str, full: str) -> bool:
    """True if a name is the end of somebody's full name."""
    if not is_full_name(full):
        return False
    words, all_words = short.split(), full.split()
    return len(words) < len(all_words) and all_words[-len(words) :] == words


def _is_within_name(parse: Parse, n: Named) -> bool:
    """True if the word before a name looks like part of it, though it was not found to be one."""
    before = parse.tokens[n.first - 1] if n.first else None
    if before is None or before.pos != "PROPN" or before.entity or before.head not in range(n.first, n.last):
        return False
    return plain(before.text).strip(".") not in name_rules().titles


def _title_before(parse: Parse, first: int) -> str:
    """Return "he" or "she" by the title in front of a name, else ""."""
    title = plain(parse.tokens[first - 1].text).strip(".") if first else ""
    return name_rules().gendered.get(title, "")


def _titles(parse: Parse, register: Register) -> dict[str, set[str]]:
    """Return what the titles in front of each full name tell of its bearer."""
    found: dict[str, set[str]] = {}
    for n in register.names:
        if n.kind == "PERSON" and register.full(n.text) == n.text and (title := _title_before(parse, n.first)):
            found.setdefault(n.text, set()).add(title)
    return found


def _beside(parse: Parse, register: Register) -> Iterator[Reference]:
    """Return descriptions that have a name beside them: "the harbour minister, Ada Vale", "Ada Vale, a minister"."""
    for noun in parse.tokens:
        if noun.tag != "NN" or noun.pos != "NOUN" or noun.entity or noun.dep in PARTS or _is_joined(parse, noun.i):
            continue
        behind = [c for c in parse.children[noun.i][:MOST] if parse.tokens[c].dep == "appos" and c > noun.i]
        n = register.at(behind[0]) if len(behind) == 1 and not _is_joined(parse, behind[0]) else None
        if n is not None:
            yield from _named(parse, register, noun, n)
        elif len(behind) == 1 and _is_body(noun) and _is_body(parse.tokens[behind[0]]):
            first = parse.tokens[_front(parse, parse.tokens[behind[0]])]
            if first.pos == "PROPN":
                name = parse.text[first.start : parse.tokens[behind[0]].end]
                yield Reference(_front(parse, noun), noun.i + 1, name, noun.i)
        elif noun.dep == "appos" and noun.head < noun.i and not behind:
            before = register.at(noun.head)
            if before is not None:
                yield from _named(parse, register, noun, before, behind=True)


def _is_body(noun: Token) -> bool:
    return kinds_of_nouns().get(plain(noun.lemma)) == "organisation"


def _is_joined(parse: Parse, i: int) -> bool:
    return any(parse.tokens[c].dep in ("conj", "cc") for c in parse.children[i][:MOST])


def _named(parse: Parse, register: Register, noun: Token, n: Named, *, behind: bool = False) -> Iterator[Reference]:
    kind = kinds_of_nouns().get(plain(noun.lemma))
    name = register.full(n.text)
    if kind is None or kind != _DESCRIBED.get(n.kind) or (n.kind == "PERSON" and not is_full_name(name)):
        return
    tokens = parse.tokens
    first, last = _front(parse, noun), noun.i + 1
    if behind:
        yield Reference(first, _behind(parse, noun), name, noun.i)
        return
    words = [t for t in tokens[first:last] if t.dep != "det" and t.tag != "PRP$"]
    titles = name_rules().titles
    between = [t.i for t in tokens[last : n.first] if t.pos != "PUNCT" and plain(t.text).strip(".") not in titles]
    if between:
        last = between[-1] + 1
    elif kind == "person" and _is_short_office(noun, words):
        name = f"{parse.text[words[0].start : noun.end]} {name}"
    yield Reference(first, last, name, noun.i)


def _is_short_office(noun: Token, words: Sequence[Token]) -> bool:
    """True if some words say what somebody does, and leave a line room for more than the name."""
    count = sum(t.tag != "POS" for t in words)
    return count <= _LONGEST_OFFICE and (count > 1 or is_office(noun))


def _front(parse: Parse, noun: Token) -> int:
    """Return the first token of what stands right in front of a noun and belongs to it."""
    first = noun.i
    for c in reversed(parse.children[noun.i][:MOST]):
        below = subtree(parse, c)
        if c < noun.i and parse.tokens[c].dep in ("det", "poss", "nummod", *PARTS) and below[-1] == first - 1:
            first = below[0] if below[-1] - below[0] == len(below) - 1 else first
    return first


def _behind(parse: Parse, noun: Token) -> int:
    """Return the end of a noun's phrase with the prepositions that follow it: "a professor of law at Kalm"."""
    last = noun.i + 1
    for c in parse.children[noun.i][:MOST]:
        if parse.tokens[c].dep == "prep" and c == last:
            last = subtree(parse, c, leave=CLAUSAL)[-1] + 1
    return last


_STEPS = (
    _short_names,
    _beside,
    office_references,
    same_noun_references,
    disease_references,
    body_references,
    company_references,
    place_references,
)
