"""What people decided of rows, while the candidate is built: rows as decided, and what became of each decision.

    decide_rows(con)       after event_fact: its rows as decided; temp table decided_bound
    decide_levels(con)     after selection: the level that people gave; temp table decision_outcome

What dateline says itself stays in core: a decision that is taken back leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.decisions.dates import decided_when
from transforms.decisions.nearest import nearest
from transforms.decisions.rows import COLUMNS, Row, decided_row, level_of, said, why_without_effect
from transforms.decisions.standing import by_event, holding, standing, undone
from transforms.decisions.ties import agree
from transforms.decisions.values import ARTICLE_ACTIONS, EVENT_ACTIONS, GROUP_ACTIONS, Decision, MentionRef
from warehouse.decisions.file import stored_decisions
from warehouse.decisions.targets import Targets, candidates, find_targets, mention_ties
from warehouse.intake.value_columns import value_columns
from warehouse.storage.run_log import utc
from warehouse.storage.statements import dict_rows, stage, statement


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row of the published table `decision`."""

    decision_id: str
    decided_at: datetime
    who: str
    action: str
    target: str | None
    value: str | None
    why: str | None
    undone: bool
    applied: bool
    reason: str | None = None
    overruled_by: str | None = None
    said: str | None = None
    event_id: str | None = None
    mention_id: str | None = None
    article_id: str | None = None
    nearest: tuple[str, ...] = ()


_TYPES: Mapping[str, Any] = {
    "str": pa.string(), "str | None": pa.string(), "bool": pa.bool_(), "datetime": pa.timestamp("us"),
    "tuple[str, ...]": pa.list_(pa.string()),
}  # fmt: skip
_SCHEMA = pa.schema([(f.name, _TYPES[str(f.type)]) for f in fields(Outcome)])
_ROW = {
    "str": pa.string(), "bool": pa.bool_(), "date": pa.date32(), "float": pa.float64(), "int": pa.int64(),
    "tuple[str, ...]": pa.list_(pa.string()),
}  # fmt: skip
_ROW_SCHEMA = pa.schema([(f.name, _ROW.get(str(f.type).removesuffix(" | None"), pa.string())) for f in fields(Row)])
_BOUND = pa.schema(
    [("event_id", pa.string()), ("bound", pa.string()), ("value", pa.date32()), ("mention_id", pa.string()),
     ("rule_id", pa.string())]
)  # fmt: skip
_LEVEL = pa.schema([(name, pa.string()) for name in ("event_id", "level", "reason", "decision_id")])


@dataclass
class _Found:
    """What is known of the decisions while the candidate is built."""

    decisions: Sequence[Decision]
    targets: Targets
    event_of: dict[str, str] = field(default_factory=dict)
    """By mention."""
    outcomes: dict[str, Outcome] = field(default_factory=dict)


def decide_rows(con: DuckDBPyConnection) -> None:
    """Put rows as people decided them in the place of those of event_fact."""
    decisions = stored_decisions(con)
    found = _Found(decisions, find_targets(con, decisions))
    found.event_of = _events_of(con, found.targets)
    rows, bounds, levels = [], [], []
    decided = _by_event(found)
    undecided = _rows(con, decided)
    for event_id, several in decided.items():
        before = undecided[event_id]
        last, overruled = holding(several)
        after = decided_row(before, last)
        rows.append(after)
        if date_decision := last.get("date"):
            bounds += _bounds(event_id, date_decision, found)
        level = level_of(last)
        if level and after.on_timeline:
            levels.append(_level(event_id, *level))
        for decision in several:
            found.outcomes[decision.decision_id] = _of_row(decision, (before, after), overruled, found)
    _of_groups(found)
    _of_others(con, found)
    stage(con, "decided_event", pa.Table.from_pylist([value_columns(row) for row in rows], schema=_ROW_SCHEMA))
    stage(con, "decided_bound", pa.Table.from_pylist(bounds, schema=_BOUND))
    stage(con, "decided_level", pa.Table.from_pylist(levels, schema=_LEVEL))
    outcomes = [value_columns(found.outcomes[d.decision_id]) for d in decisions]
    stage(con, "decision_outcome", pa.Table.from_pylist(outcomes, schema=_SCHEMA))
    con.execute(statement("models/decided_fact"))


def decide_levels(con: DuckDBPyConnection) -> None:
    """Put the levels that people gave in the place of those that selection gave."""
    con.execute(statement("models/decided_selection"))


def _events_of(con: DuckDBPyConnection, targets: Targets) -> dict[str, str]:
    wanted = sorted(set(targets.mentions.values()))
    stage(con, "decided_mention", pa.table({"mention_id": pa.array(wanted, pa.string())}))
    return dict(
        con.execute(
            "SELECT mention_id, event_id FROM kept_member SEMI JOIN decided_mention USING (mention_id)"
        ).fetchall()
    )


def _by_event(found: _Found) -> dict[str, list[Decision]]:
    of = {}
    for decision in standing(found.decisions):
        event = next((found.event_of[m] for m in found.targets.of(decision.mentions) if m in found.event_of), None)
        if event and decision.action in EVENT_ACTIONS:
            of[decision.decision_id] = event
    return by_event(standing(found.decisions), of)


