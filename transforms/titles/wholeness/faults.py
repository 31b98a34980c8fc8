"""What makes a line no title, whatever made it: faults, each with lines that have it and like ones that have not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from transforms.titles.words import title_words

Kind = Literal["opening", "ending", "marks", "voice", "seam", "short"]

_QUOTED = re.compile(r"“[^”]*”")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
REPORTED = re.compile(r"\w, \w.* sa(?:id|ys?)$")
"""What somebody said, and that he said so at its end: "The mill is sold, the mayor said"."""
_SAYS = re.compile(r"^(?P<who>.{2,60}?) (?:says|say|said|tells|tell|told) (?P<first>\S+)(?: (?P<second>\S+))?")
_STRAY = re.compile(r"[\\|*•`]|\b[A-Z][a-z]{3,}/[A-Z][a-z]|https?:|www\.|…|\.\.\.|--|^\W*['’]s\b|^[^\w“$€£#'‘(]|,\s+,")
_OF_THEM = re.compile(r"(?:\w+ ){1,4}of (?:whom|which|them)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"(\w{2,}) (?=([A-Z]\w*) [a-z])")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
_SHORTEST = 3
_SPARE, _GOOD = 4, 18


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of a line, how it is found, lines that have it, and like ones that have not."""

    kind: Kind
    says: str
    finds: Callable[[str, Sequence[str]], bool]
    examples: tuple[str, ...]
    rejects: tuple[str, ...]


def _opens_badly(line: str, words: Sequence[str]) -> bool:
    if _OF_THEM.match(line):
        return True
    first, second = words[0].casefold(), words[1].casefold() if len(words) > 1 else ""
    if first in title_words().unnamed:
        return True
    return first in title_words().scraps and f"{first} {second}" not in title_words().measures


def _ends_badly(line: str, words: Sequence[str]) -> bool:
    return words[-1].casefold() in title_words().dangling and not line.endswith("”") and not REPORTED.search(line)


def _marks_badly(line: str, _: Sequence[str]) -> bool:
    return bool(_STRAY.search(line)) or any(line.count(a) != line.count(b) for a, b in _PAIRS)


def _speaks(line: str, _: Sequence[str]) -> bool:
    bare = ["", *_WORD.findall(_QUOTED.sub(" ", line))]
    return any(
        w.casefold() in title_words().speakers and (not w.isupper() or (w == "I" and not before[:1].isupper()))
        for before, w in pairwise(bare)
    )


def _says_of_himself(line: str, _: Sequence[str]) -> bool:
    found = _SAYS.match(line)
    if found is None:
        return False
    last = found["who"].split()[-1]
    return last[:1].isupper() and last in (found["first"], found["second"])


def _runs_on(line: str, _: Sequence[str]) -> bool:
    return any(
        capital.casefold() in title_words().line_openers and before.casefold() not in title_words().dangling
        for before, capital in _CAPITAL.findall(line)
    )


def _is_short(_: str, words: Sequence[str]) -> bool:
    return len(words) < _SHORTEST


FAULTS = (
    Fault(
        "opening",
        "begins with a pronoun, a conjunction or a preposition",
        _opens_badly,
        (
            "He leaves the harbour board",
            "Which closed the mill in Tarn",
            "And sold the ferry",
            "More than 20 of whom fled",
        ),
        (
            "Up to 20 boats sink off Tarn",
            "As many as 40 farmers march",
            "Over 300 people leave Kalm",
            "Ada Vale leaves",
        ),
    ),
    Fault(
        "ending",
        "ends in a word that leads on",
        _ends_badly,
        ("Harbour board closes the", "Mill is sold to a firm that", "Council votes for"),
        ("Ferry takes off", "Talks break down", "Ada Vale: “We know who did it and what for”"),
    ),
    Fault(
        "marks",
        "has half a pair of marks, a stroke, an address or dots for what is missing",
        _marks_badly,
        ("Vale: “The dam is safe", "Photo\\Vale The dam bursts", "Dam in Kalm bursts …", "'s glitches delay the ferry"),
        ("Vale: “The dam is safe”", "Club (founded 1901) moves to Tarn", "$40 million is paid to the state"),
    ),
    Fault(
        "voice",
        "speaks as “I”, “we” or “you” outside of quotation marks",
        _speaks,
        ("I have seen the wreck", "Mayor says we have found two bodies"),
        ("Berg: “I am innocent”", "US withdraws its ambassador", "Blast at the reactor Kalm I"),
    ),
    Fault(
        "voice",
        "has somebody speak of himself by name",
        _says_of_himself,
        ("Ada Vale says Vale had left the harbour", "Berg says Jorge Berg pleads guilty to theft"),
        ("Ada Vale says she had left the harbour", "Union says five men died"),
    ),
    Fault(
        "seam",
        "runs from one line of a page into another",
        _runs_on,
        ("Ferries lie idle in Tarn The strike is over", "Storm over Kalm Many roofs fall"),
        ("Union moves to The Hague", "Falcon 9 lands in the desert", "Film Over The Hills opens"),
    ),
    Fault(
        "short",
        "is of one word or two",
        _is_short,
        ("Storm", "Judge rules", "Fire"),
        ("Mayor of Tarn", "Storm hits Kalm"),
    ),
)


def faults_of(line: str) -> frozenset[Kind]:
    """Return the kinds of faults that a line has."""
    words = _WORD.findall(line)
    if not words:
        return frozenset({"short"})
    return frozenset(fault.kind for fault in FAULTS if fault.finds(line, words))


def is_sound(line: str) -> bool:
    """True if a line has none of the faults."""
    return not faults_of(line)


_WEIGHTS: dict[Kind, int] = {"voice": 6, "seam": 6, "opening": 4, "ending": 4, "marks": 4, "short": 2}
"""How bad the faults are: what misleads most, what is only broken less, what says little least."""


def weakness(line: str) -> int:
    """Return how poor a line is beside others: its faults, whether it says little, whether it is very long."""
    return sum(_WEIGHTS[kind] for kind in faults_of(line)) + _is_thin(line) + (len(line.split()) > _GOOD)


def _is_thin(line: str) -> bool:
    """True if a line of a few words has neither a name nor a number in it."""
    words = line.split()
    return len(words) < _SPARE and not any(w[:1].isupper() or w[:1].isdigit() for w in words[1:])
