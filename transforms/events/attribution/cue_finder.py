"""The cues of a text, each with its source and with the content that syntax shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from transforms.events.attribution import source_phrases
from transforms.events.attribution.content_spans import going_on, trimmed
from transforms.events.attribution.cues import Cue, CueTable, Part
from transforms.events.attribution.drafts import StatementDraft, draft_at
from transforms.events.attribution.frames import NOMINAL, READERS, SOURCES, is_passive
from transforms.events.attribution.sources import is_animate
from transforms.language.clauses import Clauses
from transforms.language.closed_class import closed_class
from transforms.language.parse import Token
from transforms.model import Span

_PARTS: dict[str, Part] = {"V": "verb", "N": "noun", "J": "predicate", "R": "adverb", "I": "preposition"}
_CONDITIONS = closed_class("conditional")
_LIGHT_OBJECTS = closed_class("light_object")
_OUT_OF = closed_class("out_of_whom")
_STOPS = frozenset({",", "?", "!", "—", "–", "…", "..."})
_THAT = frozenset({"that"})


def drafts_of(clauses: Clauses, table: CueTable) -> list[StatementDraft]:
    """Return a draft for every cue of a text, in text order; some still without content."""
    found: list[StatementDraft] = []
    for token in clauses.tokens:
        part, cues = _entries(clauses, token, table)
        draft = _FINDERS[part](clauses, token.i, cues, table) if cues else None
        if draft is None and part == "verb" and token.tag == "VBN":
            # "is convinced that …": a participle may be an attitude as well.
            draft = _predicate(clauses, token.i, table.by_lemma.get(("predicate", token.text.lower()), ()), table)
        if draft is not None:
            found.append(draft)
    return found


def _entries(clauses: Clauses, token: Token, table: CueTable) -> tuple[Part, tuple[Cue, ...]]:
    """Return the rules' entries for a word: a verb with its particle first ("lay out"), then alone."""
    by_lemma, lemma = table.by_lemma, token.lemma.lower()
    part = "punctuation" if token.text == ":" else _PARTS.get(token.tag[:1])
    if part is None:
        return "verb", ()
    if part == "preposition":
        if lemma == "accord":
            return part, by_lemma.get((part, "according to"), ())
        return "source phrase", by_lemma.get(("source phrase", lemma), ())
    if source_phrases.is_so_called(clauses, token.i):
        return "adjective", by_lemma.get(("adjective", "so-called"), ())
    if part == "verb":
        if token.text.lower() == "according":
            return "preposition", by_lemma.get(("preposition", "according to"), ())
        for word in _companions(clauses, token.i):
            cues = by_lemma.get((part, _with(clauses, token.i, word)))
            if cues is not None:
                return part, cues
    cues = by_lemma.get((part, lemma))
    if cues is None and part in ("verb", "predicate"):
        part = "adjective" if token.dep in ("amod", "nmod") and token.head > token.i else "predicate"
        cues = by_lemma.get((part, token.text.lower()))
    return part, cues or ()


def _with(clauses: Clauses, i: int, companion: int) -> str:
    """Return a verb and its companion as the rules write them: lemmas, but particles and adjectives as they stand."""
    other = clauses.tokens[companion]
    return f"{clauses.tokens[i].lemma.lower()} {(other.lemma if other.tag[:1] == 'N' else other.text).lower()}"


def _companions(clauses: Clauses, i: int) -> Iterator[int]:
    """Return the words that may form one cue with a verb: its particle, "it", and what follows ("made it clear")."""
    particle = clauses.particle(i)
    if particle is not None:
        yield particle
    tokens = clauses.tokens
    if i + 1 < len(tokens) and tokens[i + 1].text == "it":
        yield i + 1
    after = i + 2 if i + 1 < len(tokens) and tokens[i + 1].text in _LIGHT_OBJECTS else i + 1
    if after < len(tokens) and tokens[after].tag[:1] in "NJRV":
        yield after
    spoken = clauses.child(i, "dobj", "nsubjpass")
    if spoken is not None and spoken != after:
        yield spoken


