"""What a reader says of a row, and the shares that follow, each with its margin.

A file of verdicts is a CSV of ids and verdicts alone, no word of any article, so that it may be kept with the code.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

IDS = ("story", "event_id")
YES_NO = ("y", "n")
QUESTIONS: dict[str, tuple[str, ...]] = {
    "date": ("right", "wrong", "too vague", "cannot tell"),
    "happened": YES_NO,
    "type": YES_NO,
    "title": ("good", "usable", "broken"),
    "wanted": YES_NO,
    "one": YES_NO,
}
"""Each question with its answers: is the date right, did it happen as the row says, is the type right, is the title
good, would an editor want the row, are all its mentions one happening."""
COLUMNS = (*IDS, *QUESTIONS)
Verdict = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Share:
    """How many rows of those judged got one answer, with the 95 % interval by Wilson."""

    count: int
    judged: int
    low: float
    high: float


def share(count: int, judged: int) -> Share:
    """Return the share of rows with its 95 % interval, which is the whole range where none was judged."""
    if not judged:
        return Share(0, 0, 0.0, 1.0)
    z = 1.959964
    p, tail = count / judged, z * z / judged
    middle = (p + tail / 2) / (1 + tail)
    half = z * sqrt(p * (1 - p) / judged + tail / (4 * judged)) / (1 + tail)
    return Share(count, judged, max(0.0, middle - half), min(1.0, middle + half))


def read_verdicts(paths: Iterable[Path]) -> list[Verdict]:
    """Return the verdicts of all files.

    Raises:
        SystemExit: where a column is missing or unknown, or an answer is none of the question's, naming the row.
    """
    return [verdict for path in paths for verdict in _verdicts(path)]


def _verdicts(path: Path) -> Iterator[Verdict]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if set(rows.fieldnames or ()) != set(COLUMNS):
            raise SystemExit(f"{path}: its columns must be {', '.join(COLUMNS)} and no others")
        for row in rows:
            verdict = {column: (row[column] or "").strip() for column in COLUMNS}
            for question, answers in QUESTIONS.items():
                if verdict[question] and verdict[question] not in answers:
                    raise SystemExit(
                        f"{path}: row {verdict['event_id']}: {question} is {verdict[question]!r},"
                        f" not one of {', '.join(answers)}"
                    )
            yield verdict


def stands(verdict: Verdict) -> bool:
    """True if the row could be printed as it is: date, happening, title, type, and one happening all right."""
    return (
        verdict["date"] == "right"
        and verdict["happened"] == "y"
        and verdict["type"] != "n"
        and verdict["title"] in ("good", "usable")
        and verdict["one"] != "n"
    )


def summary(verdicts: Iterable[Verdict]) -> dict[tuple[str, str], Share]:
    """Return the share of every answer among the rows for which the question was answered."""
    read = list(verdicts)
    shares: dict[tuple[str, str], Share] = {}
    for question, answers in QUESTIONS.items():
        given = [verdict[question] for verdict in read if verdict[question]]
        shares |= {(question, answer): share(given.count(answer), len(given)) for answer in answers}
    whole = [verdict for verdict in read if all(verdict[question] for question in ("date", "happened", "title"))]
    shares["stands", "y"] = share(sum(map(stands, whole)), len(whole))
    return shares


def summary_lines(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """The summary as a table of text."""
    for (question, answer), found in summary(verdicts).items():
        percent = 100 * found.count / found.judged if found.judged else 0.0
        yield (
            f"{question:<9} {answer:<11} {found.count:4} of {found.judged:<4} {percent:5.1f} %"
            f"   {100 * found.low:5.1f} to {100 * found.high:5.1f}"
        )
