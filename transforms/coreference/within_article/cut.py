"""Happenings of one article parted where people decided that two of its mentions are not one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

from transforms.coreference.values import MergeMention
from transforms.coreference.within_article.chains import Chains
from transforms.coreference.within_article.units import signature_of


def cut(found: Chains, mentions: Sequence[MergeMention], apart: Collection[frozenset[str]]) -> Chains:
    """Return the chains, those that hold two mentions that are not one in parts.

    A mention stays with the one that it joined; where it must not, it goes to the first part that it may be in.
    """
    if not apart:
        return found
    ids = [m.mention_id for m in mentions]
    joined = {link.joined: link.to for link in found.links}
    made = []
    for members, signature in zip(found.members, found.signatures, strict=True):
        if any(frozenset((ids[i], ids[j])) in apart for i, j in combinations(members, 2)):
            parts = _parts(members, joined, [[frozenset((ids[i], j)) in apart for j in ids] for i in range(len(ids))])
            made += [(part, signature_of([mentions[i] for i in part])) for part in parts]
        else:
            made.append((members, signature))
    made.sort(key=lambda one: one[0])
    part_of = {i: n for n, (members, _) in enumerate(made) for i in members}
    links = tuple(link for link in found.links if part_of[link.to] == part_of[link.joined])
    return Chains(tuple(members for members, _ in made), tuple(signature for _, signature in made), links)


def _parts(
    members: Sequence[int], joined: dict[int, int], kept_apart: Sequence[Sequence[bool]]
) -> list[tuple[int, ...]]:
    parts: list[list[int]] = []
    for i in members:
        near = sorted(parts, key=lambda part: joined.get(i) not in part)
        home = next((part for part in near if not any(kept_apart[i][j] for j in part)), None)
        if home is None:
            parts.append([i])
        else:
            home.append(i)
    return [tuple(part) for part in parts]
