"""Statements in the making, before quotations are given to their speakers."""

from __future__ import annotations

from dataclasses import dataclass, field

from transforms.events.attribution.cues import Cue
from transforms.language.clauses import Clauses
from transforms.model import Span


@dataclass(slots=True)
class StatementDraft:
    """A statement in the making: token indices of cue and source, and the content found so far."""

    cue: Cue
    token: int
    cue_span: Span
    source: int | None
    content: list[Span] = field(default_factory=list)


def draft_at(clauses: Clauses, cue: Cue, i: int, source: int | None, content: list[Span]) -> StatementDraft:
    """Return the draft of a statement whose cue is one token."""
    token = clauses.tokens[i]
    return StatementDraft(cue, i, Span(token.start, token.end), source, content)
