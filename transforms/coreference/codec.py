"""What merging reads of a mention as a line of JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any

from transforms.coreference.values import MergeActor, MergeBound, MergeMention, MergeQuantity
from transforms.language.salience import Salient
from transforms.model import Bounds

_PLAIN = tuple(
    f.name
    for f in fields(MergeMention)
    if f.name not in ("start", "end", "published", "evidence", "actors", "quantities", "effects", "salient")
)
_ACTOR, _QUANTITY, _BOUND = (tuple(f.name for f in fields(c)) for c in (MergeActor, MergeQuantity, MergeBound))


def dumps(mention: MergeMention) -> str:
    """Return a mention as one line of JSON, without its article's salient words; `loads` reads it back."""
    # Field by field: dataclasses.asdict copies every value deeply, which cost more than merging itself.
    row: dict[str, Any] = {name: getattr(mention, name) for name in _PLAIN}
    row["start"], row["end"] = _bounds(mention.start), _bounds(mention.end)
    row["published"] = mention.published.isoformat() if mention.published else None
    row["evidence"] = [_named(e, _BOUND) for e in mention.evidence]
    row["actors"] = [_named(a, _ACTOR) for a in mention.actors]
    row["quantities"] = [_named(q, _QUANTITY) for q in mention.quantities]
    row["effects"] = [_named(q, _QUANTITY) for q in mention.effects]
    return json.dumps(
        {k: v for k, v in row.items() if v is not None and v != () and v != [] and v != ""}, ensure_ascii=False
    )


def _bounds(bounds: Bounds) -> dict[str, str | None]:
    earliest, latest = bounds.earliest, bounds.latest
    return {
        "earliest": earliest.isoformat() if earliest else None,
        "latest": latest.isoformat() if latest else None,
    }


def _named(value: MergeActor | MergeQuantity | MergeBound, names: tuple[str, ...]) -> dict[str, Any]:
    row = {name: getattr(value, name) for name in names}
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in row.items()}


def salient_dumps(salient: Iterable[Salient]) -> str:
    """Return an article's salient words as one line of JSON."""
    return json.dumps(list(salient), ensure_ascii=False)


def salient_loads(line: str) -> tuple[Salient, ...]:
    """Return the salient words that `salient_dumps` wrote."""
    return tuple(map(Salient._make, json.loads(line)))


def loads(line: str, salient: tuple[Salient, ...]) -> MergeMention:
    """Return the mention that `dumps` wrote, in an article with these salient words."""
    row: dict[str, Any] = json.loads(line)
    for name in ("start", "end"):
        if name in row:
            row[name] = Bounds(_day(row[name]["earliest"]), _day(row[name]["latest"]))
    row["published"] = _day(row.get("published"))
    row["evidence"] = tuple(MergeBound(**(e | {"value": _day(e["value"])})) for e in row.get("evidence", ()))
    row["actors"] = tuple(MergeActor(**a) for a in row.get("actors", ()))
    for name in ("quantities", "effects"):
        row[name] = tuple(MergeQuantity(**(q | {"as_of": _day(q["as_of"])})) for q in row.get(name, ()))
    row["salient"] = salient
    for name in ("speakers", "heads", "near", "label"):
        row[name] = tuple(row.get(name, ()))
    return MergeMention(**row)


@cache
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