def _verb(clauses: Clauses, i: int, cues: tuple[Cue, ...], table: CueTable) -> StatementDraft | None:
    token = clauses.tokens[i]
    if token.dep in ("amod", "compound", "aux", "auxpass"):
        return None
    if clauses.has_word(i, _CONDITIONS, "mark") is not None:
        return None
    source = clauses.agent(i) if is_passive(clauses, i) else _speaker(clauses, i, table)
    quoting = next((cue for cue in cues if "quote" in cue.frames), None)
    behind = quoting is not None and _borders_quotation(clauses, i)
    if behind and source is None:
        # "“We won,” tweeted Olsen": the parser may take the speaker for the object.
        last = clauses.child(i, "dobj", "attr", "oprd")
        source = last if last is not None and clauses.left[last] == i + 1 and is_animate(clauses, last) else None
    for frame, reader in READERS:
        if behind and frame in NOMINAL:
            break
        for cue in cues:
            if frame not in cue.frames:
                continue
            if content := _after_companion(clauses, i, cue, table) if cue.compound else reader(clauses, i, cue, table):
                if frame in SOURCES:
                    source = SOURCES[frame](clauses, i)
                if cue.commitment == "discussed" and _is_unspoken(clauses, i, source):
                    continue
                if source is not None and clauses.tokens[source].text.lower() in table.no_source:
                    continue
                return draft_at(clauses, cue, i, source, content)
    if quoting is None:
        return None
    return draft_at(clauses, quoting, i, source, _rest_of_sentence(clauses, i) if "clause" in quoting.frames else [])


def _after_companion(clauses: Clauses, i: int, cue: Cue, table: CueTable) -> list[Span]:
    """Return the content of a compound cue: "takes issue with the plan", "makes it clear that …"."""
    for word in _companions(clauses, i):
        if cue not in table.by_lemma.get(("verb", _with(clauses, i, word)), ()):
            continue
        for c in (*clauses.children[i], *clauses.children[word]):
            dep, last = clauses.tokens[c].dep, clauses.right[c]
            led = dep == "prep" and clauses.tokens[c].text.lower() in cue.prepositions
            clausal = dep in ("ccomp", "acl", "advcl", "xcomp") and "clause" in cue.frames
            if last > word and (clausal or (led and c > word)):
                return [clauses.between(max(clauses.left[c], word + 1), last)]
    return []


def _is_unspoken(clauses: Clauses, i: int, source: int | None) -> bool:
    """True if nobody is said to have spoken: an infinitive ("came to praise"), a command, "a firm called Heron"."""
    tokens = clauses.tokens
    if tokens[i].tag == "VB":
        return all(tokens[c].tag == "TO" for c in clauses.childs(i, "aux"))
    return source is None and tokens[i].dep == "acl" and tokens[i].tag == "VBN"


def _borders_quotation(clauses: Clauses, i: int) -> bool:
    """True if a quotation ends right before a verb and its subject or opens right behind its object.

    The object is then the hearer, not what is said: "…,” she told the crew", "telling the crew, “…".
    """
    tokens = clauses.tokens
    subject, addressee = clauses.child(i, "nsubj"), clauses.child(i, "dobj", "dative")
    first = i if subject is None else min(i, clauses.left[subject])
    stop = first - 1
    while stop > 0 and tokens[stop].tag == "''":
        stop -= 1
    if stop < first - 1 and tokens[stop].text in _STOPS:
        return True
    if addressee is None or addressee < i:
        return False
    return any(
        tokens[k].text in (",", ":") and tokens[k + 1].tag == "``"
        for k in range(addressee + 1, min(addressee + 3, len(tokens) - 1))
    )


def _speaker(clauses: Clauses, i: int, table: CueTable) -> int | None:
    """Return the subject of a verb; a participle that continues what somebody says has the same speaker."""
    tokens = clauses.tokens
    if going_on(clauses, i):
        for content in clauses.ancestors(i):
            saying = tokens[content].head
            if tokens[content].dep == "ccomp" and content > saying and ("verb", tokens[saying].lemma) in table.by_lemma:
                return clauses.subject(saying)
    return clauses.subject(i)


