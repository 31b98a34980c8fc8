"""What belongs to a mention by its own clause, and what a happening's mentions are compared by together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from transforms.coreference.joining_rules import joining_rules
from transforms.coreference.signature import Signature, combine, signature
from transforms.coreference.values import MergeMention
from transforms.coreference.wording import done
from transforms.language.concepts import stem
from transforms.language.names import name_key

HARM = "!"


@dataclass(slots=True)
class Open:
    """A happening as reported so far."""

    signature: Signature
    members: list[int] = field(default_factory=list)
    parts: list[Signature] = field(default_factory=list)

    def add(self, one: Signature) -> None:
        """Take one mention more, with the words that belong to it."""
        self.parts.append(one)
        befell = bool(self.signature.concepts & joining_rules().befalling)
        if befell == bool(one.concepts & joining_rules().befalling):
            self.signature = combine((self.signature, one))
        else:
            self.signature = together(self.parts)


def units(mentions: Sequence[MergeMention]) -> list[list[int]]:
    """Each mention with the verbs that only let it take place, and with the harm that its own clause says it did."""
    at = {m.mention_id: i for i, m in enumerate(mentions)}
    belongs = {
        i: at[of]
        for i, m in enumerate(mentions)
        if (of := m.carries or m.effect_of or m.means_of) in at and at[of] != i
    }
    units = {i: [i] for i in range(len(mentions)) if i not in belongs or belongs[i] in belongs}
    for i, noun in belongs.items():
        if i not in units:
            units[noun].append(i)
    return [units[i] for i in sorted(units)]


def why(m: MergeMention) -> str:
    """Say why a mention belongs to another by its clause."""
    if m.means_of:
        return "how it was done, by its own clause"
    return "what it did, by its own clause" if m.effect_of else "a verb that only lets it take place"


def signature_of(mentions: Sequence[MergeMention]) -> Signature:
    """Return what one happening's mentions, given in text order, are compared by."""
    combined = together([of_unit([mentions[i] for i in unit]) for unit in units(mentions)])
    return replace(combined, mentions=tuple(mentions))


def together(parts: Sequence[Signature]) -> Signature:
    """Return the signature of a happening's mentions; whom a disaster harmed is not what it happened to."""
    rules = joining_rules()
    if any(p.concepts & rules.befalling for p in parts):
        none: frozenset[str] = frozenset()
        parts = [
            replace(
                p,
                patient_words=none,
                doers=none,
                doer_words=none,
                words=none,
                is_sole=True,
                # It harms wherever it reaches.
                extent=replace(p.extent, spots=frozenset()),
            )
            if p.concepts <= rules.harm and not p.patients
            else p
            for p in parts
        ]
    return combine(parts)


def of_unit(mentions: Sequence[MergeMention]) -> Signature:
    """Return the signature of a noun with the verbs that carry it: what happened is the noun's."""
    parts = [signature(_beside(m, mentions[0])) for m in mentions]
    if len(parts) == 1:
        return parts[0]
    noun, combined = parts[0], combine(parts)
    own = combine([p for p in parts if not (p.first.effect_of or p.first.means_of) or p is noun])
    return replace(
        combined,
        concepts=noun.concepts,
        families=noun.families,
        is_weak=noun.is_weak,
        rare=noun.rare,
        patients=own.patients,
        patient_words=own.patient_words,
        doers=own.doers,
        doer_words=own.doer_words,
        is_sole=own.is_sole,
        words=own.words,
        alike=noun.alike,
        of_alike=noun.of_alike,
        is_definite=noun.is_definite,
        is_indefinite=noun.is_indefinite,
        is_presumed=noun.is_presumed,
        is_alone=noun.is_alone,
        is_reporting=noun.is_reporting,
    )


def _beside(m: MergeMention, noun: MergeMention) -> MergeMention:
    """Return a verb that carries a noun without that noun as its object: "handed in their resignations"."""
    if not m.carries or m is noun:
        return m
    of = stem(noun.lemma.casefold())
    return replace(
        m, actors=tuple(a for a in m.actors if a.role != "patient" or stem(name_key(a.name).split(" ")[-1]) != of)
    )


def kinds_of_harm(mentions: Iterable[MergeMention]) -> set[str]:
    """Return the kinds of harm that a happening did by its own clause; to kill and to die is one."""
    return {HARM + ("kill" if of == "die" else of) for m in mentions if m.effect_of for of in (done(m),)}
