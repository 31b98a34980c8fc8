"""Invented news for the benchmarks: any number of short articles, the same for the same number every time."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

_SYLLABLES = (
    "bar",
    "den",
    "fal",
    "gri",
    "hol",
    "jar",
    "kel",
    "lin",
    "mor",
    "nes",
    "ost",
    "pel",
    "ran",
    "sol",
    "tor",
    "ul",
    "ven",
    "wes",
)
_WHAT = (
    "opened a new school in {town}",
    "closed the harbour of {town} after a storm",
    "signed a contract worth {count} million crowns",
    "announced that {count} jobs would be cut in {town}",
    "elected {person} as its chair",
    "fined a company in {town} over a spill",
    "rescued {count} people from a flooded street in {town}",
    "rejected a plan to build a dam near {town}",
)
_WHEN = ("on {weekday}", "last week", "on {day}", "in {month}", "two days earlier", "yesterday")
_OUTLETS = ("North Post", "River Echo", "Hill Courier", "Bay Gazette")


def invented(count: int) -> Iterator[dict[str, str]]:
    """So many articles of five sentences or so, each with names of its own, over two years."""
    dice = random.Random(20240229)
    for nth in range(count):
        published = date(2023, 1, 1) + timedelta(days=nth * 730 // count)
        names = {
            "town": _name(dice, 3),
            "person": f"{_name(dice, 2)} {_name(dice, 3)}",
            "body": f"{_name(dice, 3)} council",
        }
        sentences = []
        for _ in range(dice.randint(4, 6)):
            what = dice.choice(_WHAT).format(**names, count=dice.randint(2, 900))
            when = _when(dice, published)
            said = dice.choice(("", f", {names['person']} said {_when(dice, published)}", ", according to a report"))
            sentences.append(f"The {names['body']} {what} {when}{said}.")
        yield {
            "id": f"invented-{nth:06}",
            "title": f"{names['town']}: {names['body']} acts",
            "text": " ".join(sentences),
            "published": published.isoformat(),
            "site": _OUTLETS[nth % len(_OUTLETS)],
            "language": "en",
        }


def _when(dice: random.Random, published: date) -> str:
    day = published - timedelta(days=dice.randint(0, 60))
    return dice.choice(_WHEN).format(weekday=f"{day:%A}", day=f"{day:%B} {day.day}, {day.year}", month=f"{day:%B %Y}")


def _name(dice: random.Random, syllables: int) -> str:
    return "".join(dice.choice(_SYLLABLES) for _ in range(syllables)).capitalize()


def write_invented(path: Path, count: int) -> Path:
    """Write them as JSON lines."""
    path.write_text("".join(json.dumps(article) + "\n" for article in invented(count)), encoding="utf-8")
    return path
