"""Are the words found that name an event?  Precision and recall of triggers, and how many types are `other`.

usage: python benchmarks/quality/triggers.py ARTICLES.jsonl[.gz] [--model NAME] [--articles N] [--errors] [--json]

ARTICLES holds one JSON object a line: `id`, `text` and, to be scored, `gold.events` as a list of `{start, end}` in code
points of the text.  A found trigger is right where it shares a character with a gold one, each used once.  Where only
some sentences were annotated (`gold.validated_sentences`), only those count.  `other` is the share of that type among
the mentions whose class can reach the timeline (event and reporting).
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from transforms import times
from transforms.events.mentions import find_mentions
from transforms.events.mentions.event_types import OTHER
from transforms.language.parse import Parse
from transforms.language.spacy_model import DEFAULT_MODEL, load_model
from transforms.model import Article, Mention, Span
from transforms.rules.versions import stage_version

BATCH = 64


def read(path: Path, most: int | None) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in content.splitlines()[:most]]


def annotated(
    rows: list[dict[str, Any]], model_name: str
) -> Iterator[tuple[dict[str, Any], Parse, tuple[Mention, ...]]]:
    """Each row with its parse and its mentions."""
    model = load_model(model_name)
    for first in range(0, len(rows), BATCH):
        batch = rows[first : first + BATCH]
        for row, parse in zip(batch, model.parse(row["text"] for row in batch), strict=True):
            yield row, parse, find_mentions(parse, times.find_times(Article(row["id"], row["text"], language="en")))


def pairs(gold: list[Span], found: list[Span]) -> dict[int, int]:
    """Gold trigger → found trigger that meets it, from left to right, each used once."""
    taken: dict[int, int] = {}
    free = set(range(len(found)))
    for i, span in enumerate(gold):
        match = next((j for j in sorted(free) if found[j].meets(span)), None)
        if match is not None:
            taken[i] = match
            free.discard(match)
    return taken


def annotated_part(row: dict[str, Any]) -> list[Span] | None:
    """The sentences whose annotation is complete; `None` for the whole text."""
    wanted = row.get("gold", {}).get("validated_sentences")
    if wanted is None:
        return None
    return [Span(start, end) for number, start, end in row["gold"]["sentences"] if number in set(wanted)]


def measure(rows: list[dict[str, Any]], model_name: str, errors: list[str] | None) -> dict[str, Any]:
    """All figures over all rows."""
    count: Counter[str] = Counter()
    classes: Counter[str] = Counter()
    types: Counter[str] = Counter()
    for row, _, mentions in annotated(rows, model_name):
        classes.update(m.event_class for m in mentions)
        types.update(m.event_type for m in mentions if m.event_class in ("event", "reporting"))
        gold = [Span(e["start"], e["end"]) for e in row.get("gold", {}).get("events", [])]
        part = annotated_part(row)
        found = [m.trigger for m in mentions if part is None or any(span.holds(m.trigger) for span in part)]
        matched = pairs(gold, found)
        count.update(gold=len(gold), found=len(found), right=len(matched))
        count["exact"] += sum(gold[i] == found[j] for i, j in matched.items())
        if errors is not None:
            used = set(matched.values())
            errors += [
                f"missed\t{row['id']}\t{s.start}\t{s.of(row['text'])}" for i, s in enumerate(gold) if i not in matched
            ]
            errors += [
                f"spurious\t{row['id']}\t{s.start}\t{s.of(row['text'])}" for j, s in enumerate(found) if j not in used
            ]
    result: dict[str, Any] = {"articles": len(rows), "gold": count["gold"], "found": count["found"]}
    if count["gold"]:
        precision, recall = count["right"] / count["found"], count["right"] / count["gold"]
        result |= {"precision": round(100 * precision, 2), "recall": round(100 * recall, 2)}
        result["f1"] = round(200 * precision * recall / (precision + recall), 2)
        result["exact_spans"] = round(100 * count["exact"] / count["right"], 2)
    result["other"] = round(100 * types[OTHER] / types.total(), 2)
    result["classes"] = dict(classes.most_common())
    result["types"] = dict(types.most_common())
    return result


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--articles", type=int)
    parser.add_argument("--errors", action="store_true", help="list missed and spurious triggers")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    errors: list[str] | None = [] if arguments.errors else None
    result = measure(read(arguments.file, arguments.articles), arguments.model, errors)
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    result |= {"model": arguments.model, "rules": stage_version("events"), "commit": commit.stdout.strip()}
    if arguments.json:
        print(json.dumps(result))
    else:
        for name, value in result.items():
            shown = " ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, dict) else value
            print(f"{name:12}{shown}")
    for line in errors or ():
        print(line)


if __name__ == "__main__":
    main()
