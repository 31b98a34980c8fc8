"""Which decisions hold: those that nobody took back, and of those that settle one thing the last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from transforms.decisions.values import Decision, Slot


def undone(decisions: Iterable[Decision]) -> dict[str, str]:
    """Return the ids of decisions that were taken back, each with that of the undoing that holds."""
    found: dict[str, str] = {}
    for decision in sorted(decisions, key=lambda d: d.place, reverse=True):
        if decision.undoes and decision.decision_id not in found:
            found.setdefault(decision.undoes, decision.decision_id)
    return found


def standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return what nobody took back and what is still about something, in the order in which it was decided."""
    gone = undone(decisions)
    kept = (d for d in decisions if d.decision_id not in gone and not d.forgotten and d.action != "undo")
    return tuple(sorted(kept, key=lambda d: d.place))


def holding(decisions: Iterable[Decision]) -> tuple[dict[Slot, Decision], dict[str, str]]:
    """Return what holds of the decisions about one row, by what they settle, and by whom the others are overruled.

    Of two that say the same neither is overruled.
    """
    last: dict[Slot, Decision] = {}
    by_slot: dict[Slot, list[Decision]] = defaultdict(list)
    for decision in sorted(decisions, key=lambda d: d.place):
        last[decision.slot] = decision
        by_slot[decision.slot].append(decision)
    overruled = {
        d.decision_id: last[slot].decision_id
        for slot, several in by_slot.items()
        for d in several
        if (d.action, d.value) != (last[slot].action, last[slot].value)
    }
    return last, overruled


def without_article(decisions: Iterable[Decision], article_id: str) -> tuple[tuple[Decision, ...], int]:
    """Return decisions without the words of one article, and how many of them had some.

    Of what was decided about the article alone nothing is left but that somebody decided it.
    """
    made = []
    touched = 0
    for decision in decisions:
        left = _forget(decision, article_id)
        touched += left != decision
        made.append(left)
    return tuple(made), touched


def _forget(decision: Decision, article_id: str) -> Decision:
    mentions, others = (
        tuple(m for m in refs if m.article.article_id != article_id) for refs in (decision.mentions, decision.others)
    )
    if decision.article and decision.article.article_id == article_id:
        return _bare(decision)
    if (mentions, others) == (decision.mentions, decision.others):
        return decision
    if not mentions or (decision.others and not others):
        return _bare(decision)
    # What a person wrote beside it may quote the article.
    return replace(decision, mentions=mentions, others=others, why="")


def _bare(decision: Decision) -> Decision:
    return Decision(decision.decision_id, decision.decided_at, decision.who, decision.action, forgotten=True)


def by_event(decisions: Iterable[Decision], event_of: Mapping[str, str]) -> dict[str, list[Decision]]:
    """Return decisions by the event that they are about; `event_of` has that of those that found theirs."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.decision_id in event_of:
            found[event_of[decision.decision_id]].append(decision)
    return found
