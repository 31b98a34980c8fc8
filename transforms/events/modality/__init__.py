"""Did it happen, as the text presents it?  One judgement for each mention, with the cue that decides.

In: a parse, its mentions and the statements they stand in.  Out: actual, planned, possible, negated, hypothetical or
generic, and whether somebody denies it.  Open `scope.py` first: what governs a word; `clause_cues.py`: its own clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from transforms.events.attribution.cues import reporting_cues
from transforms.events.modality.ahead import DaysAhead
from transforms.events.modality.clause_cues import VERBAL, Factuality
from transforms.events.modality.cues import modal_cues
from transforms.events.modality.scope import FactualityReader
from transforms.language.clauses import Clauses
from transforms.language.parse import Parse
from transforms.model import Judgement, Mention, Span, Statement, TimeExpression


def judge(
    parse: Parse,
    mentions: Sequence[Mention],
    chains: Sequence[tuple[Statement, ...]],
    times: Sequence[TimeExpression] = (),
    published: date | None = None,
) -> tuple[Judgement, ...]:
    """Return one judgement for each mention, in their order; `chains` holds the statements that each stands in.

    What a source asserts is judged as if the article said it; what a source thinks, hopes or fears is possible; what
    has a day after the publication day of its own is planned.
    """
    if not mentions:
        return ()
    clauses = Clauses(parse)
    readings = FactualityReader(clauses, _commitments(clauses, chains))
    ahead = DaysAhead(clauses, times, published)
    judgements = []
    for mention in mentions:
        reading = _unless_in_passing(mention, readings.of(mention.head))
        if reading.modality == "actual" and (day := ahead.of(mention.head)) is not None:
            reading = Factuality("planned", "a day ahead", day)
        judgements.append(_judgement(clauses, mention, reading))
    return tuple(judgements)


def _unless_in_passing(mention: Mention, reading: Factuality) -> Factuality:
    """Return a reading, weakened to possible where the mention is only named in passing."""
    if mention.in_passing and reading.modality == "actual":
        return Factuality("possible", "named in passing", None)
    return reading


def _judgement(clauses: Clauses, mention: Mention, reading: Factuality) -> Judgement:
    cue = None if reading.cue is None else clauses.tokens[reading.cue]
    return Judgement(
        modality=reading.modality,
        rule_id=reading.rule,
        cue=None if cue is None else Span(cue.start, cue.end),
        denied=reading.modality == "negated" and _is_denied(clauses, mention.head, reading),
        averted=reading.rule in modal_cues().averting,
    )


def _is_denied(clauses: Clauses, i: int, reading: Factuality) -> bool:
    """True if a denial negates a word, or a plain "not" in the past or the perfect."""
    table = modal_cues()
    if reading.rule not in table.denying:
        return False
    cue = reading.cue
    if cue is None or ("negator", clauses.tokens[cue].text.lower()) not in table.by_word:
        return True
    verb = i if clauses.tokens[i].tag in VERBAL else clauses.tokens[i].head
    helpers = [clauses.tokens[c] for c in clauses.childs(verb, "aux", "auxpass")]
    if any(h.tag == "MD" for h in helpers):
        return False
    return clauses.tokens[verb].tag == "VBD" or any(h.tag == "VBD" or h.lemma.lower() == "have" for h in helpers)


def _commitments(clauses: Clauses, chains: Sequence[tuple[Statement, ...]]) -> dict[int, Factuality]:
    """For statements that do not assert: the reading of every token at the top of their content, inner ones last."""
    by_id = reporting_cues().by_id
    possible = dict.fromkeys(
        s for chain in chains for s in chain if by_id[s.rule_id].commitment not in ("asserted", "discussed")
    )
    if not possible:
        return {}
    starts = {token.start: token.i for token in clauses.tokens}
    found: dict[int, Factuality] = {}
    for statement in possible:
        cue = starts.get(statement.cue.start)
        reading = Factuality(by_id[statement.rule_id].commitment, statement.rule_id, cue)  # type: ignore[arg-type]
        for span in statement.content:
            for top in _tops(clauses, starts.get(span.start), span):
                if clauses.tokens[top].head != cue:
                    found[top] = reading
    return found


def _tops(clauses: Clauses, i: int | None, span: Span) -> Iterator[int]:
    """Return the tokens of a span, from token `i` on, whose heads lie outside it."""
    tokens = clauses.tokens
    while i is not None and i < len(tokens) and tokens[i].end <= span.end:
        top = i
        while (head := tokens[top].head) != top and span.start <= tokens[head].start and tokens[head].end <= span.end:
            top = head
        yield top
        i = max(clauses.right[top], i) + 1
