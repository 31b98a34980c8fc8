"""What belongs to a noun, a preposition or a verb in a title, each part with how much it is needed."""

from __future__ import annotations

from transforms.language.phrases import subtree
from transforms.titles.adjuncts import has_place, is_temporal
from transforms.titles.noun_words import core_of
from transforms.titles.parts import Parts
from transforms.titles.subject import is_result, joined_verb
from transforms.titles.view import View
from transforms.titles.words import title_words

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_GROUP = frozenset(
    {"aux", "auxpass", "neg", *SUBJECTS, "punct", "cc", "mark", "intj", "dep", "parataxis", "meta", "preconj"}
)
_OBJECTS = frozenset({"dobj", "obj", "iobj", "attr", "acomp", "oprd"})
_DEEP = 10
_SINCE = ("since", "until", "till", "according")


def add_noun(parts: Parts, head: int, rank: int, parent: int | None = None, depth: int = 0) -> int:
    """Add a noun phrase: its core, "of …" with it, and what else stands behind it as there is room."""
    view, tokens = parts.view, parts.view.tokens
    core = core_of(view, head)
    number = parts.add(core, rank, parent)
    if depth > _DEEP:
        return number
    for c in view.children(head):
        token = tokens[c]
        if token.dep == "prep" and c > head:
            _behind_noun(parts, head, c, rank, number, depth)
        elif token.dep == "conj" and token.pos not in ("VERB", "AUX"):
            joined = {
                i
                for i in view.children(head, "cc", "punct")
                if head < i < c and view.word(i) in ("and", "or", "but", ",", "&", "as", "well")
            }
            parts.add(joined, rank, add_noun(parts, c, rank, number, depth + 1))
        elif token.dep in ("acl", "relcl") and c > head:
            _clause_behind(parts, head, c, rank, number, depth)
    return number


def _behind_noun(parts: Parts, head: int, prep: int, rank: int, parent: int, depth: int) -> None:
    view = parts.view
    if prep not in parts.path and (view.is_dated(prep) and view.word(head) not in ("time", "first", "worst")):
        return
    named = view.tokens[prep].entity != "" and not view.tokens[prep].entity_start
    needed = view.word(prep) == "of" or prep in parts.path or named
    add_prep(parts, prep, rank if needed else rank + 1 + depth, parent, depth + 1)


def _clause_behind(parts: Parts, head: int, verb: int, rank: int, parent: int, depth: int) -> None:
    """A clause behind a noun: an infinitive or what a vague word needs; others where the trigger stands in them."""
    view = parts.view
    infinitive = any(view.tokens[c].tag == "TO" for c in view.children(verb, "aux"))
    vague = view.word(head) in title_words().vague
    comma = view.tokens[max(head, verb - 1)].tag == "," or any(
        view.tokens[i].tag == "," for i in range(head + 1, min(verb, head + 3))
    )
    if verb in parts.path or infinitive or vague:
        add_inner(parts, verb, rank, parent, depth + 1, mark=True)
    elif view.tokens[verb].dep == "acl" and not comma and view.tokens[verb].tag in ("VBN", "VBG"):
        add_inner(parts, verb, rank + 2 + depth, parent, depth + 1, mark=True)


def add_prep(parts: Parts, prep: int, rank: int, parent: int | None, depth: int = 0) -> int | None:
    """Add a preposition with what it governs; nothing where it governs nothing."""
    view, tokens = parts.view, parts.view.tokens
    inner = [
        c
        for c in view.children(prep)
        if tokens[c].dep
        in (
            "pobj",
            "pcomp",
            "prep",
            "amod",
            "advmod",
            "punct",
            "cc",
            "conj",
            "npadvmod",
            "quantmod",
            "nummod",
            "mark",
            "det",
        )
    ]
    governed = [c for c in inner if tokens[c].dep in ("pobj", "pcomp", "prep", "amod", "advmod") and c > prep]
    if not governed or depth > _DEEP:
        return None
    word = {
        prep,
        *(
            c
            for c in inner
            if tokens[c].dep in ("advmod", "npadvmod", "quantmod")
            and c < prep
            and tokens[c].pos != "PUNCT"
            and c not in view.dates
        ),
    }
    number = parts.add(word, rank, parent)
    for c in governed:
        if tokens[c].dep == "pcomp" and view.is_verb(c):
            add_inner(parts, c, rank, number, depth + 1, mark=True)
        elif tokens[c].dep == "prep":
            add_prep(parts, c, rank, number, depth + 1)
        else:
            add_noun(parts, c, rank, number, depth)
    return number


def add_complements(
    parts: Parts, verb: int, rank: int, parent: int | None = None, depth: int = 0, skip: frozenset[int] = frozenset()
) -> None:
    """Add what hangs on a verb beside its subject and its auxiliaries."""
    view, tokens = parts.view, parts.view.tokens
    if depth > _DEEP:
        return
    has_object = any(tokens[c].dep in ("dobj", "attr", "acomp", "oprd", "ccomp", "xcomp") for c in view.children(verb))
    near, objects = True, 0
    for c in view.children(verb):
        token = tokens[c]
        dep = token.dep
        if c in skip or dep in _GROUP:
            continue
        needed = c in parts.path
        if dep == "prt":
            parts.add({c}, rank, parent)
        elif dep in _OBJECTS or (dep == "dative" and token.pos != "ADP"):
            if not needed and ((c in view.dates and dep != "attr") or (objects and _is_joined(view, c))):
                continue
            objects += 1
            _add_object(parts, c, rank, parent, depth)
        elif dep in ("agent", "dative"):
            add_prep(parts, c, rank, parent, depth + 1)
        elif dep in ("xcomp", "ccomp"):
            if needed or view.takes(verb, c):
                add_inner(parts, c, rank, parent, depth + 1)
        elif dep == "prep" and not _is_repeated(view, verb, c):
            if _add_adjunct(
                parts, verb, c, rank if near and not has_object and c > verb else rank + 1 + depth, parent, depth
            ):
                near = False
        elif dep == "advmod":
            _add_adverb(parts, verb, c, rank, parent)
        elif dep == "npadvmod" and c > verb and not view.is_dated(c) and not _is_joined(view, c):
            add_noun(parts, c, rank, parent, depth + 1)
        elif dep == "advcl":
            _add_adverbial(parts, verb, c, rank, parent, depth)
        elif dep == "conj" and needed:
            pass


