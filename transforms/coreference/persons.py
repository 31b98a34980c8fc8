"""Whether the people in two sentences can be the same: a name and a description fit, two descriptions agree."""

from __future__ import annotations

import re

from transforms.coreference.joining_rules import joining_rules
from transforms.coreference.signature import Signature
from transforms.coreference.values import MergeActor
from transforms.coreference.wording import doing, done, suffering
from transforms.language.concepts import stem
from transforms.language.names import name_key

_PLURAL = re.compile(r"\d|[^s]s$")


def fits(a: Signature, b: Signature) -> bool:
    """True if those to whom it happened can be the same in both, and those who did it where it happened to nobody."""
    if not _one_of(_suffering(a), _suffering(b)):
        return False
    return not (a.is_sole and b.is_sole) or _one_of(_doing(a), _doing(b))


def describes(a: Signature, b: Signature) -> bool:
    """True if one names the person to whom it happened, and the other describes one person there."""
    these, those = _suffering(a), _suffering(b)
    return any(_is_described(x, y) or _is_described(y, x) for x in these for y in those)


def _is_described(name: MergeActor, other: MergeActor) -> bool:
    return name.named and name.kind == "PERSON" and not other.named and bool(_last(other)) and _is_one(other)


def _suffering(s: Signature) -> list[MergeActor]:
    rules = joining_rules()
    befell = bool(s.concepts & rules.befalling)
    return [
        a
        for m in s.mentions
        if not (m.effect_of or m.means_of or (befell and (m.carries or done(m) in rules.harm)))
        for a in suffering(m)
    ]


def _doing(s: Signature) -> list[MergeActor]:
    return [a for m in s.mentions if not m.effect_of for a in doing(m)]


def _one_of(these: list[MergeActor], those: list[MergeActor]) -> bool:
    return not these or not those or any(_may_be(x, y) for x in these for y in those)


def _may_be(x: MergeActor, y: MergeActor) -> bool:
    """True if two are worded alike, or one is a person's name and the other describes one person."""
    if x.loose or y.loose or not (_last(x) and _last(y)) or _last(x) == _last(y):
        return True
    if x.named and y.named:
        one, other = set(name_key(x.name).split()), set(name_key(y.name).split())
        return one <= other or other <= one
    name, description = (x, y) if x.named else (y, x)
    return _is_described(name, description)


def _is_one(description: MergeActor) -> bool:
    """True if a description is of one person: no figure, no plural."""
    return not _PLURAL.search(name_key(description.name))


def _last(actor: MergeActor) -> str:
    word = stem(name_key(actor.name).rsplit(" ", 1)[-1])
    return "" if word in joining_rules().anybody and not actor.named else word
