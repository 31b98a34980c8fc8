"""The words that attribute, read from `rules/attribution.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from transforms.rules.cue_files import read_cue_file
from transforms.rules.event_files import RULES
from transforms.rules.files import own_rule_file

Part = Literal["verb", "noun", "predicate", "adjective", "adverb", "preposition", "source phrase", "punctuation"]
Commitment = Literal["asserted", "discussed", "possible", "planned", "negated"]
FRAMES = frozenset(
    {
        "clause",
        "infinitive",
        "gerund",
        "object",
        "as",
        "question",
        "quote",
        "naming",
        "noun phrase",
        "preposition",
        "addressee",
        "seeming",
        "sensing",
        "experiencer",
    }
)
_OPTIONAL = frozenset({"no_source", "indefinite", "sources", "owned", "documents", "compound"})
_PARTS = frozenset({"verb", "noun", "predicate", "adjective", "adverb", "preposition", "source phrase", "punctuation"})
_COMMITMENTS = frozenset({"asserted", "discussed", "possible", "planned", "negated"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry: words that attribute in the same way."""

    id: str
    part: Part
    commitment: Commitment
    negated: Commitment
    frames: frozenset[str]
    prepositions: frozenset[str]
    indefinite: bool
    """True if an object counts only where it is new to the reader ("announced a sale", not "the sale")."""
    sources: frozenset[str]
    """The nouns that a source phrase may lead ("in a poll")."""
    documents: bool
    """True if an object counts only where it is something written or spoken ("released a memo")."""
    compound: bool
    """True if the words are a verb with its noun or adjective ("take issue")."""
    owned: bool
    """True if the source is the one to whom that noun belongs ("in his view")."""


@dataclass(frozen=True, slots=True)
class CueTable:
    """All entries, by part of speech and lemma."""

    by_lemma: Mapping[tuple[Part, str], tuple[Cue, ...]]
    by_id: Mapping[str, Cue]
    no_source: frozenset[str]
    """Nouns after "according to" that are nobody's voice."""


def read_cues(path: Path, own: Path | None = None) -> CueTable:
    """Read and check a file of reporting cues.

    Raises:
        RuleError: where the file is wrong.
    """
    file = read_cue_file(
        path,
        own=own,
        known=frozenset({"part", "commitment", "negated", "frames", "prepositions", "lemmas", *_OPTIONAL}),
        required=frozenset({"part", "commitment", "frames", "lemmas"}),
    )
    by_lemma: dict[tuple[Part, str], tuple[Cue, ...]] = {}
    by_id: dict[str, Cue] = {}
    no_source: set[str] = set()
    for line, table in file.tables:
        frames = frozenset(table["frames"])
        led = bool(frames & {"preposition", "addressee"})
        if led != bool(table.get("prepositions")) and table["part"] in ("verb", "noun"):
            raise file.error(line, table, "prepositions and the frame of that name go together")
        if not frames <= FRAMES:
            raise file.error(line, table, f"unknown frames {sorted(frames - FRAMES)}")
        if table["part"] not in _PARTS:
            raise file.error(line, table, f"unknown part {table['part']!r}")
        commitments = {table["commitment"], table.get("negated", "possible")}
        if not commitments <= _COMMITMENTS:
            raise file.error(line, table, f"unknown commitment {sorted(commitments - _COMMITMENTS)}")
        cue = Cue(
            table["id"],
            table["part"],
            table["commitment"],
            table.get("negated", "possible"),
            frames,
            frozenset(table.get("prepositions", ())),
            table.get("indefinite", False),
            frozenset(table.get("sources", ())),
            table.get("documents", False),
            table.get("compound", False),
            table.get("owned", False),
        )
        by_id[cue.id] = cue
        no_source |= set(table.get("no_source", ()))
        for lemma in dict.fromkeys(table["lemmas"]):
            by_lemma[cue.part, lemma] = (*by_lemma.get((cue.part, lemma), ()), cue)
    return CueTable(by_lemma, by_id, frozenset(no_source))


def reporting_cues() -> CueTable:
    """Return the packaged cues, and the user's own after them."""
    return _reporting_cues(own_rule_file("en", "events", "attribution.toml"))


@cache
def _reporting_cues(own: Path | None) -> CueTable:
    return read_cues(RULES / "attribution.toml", own)
