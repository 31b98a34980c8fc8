"""By what name a title calls somebody: pronouns give way to whom the article means by them, where that is plain."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.attribution.sources import kinds_of_nouns
from transforms.language.closed_class import closed_class
from transforms.language.phrases import MOST, ancestors
from transforms.titles.naming.references import may_be_named, stands_in
from transforms.titles.view import View
from transforms.titles.wording import POSSESSIVES, Item, write
from transforms.titles.words import title_words

_MOST = 6
"""Words of a name that may stand for a pronoun."""
_STEPS = 8
_DEEP = 4
_QUOTES = ('"', "“", "„", "`")
_SUBJECTS = ("nsubj", "nsubjpass")
_BODIES = ("ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "DATE")
_NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj", "conj")


def gender_of(word: str) -> str:
    """Return what a pronoun stands for: a person ("he"), a thing ("it") or several ("they"); "" for other words."""
    if word in closed_class("of_one_person"):
        return "he"
    if word in closed_class("of_a_thing"):
        return "it"
    return "they" if word in closed_class("of_several") else ""


def meant_by(view: View, i: int, depth: int = 0) -> str | None:
    """Return the words for whom or what a pronoun means, or `None` where that is not plain."""
    gender = gender_of(view.word(i))
    if not gender or depth > _DEEP:
        return None
    name = _meant(view, i, gender, depth)
    shouts = name is not None and " " in name and any(w.isupper() and len(w) > _DEEP for w in name.split())
    return None if shouts else name


def _meant(view: View, i: int, gender: str, depth: int) -> str | None:
    if gender == "it" and _is_empty(view, i):
        return None
    subject = _subject_above(view, i, gender) or _subject_in_front(view, i, gender)
    if subject is not None:
        own = next((c for c in view.children(subject, "poss") if gender_of(view.word(c)) == gender), None)
        return _called(view, subject, depth) if own is None else meant_by(view, own, depth + 1)
    name = _named_before(view, i) if gender == "he" else None
    if name is not None or (gender == "he" and view.tokens[i].dep not in _SUBJECTS):
        return name
    subject = _subject_before(view, i, gender)
    return None if subject is None else _called(view, subject, depth)


def _is_empty(view: View, i: int) -> bool:
    """True if a pronoun is the "it" of "it emerged that …" or of "it is likely"."""
    token = view.tokens[i]
    if token.dep not in _SUBJECTS or not view.is_verb(token.head):
        return False
    verb = view.tokens[token.head]
    return verb.lemma in title_words().empty or (
        token.dep == "nsubjpass" and view.child(verb.i, "ccomp", "csubj", "csubjpass") is not None
    )


def _subject_above(view: View, i: int, gender: str) -> int | None:
    """Return the subject of a governing clause that stands before the pronoun."""
    tokens = view.tokens
    below, own = i, True
    for n, up in enumerate(ancestors(view.parse, i)):
        if n >= _STEPS:
            return None
        if view.is_verb(up):
            bare = any(view.tokens[a].tag == "TO" for a in view.children(up, "aux"))
            subject = None if bare else view.child(up, *_SUBJECTS)
            itself = tokens[i].tag == "PRP" and own
            if subject is not None and gender == "he" and _is_torn(view, subject, i):
                return None
            if subject is not None and subject < i and subject != below and not itself and _fits(view, subject, gender):
                return subject
            thing = None if tokens[i].dep in _SUBJECTS else view.child(up, "dobj")
            if thing is not None and thing < i and thing != below and not itself and _is_thing(view, thing, gender):
                return thing
            if subject is not None:
                own = False
            if tokens[up].dep == "relcl" and not view.is_verb(tokens[up].head):
                noun = tokens[up].head
                if (
                    subject is not None
                    and view.word(subject) in closed_class("relative")
                    and not itself
                    and _fits(view, noun, gender)
                ):
                    return noun
        below = up
    return None


def _subject_in_front(view: View, i: int, gender: str) -> int | None:
    """Return the subject of a clause in front of the pronoun's own: "As Kalm grows, it builds a port"."""
    token = view.tokens[i]
    if token.dep not in _SUBJECTS or not view.is_verb(token.head):
        return None
    for verb in view.children(token.head, "advcl"):
        subject = view.child(verb, *_SUBJECTS) if verb < i else None
        if subject is not None and _fits(view, subject, gender) and not (gender == "he" and _is_torn(view, subject, i)):
            return subject
    return None


