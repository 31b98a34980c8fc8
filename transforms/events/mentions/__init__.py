"""Which words name events, and of what class and type?

In: a parse.  Out: mentions.  One word stands for an event, its head, as TimeML's guidelines have it: the main verb of
a verb group, the noun of a nominal, the adjective of a predicate.  Open `lexicon.py` first.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from transforms.events.mentions.event_types import OTHER
from transforms.events.mentions.headline_verbs import headline_verb, verb_form
from transforms.events.mentions.lexicon import Entry, in_place, word_set, words
from transforms.events.mentions.nominals import name, noun
from transforms.language.closed_class import closed_class
from transforms.language.parse import Parse, Token
from transforms.model import Mention, Span, TimeExpression

_VERBS, _ADJECTIVES = words("verbs"), words("adjectives")
_UNKNOWN_VERB = Entry(OTHER, "event")
_LIGHT = word_set("light", "verbs")
_ENTERS, _ENTERED = word_set("light", "enters"), word_set("light", "entered")
_ATTEMPTS = word_set("aspect", "attempts")
_NEVER = word_set("verbs", "never")
_LABELS = word_set("verbs", "labels")
_NAMING = word_set("verbs", "naming")
_POSITIONS = word_set("verbs", "positions")
_SET_OFF = frozenset([",", "(", ")", ";"])
_HALF_AUXILIARIES = word_set("verbs", "before_infinitive")
_DELIMITS, _PERIODS = word_set("verbs", "delimits"), word_set("verbs", "periods")
_LONGEST_CLITIC = 2
_BEFALLS = word_set("adjectives", "befalls")
_STANDING_BEFORE = word_set("adjectives", "standing")
_LINKS = word_set("adjectives", "links")

_NO_VERB = frozenset(["aux", "auxpass", "compound", "nmod", "prep", "case", "mark", "punct", "det"])
_FULL_CLAUSE = frozenset(["nsubj", "prt"])
"""Below a verb that parsers hang on a noun, these show that it does more than say which one is meant."""
_PHASE_DEPS = ("xcomp", "dobj", "nsubjpass", "nsubj", "ccomp", "pobj")
_LIGHT_DEPS = ("dobj", "nsubjpass")
_OF = closed_class("phase_of")
_QUOTES = frozenset(['"', "“", "‘", "``"])


def find_mentions(parse: Parse, times: Sequence[TimeExpression]) -> tuple[Mention, ...]:
    """Every event word of a text, in text order; words inside a time expression are not event triggers."""
    spans = sorted((t.span.start, t.span.end) for t in times)
    place, last = 0, len(spans)
    found: list[Mention] = []
    for token in parse.tokens:
        finder = _FINDERS.get(token.tag)
        if finder is None:
            continue
        while place < last and spans[place][1] <= token.start:
            place += 1
        if place < last and spans[place][0] < token.end:
            continue
        entry = finder(parse, token)
        if entry is not None:
            mention = _mention(parse, token, entry)
            while found and found[-1].trigger.end > mention.trigger.start:
                found.pop()
            found.append(mention)
    return _with_served(parse, found)


def _verb(parse: Parse, token: Token) -> Entry | None:
    dep = token.dep
    lemma = token.lemma.lower()
    if dep == "amod":
        return _befallen(token, _ADJECTIVES.alone.get(token.text.lower()) or _VERBS.alone.get(lemma))
    if dep == "compound" and token.tag == "VBZ":
        return headline_verb(parse, token)
    if dep in _NO_VERB or token.pos == "AUX":
        return None
    if lemma in _NEVER or not _is_word(token.text) or _is_position(parse, token):
        return None
    if dep == "acl" and token.tag in ("VBN", "VBG", "VBD"):
        if lemma in _LABELS and not any(parse.tokens[c].dep in _FULL_CLAUSE for c in parse.children[token.i]):
            return None
        if lemma in _NAMING and _gives_name(parse, token):
            return None
        if lemma in _DELIMITS and parse.tokens[token.head].lemma in _PERIODS:
            return None
    by_form = f"{lemma}:{token.tag}" in _HALF_AUXILIARIES
    by_form = by_form and not any(parse.tokens[c].dep == "dobj" for c in parse.children[token.i])
    colours = lemma in _HALF_AUXILIARIES or by_form
    if colours and any(parse.tokens[c].dep == "xcomp" for c in parse.children[token.i]):
        return None
    if token.tag == "VBG" and all(parse.tokens[c].dep != "dobj" for c in parse.children[token.i]):
        as_adjective = _ADJECTIVES.alone.get(token.text.lower())
        if as_adjective is not None:
            return as_adjective
    return in_place(_VERBS, parse, token, lemma) or _UNKNOWN_VERB


def _is_position(parse: Parse, token: Token) -> bool:
    """True if a word set off by itself says where somebody stands in a picture ("the mayor, left, …")."""
    if token.text not in _POSITIONS or not 0 < token.i < len(parse.tokens) - 1:
        return False
    return parse.tokens[token.i - 1].text in _SET_OFF and parse.tokens[token.i + 1].text in _SET_OFF


def _gives_name(parse: Parse, token: Token) -> bool:
    """True if a name follows a participle of naming: "a town called Orvel", "a film called “The Mill”"."""
    behind = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else token
    return behind.text in _QUOTES or any(parse.tokens[c].dep in ("oprd", "attr") for c in parse.children[token.i])


def _is_word(text: str) -> bool:
    """True if this can be a verb at all: taggers take clitics and dashes for verbs."""
    return (
        text.isalpha() and (len(text) > _LONGEST_CLITIC or text.lower() in closed_class("two_letter_verb"))
    ) or "-" in text[1:-1]


def _adjective(parse: Parse, token: Token) -> Entry | None:
    entry = _ADJECTIVES.alone.get(token.lemma.lower())
    if entry is None and token.dep == "amod":
        # Taggers take many a participle for an adjective ("the escaped prisoner").
        form = verb_form(token.text.lower())
        entry = _VERBS.alone.get(form.lemma) if form is not None and form.is_participle else None
    if entry is None:
        return None
    if token.dep == "amod":
        return _befallen(token, entry)
    is_predicate = token.dep in ("oprd", "ccomp") or (token.dep == "acomp" and parse.tokens[token.head].lemma in _LINKS)
    return entry if is_predicate else None


def _befallen(token: Token, entry: Entry | None) -> Entry | None:
    """Return the state of somebody that a modifier names ("the injured man")."""
    if entry is None or entry.event_type not in _BEFALLS or token.text.lower() in _STANDING_BEFORE:
        return None
    return entry._replace(event_class="state")


_FINDERS = {
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), _verb),
    **dict.fromkeys(("NN", "NNS"), noun),
    **dict.fromkeys(("NNP", "NNPS"), name),
    **dict.fromkeys(("JJ", "JJR", "JJS"), _adjective),
}


def _mention(parse: Parse, token: Token, entry: Entry) -> Mention:
    sentence = parse.sentences[token.sentence]
    trigger = Span(token.start if entry.first is None else parse.tokens[entry.first].start, token.end)
    return Mention(
        trigger=trigger,
        text=trigger.of(parse.text),
        sentence=Span(sentence.start, sentence.end),
        sentence_index=sentence.i,
        head=token.i,
        lemma=entry.lemma or token.lemma.lower(),
        event_class=entry.event_class,
        event_type=entry.event_type,
        rule_id=f"event.{entry.event_type}",
        in_passing=entry.in_passing,
    )


def _with_served(parse: Parse, found: list[Mention]) -> tuple[Mention, ...]:
    """Point each light verb and each phase to the event it serves, which is thereby reported, not named in passing.

    A phase of nothing named is an event itself.
    """
    number = {m.head: i for i, m in enumerate(found)}
    for i, mention in enumerate(found):
        tried = _tried(parse, mention, number)
        if tried is not None:
            found[i] = replace(mention, event_class="aspect", serves=number[tried])
            continue
        is_phase = mention.event_class == "aspect"
        if not is_phase and not (mention.lemma in _LIGHT | _ENTERS and parse.tokens[mention.head].tag[0] == "V"):
            continue
        served = _served_by(parse, mention.head, _PHASE_DEPS if is_phase else _LIGHT_DEPS, number)
        if served is None and not is_phase:
            served = _entered(parse, mention, number)
        if served is not None:
            at = number[served]
            found[i] = replace(mention, event_class="aspect" if is_phase else "light", serves=at)
            # What is launched, held or begun takes place.
            found[at] = replace(found[at], in_passing=False)
        elif is_phase:
            found[i] = replace(mention, event_class="event")
    return tuple(found)


def _entered(parse: Parse, mention: Mention, among: Container[int]) -> int | None:
    """Return what somebody goes, is or stays on, as its noun alone says ("went on strike", "were put on trial")."""
    if mention.lemma not in _ENTERS:
        return None
    tokens, children = parse.tokens, parse.children
    on = (c for c in children[mention.head] if tokens[c].text.lower() == "on" and tokens[c].dep == "prep")
    bare = (c for p in on for c in children[p] if tokens[c].dep == "pobj" and all(of > c for of in children[c]))
    return next((c for c in bare if tokens[c].lemma.lower() in _ENTERED and c in among), None)


def _tried(parse: Parse, mention: Mention, among: Container[int]) -> int | None:
    """Return what is attempted ("tried to flee", "an attempt to flee"): the attempt is only a phase of it."""
    if mention.lemma not in _ATTEMPTS:
        return None
    tokens = parse.tokens
    clause = ("xcomp",) if tokens[mention.head].tag[0] == "V" else ("acl", "relcl")
    for c in parse.children[mention.head]:
        if tokens[c].dep in clause and c in among and any(tokens[a].tag == "TO" for a in parse.children[c]):
            return c
    return None


def _served_by(parse: Parse, head: int, deps: tuple[str, ...], among: Container[int]) -> int | None:
    """Return the word that a light verb ("launched an attack") or a phase ("the end of the war") points to."""
    tokens = parse.tokens
    token = tokens[head]
    if token.tag == "VBN" and token.dep == "acl" and token.head in among:
        return token.head
    near = parse.children[head]
    if token.tag[0] == "N":
        near = tuple(c for of in near if tokens[of].lemma in _OF for c in parse.children[of])
    return next((c for dep in deps for c in near if tokens[c].dep == dep and c in among), None)
