"""Who says what?

In: a parse.  Out: the statements of a text, each with its source, its cue and the words that it covers, nested.
Open `cue_finder.py` first: from a cue to its content.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transforms.events.attribution.cue_finder import drafts_of
from transforms.events.attribution.cues import reporting_cues
from transforms.events.attribution.drafts import StatementDraft
from transforms.events.attribution.quotations import find_paragraphs
from transforms.events.attribution.quote_attribution import Quoting
from transforms.events.attribution.sources import Names, source_extent
from transforms.language.clauses import Clauses
from transforms.language.closed_class import closed_class
from transforms.language.parse import Parse
from transforms.model import Span, Statement

_OWN_VOICE = closed_class("own_voice")


_DEEPEST = 32
"""More statements within statements than anybody writes; it bounds the work on hostile text."""


def find_statements(parse: Parse) -> tuple[Statement, ...]:
    """All statements of a text in the order of their cues, those inside others too.

    What the article's own "I" or "we" says, thinks or wants is the article's voice and no statement; inside a
    quotation it is the speaker's.
    """
    if not parse.tokens:
        return ()
    clauses = Clauses(parse)
    drafts = drafts_of(clauses, reporting_cues())
    quoting = Quoting(clauses, drafts, find_paragraphs(parse.text))
    quoting.attach()
    names = Names(clauses)
    found = []
    own_voice = []
    for draft in sorted(drafts, key=lambda d: d.cue_span.start):
        statement = _finished(clauses, names, draft)
        if statement is None:
            continue
        found.append(statement)
        if draft.source is not None and _is_own_voice(clauses, draft.source):
            own_voice.append(statement)
    inside = _holders([s.cue for s in own_voice], found)
    unspoken = {id(s) for s, holding in zip(own_voice, inside, strict=True) if not holding}
    return tuple(s for s in found if id(s) not in unspoken)


def _is_own_voice(clauses: Clauses, source: int) -> bool:
    """True if "I", "we" or "one" speaks; "one of the officers" is somebody else."""
    return clauses.tokens[source].text.lower() in _OWN_VOICE and clauses.child(source, "prep", "relcl") is None


def outermost(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Those whose cue lies in no other statement's content, in text order."""
    found = sorted(statements, key=lambda s: s.cue.start)
    holders = _holders([s.cue for s in found], found)
    return tuple(s for s, holding in zip(found, holders, strict=True) if not any(h is not s for h in holding))


def chain_of(span: Span, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements a span stands in, outermost first; a cue does not stand in its own statement.

    Where a source only speaks about something ("criticized the raid") or wants it, or where nobody is said to expect
    it ("is expected to"), the article itself says it, and such statements are not part of the chain.
    """
    return chains_of((span,), tuple(statements))[0]


def chains_of(spans: Sequence[Span], statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], ...]:
    """Return the chain of each span, all in one pass over the text."""
    by_id = reporting_cues().by_id
    asserting = []
    for s in statements:
        commitment = by_id[s.rule_id].commitment
        if commitment == "asserted" or (commitment != "discussed" and s.source is not None):
            asserting.append(s)
    breadth = {id(s): (-sum(part.end - part.start for part in s.content), s.cue.start) for s in asserting}
    return tuple(
        tuple(sorted((s for s in holding if not s.cue.meets(span)), key=lambda s: breadth[id(s)]))
        for span, holding in zip(spans, _holders(spans, asserting), strict=True)
    )


def _holders(spans: Sequence[Span], statements: Sequence[Statement]) -> list[list[Statement]]:
    """For each span, the statements of which a piece of content holds it; a sweep from left to right."""
    pieces = sorted(
        ((part.start, part.end, k) for k, s in enumerate(statements) for part in s.content), key=lambda piece: piece[0]
    )
    found: list[list[Statement]] = [[] for _ in spans]
    active: list[tuple[int, int, int]] = []
    following = 0
    for n in sorted(range(len(spans)), key=lambda n: spans[n].start):
        start, end = spans[n].start, spans[n].end
        while following < len(pieces) and pieces[following][0] <= start:
            active.append(pieces[following])
            following += 1
        active = [piece for piece in active if piece[1] > start][:_DEEPEST]
        found[n] = [statements[k] for _, last, k in active if last >= end]
    return found


def _finished(clauses: Clauses, names: Names, draft: StatementDraft) -> Statement | None:
    """Return the statement of a draft, or `None` if nothing was found for it to cover."""
    content = _merged(clauses.parse.text, draft.content, draft.cue_span)
    if not content:
        return None
    source = draft.source
    return Statement(
        source=None if source is None else source_extent(clauses, source, draft.token),
        source_kind="unnamed" if source is None else names.kind(source),
        source_name=None if source is None else names.of_source(source),
        cue=draft.cue_span,
        content=content,
        rule_id=draft.cue.id,
    )


def _merged(text: str, spans: list[Span], cue: Span) -> tuple[Span, ...]:
    """Spans in order, those that meet or that only white space parts made one, without the cue."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda s: s.start):
        pieces = [span]
        if span.meets(cue):
            pieces = [
                Span(a, b) for a, b in ((span.start, cue.start), (cue.end, span.end)) if a < b and text[a:b].strip()
            ]
        for piece in pieces:
            if joined and not text[joined[-1].end : piece.start].strip():
                joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
            else:
                joined.append(piece)
    return tuple(joined)