def _is_torn(view: View, subject: int, i: int) -> bool:
    """True if another person is named between a subject and a "he" or "his" that may mean either."""
    here, name = view.tokens[i].sentence, view.register.who(subject)[2]
    between = (n for n in view.register.names if subject < n.first < i and view.tokens[n.first].sentence == here)
    return any(n.kind == "PERSON" and view.register.full(n.text) != name for n in between)


def _is_thing(view: View, thing: int, gender: str) -> bool:
    """True if "it" or "they" can stand for an object."""
    return gender != "he" and _fits(view, thing, gender)


def _fits(view: View, subject: int, gender: str) -> bool:
    """True if a subject is such that the pronoun can stand for it."""
    token = view.tokens[subject]
    own = gender_of(view.word(subject))
    if own:
        return own == gender
    if token.pos not in ("NOUN", "PROPN"):
        return False
    many = (token.tag in ("NNS", "NNPS") and token.entity not in ("GPE", "ORG")) or view.child(
        subject, "conj"
    ) is not None
    if gender == "they":
        return many or view.word(subject) in title_words().plural
    if many:
        return False
    person = is_person(view, subject)
    return person if gender == "he" else not person


def is_person(view: View, head: int) -> bool:
    """True if a noun names a person."""
    token = view.tokens[head]
    if token.entity == "PERSON" or (
        token.pos == "PROPN" and view.register.kind(view.register.who(head)[2]) == "PERSON"
    ):
        return True
    if token.pos != "NOUN":
        return False
    lemma = token.lemma.casefold()
    kind = kinds_of_nouns().get(lemma)
    return kind == "person" or (
        kind is None
        and lemma.endswith(tuple(closed_class("endings_of_persons")))
        and lemma not in title_words().not_persons
    )


def _called(view: View, subject: int, depth: int) -> str | None:
    """Return the words for a subject: a name in full, else the description in its own words."""
    if gender_of(view.word(subject)):
        return meant_by(view, subject, depth + 1)
    reference = view.references.get(subject)
    if reference is not None and view.tokens[subject].pos != "PROPN" and reference.first < subject:
        return reference.name
    span, text, name = view.register.who(subject)
    if name != text or view.tokens[subject].pos == "PROPN" or view.child(subject, "conj") is not None:
        return name if len(name.split()) <= _MOST and view.child(subject, "conj") is None else None
    words = [j for j in range(max(0, subject - _MOST), subject + 1) if view.tokens[j].start >= span.start]
    if any(view.tokens[j].tag in ("PRP", "PRP$", "WDT", "WP") for j in words) or len(words) > _MOST - 1:
        return None
    line = write(view, list(words))
    first = view.tokens[words[0]].pos if words else ""
    line = line if first == "PROPN" else f"{line[:1].lower()}{line[1:]}"
    return f"the {line}" if words and view.tokens[words[0]].dep != "det" else line


def _named_before(view: View, i: int) -> str | None:
    """Return the name of the only person, or of the subject, before a pronoun without a subject above it."""
    _, text, name = view.register.who(i)
    if name.casefold() == text.casefold() or len(name.split()) > _MOST:
        return None
    here = view.tokens[i].sentence
    said = view.parse.sentences[here]
    if view.parse.text[said.start : said.start + 1] in _QUOTES:
        return None  # whom a speaker means need not be whom the article spoke of last
    before = [n for n in view.register.names if n.kind == "PERSON" and n.first < i]
    inside = {view.register.full(n.text) for n in before if view.tokens[n.first].sentence == here}
    near = {view.register.full(n.text) for n in before if view.tokens[n.first].sentence == here - 1}
    if inside:
        return name if inside == {name} else None
    subjects = {
        view.register.full(n.text)
        for n in before
        if view.tokens[n.first].sentence == here - 1 and view.tokens[n.last - 1].dep in _SUBJECTS
    }
    if subjects == {name}:
        return name
    other = _main_subject(view, here - 1)
    if other is not None and view.tokens[other].pos == "PROPN" and view.tokens[other].entity not in _BODIES:
        return _called(view, other, 0)
    return name if not near and (other is None or not is_person(view, other)) else None


