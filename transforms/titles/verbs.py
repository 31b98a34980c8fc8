"""The verb of a title with its auxiliaries, in the present where it reports what happened: "resigned" is "resigns"."""

from __future__ import annotations

from functools import cache

from transforms.language.closed_class import closed_class
from transforms.titles.subject import Subject, is_finite, joined_verb
from transforms.titles.view import View
from transforms.titles.wording import Item
from transforms.titles.words import title_words

_LINKS = 12
"""Words of a list that are looked through for its "and"."""
_VOWELS = "aeiou"
_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_ONE_THING = frozenset({"GPE", "ORG", "FAC", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT"})
_MANY_AUX = closed_class("many_helper")
_ONE_AUX = closed_class("one_helper")
_SHARES = frozenset({"percent", "%", "majority", "quarter", "third", "thirds"})
_NEGATION = closed_class("negation")


@cache
def singular_form(lemma: str) -> str:
    """Return the third person singular of a verb."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith(("s", "x", "z", "ch", "sh")) or (lemma.endswith("go") and len(lemma) > 3):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    if lemma.endswith("o") and lemma[-2:-1] not in _VOWELS:
        return lemma + "es"
    return lemma + "s"


def present(view: View, verb: int, many: bool) -> str | None:
    """Return a verb's present form, or `None` where its lemma is not to be trusted."""
    token = view.tokens[verb]
    lemma, text = token.lemma.casefold(), token.text.casefold()
    if not lemma.isalpha() or (lemma == text and token.tag in ("VBD", "VBN") and text.endswith("ed")):
        return None
    if lemma == "be":
        return "are" if many else "is"
    return lemma if many else singular_form(lemma)


def is_many(view: View, head: int, verb: int | None = None) -> bool:
    """True if a subject takes the plural: by the form of its own verb where that shows it, else by its head."""
    if verb is not None and not _is_one_name(view, head) and not _is_one_person(view, head):
        for i in (*view.children(verb, "aux", "auxpass"), verb):
            if view.word(i) in _MANY_AUX or view.tokens[i].tag == "VBP":
                return True
            if view.word(i) in _ONE_AUX or view.tokens[i].tag == "VBZ":
                return False
    token = view.tokens[head]
    if is_joined(view, head) and not any(view.word(c) == "or" for c in view.children(head, "cc")):
        return True
    word = view.word(head)
    if word in title_words().plural:
        return True
    if token.tag == "NNPS" and token.entity == "NORP":
        return True
    if _is_one_person(view, head):
        return False
    if token.pos == "PROPN" or token.entity in _ONE_THING:
        return _is_team(view, head)
    counted = [o for p in view.children(head, "prep") if view.word(p) == "of" for o in view.children(p, "pobj")]
    a_number = word in title_words().counting and any(view.word(c) == "a" for c in view.children(head, "det"))
    if a_number or (counted and (word in title_words().many or word in _SHARES)):
        return any(view.tokens[o].tag in _PLURAL_TAGS for o in counted)
    if token.tag in _PLURAL_TAGS:
        return True
    if token.tag == "CD":
        return word not in closed_class("just_one")
    return token.pos in ("DET", "PRON", "ADJ") and word in title_words().many


def _is_one_person(view: View, head: int) -> bool:
    """True if a name is one person's, whatever it ends in: "Gates", not "the Smiths"."""
    token = view.tokens[head]
    if token.pos != "PROPN" or token.tag == "NNPS" or view.child(head, "conj") is not None:
        return False
    if any(view.word(c) == "the" for c in view.children(head, "det")):
        return False
    return "PERSON" in (token.entity, view.register.kind(view.register.who(head)[2]))


def is_joined(view: View, head: int) -> bool:
    """True if a noun is joined to another by "and" or "or"; a comma alone puts another name beside it."""
    for _ in range(_LINKS):
        if any(True for _ in view.children(head, "cc")):
            return True
        following = view.child(head, "conj")
        if following is None:
            return False
        head = following
    return False


def _is_one_name(view: View, head: int) -> bool:
    """True if a name has no ending that may be a plural's: writers use both numbers for a company or a party."""
    token = view.tokens[head]
    joined = view.child(head, "conj") is not None
    return token.pos == "PROPN" and not joined and not token.text.casefold().endswith("s") and token.entity != "NORP"


def _is_team(view: View, head: int) -> bool:
    """True if a name takes the plural: "the Ravens", a people's, or a capitalised common noun."""
    token, word = view.tokens[head], view.word(head)
    if any(view.tokens[c].pos == "NOUN" for c in view.children(head, "compound", "nmod")):
        return False
    if token.entity in ("GPE", "LOC", "FAC") or word in title_words().one_body or word.endswith("ss"):
        return False
    if token.entity == "NORP" or (not token.entity and word.endswith(tuple(closed_class("endings_of_members")))):
        return token.tag == "NNPS" or word.endswith("s")
    return word.endswith("s") and any(view.word(c) == "the" for c in view.children(head, "det"))


def verb_group(view: View, verb: int, subject: Subject, *, said: bool = False) -> list[Item]:
    """Return the verb with its auxiliaries and negation, in the present tense for what happened.

    What somebody says keeps its own tense: "Union says five men died".
    """
    many = is_many(view, subject.head, verb if subject.own else None)
    group = _own_group(view, verb, subject) if said else None
    group = group or _group(view, verb, subject, many)
    joined = joined_verb(view, verb)
    if joined is not None:
        form = present(view, joined, many) if group and isinstance(group[-1], str) else None
        group = [*group, verb + 1, form or joined]
    return group


def _own_group(view: View, verb: int, subject: Subject) -> list[Item] | None:
    """Return a finite verb with its auxiliaries as they stand; `None` where it is no finite verb of its own subject."""
    aux = sorted(view.children(verb, "aux", "auxpass", "neg"))
    if not subject.own or not is_finite(view, verb) or any(not subject.head < i < verb for i in aux):
        return None
    hedges: list[Item] = [c for c in view.children(verb, "advmod") if c < verb and view.word(c) in title_words().hedges]
    return _verbatim(view, aux, hedges, verb)


def _group(view: View, verb: int, subject: Subject, many: bool) -> list[Item]:
    tokens = view.tokens
    first = verb
    aux = sorted(view.children(verb, "aux", "auxpass", "neg"))
    if not aux and tokens[verb].dep == "conj" and tokens[verb].tag in ("VBN", "VBG", "VB"):
        above = tokens[tokens[verb].head]
        if view.is_verb(above.i) and (above.tag == tokens[verb].tag or above.tag == "VBN"):
            aux = sorted(c for c in view.children(above.i, "aux", "auxpass") if tokens[c].i < above.i)
    words = [_plain(view, i) for i in aux]
    kept = title_words().hedges | title_words().how
    hedges: list[Item] = [
        c for c in view.children(verb, "advmod") if c < verb and view.word(c) in kept and c not in view.dates
    ]
    token = tokens[first]
    negated = [w for w in words if w in _NEGATION]
    rest = [w for w in words if w not in _NEGATION]
    actual = view.is_actual(verb) or bool(negated) or _is_nobody(view, subject.head)
    stative = verb in view.mentions and view.mentions[verb].mention.event_class == "state"
    be = "are" if many else "is"
    modal = any(tokens[i].tag == "MD" for i in aux)
    to = any(tokens[i].tag == "TO" for i in aux)
    if modal or (not actual and not to and token.tag not in ("VBG",)):
        return _verbatim(view, aux, hedges, verb)
    if subject.suffers and token.tag in ("VBN", "VBD"):
        lasts = rest[:1] in (["has"], ["have"]) and _goes_on_since(view, verb)
        if lasts or "being" in rest or "get" in [tokens[i].lemma for i in aux]:
            return _verbatim(view, aux, hedges, verb)
        return [be, *negated, *hedges, verb]
    if not rest:
        if token.tag in ("VBZ", "VBP"):
            return [*hedges, verb, *negated] if token.lemma == "be" else [*negated, *hedges, verb]
        if token.lemma == "be":
            return [*hedges, verb, *negated] if token.tag in ("VBD", "VBZ", "VBP") else [be, *negated, *hedges]
        if stative and token.tag == "VBD":
            return [*negated, *hedges, verb]
        if token.tag == "VBN" and subject.own and view.child(verb, "dobj") is None:
            return [*hedges, verb]
        return [*negated, *hedges, present(view, verb, many) or verb]
    if rest == ["to"]:
        return [*negated, *hedges, present(view, verb, many) or verb]
    if len(rest) == 1 and rest[0] in closed_class("do") and not negated:
        return [*hedges, present(view, verb, many) or verb]
    if rest[0] in closed_class("do"):
        return ["do" if many else "does", *negated, *hedges, verb]
    if (
        len(rest) == 1
        and rest[0] in closed_class("perfect")
        and not negated
        and token.tag in ("VBN", "VBD")
        and token.lemma != "be"
        and not _goes_on_since(view, verb)
    ):
        return [*hedges, present(view, verb, many) or verb]
    if rest == ["having"]:
        return ["have" if many else "has", *negated, *hedges, verb]
    return _verbatim(view, aux, hedges, verb)


def _goes_on_since(view: View, verb: int) -> bool:
    """True if a verb has behind it how long, or since when: "for 38 years", "since 13 April"."""
    below = ((p, n) for p in view.children(verb, "prep") for n in view.children(p, "pobj"))
    return any(
        view.word(p) in closed_class("how_long_now") and view.tokens[n].entity in ("DATE", "TIME") for p, n in below
    )


def _verbatim(view: View, aux: list[int], hedges: list[Item], verb: int) -> list[Item]:
    behind = [i for i in aux if i > verb and view.tokens[verb].lemma == "be"]
    items: list[Item] = [_written(view, i) for i in aux if i not in behind]
    return [*items, *(h for h in hedges if h not in items), verb, *(_written(view, i) for i in behind)]


def _written(view: View, i: int) -> Item:
    """Return an auxiliary as it stands, or in full if it is a clitic."""
    word = _plain(view, i)
    return word if word != view.word(i) else i


def _plain(view: View, i: int) -> str:
    """Return an auxiliary in full: "n't" is "not", "'ve" is "have"."""
    word = view.word(i).replace("’", "'")
    return {
        "n't": "not",
        "nt": "not",
        "'ve": "have",
        "'ll": "will",
        "wo": "will",
        "ca": "can",
        "'re": "are",
        "'d": "had",
    }.get(word, "is" if word == "'s" else word)


def _is_nobody(view: View, head: int) -> bool:
    """True if a subject is "no one", "nobody" or "no ship": that word alone negates the clause."""
    return view.word(head) in closed_class("nobody") or any(view.word(c) == "no" for c in view.children(head, "det"))
