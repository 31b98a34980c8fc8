"""Finding the event words of a text, with the class and type of each.

One word stands for an event, its head, as TimeML's guidelines have it: the main verb of a verb group, the noun of a
nominal, the adjective of a predicate.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from transforms.events.event_types import OTHER
from transforms.events.lexicon import Entry, Words, word_set, words
from transforms.language import Parse, Token
from transforms.model import Mention, Span, TimeExpression

_VERBS, _NOUNS, _WEAK, _ADJECTIVES = words("verbs"), words("nouns"), words("weak"), words("adjectives")
_UNKNOWN_VERB = Entry(OTHER, "event")
_LIGHT = word_set("light", "verbs")
_ATTEMPTS = word_set("aspect", "attempts")
_NEVER = word_set("verbs", "never")
_LABELS = word_set("verbs", "labels")
_HALF_AUXILIARIES = word_set("verbs", "before_infinitive")
_DELIMITS, _PERIODS = word_set("verbs", "delimits"), word_set("verbs", "periods")
_STANDING = word_set("verbs", "standing")
_LONGEST_CLITIC = 2
_SIBLINGS = 50
"""A clause has fewer parts; hostile texts have thousands below one verb."""
_PREPOSITIONS = word_set("nouns", "prepositions")
_HAPPEN = word_set("nouns", "happen")
_CAUSE = word_set("nouns", "cause")
_ASKED = word_set("nouns", "asked")
_LINKS = word_set("adjectives", "links")

_NO_VERB = frozenset(["aux", "auxpass", "amod", "compound", "nmod", "prep", "case", "mark", "punct", "det"])
_BESIDE = frozenset(["prt", "dobj", "acomp", "advmod", "amod", "compound", "nsubjpass"])
_FINAL = frozenset(".?!…:;,\"'”’)")
_FULL_CLAUSE = frozenset(["nsubj", "prt"])
"""Below a verb that parsers hang on a noun, these show that it does more than tell which one is meant."""
_PHASE_DEPS = ("xcomp", "dobj", "nsubjpass", "nsubj", "ccomp", "pobj")
_LIGHT_DEPS = ("dobj", "nsubjpass")
_OF = frozenset(["of", "in", "to"])
_DETERMINERS = frozenset(["det", "poss", "nummod"])


def find_mentions(parse: Parse, times: Sequence[TimeExpression]) -> tuple[Mention, ...]:
    """Every event word of a text, in text order; a word within a time expression is none."""
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
            found.append(_mention(parse, token, entry))
    return _with_served(parse, found)


def _verb(parse: Parse, token: Token) -> Entry | None:
    dep = token.dep
    if dep in _NO_VERB or token.pos == "AUX":
        return None
    lemma = token.lemma.lower()
    if lemma in _NEVER or not _is_word(token.text):
        return None
    if dep == "acl" and token.tag in ("VBN", "VBG", "VBD"):
        if lemma in _LABELS and not any(parse.tokens[c].dep in _FULL_CLAUSE for c in parse.children[token.i]):
            return None
        if lemma in _DELIMITS and parse.tokens[token.head].lemma in _PERIODS:
            return None
    colours = lemma in _HALF_AUXILIARIES or f"{lemma}:{token.tag}" in _HALF_AUXILIARIES
    if colours and any(parse.tokens[c].dep == "xcomp" for c in parse.children[token.i]):
        return None
    entry = _entry(_VERBS, parse, token, lemma) or _UNKNOWN_VERB
    return None if _describes(token, entry) else entry


def _is_word(text: str) -> bool:
    """Whether this can be a verb at all: taggers take clitics and dashes for verbs."""
    return (text.isalpha() and (len(text) > _LONGEST_CLITIC or text.lower() in ("do", "go"))) or "-" in text[1:-1]


def _describes(token: Token, entry: Entry) -> bool:
    """Whether a verb tells what is so as a rule: a present relative clause of standing ("which makes tyres")."""
    return token.tag in ("VBZ", "VBP") and token.dep == "relcl" and entry.event_type in _STANDING


def _noun(parse: Parse, token: Token) -> Entry | None:
    if token.dep in ("compound", "nmod", "npadvmod"):
        return None
    lemma = token.lemma.lower()
    entry = _entry(_NOUNS, parse, token, lemma)
    if entry is not None:
        if _is_quantity(parse, token):
            return None
        shown = _is_definite(parse, token) or _happened(parse, token) or _is_headline(parse, token.sentence)
        return entry if shown else None
    entry = _WEAK.alone.get(lemma)
    return entry if entry is not None and (_has_phase(parse, token) or _is_asked_for(parse, token)) else None


def _name(parse: Parse, token: Token) -> Entry | None:
    """An event's own name ("the Korean War"), or a noun that a headline capitalises."""
    if token.dep in ("compound", "nmod") or token.entity == "DATE":
        return None
    entry = _NOUNS.alone.get(token.text.lower())
    if entry is not None and (token.entity == "EVENT" or _is_headline(parse, token.sentence)):
        return entry
    return None


def _adjective(parse: Parse, token: Token) -> Entry | None:
    entry = _ADJECTIVES.alone.get(token.lemma.lower())
    if entry is None:
        return None
    is_predicate = token.dep == "oprd" or (token.dep == "acomp" and parse.tokens[token.head].lemma in _LINKS)
    return entry if is_predicate else None


_FINDERS = {
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), _verb),
    **dict.fromkeys(("NN", "NNS"), _noun),
    **dict.fromkeys(("NNP", "NNPS"), _name),
    **dict.fromkeys(("JJ", "JJR", "JJS"), _adjective),
}


