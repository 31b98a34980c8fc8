"""The rules of dating as data: connectives in front of dates, and words between events; read once and checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from transforms.events.dating.connectives import MEANINGS
from transforms.model import RelationName
from transforms.rules.event_files import rule_file
from transforms.rules.files import RuleError, RuleFile, files_version

FILES = ("dating.toml", "relations.toml")


@dataclass(frozen=True, slots=True)
class Connective:
    """A word in front of a date, and what it makes of the date."""

    id: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Link:
    """A word between two events: how the one above relates to the one below, and whether it may narrow bounds."""

    id: str
    relation: RelationName
    reverse: bool
    """Whether the lower event comes first in the relation ("after the storm": the storm before the rest)."""
    narrows: bool
    dates: bool = False
    """Whether the two events are of the same days, so that a date of one is a date of the other."""
    at_once: bool = False
    """Whether it narrows only where the clause below says what somebody did the moment the event above happened."""
    of_day: bool = False
    """Whether it names the day of an event ("on the day of the flood")."""


@dataclass(frozen=True, slots=True)
class DatingRules:
    """All rules of dating."""

    version: str
    connectives: dict[str, Connective]
    """By word, lower case."""
    parts: frozenset[str]
    """Nouns that stand for a part of a period ("the end of", "the morning of")."""
    durative: frozenset[str]
    """Nouns whose events take more than a day."""
    figures: frozenset[str]
    """Nouns for amounts that belong to a period; what is said of them is said of that period."""
    quotations: frozenset[str]
    """Nouns for what is quoted on a market day by day."""
    moves: frozenset[str]
    """Verbs for how a figure moves."""
    one_time: frozenset[str]
    """Verbs that happen when their infinitive does ("began to sink")."""
    effects: frozenset[str]
    """Verbs for what an event does to people and things there and then."""
    around: frozenset[str]
    """Nouns for the days around one that is named in front of them ("the Easter holidays")."""
    once: frozenset[str]
    """Words for what happens to somebody once ("die", "death")."""
    single: frozenset[str]
    """Groups of words for one happening by any of which an article names its disaster again ("quake": "the tremor")."""
    perceived: frozenset[str]
    """Verbs whose passive says that an event was felt, heard or seen there and then."""
    apart: frozenset[str]
    """Verbs whose "in" does not say when ("charged in the attack")."""
    speech_acts: frozenset[str]
    """Verbs by which someone speaks, though no word of it need be given ("denounced")."""
    occasions: frozenset[str]
    """Nouns whose "in" always says when ("in trading")."""
    terms: frozenset[str]
    """Words whose length is that of what they settle ("jailed for nine years"), not their own."""
    at_once: frozenset[str]
    """Those of them that are over at once: what they settle lasts until a day ("cancelled all leave until May")."""
    going_on: frozenset[str]
    """Nouns for what lasts so long that "today's" tells it from an earlier one."""
    incidents: frozenset[str]
    """Nouns by which what befell people is called again ("the incident happened on Friday")."""
    mishaps: frozenset[str]
    """Types of event that may be so called."""
    verdicts: frozenset[str]
    """Nouns for a court's finding ("the verdict on Monday")."""
    outcomes: frozenset[str]
    """Verbs for what comes of a case in court ("fined", "jailed")."""
    court_steps: frozenset[str]
    """Verbs for what a court does with a case, or somebody in court, on the day of what comes of it."""
    cases: frozenset[str]
    """Nouns for what a court hears."""
    once_in_a_while: frozenset[str]
    """Types of event that one person does not meet with twice in two sentences."""
    things_said: frozenset[str]
    """Nouns for what is said or published, whose date is not that of what it brings about ("news on Friday")."""
    openers: frozenset[str]
    """Words with a capital that begin a sentence, though none ended before them."""
    lasting_for: frozenset[str]
    """Words in front of a length that is that of what happens ("closed for two weeks")."""
    reaching: frozenset[str]
    """Words in front of a date that say how far what is spoken of reaches, not the speaking ("rain through Sunday")."""
    lasting_verbs: frozenset[str]
    momentary: frozenset[str]
    """Verbs for what is over in a moment, planned or not."""
    begins: frozenset[str]
    ends: frozenset[str]
    occurring: frozenset[str]
    """Verbs that say of an event no more than that it takes place."""
    appointing: frozenset[str]
    postponing: frozenset[str]
    """Verbs whose "until" gives the new day of what they put off."""
    attending: frozenset[str]
    comparing: frozenset[str]
    """Words in front of an amount that another is set against ("from", "than")."""
    amounts: frozenset[str]
    """Nouns for amounts beside the figures of periods."""
    of_another_time: frozenset[str]
    """Verbs whose object took place at another time than what they say ("follow", "recall")."""
    judging: frozenset[str]
    """Verbs for what is done to somebody for a deed long before ("jail", "fine")."""
    harmed: frozenset[str]
    """Verbs for what people come to in a happening ("wound", "drown")."""
    harm: frozenset[str]
    """Nouns for what people come to in something that takes place ("deaths in the riots")."""
    causing: frozenset[str]
    """Verbs by which one happening brings about another there and then."""
    clauses: dict[str, Link]
    """By subordinating word."""
    prepositions: dict[str, Link]
    examples: tuple[dict[str, Any], ...]
    """Every rule's own examples and rejects, as written: {"id", "examples", "rejects"}."""

    def is_within(self, connective: str) -> bool:
        """True if a word in front of a date puts the event in that date's days."""
        return self.connectives.get(connective, self.connectives[""]).meaning == "within"


