"""When a noun or a name stands for something that happened, rather than for a practice, a thing or a figure."""

from __future__ import annotations

from transforms.events.mentions.headline_verbs import headline_verb, is_headline
from transforms.events.mentions.lexicon import Entry, in_place, word_set, words
from transforms.language.parse import Parse, Token

_VERBS, _NOUNS, _WEAK, _ADJECTIVES = words("verbs"), words("nouns"), words("weak"), words("adjectives")
_NAMES, _NAME_STARTS, _NAME_ENDS = words("names"), words("name_starts"), words("name_ends")
_PRACTICES = word_set("nouns", "practices")
_LABELLING = word_set("nouns", "labelling")
_BODIES, _TRACES = word_set("nouns", "bodies"), word_set("nouns", "traces")
_PREPOSITIONS = word_set("nouns", "prepositions")
_HAPPEN, _CAUSE = word_set("nouns", "happen"), word_set("nouns", "cause")
_IDIOMS = word_set("nouns", "idioms")
_SET_PHRASES = frozenset(word.replace("_", " ") for word in word_set("nouns", "set_phrases"))
_FATES = word_set("nouns", "fates")
_ASKED = word_set("nouns", "asked")
_BEFORE_NOUN = frozenset(["compound", "nmod"])
_NAME_TAGS = frozenset(["NNP", "NNPS"])
_HYPHENS = frozenset("-–")
_DETERMINERS = frozenset(["det", "poss", "nummod"])
_SIBLINGS = 50
"""A clause has fewer parts; hostile texts have thousands below one verb."""


def noun(parse: Parse, token: Token) -> Entry | None:
    """Return what a common noun is an event of; `in_passing` if nothing shows that it took place."""
    lemma = token.lemma.lower()
    joined = _joined(parse, token)
    entry = joined or in_place(_NOUNS, parse, token, lemma)
    if entry is None and token.text[0].isupper():
        entry = _NAMES.alone.get(token.text.lower())
    if token.dep in _BEFORE_NOUN:
        return _before_noun(parse, token, entry)
    if token.dep == "npadvmod" and not _is_definite(parse, token):
        return None
    if entry is None:
        entry = _WEAK.alone.get(lemma)
        return entry if entry is not None and (_has_phase(parse, token) or _is_asked_for(parse, token)) else None
    if _is_quantity(parse, token) or _is_idiom(parse, token, lemma):
        return None
    shown = _is_definite(parse, token) or _happened(parse, token) or _has_phase(parse, token)
    if shown or is_headline(parse, token.sentence):
        return entry
    if entry.event_type in _PRACTICES or _is_rule(parse, token):
        return None
    return entry._replace(in_passing=True)


def _joined(parse: Parse, token: Token) -> Entry | None:
    """Return the entry of a hyphenated compound ("break-in"), which parsers take apart."""
    if token.i <= 1:
        return None
    first, hyphen = parse.tokens[token.i - 2 : token.i]
    if hyphen.text not in _HYPHENS or first.end != hyphen.start or hyphen.end != token.start:
        return None
    for lemma in (f"{first.text}-{token.lemma}".lower(), f"{first.text}{token.lemma}".lower()):
        entry = _NOUNS.alone.get(lemma)
        if entry is not None:
            return entry._replace(lemma=lemma, first=first.i)
    return None


def name(parse: Parse, token: Token) -> Entry | None:
    """Return an event's own name ("the Korean War", "the Paralympics"), or a noun that a headline capitalises."""
    word = token.text.lower()
    if word in _NAME_STARTS.alone and _begins_name(parse, token):
        return _NAME_STARTS.alone[word]
    entry = in_place(_NAMES, parse, token, word) or (_NAME_ENDS.alone.get(word) if _ends_name(parse, token) else None)
    if entry is None:
        entry = _NOUNS.alone.get(word) or _ADJECTIVES.alone.get(word)
        is_line = token.entity != "DATE" and is_headline(parse, token.sentence)
        if entry is None and is_line:
            return headline_verb(parse, token)
        if entry is None or not (is_line or token.entity == "EVENT"):
            return None
        if token.dep in _BEFORE_NOUN and not _is_within_name(parse, token):
            return _before_noun(parse, token, entry)
    elif token.dep in _BEFORE_NOUN and not _is_within_name(parse, token):
        return entry._replace(in_passing=True)
    return entry


