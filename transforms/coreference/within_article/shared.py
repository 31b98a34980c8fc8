"""What two mentions of an article share beside their kind, and how much is enough."""

from __future__ import annotations

from transforms.coreference.extent import same_name
from transforms.coreference.joining_rules import joining_rules
from transforms.coreference.persons import describes, fits
from transforms.coreference.signature import LEAD, Signature
from transforms.coreference.values import Reasons

ENOUGH = 1.0
_ENOUGH_OF_SERIAL = 1.5
_ENOUGH_OF_WEAK = 2.0
_ALIKE = 2
"""Salient words, beside those of the happening itself, that two sentences share."""


def shared(a: Signature, b: Signature, *, is_same: bool) -> Reasons:
    """Return what two mentions of an article share beside their kind; nothing if that is too little."""
    found: Reasons = []
    if a.is_old != b.is_old and not (a.patients & b.patients or a.labels & b.labels):
        return []
    if a.patients and b.patients and same_name(a.patients, b.patients):
        found.append(("same victim or object", 1.0, min(a.patients & b.patients, default=min(b.patients))))
    elif is_same and _reported_again(a, b):
        found.append(("told again at the head of the article", ENOUGH, b.first.trigger))
        if describes(a, b):
            found.append(("one is named, the other described", 0.5, b.first.trigger))
    elif not is_same or b.is_indefinite:
        return []
    elif a.patient_words & b.patient_words:
        found.append(("same word for victim or object", 0.5, min(a.patient_words & b.patient_words)))
    elif a.words & b.words:
        found.append(("same word beside it", 0.5, min(a.words & b.words)))
    elif a.is_weak and b.is_weak:
        return []
    if a.doers and b.doers and same_name(a.doers, b.doers):
        # Who did it is enough where it happened to nobody; beside a victim it is one thing more.
        enough = bool(a.patients & b.patients) or (a.is_sole and b.is_sole)
        found.append(("same doer", 1.0 if enough else 0.5, min(b.doers)))
    elif a.doer_words & b.doer_words:
        found.append(("same word for the doer", 0.5, min(a.doer_words & b.doer_words)))
    if a.days & b.days:
        again = a.is_sole and b.is_sole and any(m.lemma == b.first.lemma for m in a.mentions)
        found.append(("same day", 1.0 if again else 0.5, min(a.days & b.days).isoformat()))
    if found and len(a.near & b.near - a.words) >= _ALIKE:
        found.append(("sentences alike", 0.5, ""))
    if found and b.is_definite:
        found.append(("told as known", 0.5, b.first.trigger))
    if a.places & b.places:
        found.append(("same place", 0.5, min(a.places & b.places)))
    if any(low is not None and low > 1 for _, low, _ in a.figures & b.figures):
        found.append(("same figure", 0.5, ""))
    return found


def _reported_again(a: Signature, b: Signature) -> bool:
    """True if the lead repeats the headline, or the sentence before it, in other words."""
    if (a.is_weak and b.is_weak) or a.is_denied or b.is_denied or not a.leads or b.first.nth_sentence >= LEAD:
        return False
    if any(m.nth_sentence == b.first.nth_sentence for m in a.mentions):
        return False
    if b.is_indefinite and not all(m.nth_sentence == 0 and m.reference != "indefinite" for m in a.mentions):
        return False
    return fits(a, b)


def enough(earlier: Signature, one: Signature) -> float:
    """How much two mentions must share: more where the word says little, or comes again and again in a story."""
    if earlier.is_weak and one.is_weak:
        return _ENOUGH_OF_WEAK
    again = earlier.concepts & one.concepts & joining_rules().serial and not earlier.patients & one.patients
    return _ENOUGH_OF_SERIAL if again else ENOUGH
