"""Harm that another sentence did not give a cause: to which happening of the article it belongs."""

from __future__ import annotations

from transforms.coreference.extent import contradiction
from transforms.coreference.joining_rules import joining_rules
from transforms.coreference.signature import Signature
from transforms.coreference.values import Reasons
from transforms.coreference.within_article.references import REFERS_BACK
from transforms.coreference.within_article.units import HARM, Open

_NEAR = 2
"""Sentences back to which a happening was mentioned just now."""
_OFTEN = 3
"""Mentions from which an article is about a happening, whatever else it is about."""
_CHIEF = 4
"""How often as much as of any other an article mentions the disaster that it reports."""


def counted_again(one: Signature, by_kind: dict[str, list[Open]]) -> tuple[Open, Reasons] | None:
    """Find the one happening whose harm a mention repeats: by the same figure, or another in the next sentence."""
    if one.patients or one.is_denied or not one.extent.counts:
        return None
    (of,) = one.concepts
    found = [
        open_
        for open_ in by_kind.get(HARM + ("kill" if of == "die" else of), [])
        if contradiction(open_.signature.extent, one.extent) is None
        and (
            open_.signature.figures & one.figures
            or any(
                m.nth_sentence in (one.first.nth_sentence - 1, one.first.nth_sentence) for m in open_.signature.mentions
            )
        )
    ]
    return (found[0], [("the same harm, counted again", REFERS_BACK, one.first.trigger)]) if len(found) == 1 else None


def done_by_the_one(one: Signature, by_kind: dict[str, list[Open]]) -> tuple[Open, Reasons] | None:
    """Find the disaster that an article reports, for harm that nobody is said to have done.

    "Ten people died" in the report of a quake are the quake's; where a second quake, or a fire, has just been
    mentioned, they may be of either.
    """
    rules = joining_rules()
    if not one.is_actual or one.is_old or one.patients or one.doers or not one.concepts <= rules.harm:
        return None
    could: list[Open] = []
    for kind in sorted(rules.befalling):
        could += [o for o in by_kind.get(kind, ()) if o not in could and o.signature.is_actual]
    here = one.first.nth_sentence
    near = [o for o in could if any(here - _NEAR <= m.nth_sentence <= here for m in o.signature.mentions)]
    if one.doer_words:
        found = near if one.doer_words <= rules.pronouns else []
    elif near and (one.figures or one.patient_words):
        found = near
    else:
        most = max(could, key=lambda o: len(o.members), default=None)
        is_chief = most is not None and all(o is most or len(o.members) * _CHIEF <= len(most.members) for o in could)
        found = [most] if most and is_chief and (one.figures or one.leads) else []
    if len(found) != 1 or found[0].signature.is_old:
        return None
    by = found[0].signature
    if not one.doer_words and not _is_disaster(by):
        return None
    if contradiction(by.extent, one.extent) or (by.places and one.places and not by.places & one.places):
        return None
    return found[0], [("harm of the only disaster in reach", REFERS_BACK, one.first.trigger)]


def _is_disaster(s: Signature) -> bool:
    """True if an article reports a disaster at its head, as its subject, by a noun or as news."""
    is_subject = s.is_about or len(s.mentions) >= _OFTEN
    return s.leads and is_subject and any(m.reference or m.news for m in s.mentions)
