"""Datelines in front of a text's first sentence."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.publication_date.dateline_text import dateline_sign


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("SEOUL, Jan. 13, 2025 (Agency) - The court met.", None, "2025-01-13"),
        ("Headline\n\nGENEVA, 13 January 2025 — The court met.", None, "2025-01-13"),
        ("PORT LOUIS, Mauritius, March 9 -- A ship ran aground.", date(2024, 3, 10), "2024-03-09"),
        ("OSLO, Dec. 31 - Fireworks were banned.", date(2025, 1, 1), "2024-12-31"),
        ("OSLO, Jan. 13 (Agency) - The court met.", None, None),
    ],
)
def test_reads(text: str, near: date | None, day: str | None) -> None:
    found = dateline_sign(text, near)
    assert found is not None
    assert (found.signal.day and found.signal.day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        "On Jan. 13, 2025, the court met in Seoul.",
        "SEOUL - The court met.",
        "SEOUL, Marble 13, 2025 - not a month",
        "He said: OSLO, Jan. 13, 2025 - stands on the stone",
        "A" * 200_000,
    ],
)
def test_leaves(text: str) -> None:
    assert dateline_sign(text, date(2025, 1, 13)) is None
