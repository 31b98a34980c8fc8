"""How long merging takes: 10,000 and 100,000 mentions of invented stories, CPU seconds of one core.

    python benchmarks/speed/merge.py [--json]

Stories are of all sizes (few are told by many articles, most by few); an article tells of one story with a vocabulary
of its own, shared by the articles of that story, and with words that all stories share.  The corpus is the same for
the same number of mentions.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import time
from datetime import date, timedelta
from pathlib import Path

from transforms.coreference.resolve import MergeMention, block_keys, merge
from transforms.coreference.values import MergeActor
from transforms.language.concepts import light_words
from transforms.language.salience import Salient
from transforms.model import Bounds, When

SYLLABLES = (
    "bra",
    "dor",
    "el",
    "fim",
    "gan",
    "hul",
    "is",
    "jo",
    "kel",
    "lun",
    "mar",
    "nev",
    "or",
    "pes",
    "quin",
    "ros",
)
WORDS = ("kill", "say", "arrest", "win", "meet", "announce", "attack", "visit", "sell", "open", "find", "vote", "crash")
MENTIONS_AN_ARTICLE = 25
ARTICLES = (1, 1, 2, 1, 3, 1, 5, 1, 2, 8, 1, 15, 2, 1, 30, 4)
"""Articles a story, over and over."""
FIRST_DAY = date(2025, 1, 1)


def invented(number: int, seed: int = 7) -> list[MergeMention]:
    """As many mentions as asked for, of invented stories."""
    chance = random.Random(seed)
    mentions: list[MergeMention] = []
    story = article = 0
    while len(mentions) < number:
        story += 1
        names = ["".join(chance.choices(SYLLABLES, k=4)) for _ in range(12)]
        words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(30)]
        happenings = chance.sample(WORDS, 6) + [f"{''.join(chance.choices(SYLLABLES, k=2))}e" for _ in range(60)]
        day = FIRST_DAY + timedelta(days=chance.randrange(365))
        for _ in range(ARTICLES[story % len(ARTICLES)]):
            article += 1
            words_of = chance.sample(names, 8) + chance.sample(words, 20)
            salient = tuple(Salient(w, 20.0 - i / 2, w in names) for i, w in enumerate(words_of))
            published = day + timedelta(days=chance.randrange(20))
            for n in range(MENTIONS_AN_ARTICLE):
                lemma = chance.choice(happenings)
                near = tuple(chance.sample(names, 3) + chance.sample(words, 5))
                known = chance.random() < 0.3
                bounds = Bounds(day, day) if known else Bounds(None, published)
                mentions.append(
                    MergeMention(
                        mention_id=f"m{article}-{n}",
                        article_id=f"a{article}",
                        trigger_start=n * 80,
                        trigger=lemma,
                        lemma=lemma,
                        event_class="reporting" if lemma == "say" else "event",
                        event_type="other",
                        published=published,
                        when=When("point", bounds, bounds, "", "unknown", "", dated=known),
                        actors=(MergeActor("agent", chance.choice(names)), MergeActor("patient", chance.choice(names))),
                        near=near,
                        salient=salient,
                    )
                )
    return mentions[:number]


def measure(number: int) -> dict[str, float | int]:
    """Mentions, events and seconds of one merge."""
    mentions = invented(number)
    begun = time.process_time()
    merged = merge(mentions)
    seconds = time.process_time() - begun
    return {"mentions": number, "events": len(merged.events), "cpu_seconds": round(seconds, 2)}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--mentions", type=int, nargs="*", default=[10_000, 100_000])
    asked = parser.parse_args()
    light_words()
    block_keys(invented(1)[0])
    rows = [measure(number) for number in asked.mentions]
    result = {"machine": platform.machine(), "python": platform.python_version(), "runs": rows}
    if len(rows) > 1:
        result["times_longer"] = round(rows[-1]["cpu_seconds"] / max(0.01, rows[0]["cpu_seconds"]), 1)
    if asked.json:
        print(json.dumps(result))
        return
    for row in rows:
        print(f"{row['mentions']:>9,} mentions  {row['events']:>9,} events  {row['cpu_seconds']:>8.2f} s of CPU")
    if "times_longer" in result:
        print(
            f"{rows[-1]['mentions'] // rows[0]['mentions']} times the mentions: {result['times_longer']} times the time"
        )


if __name__ == "__main__":
    import sys

    sys.path.insert(0, str(Path(__file__).parents[2]))
    main()