def _entry(lexicon: Words, parse: Parse, token: Token, lemma: str) -> Entry | None:
    """What the lexicon knows of a word in its place."""
    beside = lexicon.beside.get(lemma)
    if beside:
        for child in parse.children[token.i]:
            other = parse.tokens[child]
            if other.dep == "prep":
                entry = beside.get("+" + other.lemma)
            elif other.dep in _BESIDE:
                entry = beside.get("_" + other.lemma.lower()) or beside.get("_" + other.entity)
            else:
                continue
            if entry is not None:
                return entry
    return lexicon.alone.get(lemma)


def _is_headline(parse: Parse, sentence: int) -> bool:
    """Whether this is a line rather than a sentence: headlines leave out articles and the final mark."""
    return parse.tokens[parse.sentences[sentence].last - 1].text[-1] not in _FINAL


def _is_quantity(parse: Parse, token: Token) -> bool:
    """Whether a noun stands for a figure, being what rises or falls ("sales fell")."""
    if token.dep != "nsubj":
        return False
    known = _VERBS.alone.get(parse.tokens[token.head].lemma.lower())
    moves = known is not None and known.event_type == "price_change"
    return moves and all(parse.tokens[c].dep != "dobj" for c in parse.children[token.head][:_SIBLINGS])


def _is_definite(parse: Parse, token: Token) -> bool:
    """Whether a noun names one happening or some, rather than a practice."""
    children = [parse.tokens[c].dep for c in parse.children[token.i]]
    if not _DETERMINERS.isdisjoint(children):
        return True
    return token.tag == "NNS" and token.dep != "nsubj" and ("prep" in children or "amod" in children)


def _happened(parse: Parse, token: Token) -> bool:
    """Whether the sentence shows that what a noun names took place."""
    head = parse.tokens[token.head]
    lemma = head.lemma.lower()
    if token.dep == "pobj":
        return lemma in _PREPOSITIONS
    if token.dep == "nsubj":
        return lemma in _HAPPEN
    if token.dep in ("dobj", "nsubjpass"):
        return lemma in _CAUSE
    return False


def _has_phase(parse: Parse, token: Token) -> bool:
    """Whether what a noun names begins, goes on or ends, or something happens during it."""
    head = parse.tokens[token.head]
    if token.dep == "pobj":
        return head.lemma == "during"
    if token.dep not in ("dobj", "nsubj", "nsubjpass"):
        return False
    known = _VERBS.alone.get(head.lemma.lower())
    return known is not None and known.event_class == "aspect"


def _is_asked_for(parse: Parse, token: Token) -> bool:
    """Whether somebody promises, orders or wants what a noun names ("promised an inquiry", "calls for an inquiry")."""
    above = parse.tokens[token.head]
    if token.dep == "pobj":
        return above.lemma == "for" and f"{parse.tokens[above.head].lemma.lower()}:for" in _ASKED
    return token.dep in ("dobj", "nsubjpass") and above.lemma.lower() in _ASKED


def _mention(parse: Parse, token: Token, entry: Entry) -> Mention:
    sentence = parse.sentences[token.sentence]
    return Mention(
        trigger=Span(token.start, token.end),
        text=token.text,
        sentence=Span(sentence.start, sentence.end),
        sentence_index=sentence.i,
        head=token.i,
        lemma=token.lemma.lower(),
        event_class=entry.event_class,
        event_type=entry.event_type,
        rule_id=f"event.{entry.event_type}",
    )


def _with_served(parse: Parse, found: list[Mention]) -> tuple[Mention, ...]:
    """Point each light verb and each phase to the event it serves; a phase of nothing named is an event itself."""
    number = {m.head: i for i, m in enumerate(found)}
    for i, mention in enumerate(found):
        tried = _tried(parse, mention, number)
        if tried is not None:
            found[i] = replace(mention, event_class="aspect", serves=number[tried])
            continue
        is_phase = mention.event_class == "aspect"
        if not is_phase and not (mention.lemma in _LIGHT and parse.tokens[mention.head].tag[0] == "V"):
            continue
        served = _served_by(parse, mention.head, _PHASE_DEPS if is_phase else _LIGHT_DEPS, number)
        if served is not None:
            found[i] = replace(mention, event_class="aspect" if is_phase else "light", serves=number[served])
        elif is_phase:
            found[i] = replace(mention, event_class="event")
    return tuple(found)


def _tried(parse: Parse, mention: Mention, among: Container[int]) -> int | None:
    """What is attempted ("tried to flee", "an attempt to flee"): the attempt is but a phase of it."""
    if mention.lemma not in _ATTEMPTS:
        return None
    tokens = parse.tokens
    clause = ("xcomp",) if tokens[mention.head].tag[0] == "V" else ("acl", "relcl")
    for c in parse.children[mention.head]:
        if tokens[c].dep in clause and c in among and any(tokens[a].tag == "TO" for a in parse.children[c]):
            return c
    return None


def _served_by(parse: Parse, head: int, deps: tuple[str, ...], among: Container[int]) -> int | None:
    """The word that a light verb ("launched an attack") or a phase ("the end of the war") points to."""
    tokens = parse.tokens
    token = tokens[head]
    if token.tag == "VBN" and token.dep == "acl" and token.head in among:
        return token.head
    near = parse.children[head]
    if token.tag[0] == "N":
        near = tuple(c for of in near if tokens[of].lemma in _OF for c in parse.children[of])
    return next((c for dep in deps for c in near if tokens[c].dep == dep and c in among), None)
