"""Bounds as EDTF strings and precisions."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.events.edtf import event_edtf, event_precision
from transforms.model import UNKNOWN, Bounds


def between(first: str, last: str) -> Bounds:
    return Bounds(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("kind", "start", "end", "edtf", "precision"),
    [
        ("point", ("2025-01-13", "2025-01-13"), None, "2025-01-13", "day"),
        ("point", ("2024-08-01", "2024-08-31"), None, "2024-08", "month"),
        ("point", ("2024-01-01", "2024-12-31"), None, "2024", "year"),
        ("point", ("1990-01-01", "1999-12-31"), None, "199X", "interval"),
        ("point", ("2025-01-01", "2025-01-20"), None, "[2025-01-01..2025-01-20]", "month"),
        ("point", ("", "2025-01-13"), None, "[..2025-01-13]", "before"),
        ("point", ("2025-01-13", ""), None, "[2025-01-13..]", "after"),
        ("point", ("", ""), None, "XXXX-XX-XX", "unknown"),
        ("span", ("", ""), ("", ""), "../..", "unknown"),
        ("span", ("2024-08-01", "2024-08-31"), ("2025-01-13", "2025-01-13"), "2024-08/2025-01-13", "interval"),
        ("span", ("", ""), ("2025-01-13", "2025-01-13"), "../2025-01-13", "interval"),
        ("span", ("", "2025-01-13"), ("2025-01-13", "2025-01-13"), "../2025-01-13", "interval"),
        ("span", ("2025-01-13", "2025-01-13"), ("2025-01-13", ""), "2025-01-13/..", "interval"),
        ("state", ("", "2025-01-13"), ("2025-01-13", ""), "[..2025-01-13]/[2025-01-13..]", "interval"),
        ("span", ("1950-01-01", "1950-12-31"), ("1953-01-01", "1953-12-31"), "1950/1953", "interval"),
    ],
)
def test_edtf(kind, start, end, edtf, precision):
    first, last = between(*start), between(*(end or start))

    assert event_edtf(kind, first, last) == edtf
    assert event_precision(first, last) == precision


def test_an_approximate_day_is_marked():
    day = between("2025-01-13", "2025-01-13")

    assert event_edtf("point", day, day, approximate=True) == "2025-01-13~"
    assert event_edtf("point", UNKNOWN, UNKNOWN, approximate=True) == "XXXX-XX-XX"
