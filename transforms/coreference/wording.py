"""What a mention says was done, and who its words are about."""

from __future__ import annotations

from transforms.coreference.joining_rules import joining_rules
from transforms.coreference.predicates import own_words
from transforms.coreference.values import MergeActor, MergeMention
from transforms.language.concepts import concept, stem
from transforms.language.names import name_key

_SUFFER = ("patient", "topic")
_DO = ("agent", "speaker")


def done(m: MergeMention) -> str:
    """Return the concept of what a mention says was done."""
    return m.predicate or concept(m.lemma)


def suffering(m: MergeMention) -> tuple[MergeActor, ...]:
    """Return to whom or what it happened; nobody where who did it alone distinguishes it: "told the court"."""
    if done(m) in joining_rules().by_doer:
        return ()
    return tuple(a for a in m.actors if a.role in _SUFFER and not _is_worded(m, a))


def doing(m: MergeMention) -> tuple[MergeActor, ...]:
    """Return who did it; what only helps to name what was done did nothing: "gunfire erupted"."""
    return tuple(a for a in m.actors if a.role in _DO and not _is_worded(m, a))


def _is_worded(m: MergeMention, a: MergeActor) -> bool:
    """True if a participant helps to name what was done."""
    return bool(m.predicate) and stem(name_key(a.name).rsplit(" ", 1)[-1]) in own_words(m.predicate)
