"""A decision of a person in words, for the page, for exports and for `explain`."""

from __future__ import annotations

from transforms.writers.rows import Row
from transforms.writers.wording.sanitize import one_line


def decision_in_words(decision: Row) -> str:
    """Return a decision as one line: who decided what, when, and its id."""
    value = f" {one_line(decision['value'])}" if decision["value"] else ""
    day = f"{decision['decided_at']:%Y-%m-%d}"
    return f"decided by {one_line(decision['who'])} on {day}: {decision['action']}{value} ({decision['decision_id']})"


def beside_decision(decision: Row) -> list[str]:
    """Return what a reader should know beside it: why, what dateline says itself, why it is not followed."""
    found = {"why": decision["why"], "dateline itself": decision["said"], "not followed": decision["reason"]}
    return [f"{name}: {one_line(text)}" for name, text in found.items() if text]
