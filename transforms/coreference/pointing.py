"""How a mention's own words point at a happening: at one mentioned before, at another beside it, or at news.

All of it is grammar around the trigger: an article or a possessive in front of a noun, a verb by which its subject
takes place, "another", "since" behind "the worst", the past perfect of what is recalled.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from transforms.coreference.joining_rules import joining_rules
from transforms.coreference.values import Reference
from transforms.language.closed_class import closed_class
from transforms.language.parse import Parse, Token
from transforms.language.phrases import MOST
from transforms.model import Span

_DEFINITE = closed_class("known_noun")
_INDEFINITE = closed_class("new_noun")
_NOMINAL = ("NOUN", "PROPN")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT"})
LEAD_SENTENCES = 2
"""The first sentences of a text, in which news is reported."""
_OUTCOMES = frozenset({"oprd", "acomp", "ccomp", "xcomp", "dobj"})
_SAYING_WHAT = frozenset({"prep", "acl", "relcl", "ccomp", "appos"})
_MAIN = frozenset({"ROOT", "conj", "ccomp"})
_STEPS = 4
_BEFORE_SINCE = 10
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_THROUGH = closed_class("through_a_cause")
_AT_WHICH = closed_class("at_which")


def reference(parse: Parse, head: int) -> Reference:
    """Return whether a noun is presented as known ("the blast", "his resignation") or new ("a blast"), else ""."""
    token = parse.tokens[head]
    if token.pos not in _NOMINAL:
        return ""
    beside = [parse.tokens[c] for c in parse.children[head][:MOST]]
    words = {t.text.casefold() for t in beside if t.dep in ("det", "poss", "amod", "nummod", "predet")}
    years = [t for t in beside if is_year(t)]
    if words & _INDEFINITE or any(t.dep == "nummod" and t not in years for t in beside):
        return "indefinite"
    if years:
        return "definite"
    named = any(t.dep in ("compound", "nmod") and t.entity in _NAMES for t in beside)
    if words & _DEFINITE or named or any(t.dep == "poss" for t in beside):
        return "definite"
    return "indefinite" if token.tag == "NNS" else ""


def is_bare(parse: Parse, head: int) -> bool:
    """True if nothing behind a noun says what it is: neither a phrase nor a clause."""
    if parse.tokens[head].pos not in _NOMINAL:
        return False
    behind = (parse.tokens[c] for c in parse.children[head][:MOST] if c > head)
    return not any(t.dep in _SAYING_WHAT for t in behind)


def label(parse: Parse, head: int) -> tuple[str, ...]:
    """Return the words of names right before a noun: "exxon", "valdez" of "the Exxon Valdez disaster"."""
    tokens = parse.tokens
    if tokens[head].pos not in _NOMINAL:
        return ()
    before = [c for c in parse.children[head][:MOST] if c < head and tokens[c].dep in ("compound", "nmod", "poss")]
    words = (tokens[i] for c in before for i in (*parse.children[c][:MOST], c))
    years = (tokens[c] for c in parse.children[head][:MOST] if c < head and is_year(tokens[c]))
    peoples = (
        tokens[c]
        for c in parse.children[head][:MOST]
        if c < head and tokens[c].dep == "amod" and tokens[c].entity == "NORP"
    )
    named = (t for t in words if t.entity in _NAMES and t.pos == "PROPN")
    return tuple(t.text.casefold() for t in (*named, *peoples, *years))


def is_year(token: Token) -> bool:
    """True if a word is a year beside a noun: "the 1991 accord"."""
    return token.dep in ("nummod", "compound") and token.entity == "DATE" and bool(_YEAR.fullmatch(token.text))


def is_before(parse: Parse, head: int, span: Span) -> bool:
    """True if some words stand right before a noun as part of its name: "Exeter" of "the Exeter fire"."""
    tokens = parse.tokens
    if tokens[head].pos not in _NOMINAL:
        return False
    return any(
        tokens[c].dep in ("compound", "nmod", "amod") and span.start <= tokens[c].start < span.end
        for c in parse.children[head][:MOST]
    )


def cause(parse: Parse, head: int, causes: Collection[int], doers: Iterable[Span]) -> int | None:
    """Find what a word of harm says did it, among the heads of happenings of its sentence.

    It is the doer ("the quake killed ten", "a quake, killing ten"), stands behind "in", "by" or "from" ("died in the
    blast"), is in the clause that says when ("killed when a quake struck"), or is what the clause describes ("a blast
    on the ferry that killed ten").
    """
    tokens = parse.tokens
    for span in doers:
        held = [c for c in causes if span.start <= tokens[c].start < span.end]
        tops = [c for c in held if not span.start <= tokens[tokens[c].head].start < span.end or tokens[c].head == c]
        if tops:
            return tops[0]
    if tokens[head].dep == "relcl" or (tokens[head].dep == "acl" and tokens[head].tag == "VBG"):
        described = _described(parse, tokens[head].head, causes)
        if described is not None:
            return described
    # "Ten were killed and fifty injured when a quake struck": what is said of the last holds for all.
    last = next((c for c in parse.children[head][:MOST] if tokens[c].dep == "conj" and tokens[c].pos == "VERB"), head)
    found = _caused(parse, head, causes)
    found = _caused(parse, last, causes) if found is None else found
    for _ in range(_STEPS):
        if found is not None or tokens[head].dep != "conj":
            break
        head = tokens[head].head
        found = _caused(parse, head, causes)
    return found


def _caused(parse: Parse, verb: int, causes: Collection[int]) -> int | None:
    """Find what the words behind a verb say brought it about."""
    tokens = parse.tokens
    for c in parse.children[verb][:MOST]:
        found = _behind(parse, c, causes) if tokens[c].dep in ("prep", "agent") else None
        if found is None and tokens[c].dep == "advcl":
            found = _when(parse, c, causes)
        if found is not None:
            return found
    return None


def _described(parse: Parse, noun: int, causes: Collection[int]) -> int | None:
    """Return the happening that a noun is, or of whose phrase it is the end: "a blast on the ferry", "in Tarn"."""
    tokens = parse.tokens
    for _ in range(_STEPS):
        if noun in causes:
            return noun
        if tokens[noun].dep != "pobj" or tokens[noun].entity == "PERSON":
            return None
        noun = tokens[tokens[noun].head].head
    return None


def _behind(parse: Parse, preposition: int, causes: Collection[int]) -> int | None:
    if parse.tokens[preposition].text.casefold() not in _THROUGH:
        return None
    return next((c for c in parse.children[preposition][:MOST] if c in causes), None)


def _when(parse: Parse, verb: int, causes: Collection[int]) -> int | None:
    """Return the happening that a temporal clause reports, or its subject is."""
    children = parse.children[verb][:MOST]
    if not any(parse.tokens[c].text.casefold() in _AT_WHICH for c in children):
        return None
    subject = next((c for c in children if parse.tokens[c].dep in ("nsubj", "nsubjpass") and c in causes), None)
    return verb if subject is None and verb in causes else subject


def is_beside(parse: Parse, head: int) -> bool:
    """True if the words set this happening beside another that is mentioned: "another blast", "unlike the blast"."""
    rules, tokens = joining_rules(), parse.tokens
    token = tokens[head]
    if token.pos not in _NOMINAL:
        return False
    modifiers = (tokens[c] for c in parse.children[head][:MOST] if tokens[c].dep in ("amod", "det"))
    if any(t.text.casefold() in rules.other for t in modifiers):
        return True
    up = tokens[token.head]
    if token.dep != "pobj":
        return False
    word = up.text.casefold()
    return word in rules.held_against or (word in rules.since and _calls_most(parse, up))


def _calls_most(parse: Parse, since: Token) -> bool:
    """True if something shortly before "since" is called the first or the most of its kind."""
    near = [t for t in parse.tokens[max(0, since.i - _BEFORE_SINCE) : since.i] if t.sentence == since.sentence]
    return any(t.tag in ("JJS", "RBS") or t.text.casefold() in joining_rules().superlative for t in near)


def carried(parse: Parse, head: int, at: Mapping[int, int]) -> int | None:
    """Return the mention, by head in `at`, whose taking place is all a verb says: a fire "broke out"."""
    rules, tokens = joining_rules(), parse.tokens
    verb = tokens[head]
    if verb.pos != "VERB":
        return None
    children = parse.children[head][:MOST]
    lemma = verb.lemma.casefold()
    particle = next((tokens[c].text.casefold() for c in children if tokens[c].dep == "prt"), "")
    named = f"{lemma}_{particle}" if particle else lemma
    if lemma == "take" and any(tokens[c].dep == "dobj" and tokens[c].text.casefold() == "place" for c in children):
        named = "take_place"
    noun = None
    if named in rules.occurring:
        noun = next((c for c in children if tokens[c].dep == "nsubj"), None)
        is_relative = noun is not None and tokens[noun].tag in ("WDT", "WP") and verb.dep == "relcl"
        if is_relative or (noun is None and verb.dep == "acl" and verb.tag == "VBG"):
            noun = verb.head
        if noun is None and verb.dep == "pobj":
            # A finite verb taken for the end of its subject's phrase: "a quake with a magnitude of 5 hit Tarn".
            noun = _described(parse, head, at)
    if named in rules.delivering and (noun is None or noun not in at):
        noun = next((c for c in children if tokens[c].dep in ("dobj", "nsubjpass")), None)
        if noun is None and verb.dep == "acl" and verb.tag == "VBN":
            noun = verb.head
    if lemma in rules.finding:
        return next(
            (at[c] for c in children if tokens[c].pos == "ADJ" and tokens[c].dep in _OUTCOMES and c in at), None
        )
    return at.get(noun) if noun is not None and tokens[noun].pos in _NOMINAL else None


def is_recalled(parse: Parse, head: int) -> bool:
    """True if it is in the past perfect: it lies before the rest of the story."""
    tokens = parse.tokens
    return any(
        tokens[c].dep in ("aux", "auxpass")
        and tokens[c].text.casefold() in closed_class("had")
        and tokens[c].pos == "AUX"
        for c in parse.children[head][:MOST]
    )


def is_news(parse: Parse, head: int, reference: Reference) -> bool:
    """True if the first sentences present it as what has just happened: a main verb, or a noun presented as new."""
    tokens = parse.tokens
    token = tokens[head]
    if token.sentence >= LEAD_SENTENCES or is_recalled(parse, head):
        return False
    if token.pos in _NOMINAL:
        if reference != "indefinite" or token.dep not in ("nsubj", "nsubjpass", "dobj"):
            return False
        token = tokens[token.head]
    for _ in range(_STEPS):
        if token.dep not in _MAIN or token.pos not in ("VERB", "AUX"):
            return False
        if token.dep == "ROOT":
            return True
        token = tokens[token.head]
    return False
