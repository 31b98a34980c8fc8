"""Which words a cue covers, read from the syntax around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from transforms.events.clauses import Clauses
from transforms.events.reporting_cues import Cue, CueTable, Part
from transforms.model import Span

_PARTS: dict[str, Part] = {"V": "verb", "N": "noun", "J": "adjective", "R": "adverb"}
_COMPLEMENTIZERS = frozenset({"that", "whether", "if", "how", "why"})
_NOT_SOURCES = frozenset(
    "age ability custom habit height law merit need practice rank rule schedule size standards taste time tradition weight".split()
)
_DIRECT = frozenset({"ccomp", "xcomp"})


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
            continue
        if token.text in ("according", "According"):
            found.extend(_according(clauses, token.i, by_lemma["preposition", "according to"][0]))
            continue
        cues = by_lemma.get((part, token.lemma.lower()))
        if cues is None and part in ("verb", "adjective"):
            part = "adjective" if token.dep in ("amod", "nmod") else "predicate"
            cues = by_lemma.get((part, token.text.lower()))
        if cues is None:
            continue
        draft = _FINDERS[part](clauses, token.i, cues)
        if draft is not None:
            found.append(draft)
    return found


def _verb(clauses: Clauses, i: int, cues: tuple[Cue, ...]) -> Draft | None:
    tokens = clauses.tokens
    if tokens[i].dep in ("amod", "compound") or tokens[i].text in ("Said", "Found") and tokens[i].entity:
        return None
    source = clauses.agent(i) if is_passive(clauses, i) else clauses.subject(i)
    draft = Draft(cues[0], i, Span(tokens[i].start, tokens[i].end), source)
    for frame, reader in _FRAMES:
        for cue in cues:
            if frame in cue.frames and (content := reader(clauses, i, cue)):
                draft.cue, draft.content = cue, content
                return draft
    for cue in cues:
        if cue.prepositions and (content := _after_preposition(clauses, i, cue)):
            draft.cue, draft.content = cue, content
            return draft
    quoting = next((cue for cue in cues if "quote" in cue.frames), None)
    if quoting is None:
        return None
    draft.cue = quoting
    return draft


def is_passive(clauses: Clauses, i: int) -> bool:
    """Whether a verb is passive, a bare participle after its noun included."""
    if clauses.child(i, "auxpass", "nsubjpass", "agent") is not None:
        return True
    token = clauses.tokens[i]
    return token.tag == "VBN" and token.dep in ("acl", "advcl") and clauses.child(i, "aux", "nsubj") is None


def _clause(clauses: Clauses, i: int, cue: Cue) -> list[Span]:
    """A finite complement, before or after; the clause that a parenthesis ("…, he said, …") interrupts; "said in a letter that"."""
    tokens = clauses.tokens
    content: list[Span] = []
    for c in clauses.childs(i, "ccomp"):
        if not clauses.is_infinitive(c):
            content += _without(clauses, c, i)
    if tokens[i].dep == "parataxis" or (tokens[i].dep in ("dep", "ccomp", "advcl") and _is_parenthesis(clauses, i)):
        content += _without(clauses, tokens[i].head, i)
    if content:
        return content
    for noun in _nouns_below(clauses, i):
        for c in clauses.childs(noun, "acl", "relcl"):
            if clauses.has_word(c, _COMPLEMENTIZERS, "mark") is not None:
                return [clauses.span(c)]
    if is_passive(clauses, i):
        for c in clauses.childs(i, "xcomp", "oprd"):
            subject = clauses.child(i, "nsubjpass")
            if clauses.is_infinitive(c):
                return ([clauses.span(subject)] if subject is not None else []) + [clauses.span(c)]
    return []


def _is_parenthesis(clauses: Clauses, i: int) -> bool:
    """Whether a cue stands between commas with its subject and little else, inside the clause that it hangs on."""
    if clauses.child(i, "nsubj") is None or clauses.child(i, "mark", "advmod") is not None:
        return False
    left, right = clauses.left[i], clauses.right[i]
    if right - left > 12 or left == 0:
        return False
    return clauses.tokens[left - 1].text in (",", "—", "–") or clauses.tokens[left].text in (",", "—", "–")


def _without(clauses: Clauses, i: int, cut: int) -> list[Span]:
    """The extent of a clause, without the cue and what hangs on it where they lie inside."""
    left, right = clauses.left[i], clauses.right[i]
    first, last = clauses.left[cut], clauses.right[cut]
    if first <= left and right <= last:
        # The clause hangs on the cue: keep it whole unless a crossing parse put the cue inside.
        if not left <= cut <= right:
            return [clauses.between(left, right)]
        first = last = cut
    pieces = [(left, first - 1), (last + 1, right)]
    tokens = clauses.tokens
    spans = []
    for a, b in pieces:
        while a <= b and tokens[a].dep == "punct" and tokens[a].text in ",.;—–-":
            a += 1
        while b >= a and tokens[b].dep == "punct" and tokens[b].text in ",.;—–-":
            b -= 1
        if a <= b:
            spans.append(clauses.between(a, b))
    return spans


def _nouns_below(clauses: Clauses, i: int) -> Iterator[int]:
    for c in clauses.childs(i, "dobj", "prep"):
        if clauses.tokens[c].dep == "dobj":
            yield c
        else:
            yield from clauses.childs(c, "pobj")


def _infinitive(clauses: Clauses, i: int, cue: Cue) -> list[Span]:
    """ "to …", with the one who is to do it: "urged farmers to …"."""
    tokens = clauses.tokens
    for c in clauses.childs(i, "xcomp", "ccomp", "advcl"):
        if clauses.is_infinitive(c) and (tokens[c].dep != "advcl" or cue.part == "noun"):
            first = clauses.left[c]
            addressee = clauses.child(i, "dobj", "nsubjpass")
            if addressee is not None and (i < addressee < c or tokens[addressee].dep == "nsubjpass"):
                return _joined(clauses, addressee, c)
            return [clauses.between(first, clauses.right[c])]
    return []


def _joined(clauses: Clauses, first: int, second: int) -> list[Span]:
    if clauses.right[first] < clauses.left[second]:
        if clauses.right[first] + 1 == clauses.left[second]:
            return [clauses.between(clauses.left[first], clauses.right[second])]
        return [clauses.span(first), clauses.span(second)]
    return [clauses.span(second)]


def _gerund(clauses: Clauses, i: int, cue: Cue) -> list[Span]:
    for c in clauses.childs(i, "xcomp", "ccomp", "pcomp"):
        if clauses.tokens[c].tag == "VBG":
            return [clauses.span(c)]
    return []


def _object(clauses: Clauses, i: int, cue: Cue) -> list[Span]:
    spoken_of = clauses.child(i, "dobj")
    if spoken_of is None and clauses.child(i, "agent") is not None:
        spoken_of = clauses.child(i, "nsubjpass")
    return [] if spoken_of is None or clauses.tokens[spoken_of].tag in ("WP", "WDT") else [clauses.span(spoken_of)]


def _naming(clauses: Clauses, i: int, cue: Cue) -> list[Span]:
    """ "called it a triumph": what is named and its name."""
    tokens = clauses.tokens
    for c in clauses.childs(i, "oprd", "ccomp", "xcomp"):
        if c > i and not clauses.is_finite(c) and not clauses.is_infinitive(c) and tokens[c].tag != "VBG":
            named = clauses.child(i, "dobj", "nsubjpass")
            return _joined(clauses, named, c) if named is not None else [clauses.span(c)]
    return []


def _predicate(clauses: Clauses, i: int, cues: tuple[Cue, ...]) -> Draft | None:
    """ "is confident that …"."""
    tokens = clauses.tokens
    if tokens[i].dep not in ("acomp", "ROOT", "conj", "oprd", "ccomp", "relcl", "advcl"):
        return None
    verb = tokens[i].head if tokens[i].dep in ("acomp", "oprd") else i
    source = clauses.subject(verb)
    cue = cues[0]
    for c in clauses.childs(i, "ccomp", "xcomp"):
        return Draft(cue, i, Span(tokens[i].start, tokens[i].end), source, [clauses.span(c)])
    for c in clauses.childs(i, "prep"):
        if tokens[c].text.lower() in cue.prepositions:
            return Draft(cue, i, Span(tokens[i].start, tokens[i].end), source, [clauses.span(c)])
    return None


def _as(clauses: Clauses, i: int, cue: Cue) -> list[Span]:
    tokens = clauses.tokens
    for c in clauses.childs(i, "prep"):
        if tokens[c].text.lower() == "as" and c > i:
            described = clauses.child(i, "dobj", "nsubjpass")
            if described is None:
                return [clauses.span(c)]
            return _joined(clauses, described, c)
    return []


def _after_preposition(clauses: Clauses, i: int, cue: Cue) -> list[Span]:
    tokens = clauses.tokens
    for c in clauses.childs(i, "prep"):
        if tokens[c].text.lower() in cue.prepositions:
            told = clauses.child(i, "dobj")
            return _joined(clauses, told, c) if told is not None and told < c else [clauses.span(c)]
    told = clauses.child(i, "dobj", "nsubjpass")
    if told is not None:
        for c in clauses.childs(told, "prep"):
            if tokens[c].text.lower() in cue.prepositions and clauses.child(c, "pcomp") is not None:
                return [clauses.span(told)]
    return []


_FRAMES = (
    ("clause", _clause),
    ("infinitive", _infinitive),
    ("gerund", _gerund),
    ("as", _as),
    ("naming", _naming),
    ("object", _object),
)


def _noun(clauses: Clauses, i: int, cues: tuple[Cue, ...]) -> Draft | None:
    tokens = clauses.tokens
    for cue in cues:
        for c in clauses.childs(i, "acl", "relcl", "ccomp"):
            clausal = clauses.has_word(c, frozenset({"that"}), "mark") is not None
            infinitive = tokens[c].dep == "acl" and clauses.is_infinitive(c)
            if ("clause" in cue.frames and clausal) or ("infinitive" in cue.frames and infinitive):
                source = noun_source(clauses, i)
                return Draft(cue, i, Span(tokens[i].start, tokens[i].end), source, [clauses.span(c)])
    return None


def noun_source(clauses: Clauses, i: int) -> int | None:
    """Whose claim it is: a genitive, "by/from/of …", or the subject of the verb that makes it."""
    tokens = clauses.tokens
    own = clauses.child(i, "poss")
    if own is not None:
        return own
    for c in clauses.childs(i, "prep", "agent"):
        if tokens[c].text.lower() in ("by", "from", "of", "among") and (noun := clauses.child(c, "pobj")) is not None:
            return noun
    if tokens[i].dep == "dobj":
        return clauses.subject(tokens[i].head)
    return None


def _adverb(clauses: Clauses, i: int, cues: tuple[Cue, ...]) -> Draft | None:
    tokens = clauses.tokens
    head = tokens[i].head
    if head == i:
        return None
    pieces = _without(clauses, head, i)
    return Draft(cues[0], i, Span(tokens[i].start, tokens[i].end), None, pieces) if pieces else None


def _adjective(clauses: Clauses, i: int, cues: tuple[Cue, ...]) -> Draft | None:
    tokens = clauses.tokens
    noun = tokens[i].head
    if noun == i or tokens[i].dep not in ("amod", "nmod") or noun < i:
        return None
    return Draft(cues[0], i, Span(tokens[i].start, tokens[i].end), None, [clauses.between(i + 1, max(noun, i + 1))])


def _according(clauses: Clauses, i: int, cue: Cue) -> Iterator[Draft]:
    tokens = clauses.tokens
    to = clauses.child(i, "prep")
    if to is None or tokens[to].text != "to":
        return
    source = clauses.child(to, "pobj", "pcomp")
    if source is None or tokens[source].lemma.lower() in _NOT_SOURCES:
        return
    pieces = _without(clauses, tokens[i].head, i)
    if pieces and tokens[i].head != i:
        yield Draft(cue, i, clauses.between(i, to), source, pieces)


_FINDERS = {"verb": _verb, "predicate": _predicate, "noun": _noun, "adverb": _adverb, "adjective": _adjective}