def _rest_of_sentence(clauses: Clauses, i: int) -> list[Span]:
    """Return what follows "… said" up to the sentence's end, where the parser saw no clause in it."""
    tokens = clauses.tokens
    if tokens[i].lemma != "say" or clauses.child(i, "nsubj") is None:
        return []
    whole = tokens[i].dep in ("ROOT", "conj")
    last = clauses.parse.sentences[tokens[i].sentence].last - 1 if whole else clauses.right[i]
    if i + 3 > last or tokens[i + 1].dep in ("punct", "prep", "advmod", "npadvmod", "prt"):
        return []
    return trimmed(clauses, i + 1, last)


def _noun(clauses: Clauses, i: int, cues: tuple[Cue, ...], _table: CueTable) -> StatementDraft | None:
    """Return the draft of a noun with its content: "the claim that …", "a pledge to …", "criticism of …"."""
    tokens = clauses.tokens
    for cue in cues:
        for c in clauses.childs(i, "acl", "relcl", "ccomp"):
            dep = tokens[c].dep
            clausal = clauses.has_word(c, _THAT, "mark") is not None or (
                dep == "acl" and clauses.is_finite(c) and clauses.child(c, "nsubj") is not None
            )
            infinitive = dep == "acl" and clauses.is_infinitive(c)
            if ("clause" in cue.frames and clausal) or ("infinitive" in cue.frames and infinitive):
                return draft_at(clauses, cue, i, noun_source(clauses, i), [clauses.span(c)])
        if "clause" in cue.frames and tokens[i].dep == "nsubj" and tokens[tokens[i].head].lemma == "be":
            for c in clauses.childs(tokens[i].head, "ccomp"):
                if clauses.has_word(c, _THAT, "mark") is not None:
                    return draft_at(clauses, cue, i, noun_source(clauses, i), [clauses.span(c)])
        if "preposition" in cue.frames:
            source = noun_source(clauses, i)
            for c in clauses.childs(i, "prep"):
                if (
                    source is not None
                    and tokens[c].text.lower() in cue.prepositions
                    and clauses.child(c, "pobj") != source
                ):
                    return draft_at(clauses, cue, i, source, [clauses.span(c)])
    return None


def noun_source(clauses: Clauses, i: int) -> int | None:
    """Whose claim it is: a genitive, "by/from/among …", or the subject of the verb that makes it."""
    tokens = clauses.tokens
    own = clauses.child(i, "poss")
    if own is not None:
        return own
    for c in clauses.childs(i, "prep", "agent"):
        if tokens[c].text.lower() in _OUT_OF and (noun := clauses.child(c, "pobj")) is not None:
            return noun
    head = tokens[i].head
    if tokens[i].dep != "dobj" or tokens[head].tag[:2] != "VB" or is_passive(clauses, head):
        return None
    return clauses.subject(head)


def _predicate(clauses: Clauses, i: int, cues: tuple[Cue, ...], _table: CueTable) -> StatementDraft | None:
    """Return the draft of an attitude after a copula: "is confident that …"."""
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
            return draft_at(clauses, cue, i, source, [clauses.span(c)])
        for c in clauses.childs(i, "prep"):
            if tokens[c].text.lower() in cue.prepositions:
                return draft_at(clauses, cue, i, source, [clauses.span(c)])
    return None


_FINDERS: dict[str, Callable[[Clauses, int, tuple[Cue, ...], CueTable], StatementDraft | None]] = {
    "verb": _verb,
    "predicate": _predicate,
    "noun": _noun,
    "adverb": source_phrases.adverb,
    "adjective": source_phrases.adjective,
    "preposition": source_phrases.according,
    "source phrase": source_phrases.source_phrase,
    "punctuation": source_phrases.colon,
}
