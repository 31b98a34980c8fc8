"""What a mention refers back to: the one such thing in reach, what was just mentioned, the testimony of a witness."""

from __future__ import annotations

from transforms.coreference.extent import contradiction, same_name
from transforms.coreference.joining_rules import joining_rules
from transforms.coreference.persons import fits
from transforms.coreference.signature import Signature
from transforms.coreference.values import Reasons
from transforms.coreference.within_article.units import Open

REFERS_BACK = 2.0


def referred(one: Signature, alike: list[Open], by_kind: dict[str, list[Open]]) -> tuple[Open, Reasons] | None:
    """Return the one earlier happening of its kind that a definite noun refers back to."""
    if not one.is_definite or one.is_denied or one.is_weak:
        return None
    stands_for = joining_rules().stands_for.get(one.first.lemma.casefold(), frozenset())
    reach = list(alike)
    for kind in sorted(stands_for):
        reach += [o for o in by_kind.get(kind, []) if o not in reach]
    reach = [o for o in reach if _may_mean(one, o.signature)]
    if one.is_actual:
        reach = [o for o in reach if o.signature.is_actual] or reach
    meant = _meant(reach, one)
    return None if meant is None else (meant, [("refers back to the one such thing", REFERS_BACK, one.first.trigger)])


def _may_mean(one: Signature, earlier: Signature) -> bool:
    """True if a definite noun may point at a happening: nothing sets them apart, and its names were mentioned."""
    here = one.first.nth_sentence
    # "The suit was settled in 1991.  The settlement …": a noun for the verb before it, not for what is of now.
    lemma = one.first.lemma
    just = any(here - 1 <= m.nth_sentence <= here and not m.reference and m.lemma != lemma for m in earlier.mentions)
    if earlier.is_old != one.is_old and not (earlier.is_old and (earlier.labels & one.labels or just)):
        return False
    beside = any(m.nth_sentence == here for m in earlier.mentions)
    if one.labels and not one.labels & (earlier.labels if beside else earlier.labels | earlier.near):
        return False
    return contradiction(earlier.extent, one.extent) is None and fits(earlier, one)


def _meant(reach: list[Open], one: Signature) -> Open | None:
    """Return the only one in reach, the one spoken of twice as often as any other, or the only one just mentioned."""
    ordered = sorted(reach, key=lambda o: -len(o.members))
    if len(ordered) < 2 or len(ordered[0].members) >= 2 * len(ordered[1].members):
        return ordered[0] if ordered else None
    here = one.first.nth_sentence
    near = [o for o in ordered if any(here - 1 <= m.nth_sentence <= here for m in o.signature.mentions)]
    if len(near) == 1:
        return near[0]
    alike = [o for o in ordered if any(m.lemma == one.first.lemma for m in o.signature.mentions)]
    return alike[0] if len(alike) == 1 else None


def just_mentioned(one: Signature, by_kind: dict[str, list[Open]]) -> tuple[Open, Reasons] | None:
    """Return the one happening of the sentence before, or of its own, that a noun stands for by another word."""
    stands_for = joining_rules().just_mentioned.get(one.first.lemma.casefold())
    if stands_for is None or not one.is_definite or not one.first.bare or one.is_denied:
        return None
    here = one.first.nth_sentence
    reach: list[Open] = []
    for kind in sorted(stands_for | one.concepts):
        reach += [
            o
            for o in by_kind.get(kind, ())
            if o not in reach
            and any(here - 1 <= m.nth_sentence <= here for m in o.signature.mentions)
            and not one.labels - o.signature.labels - o.signature.near
            and (not one.doers or same_name(o.signature.doers, one.doers))
            and contradiction(o.signature.extent, one.extent) is None
            and fits(o.signature, one)
        ]
    if len(reach) != 1:
        return None
    return reach[0], [("stands for what was just mentioned", REFERS_BACK, one.first.trigger)]


def testified(one: Signature, by_kind: dict[str, list[Open]]) -> tuple[Open, Reasons] | None:
    """Return the testimony of the person who says something, to nobody else."""
    if not one.is_actual or one.is_old or not one.doers or not one.concepts <= joining_rules().said:
        return None
    if one.first.lemma == "tell" or one.first.speakers:
        return None
    found = [
        o
        for o in by_kind.get("testify", ())
        if same_name(o.signature.doers, one.doers) and contradiction(o.signature.extent, one.extent) is None
    ]
    return (found[0], [("said by one who testifies", REFERS_BACK, one.first.trigger)]) if len(found) == 1 else None
