"""Where a verb's content stands: clause, infinitive, object …, each read from the syntax around the verb.

Every reader takes the verb's index and gives the spans of the content, none where the frame is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from transforms.events.attribution.content_spans import trimmed, until_other_voice, without
from transforms.events.attribution.cues import Cue, CueTable
from transforms.events.attribution.sources import kinds_of_nouns
from transforms.language.clauses import Clauses
from transforms.language.closed_class import closed_class
from transforms.model import Span

_WHETHER = closed_class("whether")
_COMPLEMENTIZERS = closed_class("complementizer")
_ADDRESSING = closed_class("addressing")
_OCCASIONS = closed_class("occasion")
_MARKS = frozenset({'"', "“", "``", "''"})
_SEEMING = frozenset({"xcomp", "ccomp", "oprd", "acomp", "attr", "advcl"})
_SHORT = 12
"""A parenthesis ("…, the minister said on Monday, …") has few words."""


def is_passive(clauses: Clauses, i: int) -> bool:
    """True if a verb is passive, a bare participle after its noun included."""
    if clauses.child(i, "auxpass", "nsubjpass", "agent") is not None:
        return True
    token = clauses.tokens[i]
    return token.tag == "VBN" and token.dep in ("acl", "advcl") and clauses.child(i, "aux", "nsubj") is None


def joined(clauses: Clauses, first: int, second: int) -> list[Span]:
    """Two phrases as one span where they stand side by side, else as two."""
    if clauses.right[first] >= clauses.left[second]:
        return [clauses.span(second)]
    if clauses.right[first] + 1 == clauses.left[second]:
        return [clauses.between(clauses.left[first], clauses.right[second])]
    return [clauses.span(first), clauses.span(second)]


def _clause(clauses: Clauses, i: int, _cue: Cue, table: CueTable) -> list[Span]:
    """Return a finite complement, or the clause around a parenthesis; "wrote in a letter that"; "is said to"."""
    tokens = clauses.tokens
    content: list[Span] = []
    for c in clauses.childs(i, "ccomp"):
        beside = clauses.right[c] + 1 if clauses.right[c] < i else clauses.left[c] - 1
        if tokens[beside].text == ";":
            continue
        if clauses.is_finite(c) or not clauses.is_infinitive(c):
            content += until_other_voice(clauses, c, i, table)
    if _is_parenthesis(clauses, i, bool(content)):
        content += without(clauses, tokens[i].head, i)
    if content:
        return content
    for noun in _nouns_below(clauses, i):
        for c in clauses.childs(noun, "acl", "relcl"):
            if clauses.has_word(c, _COMPLEMENTIZERS, "mark") is not None:
                return [clauses.span(c)]
    if is_passive(clauses, i):
        for c in clauses.childs(i, "xcomp", "oprd"):
            if clauses.is_infinitive(c):
                subject = clauses.child(i, "nsubjpass")
                return ([clauses.span(subject)] if subject is not None else []) + [clauses.span(c)]
    return []


def _is_parenthesis(clauses: Clauses, i: int, complete: bool) -> bool:
    """True if a cue with its subject and little else interrupts or follows the clause it hangs on ("as … said" too)."""
    tokens = clauses.tokens
    dep = tokens[i].dep
    if dep == "parataxis":
        return clauses.child(i, "nsubj") is not None or not complete
    if complete or clauses.right[i] - clauses.left[i] > _SHORT:
        return False
    if dep == "advcl" and clauses.has_word(i, frozenset({"as"})) is not None:
        complement = clauses.child(i, "dobj", "xcomp")
        return complement is None or tokens[complement].text == "it"
    if dep not in ("dep", "ccomp", "advcl") or clauses.child(i, "nsubj") is None:
        return False
    if clauses.child(i, "mark", "advmod") is not None or clauses.left[i] == 0:
        return False
    left = clauses.left[i]
    return tokens[left - 1].text in (",", "—", "–") or tokens[left].text in (",", "—", "–")


def _nouns_below(clauses: Clauses, i: int) -> Iterator[int]:
    for c in clauses.childs(i, "dobj", "prep"):
        if clauses.tokens[c].dep == "dobj":
            yield c
        else:
            yield from clauses.childs(c, "pobj")


def _infinitive(clauses: Clauses, i: int, _cue: Cue, _table: CueTable) -> list[Span]:
    """Return an infinitive with the one who is to act: "urged farmers to …", "called on farmers to …"."""
    tokens = clauses.tokens
    for c in clauses.childs(i, "xcomp", "ccomp", "advcl"):
        if c < i or not clauses.is_infinitive(c):
            continue
        if tokens[c].dep == "advcl" and clauses.has_word(c, frozenset({"for"}), "mark") is None:
            continue
        addressee = clauses.child(i, "dobj", "nsubjpass")
        if addressee is None and (on := clauses.has_word(i, _ADDRESSING, "prep")) is not None:
            addressee = clauses.child(on, "pobj")
        if addressee is not None and (i < addressee < c or tokens[addressee].dep == "nsubjpass"):
            return joined(clauses, addressee, c)
        return [clauses.span(c)]
    return []


def _question(clauses: Clauses, i: int, _cue: Cue, _table: CueTable) -> list[Span]:
    """Return what is asked: "asked the guard if …", which parsers take for a condition."""
    for c in clauses.childs(i, "advcl"):
        if c > i and clauses.has_word(c, _WHETHER, "mark") is not None:
            return [clauses.span(c)]
    return []


def _gerund(clauses: Clauses, i: int, _cue: Cue, _table: CueTable) -> list[Span]:
    for c in clauses.childs(i, "xcomp", "ccomp", "pcomp"):
        if clauses.tokens[c].tag == "VBG":
            return [clauses.span(c)]
    return []


def _object(clauses: Clauses, i: int, cue: Cue, _table: CueTable) -> list[Span]:
    """Return the object, without a clause after a comma; for a passive with a named agent, its subject."""
    spoken_of = clauses.child(i, "dobj")
    if spoken_of is None and is_passive(clauses, i):
        spoken_of = clauses.child(i, "nsubjpass")
    if spoken_of is None and clauses.tokens[i].dep == "relcl" and clauses.child(i, "nsubj") is not None:
        return _spoken_of_before(clauses, i)
    if spoken_of is None or clauses.tokens[spoken_of].tag in ("WP", "WDT"):
        return []
    if cue.indefinite and clauses.is_definite(spoken_of):
        return []
    if cue.documents and kinds_of_nouns().get(clauses.tokens[spoken_of].lemma.lower()) != "document":
        return []
    last = clauses.right[spoken_of]
    for c in clauses.childs(spoken_of, "relcl"):
        if c > spoken_of and clauses.tokens[clauses.left[c] - 1].text == ",":
            last = min(last, clauses.left[c] - 1)
    last = max(last, spoken_of)
    for c in clauses.childs(i, "prep"):
        # What somebody is praised or blamed for is part of it: "thanked the crew for staying".
        if clauses.left[c] == last + 1 and clauses.tokens[c].text == "for" and clauses.child(c, "pcomp") is not None:
            last = clauses.right[c]
    return trimmed(clauses, clauses.left[spoken_of], last)


def _spoken_of_before(clauses: Clauses, i: int) -> list[Span]:
    """Return the antecedent of a relative clause without an object of its own: "the plan that the mayor praised"."""
    noun, first = clauses.tokens[i].head, clauses.left[i]
    leading = clauses.child(i, "nsubj")
    if leading is None or clauses.tokens[leading].tag in ("WP", "WDT") or clauses.child(i, "ccomp", "xcomp", "prep"):
        return []
    return trimmed(clauses, clauses.left[noun], first - 1) if noun < first else []


def _naming(clauses: Clauses, i: int, _cue: Cue, _table: CueTable) -> list[Span]:
    """Return what is named, with its name: "called it a triumph"."""
    tokens = clauses.tokens
    for c in clauses.childs(i, "oprd", "ccomp", "xcomp"):
        if c > i and not clauses.is_finite(c) and not clauses.is_infinitive(c) and tokens[c].tag != "VBG":
            named = clauses.child(i, "dobj", "nsubjpass")
            return joined(clauses, named, c) if named is not None else [clauses.span(c)]
    last = min(clauses.right[i], i + _SHORT)
    if any(tokens[k].text in _MARKS for k in range(i + 2, last)):
        # The name stands in quotation marks, and the parser took it for a part of what is named.
        return trimmed(clauses, i + 1, clauses.right[i])
    return []


def _as(clauses: Clauses, i: int, _cue: Cue, _table: CueTable) -> list[Span]:
    c = clauses.has_word(i, frozenset({"as"}), "prep")
    if c is None or c < i:
        return []
    described = clauses.child(i, "dobj", "nsubjpass")
    return [clauses.span(c)] if described is None else joined(clauses, described, c)


def _preposition(clauses: Clauses, i: int, cue: Cue, _table: CueTable) -> list[Span]:
    """Return a prepositional complement that nothing else precedes: "talked about the flood"."""
    if clauses.child(i, "dobj", "nsubjpass") is not None:
        return []
    particle = clauses.particle(i)
    for head in (i,) if particle is None else (i, particle):
        for c in clauses.childs(head, "prep"):
            if clauses.tokens[c].text.lower() in cue.prepositions:
                return [clauses.span(c)]
    return []


def _addressee(clauses: Clauses, i: int, cue: Cue, _table: CueTable) -> list[Span]:
    """Return a prepositional complement after an addressee: "accused the airline of hiding it"."""
    tokens = clauses.tokens
    theme = clauses.child(i, "dobj", "nsubjpass")
    if theme is None:
        return []
    for c in clauses.childs(i, "prep"):
        if tokens[c].text.lower() in cue.prepositions:
            return joined(clauses, theme, c) if theme < c else [clauses.span(c)]
    for c in clauses.childs(theme, "prep"):
        verbal = clauses.child(c, "pcomp") is not None or cue.commitment != "discussed"
        if verbal and tokens[c].text.lower() in cue.prepositions:
            return [clauses.span(theme)]
    return []


def _seeming(clauses: Clauses, i: int, _cue: Cue, _table: CueTable) -> list[Span]:
    """Return what seems so: the clause without the verb that says it only seems."""
    tokens = clauses.tokens
    if not clauses.is_finite(i) or not any(tokens[c].dep in _SEEMING and c > i for c in clauses.children[i]):
        return []
    first, last = clauses.left[i], clauses.right[i]
    subject = clauses.child(i, "nsubj", "expl", "csubj")
    if subject is not None:
        first = clauses.left[subject]
    return [*trimmed(clauses, first, i - 1), *trimmed(clauses, i + 1, last)]


def _sensing(clauses: Clauses, i: int, cue: Cue, table: CueTable) -> list[Span]:
    """How something looks or sounds: "the mayor sounded tired"; "looks to win" is another sense."""
    if clauses.child(i, "acomp", "oprd") is None and clauses.has_word(i, frozenset({"like"}), "prep") is None:
        return []
    return _seeming(clauses, i, cue, table)


def _experiencer(clauses: Clauses, i: int, _cue: Cue, _table: CueTable) -> list[Span]:
    """Return what moves somebody: "the verdict angered the miners", "the miners were angered by the verdict"."""
    if clauses.child(i, "nsubjpass") is not None:
        by = clauses.child(i, "agent")
        if by is None:
            by = clauses.has_word(i, _OCCASIONS, "prep")
        return [] if by is None else [clauses.span(by)]
    moved, mover = clauses.child(i, "dobj"), clauses.child(i, "nsubj", "csubj")
    if moved is None or mover is None or clauses.tokens[mover].tag in ("WP", "WDT"):
        return []
    return [clauses.span(mover)]


def _none(_clauses: Clauses, _i: int) -> int | None:
    return None


def _moved(clauses: Clauses, i: int) -> int | None:
    return clauses.child(i, "dobj", "nsubjpass")


Reader = Callable[[Clauses, int, Cue, CueTable], list[Span]]

READERS: tuple[tuple[str, Reader], ...] = (
    ("seeming", _seeming),
    ("sensing", _sensing),
    ("experiencer", _experiencer),
    ("clause", _clause),
    ("question", _question),
    ("infinitive", _infinitive),
    ("gerund", _gerund),
    ("as", _as),
    ("naming", _naming),
    ("object", _object),
    ("preposition", _preposition),
    ("addressee", _addressee),
)
"""The frames of a verb, the one that decides first where a verb has more."""

SOURCES: dict[str, Callable[[Clauses, int], int | None]] = {"seeming": _none, "sensing": _none, "experiencer": _moved}
"""Frames in which the source is not the one who does what the verb says."""

NOMINAL = frozenset({"as", "naming", "object", "preposition", "addressee"})
"""Frames of a noun: behind a quotation it is the hearer ("…,” she told the crew")."""
