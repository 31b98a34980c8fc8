"""How much an event matters to its story, from 0 to 1, with what makes it so.

The weights stand in `rules/common/selection.toml`, in log-odds; their sum, as a probability, is the importance.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from transforms.rules.files import FOLDER, RuleFile, files_version, read_rule_file
from transforms.selection.values import EventFeatures, Reason, Scored

PATH = FOLDER / "common" / "selection.toml"

FEW = 3
"""Articles of a story in which it tells nothing that one of them alone has something; in fewer, more is wanted."""


def _lone(event: EventFeatures) -> float:
    """Return how often the story has doubled beyond few articles, where but one of them tells of an event."""
    return math.log2(event.story_articles / FEW) if event.sources == 1 else 0.0


_COUNTED: Mapping[str, Callable[[EventFeatures], float]] = {
    "dated": lambda e: e.dated,
    "day": lambda e: e.day is not None,
    "own-voice": lambda e: e.own_voice,
    "sources": lambda e: math.log2(max(1, e.sources)),
    "mentions": lambda e: math.log2(max(1, e.mentions)),
    "recalled": lambda e: math.log2(1 + e.recalled),
    "centrality": lambda e: e.centrality,
    "beside": lambda e: e.beside,
    "off-story": lambda e: not e.story_words,
    "lone": _lone,
    "lone-undated": lambda e: 0.0 if e.dated else _lone(e),
}
"""How often each sign of an event counts."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights as read: of a mention's signs and of an event's, each with its words."""

    bias: float
    mention: Mapping[str, tuple[float, str]]
    event: Mapping[str, tuple[float, str]]


@cache
def weights() -> Weights:
    """Return the weights.

    Raises:
        RuleError: where a sign has two weights, none of its fields, or is one of an event that nothing counts.
    """
    file = read_rule_file(PATH)
    read = Weights(float(file.tables["bias"]), _read(file, "mention"), _read(file, "event"))
    for sign in read.event.keys() ^ _COUNTED.keys():
        raise file.error(file.line_of(f'"{sign}"'), f"a sign of an event is counted and has a weight: {sign!r}")
    return read


def _read(file: RuleFile, table: str) -> dict[str, tuple[float, str]]:
    found: dict[str, tuple[float, str]] = {}
    for rule in file.tables[table]:
        if set(rule) != {"sign", "weight", "reason"} or rule["sign"] in found:
            raise file.error(file.line_of(f'"{rule.get("sign", "")}"'), f"{rule}: once, with sign, weight and reason")
        found[rule["sign"]] = (float(rule["weight"]), rule["reason"])
    return found


def mention_weights() -> dict[str, float]:
    """Return the weight of each sign of a mention."""
    return {sign: weight for sign, (weight, _) in weights().mention.items()}


def rules_version() -> str:
    """Return the version of the weights."""
    return files_version([PATH])


def importance(event: EventFeatures) -> Scored:
    """Return an event's importance with its reasons, the weightiest first."""
    found = [
        Reason("importance", reason, weight)
        for weight, reason in (weights().mention[sign] for sign in event.signs if sign in weights().mention)
    ]
    for sign, (weight, reason) in weights().event.items():
        times = _COUNTED[sign](event)
        if times:
            found.append(Reason("importance", reason, round(weight * times, 2)))
    found.append(Reason("importance", "what any event on the timeline begins with", weights().bias))
    odds = round(sum(r.weight or 0.0 for r in found), 4)
    ordered = tuple(sorted(found, key=lambda r: (-abs(r.weight or 0.0), r.reason)))
    return Scored(odds, round(1 / (1 + math.exp(-odds)), 4), ordered)
