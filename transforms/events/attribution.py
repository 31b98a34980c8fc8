"""Who says what: the statements of a text, each with its source, its cue and the words that it covers."""

from __future__ import annotations

from collections.abc import Iterable

from transforms.events.clauses import Clauses
from transforms.events.contents import Draft, drafts_of
from transforms.events.quotes import find_paragraphs
from transforms.events.quoting import Quoting
from transforms.events.reporting_cues import reporting_cues
from transforms.events.sources import Names, source_extent, source_kind
from transforms.language import Parse
from transforms.model import Span, Statement

_OWN_VOICE = frozenset({"i", "we", "you", "me", "us", "one"})


def rules_version() -> str:
    """A short hash of the rule file."""
    return reporting_cues().version


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
    for draft in drafts:
        if draft.source is not None and clauses.tokens[draft.source].text.lower() in _OWN_VOICE:
            if not quoting.quoted(draft.cue_span):
                continue
        statement = _finished(clauses, names, draft)
        if statement is not None:
            found.append(statement)
    return tuple(found)


def outermost(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Those whose cue lies in no other statement's content."""
    found = tuple(statements)
    spans = sorted((span.start, span.end, k) for k, statement in enumerate(found) for span in statement.content)
    kept = []
    for k, statement in sorted(enumerate(found), key=lambda pair: pair[1].cue.start):
        if not any(a <= statement.cue.start and statement.cue.end <= b and j != k for a, b, j in spans):
            kept.append(statement)
    return tuple(kept)


def chain_of(span: Span, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements that tell of a span, outermost first; a cue does not stand in its own statement.

    Where a source only speaks about something ("criticized the raid"), the article itself tells it: such statements
    are no part of the chain.
    """
    by_id = reporting_cues().by_id
    holding = [
        s
        for s in statements
        if any(part.holds(span) for part in s.content)
        and not s.cue.meets(span)
        and by_id[s.rule_id].commitment != "discussed"
    ]
    return tuple(sorted(holding, key=lambda s: (-sum(p.end - p.start for p in s.content), s.cue.start)))


def _finished(clauses: Clauses, names: Names, draft: Draft) -> Statement | None:
    """The statement of a draft, or None where nothing was found for it to cover."""
    content = _merged(clauses.parse.text, draft.content, draft.cue_span)
    if not content:
        return None
    source = draft.source
    return Statement(
        source=None if source is None else source_extent(clauses, source, draft.token),
        source_kind="unnamed" if source is None else source_kind(clauses, source),
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
            if joined and piece.start <= joined[-1].end:
                joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
            else:
                joined.append(piece)
    return tuple(joined)