_WORDS = {
    "parts": "parts-of-periods",
    "durative": "lasting-events",
    "figures": "figures-of-periods",
    "quotations": "quotations",
    "moves": "moves-of-figures",
    "one_time": "one-with-infinitive",
    "effects": "effects",
    "around": "around-a-day",
    "once": "once-in-a-life",
    "single": "disasters",
    "perceived": "perceived",
    "apart": "in-without-time",
    "speech_acts": "speech-acts",
    "occasions": "occasions",
    "terms": "terms-set",
    "at_once": "terms-set-at-once",
    "going_on": "going-on",
    "incidents": "incidents",
    "mishaps": "mishaps",
    "verdicts": "verdicts",
    "outcomes": "outcomes-in-court",
    "court_steps": "steps-in-court",
    "cases": "cases-in-court",
    "once_in_a_while": "once-in-a-while",
    "things_said": "things-said",
    "openers": "sentence-openers",
    "lasting_for": "lasting-for",
    "reaching": "reaching",
    "lasting_verbs": "lasting-verbs",
    "momentary": "momentary-verbs",
    "begins": "beginning",
    "ends": "ending",
    "occurring": "occurring",
    "appointing": "appointing",
    "postponing": "postponing",
    "attending": "attending",
    "comparing": "comparing",
    "amounts": "amounts",
    "of_another_time": "of-another-time",
    "judging": "judging",
    "harmed": "harmed",
    "harm": "harm",
    "causing": "causing",
}
"""The sets of words by field, with the id of their rule."""


@cache
def dating_rules() -> DatingRules:
    """Return the packaged rules.

    Raises:
        RuleError: where a file is not as it must be.
    """
    return assemble([rule_file(name) for name in FILES])


def assemble(rule_files: Sequence[RuleFile]) -> DatingRules:
    """Rules from their files.

    Raises:
        RuleError: with file, line and rule, where one is not as it must be.
    """
    data: dict[str, list[dict[str, Any]]] = {"connective": [], "clause": [], "preposition": [], "words": []}
    seen: set[str] = set()
    for file in rule_files:
        for kind, entries in file.tables.items():
            if kind not in data:
                raise file.error(file.line_of(f"[[{kind}]]"), f"no such kind of rule: {kind}")
            for entry in entries:
                _check(file, entry, seen)
                data[kind].append(entry)
    connectives = {w: Connective(e["id"], e["meaning"]) for e in data["connective"] for w in e["words"]}
    words = {e["id"]: frozenset(e["words"]) for e in data["words"]}
    every = [entry for entries in data.values() for entry in entries]
    return DatingRules(
        version=files_version(file.path for file in rule_files),
        connectives=connectives,
        clauses=_links(data["clause"]),
        prepositions=_links(data["preposition"]),
        examples=tuple({"id": e["id"], "examples": e["examples"], "rejects": e["rejects"]} for e in every),
        **{field: words.get(rule, frozenset()) for field, rule in _WORDS.items()},
    )


def _links(entries: list[dict[str, Any]]) -> dict[str, Link]:
    return {
        w: Link(
            e["id"],
            e["relation"],
            e.get("reverse", False),
            e.get("narrows", True),
            e.get("dates", False),
            e.get("at_once", False),
            e.get("of_day", False),
        )
        for e in entries
        for w in e["words"]
    }


def _check(file: RuleFile, entry: dict[str, Any], seen: set[str]) -> None:
    """One rule has its fields, a name of its own, and examples both ways."""
    label = str(entry.get("id", "?"))

    def wrong(what: str) -> RuleError:
        return file.error(file.line_of(repr(label)[1:-1]), f"rule {label!r}: {what}")

    for key in ("id", "words", "examples", "rejects"):
        if key not in entry:
            raise wrong(f"{key} is missing")
    if label in seen:
        raise wrong("there is another rule of that name")
    seen.add(label)
    if "meaning" in entry and entry["meaning"] not in MEANINGS:
        raise wrong(f"meaning is one of {', '.join(MEANINGS)}, not {entry['meaning']!r}")
    if "relation" in entry and entry["relation"] not in get_args(RelationName):
        raise wrong(f"relation is one of {', '.join(get_args(RelationName))}, not {entry['relation']!r}")
    if not entry["examples"] or not entry["rejects"]:
        raise wrong("a rule needs examples and rejects")
