"""The words that decide modality, read from `rules/modality.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from transforms.rules.cue_files import read_cue_file
from transforms.rules.event_files import RULES
from transforms.rules.files import own_rule_file

Effect = Literal["negated", "planned", "possible", "hypothetical", "generic", "same", "actual"]
_EFFECTS = frozenset({"negated", "planned", "possible", "hypothetical", "generic", "same", "actual"})
_KINDS = frozenset(
    {
        "negator",
        "auxiliary",
        "adverb",
        "condition",
        "marker",
        "embedding",
        "modifier",
        "occurrence",
        "outlook",
        "idiom",
        "softener",
        "causative",
        "mandate",
        "elided",
        "wish",
        "message",
        "hedge",
        "occasion",
        "frequency",
        "courtesy",
        "aim",
        "rejection",
        "slated",
        "claim",
        "dispute",
    }
)
_KEYS = frozenset(
    {"kind", "part", "modality", "negated", "frames", "prepositions", "definite", "denies", "averts", "foresees"}
    | {"conditional", "softens", "idiom_of", "words"}
)
_FRAMES = frozenset({"infinitive", "gerund", "clause", "object", "preposition"})


@dataclass(frozen=True, slots=True)
class ModalCue:
    """One entry: words that act on an event in the same way."""

    id: str
    effect: Effect
    negated: Effect
    frames: frozenset[str]
    definite: bool
    """True if it reaches an object that is known ("cancelled the vote"), not only a new one ("wants a vote")."""
    foresees: bool = False
    conditional: bool = False
    softens: bool = False
    idiom_of: str | None = None
    denies: bool = False
    """True if what it negates is said not to have happened, rather than not to have come about."""
    averts: bool = False
    """True if what it governs would lie ahead."""


@dataclass(frozen=True, slots=True)
class ModalTable:
    """All entries: by kind and word, embedding ones by part of speech, frame and lemma."""

    by_word: Mapping[tuple[str, str], ModalCue]
    embedding: Mapping[tuple[str, str, str], ModalCue]
    causative: frozenset[str]
    """Verbs that take a bare verb for what comes about ("let them go")."""
    words: Mapping[str, frozenset[str]]
    """Closed sets of words by the name of the construction."""
    denying: frozenset[str]
    """Ids of the entries by which somebody denies."""
    averting: frozenset[str] = frozenset()
    """Ids of the entries that keep what would lie ahead from coming about."""


def read_modal_cues(path: Path, own: Path | None = None) -> ModalTable:
    """Read and check a file of modality cues.

    Raises:
        RuleError: where the file is wrong, or a word has two entries that would both decide.
    """
    file = read_cue_file(
        path,
        own=own,
        known=_KEYS,
        required=frozenset({"kind", "modality", "words"}),
    )
    by_word: dict[tuple[str, str], ModalCue] = {}
    embedding: dict[tuple[str, str, str], ModalCue] = {}
    for line, table in file.tables:
        kind = table["kind"]
        if kind not in _KINDS:
            raise file.error(line, table, f"unknown kind {kind!r}")
        frames = frozenset(table.get("frames", ()))
        if not frames <= _FRAMES or (kind == "embedding") != bool(frames):
            raise file.error(line, table, f"frames are for embedding words: {sorted(_FRAMES)}")
        effects = {table["modality"], table.get("negated", "same")}
        if not effects <= _EFFECTS:
            raise file.error(line, table, f"unknown modality {sorted(effects - _EFFECTS)}")
        cue = ModalCue(
            id=table["id"],
            effect=table["modality"],
            negated=table.get("negated", table["modality"]),
            frames=frames,
            definite=table.get("definite", True),
            foresees=table.get("foresees", False),
            conditional=table.get("conditional", False),
            softens=table.get("softens", False),
            idiom_of=table.get("idiom_of"),
            denies=table.get("denies", False),
            averts=table.get("averts", False),
        )
        for word in table["words"]:
            if kind != "embedding":
                if by_word.setdefault((kind, word), cue) is not cue:
                    raise file.error(line, table, f"{word!r} is a {kind} twice")
                continue
            for frame in _expanded(frames, table.get("prepositions", ())):
                key = (table["part"], frame, word)
                if embedding.setdefault(key, cue) is not cue:
                    raise file.error(line, table, f"{word!r} embeds a {frame} twice")
    every = {cue.id: cue for cue in (*by_word.values(), *embedding.values())}
    for line, table in file.tables:
        if table.get("idiom_of", table["id"]) not in every:
            raise file.error(line, table, f"{table['idiom_of']!r} is no entry")
    denying = frozenset(cue.id for cue in (*by_word.values(), *embedding.values()) if cue.denies)
    averting = frozenset(cue.id for cue in embedding.values() if cue.averts)
    causative = frozenset(word for kind, word in by_word if kind == "causative")
    word_sets = {name: frozenset(of) for name, of in file.files[0].tables.get("words", {}).items()}
    return ModalTable(by_word, embedding, causative, word_sets, denying, averting)


def _expanded(frames: frozenset[str], prepositions: Sequence[str]) -> list[str]:
    """Return the frames, that of prepositions as one for each of them ("after from"), or as it is where any will do."""
    named = [f"after {word}" for word in prepositions]
    return [f for frame in sorted(frames) for f in (named if frame == "preposition" and named else [frame])]


def modal_cues() -> ModalTable:
    """Return the packaged cues, and the user's own after them."""
    return _modal_cues(own_rule_file("en", "events", "modality.toml"))


@cache
def _modal_cues(own: Path | None) -> ModalTable:
    return read_modal_cues(RULES / "modality.toml", own)


def words(name: str) -> frozenset[str]:
    """Return a closed set of words of the packaged file."""
    return _modal_cues(None).words[name]