def _rows(con: DuckDBPyConnection, event_ids: Iterable[str]) -> dict[str, Row]:
    """Return the rows of some events as dateline reads them, by event."""
    asked = f"SELECT {', '.join(COLUMNS)} FROM event_fact WHERE event_id IN (SELECT unnest(?::VARCHAR[]))"
    found = dict_rows(con.execute(asked, [list(event_ids)]))
    return {row["event_id"]: Row(**(row | {"actors": tuple(row["actors"])})) for row in found}


def _bounds(event_id: str, decision: Decision, found: _Found) -> list[dict[str, object]]:
    when = decided_when(decision.value[0])
    given: dict[str, date | None] = {
        "start_earliest": when.start.earliest,
        "start_latest": when.start.latest,
        "end_earliest": when.end.earliest,
        "end_latest": when.end.latest,
    }
    shared = {
        "event_id": event_id,
        "mention_id": found.targets.mentions[decision.mentions[0]],
        "rule_id": decision.decision_id,
    }
    return [shared | {"bound": name, "value": value} for name, value in given.items() if value]


def _level(event_id: str, level: str, decision: Decision) -> dict[str, object]:
    why = f": {decision.why}" if decision.why else ""
    reason = f"decided by {decision.who}{why}"
    return {"event_id": event_id, "level": level, "reason": reason, "decision_id": decision.decision_id}


def _of_row(decision: Decision, row: tuple[Row, Row], overruled: Mapping[str, str], found: _Found) -> Outcome:
    before, after = row
    by = overruled.get(decision.decision_id)
    why_not = None if by else why_without_effect(after, decision)
    return replace(
        _outcome(decision, found),
        applied=by is None and why_not is None,
        reason=why_not or (f"a later decision, {by}, holds" if by else None),
        overruled_by=by,
        said=said(before, decision.slot),
    )


def _of_groups(found: _Found) -> None:
    """Note what became of what was decided of mentions together: whether they are one event, or not, as it says."""
    several = [d for d in standing(found.decisions) if d.action in GROUP_ACTIONS]
    overruled = agree(mention_ties(several, found.targets)).overruled
    for decision in several:
        one, other = (
            {found.event_of.get(m) for m in found.targets.of(s)} for s in (decision.mentions, decision.others)
        )
        events = (one | other) - {None}
        holds = len(events) == 1 if decision.action == "merge" else bool(one and other) and not (one & other) - {None}
        by = overruled.get(decision.decision_id)
        outcome = _outcome(decision, found)
        if outcome.reason is None and not holds:
            why = f"a later decision, {by}, holds" if by else "another decision leaves no way for it"
            outcome = replace(outcome, reason=why, overruled_by=by)
        found.outcomes[decision.decision_id] = replace(outcome, applied=outcome.reason is None)


def _of_others(con: DuckDBPyConnection, found: _Found) -> None:
    """Note what became of the rest: those taken back, those about articles, those that find nothing."""
    gone = undone(found.decisions)
    for decision in found.decisions:
        if decision.decision_id in found.outcomes and found.outcomes[decision.decision_id].reason is None:
            continue
        outcome = found.outcomes.get(decision.decision_id) or _outcome(decision, found)
        if by := gone.get(decision.decision_id):
            outcome = replace(outcome, undone=True, applied=False, reason=f"undone by {by}")
        elif decision.forgotten:
            outcome = replace(outcome, reason="its article is forgotten")
        elif decision.action == "undo":
            outcome = replace(outcome, applied=True)
        elif decision.action in ARTICLE_ACTIONS:
            there = decision.article in found.targets.articles
            outcome = replace(outcome, applied=there, reason=None if there else "no such article is there")
        elif lost := _lost(decision, found):
            outcome = replace(outcome, nearest=_nearest(con, lost))
        found.outcomes[decision.decision_id] = outcome


def _lost(decision: Decision, found: _Found) -> MentionRef | None:
    """Return the first mention that a decision names and that stands in no event."""
    refs = (*decision.mentions, *decision.others)
    return next((ref for ref in refs if found.targets.mentions.get(ref) not in found.event_of), None)


def _nearest(con: DuckDBPyConnection, lost: MentionRef) -> tuple[str, ...]:
    near = nearest(lost, candidates(con, lost))
    return tuple(dict.fromkeys(f"event {one.event_id} in {one.article_id}: {one.sentence}" for one in near))


def _outcome(decision: Decision, found: _Found) -> Outcome:
    """Return a decision as a row, with what it is about as far as that is there."""
    refs = (*decision.mentions, *decision.others)
    mentions = [m for m in found.targets.of(refs) if m in found.event_of]
    article = decision.article and found.targets.articles.get(decision.article)
    missing = len(set(refs)) - len(mentions)
    several = f"{missing} of {len(set(refs))} mentions are" if len(refs) > 1 else "its mention is"
    words = decision.mentions[0].sentence if decision.mentions else None
    return Outcome(
        decision_id=decision.decision_id,
        decided_at=utc(decision.decided_at),
        who=decision.who,
        action=decision.action,
        target=words or (decision.article.article_id if decision.article else decision.undoes),
        value=_value(decision),
        why=decision.why or None,
        undone=False,
        applied=False,
        reason=f"{several} in no event any more" if missing else None,
        event_id=found.event_of[mentions[0]] if mentions else None,
        mention_id=mentions[0] if mentions else None,
        article_id=article or (decision.mentions[0].article.article_id if decision.mentions else None),
    )


def _value(decision: Decision) -> str | None:
    if decision.others:
        return decision.others[0].sentence
    return "; ".join(decision.value) or None