def _is_repeated(view: View, verb: int, c: int) -> bool:
    """True for a second phrase with the same preposition behind "and"."""
    before = (p for p in view.children(verb, "prep") if p < c)
    return view.tokens[c - 1].pos == "CCONJ" and any(view.word(p) == view.word(c) for p in before)


def _is_joined(view: View, c: int) -> bool:
    """True if a phrase stands behind "and" or a comma: what is left of another clause, or another name."""
    first = subtree(view.parse, c)[0]
    return first > 0 and (view.tokens[first - 1].pos == "CCONJ" or view.tokens[first - 1].tag == ",")


def _add_object(parts: Parts, c: int, rank: int, parent: int | None, depth: int) -> None:
    view = parts.view
    if view.tokens[c].dep == "acomp" or (view.tokens[c].pos == "ADJ" and view.tokens[c].dep == "oprd"):
        number = parts.add(
            {
                c,
                *(
                    i
                    for d in view.children(c, "advmod", "npadvmod", "neg", "cc", "conj")
                    if d not in view.dates
                    for i in subtree(view.parse, d)
                ),
            },
            rank,
            parent,
        )
        for d in view.children(c):
            if view.tokens[d].dep == "prep" and not view.is_dated(d):
                add_prep(parts, d, rank, number, depth + 1)
            elif view.tokens[d].dep in ("xcomp", "ccomp"):
                add_inner(parts, d, rank, number, depth + 1)
        return
    if view.is_verb(c) and view.tokens[c].dep != "dobj":
        add_inner(parts, c, rank, parent, depth + 1)
        return
    add_noun(parts, c, rank, parent, depth)


def _add_adjunct(parts: Parts, verb: int, prep: int, rank: int, parent: int | None, depth: int) -> bool:
    view = parts.view
    if prep in parts.path:
        return add_prep(parts, prep, 0, parent, depth + 1) is not None
    gerund = view.child(prep, "pcomp") is not None
    beside = view.is_dated(prep) or view.word(prep) in _SINCE if parts.rich else is_temporal(view, prep)
    if beside or (prep < verb and (gerund or not has_place(view, prep))):
        return False
    return add_prep(parts, prep, rank + 4 * gerund + 2 * (prep < verb), parent, depth) is not None


def _add_adverb(parts: Parts, verb: int, c: int, rank: int, parent: int | None) -> None:
    view = parts.view
    word = view.word(c)
    only_when = any(view.is_dated(d) for d in view.children(c, "prep"))
    if c in view.dates or only_when or view.tokens[c].tag == "WRB":
        return
    if word in title_words().hedges or (c > verb and word in title_words().adverbs):
        parts.add(
            {
                c,
                *(
                    i
                    for i in subtree(view.parse, c)
                    if view.tokens[i].dep in ("advmod", "npadvmod", "quantmod", "nummod") and i not in view.dates
                ),
            },
            rank,
            parent,
        )
        for d in view.children(c, "prep"):
            if not view.is_dated(d):
                add_prep(parts, d, rank + 1, parent)


def _add_adverbial(parts: Parts, verb: int, c: int, rank: int, parent: int | None, depth: int) -> None:
    """A clause beside the verb: on what it depends, what for, and what came of it."""
    view = parts.view
    mark = next((view.word(m) for m in view.children(c, "mark", "advmod") if m < c), "")
    infinitive = any(view.tokens[a].tag == "TO" for a in view.children(c, "aux"))
    if c in parts.path or (mark == "as" and infinitive) or mark in title_words().conditions:
        add_inner(parts, c, rank, parent, depth + 1, mark=True)
    elif (infinitive and c > verb) or (parts.rich and is_result(view, c)):
        add_inner(parts, c, rank + 3, parent, depth + 1, mark=True)


def add_inner(parts: Parts, verb: int, rank: int, parent: int | None, depth: int, mark: bool = False) -> int:
    """Add a clause within another, in its own words: an infinitive, or what is said, shown or asked."""
    view, tokens = parts.view, parts.view.tokens
    kept = title_words().complement_marks
    group = {verb}
    for c in view.children(verb):
        dep = tokens[c].dep
        if (
            dep in ("aux", "auxpass", "neg", "prt", "expl")
            or (dep == "mark" and (view.word(c) in kept or (mark and view.word(c) not in ("that",))))
            or (dep == "advmod" and tokens[c].tag == "WRB")
        ):
            group.add(c)
    joined = joined_verb(view, verb)
    if joined is not None:
        group |= {verb + 1, joined}
    number = parts.add(group, rank, parent)
    if joined is not None:
        add_complements(parts, joined, rank, number, depth + 1)
    own = view.child(verb, "nsubj", "nsubjpass")
    if own is not None:
        add_noun(parts, own, rank, number, depth + 1)
    csubj = view.child(verb, "csubj", "csubjpass")
    if csubj is not None:
        add_inner(parts, csubj, rank, number, depth + 1)
    add_complements(parts, verb, rank, number, depth + 1)
    return number
