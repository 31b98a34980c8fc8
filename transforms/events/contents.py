"""The cues of a text, each with its source and with the content that syntax shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from transforms.events.clauses import Clauses
from transforms.events.frames import READERS, is_passive, trimmed, without
from transforms.events.reporting_cues import Cue, CueTable, Part
from transforms.model import Span

_PARTS: dict[str, Part] = {"V": "verb", "N": "noun", "J": "predicate", "R": "adverb"}
_CONDITIONS = frozenset({"if", "unless", "whether"})
_THAT = frozenset({"that"})
_SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_LONGEST_SPEAKER = 6
"""Words before the colon of "Dr. Jane Roe: …"."""


@dataclass(slots=True)
class Draft:
    """A statement in the making: token indices of cue and source, and the content found so far."""

    cue: Cue
    token: int
    cue_span: Span
    source: int | None
    content: list[Span] = field(default_factory=list)


def drafts_of(clauses: Clauses, table: CueTable) -> list[Draft]:
    """A draft for every cue of a text, in text order; those whose content syntax does not show have none yet."""
    found: list[Draft] = []
    by_lemma = table.by_lemma
    for token in clauses.tokens:
        part = _PARTS.get(token.tag[:1])
        if part is None:
            if token.text == ":":
                part, cues = "punctuation", by_lemma.get(("punctuation", ":"))
            else:
                continue
        elif token.text in ("according", "According"):
            part, cues = "preposition", by_lemma.get(("preposition", "according to"))
        else:
            cues = by_lemma.get((part, token.lemma.lower()))
            if cues is None and part in ("verb", "predicate"):
                part = "adjective" if token.dep in ("amod", "nmod") and token.head > token.i else "predicate"
                cues = by_lemma.get((part, token.text.lower()))
        if cues is not None and (draft := _FINDERS[part](clauses, token.i, cues, table)) is not None:
            found.append(draft)
    return found


def _draft(clauses: Clauses, cue: Cue, i: int, source: int | None, content: list[Span]) -> Draft:
    token = clauses.tokens[i]
    return Draft(cue, i, Span(token.start, token.end), source, content)


def _verb(clauses: Clauses, i: int, cues: tuple[Cue, ...], table: CueTable) -> Draft | None:
    token = clauses.tokens[i]
    if token.dep in ("amod", "compound", "aux", "auxpass"):
        return None
    if clauses.has_word(i, _CONDITIONS, "mark") is not None:
        return None
    source = clauses.agent(i) if is_passive(clauses, i) else clauses.subject(i)
    for frame, reader in READERS:
        for cue in cues:
            if frame in cue.frames and (content := reader(clauses, i, cue, table)):
                if cue.commitment == "discussed" and (source is None or _is_not_done(clauses, i)):
                    continue
                if source is not None and clauses.tokens[source].text.lower() in table.no_source:
                    continue
                return _draft(clauses, cue, i, source, content)
    quoting = next((cue for cue in cues if "quote" in cue.frames), None)
    if quoting is None:
        return None
    return _draft(clauses, quoting, i, source, _rest_of_sentence(clauses, i) if "clause" in quoting.frames else [])


def _is_not_done(clauses: Clauses, i: int) -> bool:
    """Whether an act did not or need not take place: "did not praise", "to praise", "would praise"."""
    if clauses.child(i, "neg") is not None:
        return True
    aux = [clauses.tokens[c].text for c in clauses.childs(i, "aux")]
    return clauses.tokens[i].tag == "VB" and not any(word in ("did", "does", "do") for word in aux)


def _rest_of_sentence(clauses: Clauses, i: int) -> list[Span]:
    """What follows "… said" up to the sentence's end, where the parser saw no clause in it."""
    tokens = clauses.tokens
    if tokens[i].lemma != "say" or clauses.child(i, "nsubj") is None:
        return []
    whole = tokens[i].dep in ("ROOT", "conj")
    last = clauses.parse.sentences[tokens[i].sentence].last - 1 if whole else clauses.right[i]
    if i + 3 > last or tokens[i + 1].dep in ("punct", "prep", "advmod", "npadvmod", "prt"):
        return []
    return trimmed(clauses, i + 1, last)


