"""Values of the model as columns, so that a new field of theirs reaches its table without a line in between."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from transforms.model import Bounds, Span

Row = dict[str, Any]
_PREFIX = {"span": "char_", "interval": ""}
"""How the columns of a field begin where not with its name."""


def value_columns(value: Any, *without: str) -> Row:
    """Return the fields of a value as columns, but for some: bounds and spans as two columns, a tuple as a list."""
    row: Row = {}
    for name in (f.name for f in fields(value) if f.name not in without):
        held = getattr(value, name)
        prefix = _PREFIX.get(name, f"{name}_")
        if isinstance(held, Bounds):
            row |= {f"{prefix}earliest": held.earliest, f"{prefix}latest": held.latest}
        elif isinstance(held, Span):
            row |= {f"{prefix}start": held.start, f"{prefix}end": held.end}
        else:
            row[name] = list(held) if isinstance(held, tuple) else held
    return row