def _subject_before(view: View, i: int, gender: str) -> int | None:
    """Return the subject of the preceding sentence's main clause, if the pronoun opens its own sentence."""
    token = view.tokens[i]
    here = view.parse.sentences[token.sentence]
    if token.sentence == 0 or i - here.first > _STEPS:
        return None
    above = view.parse.sentences[token.sentence - 1]
    if "\n\n" in view.parse.text[above.end : here.start] and above.end - above.start < _STEPS * 4:
        return None
    subject = _main_subject(view, token.sentence - 1)
    if subject is not None and token.dep != "nsubj" and _others(view, token.sentence - 1, subject, gender):
        return None
    return subject if subject is not None and _fits(view, subject, gender) else None


def _main_subject(view: View, sentence: int) -> int | None:
    """Return the subject of a sentence's main clause."""
    if sentence < 0:
        return None
    found = view.parse.sentences[sentence]
    root = next((j for j in range(found.first, min(found.last, found.first + MOST)) if view.tokens[j].head == j), None)
    return view.child(root, *_SUBJECTS) if root is not None and view.is_verb(root) else None


def _others(view: View, sentence: int, subject: int, gender: str) -> bool:
    """True if a sentence has an object that "it" or "they" may mean as well as its subject."""
    found = view.parse.sentences[sentence]
    near = range(subject + 1, min(found.last, subject + MOST))
    if gender == "they":
        return any(view.tokens[i].tag in ("NNS", "NNPS") and view.tokens[i].dep in _NOMINAL for i in near)
    return gender != "he" and any(view.tokens[i].dep == "dobj" and _fits(view, i, gender) for i in near)


def named_items(
    view: View, words: list[int], said: str = "", before: Sequence[Item] = (), *, opens: bool = False
) -> list[Item] | None:
    """Return the words with names for their pronouns; `None` where they open a title with one for nobody known.

    A pronoun whose name stands in the title already keeps its own word.
    """
    items: list[Item] = []
    named: set[int] = set()
    for n, i in enumerate(words):
        if i in named:
            continue
        token = view.tokens[i]
        reference = view.references.get(i)
        if reference is not None and may_be_named(
            view.parse, reference, words, f"{said} {write(view, [*before, *items])}"
        ):
            named.update(range(reference.first, reference.last))
            items.append(reference.name)
            continue
        word = view.word(i)
        if token.tag in ("PRP", "PRP$") and gender_of(word):
            name = meant_by(view, i)
            if token.tag == "PRP$" and any(
                isinstance(j, int) and stands_before(view, j, gender_of(word)) for j in items
            ):
                name = None
            if name is not None and _is_called(view, [*before, *items], name):
                name = None
            if name is not None and not stands_in(name, f"{said} {write(view, [*before, *items])}"):
                items.append(possessed(name) if word in POSSESSIVES and token.tag == "PRP$" else name)
                continue
            if name is None and opens and not items:
                return None
        if word in title_words().courtesy and n + 1 < len(words) and view.tokens[words[n + 1]].pos == "PROPN":
            continue
        items.append(i)
    return items


def _is_called(view: View, items: Sequence[Item], name: str) -> bool:
    """True if a name's bearer stands in the line under another name: "WHO", "the bank"."""
    nouns = (i for i in items if isinstance(i, int) and view.tokens[i].pos in ("PROPN", "NOUN"))
    return any(view.register.who(i)[2] == name for i in nouns)


def stands_before(view: View, j: int, gender: str) -> bool:
    """True if a "his" or "their" may mean a word that stands before it in the line: then it stays."""
    if gender == "he":
        return view.tokens[j].pos == "PROPN" and view.tokens[j].dep in _NOMINAL and is_person(view, j)
    return view.tokens[j].dep in _NOMINAL and _fits(view, j, gender)


def possessed(name: str) -> str:
    """Return a name as the owner of what stands behind it."""
    return name + ("'" if name.endswith("s") else "'s")