def _noun(clauses: Clauses, i: int, cues: tuple[Cue, ...], _table: CueTable) -> Draft | None:
    """A noun with its content: "the claim that …", "a pledge to …", "criticism of …", "the claim is that …"."""
    tokens = clauses.tokens
    for cue in cues:
        for c in clauses.childs(i, "acl", "relcl", "ccomp"):
            dep = tokens[c].dep
            clausal = clauses.has_word(c, _THAT, "mark") is not None or (
                dep == "acl" and clauses.is_finite(c) and clauses.child(c, "nsubj") is not None
            )
            infinitive = dep == "acl" and clauses.is_infinitive(c)
            if ("clause" in cue.frames and clausal) or ("infinitive" in cue.frames and infinitive):
                return _draft(clauses, cue, i, noun_source(clauses, i), [clauses.span(c)])
        if "clause" in cue.frames and tokens[i].dep == "nsubj" and tokens[tokens[i].head].lemma == "be":
            for c in clauses.childs(tokens[i].head, "ccomp"):
                if clauses.has_word(c, _THAT, "mark") is not None:
                    return _draft(clauses, cue, i, noun_source(clauses, i), [clauses.span(c)])
        if "preposition" in cue.frames:
            source = noun_source(clauses, i)
            for c in clauses.childs(i, "prep"):
                if (
                    source is not None
                    and tokens[c].text.lower() in cue.prepositions
                    and clauses.child(c, "pobj") != source
                ):
                    return _draft(clauses, cue, i, source, [clauses.span(c)])
    return None


def noun_source(clauses: Clauses, i: int) -> int | None:
    """Whose claim it is: a genitive, "by/from/among …", or the subject of the verb that makes it."""
    tokens = clauses.tokens
    own = clauses.child(i, "poss")
    if own is not None:
        return own
    for c in clauses.childs(i, "prep", "agent"):
        if tokens[c].text.lower() in ("by", "from", "among") and (noun := clauses.child(c, "pobj")) is not None:
            return noun
    head = tokens[i].head
    if tokens[i].dep != "dobj" or tokens[head].tag[:2] != "VB" or is_passive(clauses, head):
        return None
    return clauses.subject(head)


def _predicate(clauses: Clauses, i: int, cues: tuple[Cue, ...], _table: CueTable) -> Draft | None:
    """An attitude after a copula: "is confident that …"."""
    tokens = clauses.tokens
    dep, head = tokens[i].dep, tokens[i].head
    if dep == "amod" and head < i:
        source: int | None = head
    elif dep in ("acomp", "ROOT", "conj", "oprd", "ccomp", "relcl", "advcl"):
        source = clauses.subject(head if dep in ("acomp", "oprd") else i)
    else:
        return None
    for cue in cues:
        for c in clauses.childs(i, "ccomp", "xcomp"):
            return _draft(clauses, cue, i, source, [clauses.span(c)])
        for c in clauses.childs(i, "prep"):
            if tokens[c].text.lower() in cue.prepositions:
                return _draft(clauses, cue, i, source, [clauses.span(c)])
    return None


def _adverb(clauses: Clauses, i: int, cues: tuple[Cue, ...], _table: CueTable) -> Draft | None:
    head = clauses.tokens[i].head
    content = without(clauses, head, i) if head != i else []
    return _draft(clauses, cues[0], i, None, content) if content else None


def _adjective(clauses: Clauses, i: int, cues: tuple[Cue, ...], _table: CueTable) -> Draft | None:
    noun = clauses.tokens[i].head
    return _draft(clauses, cues[0], i, None, [clauses.between(i + 1, noun)]) if noun > i else None


def _according(clauses: Clauses, i: int, cues: tuple[Cue, ...], table: CueTable) -> Draft | None:
    tokens = clauses.tokens
    to = clauses.child(i, "prep")
    if to is None or tokens[to].text != "to" or tokens[i].head == i:
        return None
    source = clauses.child(to, "pobj", "pcomp")
    if source is None or tokens[source].lemma.lower() in table.no_source:
        return None
    content = without(clauses, tokens[i].head, i)
    return Draft(cues[0], i, clauses.between(i, to), source, content) if content else None


def _colon(clauses: Clauses, i: int, cues: tuple[Cue, ...], _table: CueTable) -> Draft | None:
    """A speaker and a colon at the beginning of a sentence: "Jane Roe: The ship is late."."""
    tokens = clauses.tokens
    sentence = clauses.parse.sentences[tokens[i].sentence]
    if not 0 < i - sentence.first <= _LONGEST_SPEAKER or i + 3 > sentence.last:
        return None
    speaker = tokens[i - 1]
    if speaker.entity not in _SPEAKERS or any(t.tag[:2] == "VB" or t.text == "," for t in tokens[sentence.first : i]):
        return None
    return _draft(clauses, cues[0], i, speaker.i, trimmed(clauses, i + 1, sentence.last - 1))


_FINDERS: dict[str, Callable[[Clauses, int, tuple[Cue, ...], CueTable], Draft | None]] = {
    "verb": _verb,
    "predicate": _predicate,
    "noun": _noun,
    "adverb": _adverb,
    "adjective": _adjective,
    "preposition": _according,
    "punctuation": _colon,
}
