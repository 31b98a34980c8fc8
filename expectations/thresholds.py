"""From where on a check that looks at history or habit speaks up: the settings of `[check]`, as its SQL reads them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on a check that depends on history or habit speaks up; none of these closes the gate."""

    fresh_within_days: int = 30
    """A site whose newest article is older is reported as stale."""
    silent_for_runs: int = 3
    """A source that gave nothing in so many runs in a row is reported as stale."""
    volume_at_least: float = 0.2
    """A site that brings less than this share of what it brought on average in the last ten runs is reported."""
    dated_share_differs_at_most: float = 0.2
    """A site whose share of dated events moved by more than this since earlier runs is reported."""
    other_types_at_most: float = 0.25
    """A greater share of mentions of type `other` on the timeline is reported."""
