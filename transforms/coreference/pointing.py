"""How a mention's own words point at a happening: at one told before, at another beside it, or at news.

All of it is grammar around the trigger: an article or a possessive in front of a noun, a verb by which its subject
takes place, "another", "since" behind "the worst", the past perfect of what is recalled.
"""

from __future__ import annotations

from collections.abc import Mapping

from transforms.coreference.joining_rules import joining_rules
from transforms.coreference.values import Reference
from transforms.language.parse import Parse, Token
from transforms.language.phrases import MOST

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
_INDEFINITE = frozenset({"a", "an", "another", "any", "no", "some", "each", "every", "several", "many", "more"})
_NOMINAL = ("NOUN", "PROPN")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT"})
LEAD_SENTENCES = 2
"""The first sentences of a text, in which news is told."""
_OUTCOMES = frozenset({"oprd", "acomp", "ccomp", "xcomp", "dobj"})
_MAIN = frozenset({"ROOT", "conj", "ccomp"})
_STEPS = 4


def reference(parse: Parse, head: int) -> Reference:
    """Whether a noun is told as known ("the blast", "his resignation") or as new ("a blast"); "" for all else."""
    token = parse.tokens[head]
    if token.pos not in _NOMINAL:
        return ""
    beside = [parse.tokens[c] for c in parse.children[head][:MOST]]
    words = {t.text.casefold() for t in beside if t.dep in ("det", "poss", "amod", "nummod", "predet")}
    if words & _INDEFINITE or any(t.dep == "nummod" for t in beside):
        return "indefinite"
    named = any(t.dep in ("compound", "nmod") and t.entity in _NAMES for t in beside)
    if words & _DEFINITE or named or any(t.dep == "poss" for t in beside):
        return "definite"
    return "indefinite" if token.tag == "NNS" else ""


def label(parse: Parse, head: int) -> tuple[str, ...]:
    """The words of names right before a noun: "exxon", "valdez" of "the Exxon Valdez disaster"."""
    tokens = parse.tokens
    if tokens[head].pos not in _NOMINAL:
        return ()
    before = [c for c in parse.children[head][:MOST] if c < head and tokens[c].dep in ("compound", "nmod", "poss")]
    words = (tokens[i] for c in before for i in (*parse.children[c][:MOST], c))
    return tuple(t.text.casefold() for t in words if t.entity in _NAMES and t.pos == "PROPN")


def is_beside(parse: Parse, head: int) -> bool:
    """True if the words set this happening beside another that is told of: "another blast", "unlike the blast"."""
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
    """True if what "since" hangs on, or a word of it, is called the first or the most of its kind."""
    tokens = parse.tokens
    up = tokens[since.head]
    near = [up, *(tokens[c] for c in parse.children[up.i][:MOST])]
    near += [tokens[c] for t in near if t.dep in ("attr", "dobj") for c in parse.children[t.i][:MOST]]
    return any(t.tag in ("JJS", "RBS") or t.text.casefold() in joining_rules().superlative for t in near)


def carried(parse: Parse, head: int, at: Mapping[int, int]) -> int | None:
    """The mention, by head in `at`, that a verb only lets take place: a fire "broke out", a suit was "filed"."""
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
    """True if the past perfect tells it: it lies behind what is told."""
    tokens = parse.tokens
    return any(
        tokens[c].dep in ("aux", "auxpass") and tokens[c].text.casefold() in ("had", "'d") and tokens[c].pos == "AUX"
        for c in parse.children[head][:MOST]
    )


def is_news(parse: Parse, head: int, reference: Reference) -> bool:
    """True if the first sentences tell it as what has just happened: a main verb, or a noun told as new."""
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