def _ends_name(parse: Parse, token: Token) -> bool:
    """True if a capitalised word before it makes a name of this one ("the Cannes Festival")."""
    return any(parse.tokens[c].tag in _NAME_TAGS and c < token.i for c in parse.children[token.i])


def _begins_name(parse: Parse, token: Token) -> bool:
    """True if the next word is the name of what this one says it is ("Typhoon Mara")."""
    after = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else token
    return after.tag in _NAME_TAGS and after.sentence == token.sentence and after.i != token.i


def _is_within_name(parse: Parse, token: Token) -> bool:
    """True if the word that this one stands before belongs to the same name ("Hurricane" in "Hurricane Ida")."""
    return token.entity == "EVENT" == parse.tokens[token.head].entity


def _before_noun(parse: Parse, token: Token, entry: Entry | None) -> Entry | None:
    """Return an incident that identifies another noun ("murder charge"); real if its traces are ("blast site")."""
    if entry is None or entry.event_type not in _LABELLING:
        return None
    head = parse.tokens[token.head].lemma.lower()
    if head in _BODIES:
        return None
    return entry if head in _TRACES else entry._replace(in_passing=True)


def _is_quantity(parse: Parse, token: Token) -> bool:
    """True if a noun stands for a figure, being what rises or falls ("sales fell")."""
    if token.dep != "nsubj":
        return False
    known = _VERBS.alone.get(parse.tokens[token.head].lemma.lower())
    moves = known is not None and known.event_type == "price_change"
    return moves and all(parse.tokens[c].dep != "dobj" for c in parse.children[token.head][:_SIBLINGS])


def _is_definite(parse: Parse, token: Token) -> bool:
    """True if a noun names one happening or some, rather than a practice."""
    children = [parse.tokens[c].dep for c in parse.children[token.i]]
    if not _DETERMINERS.isdisjoint(children):
        return True
    return token.tag == "NNS" and token.dep != "nsubj" and ("prep" in children or "amod" in children)


def _happened(parse: Parse, token: Token) -> bool:
    """True if the sentence shows that what a noun names took place."""
    head = parse.tokens[token.head]
    lemma = head.lemma.lower()
    if token.dep == "pobj":
        return lemma in _PREPOSITIONS or f"{parse.tokens[head.head].lemma.lower()}:{lemma}" in _FATES
    if token.dep == "nsubj":
        return lemma in _HAPPEN
    if token.dep in ("dobj", "nsubjpass"):
        return lemma in _CAUSE
    return False


def _is_idiom(parse: Parse, token: Token, lemma: str) -> bool:
    """True if a noun only makes out its verb's sense, or a set phrase: "opened fire", "in charge", "in the end"."""
    phrase = f"{parse.tokens[token.head].lemma.lower()} the {lemma}"
    if token.dep == "pobj" and phrase in _SET_PHRASES and len(parse.children[token.i]) == 1:
        return True
    if token.tag != "NN" or parse.children[token.i]:
        return False
    if token.dep == "pobj":
        return f"{lemma}:{parse.tokens[token.head].lemma.lower()}" in _IDIOMS
    if token.dep not in ("dobj", "nsubjpass"):
        return False
    return "_" + lemma in _VERBS.beside.get(parse.tokens[token.head].lemma.lower(), {})


def _is_rule(parse: Parse, token: Token) -> bool:
    """True if a bare subject stands for its kind: "surgery costs money"."""
    return token.dep == "nsubj" and parse.tokens[token.head].tag in ("VBZ", "VBP")


def _has_phase(parse: Parse, token: Token) -> bool:
    """True if what a noun names begins, goes on or ends, or something happens during it."""
    head = parse.tokens[token.head]
    if token.dep == "pobj":
        return head.lemma == "during"
    if token.dep not in ("dobj", "nsubj", "nsubjpass"):
        return False
    known = _VERBS.alone.get(head.lemma.lower())
    return known is not None and known.event_class == "aspect"


def _is_asked_for(parse: Parse, token: Token) -> bool:
    """True if somebody promises, orders or wants what a noun names ("promised an inquiry", "calls for an inquiry")."""
    above = parse.tokens[token.head]
    if token.dep == "pobj":
        return above.lemma == "for" and f"{parse.tokens[above.head].lemma.lower()}:for" in _ASKED
    return token.dep in ("dobj", "nsubjpass") and above.lemma.lower() in _ASKED
