"""Cues that are no verb of saying: "according to", "in a poll", "reportedly", "alleged", a name and a colon."""

from __future__ import annotations

from transforms.events.attribution.content_spans import trimmed, without
from transforms.events.attribution.cues import Cue, CueTable
from transforms.events.attribution.drafts import StatementDraft, draft_at
from transforms.language.clauses import Clauses

_SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_LONGEST_SPEAKER = 6
"""Words before the colon of "Dr. Jane Roe: …"."""


def adverb(clauses: Clauses, i: int, cues: tuple[Cue, ...], _table: CueTable) -> StatementDraft | None:
    """Return the clause that an adverb stands in: "reportedly"."""
    head = clauses.tokens[i].head
    content = without(clauses, head, i) if head != i else []
    return draft_at(clauses, cues[0], i, None, content) if content else None


def is_so_called(clauses: Clauses, i: int) -> bool:
    """True if a word is the last of "so-called", which is three tokens."""
    tokens = clauses.tokens
    return tokens[i].text == "called" and i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].text.lower() == "so"


def adjective(clauses: Clauses, i: int, cues: tuple[Cue, ...], _table: CueTable) -> StatementDraft | None:
    """Return the noun that an adjective stands before: "the alleged theft"."""
    noun = clauses.tokens[i].head
    if is_so_called(clauses, i) and noun > i:
        return StatementDraft(cues[0], i - 2, clauses.between(i - 2, i), None, [clauses.between(i + 1, noun)])
    return draft_at(clauses, cues[0], i, None, [clauses.between(i + 1, noun)]) if noun > i else None


def according(clauses: Clauses, i: int, cues: tuple[Cue, ...], table: CueTable) -> StatementDraft | None:
    """Return the clause that "according to …" hangs on, unless it names no voice ("according to custom")."""
    tokens = clauses.tokens
    to = clauses.child(i, "prep")
    if to is None or tokens[to].text != "to" or tokens[i].head == i:
        return None
    source = clauses.child(to, "pobj", "pcomp")
    if source is None or tokens[source].lemma.lower() in table.no_source:
        return None
    content = without(clauses, tokens[i].head, i)
    return StatementDraft(cues[0], i, clauses.between(i, to), source, content) if content else None


def source_phrase(clauses: Clauses, i: int, cues: tuple[Cue, ...], _table: CueTable) -> StatementDraft | None:
    """Return the clause that a source phrase introduces: "in a poll, …", "by one estimate, …", "in his view"."""
    tokens = clauses.tokens
    noun, head = clauses.child(i, "pobj"), tokens[i].head
    if noun is None or tokens[i].dep != "prep" or tokens[head].tag[:1] not in ("V", "M") or i > head:
        return None
    for cue in cues:
        if tokens[noun].lemma.lower() not in cue.sources:
            continue
        source: int | None = noun
        if cue.owned:
            of = clauses.has_word(noun, frozenset({"of"}), "prep")
            source = clauses.child(noun, "poss") if of is None else clauses.child(of, "pobj")
        if source is not None and (content := without(clauses, head, i)):
            return draft_at(clauses, cue, i, source, content)
    return None


def colon(clauses: Clauses, i: int, cues: tuple[Cue, ...], _table: CueTable) -> StatementDraft | None:
    """Return a speaker and a colon at the beginning of a sentence: "Jane Roe: The ship is late."."""
    tokens = clauses.tokens
    sentence = clauses.parse.sentences[tokens[i].sentence]
    if not 0 < i - sentence.first <= _LONGEST_SPEAKER or i + 3 > sentence.last:
        return None
    speaker = tokens[i - 1]
    known = speaker.entity in _SPEAKERS or speaker.lemma.lower() in cues[0].sources
    if not known or any(t.tag[:2] == "VB" or t.text == "," for t in tokens[sentence.first : i]):
        return None
    return draft_at(clauses, cues[0], i, speaker.i, trimmed(clauses, i + 1, sentence.last - 1))
