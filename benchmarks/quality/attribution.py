"""Who said what?  Cues, sources and contents of the outermost statements against a corpus of attributions.

usage: python benchmarks/quality/attribution.py ARTICLES.jsonl[.gz] [OUTPUT.jsonl] [--split NAME] [--rules]
                                                [--model NAME] [--json]

ARTICLES holds one JSON object a line: `id`, `text`, `gold.attributions` as a list of `{source, cue, content}`, each a
list of `[start, end]`, and perhaps `gold.split`.  OUTPUT gets one line an article with `attributions`, the outermost
statements, as `dateline annotate` writes them.

cue P/R/F1     a found cue shares a character with a gold cue, one to one; gold without a cue is left out
source         of the matched: shares a character with the gold source, where there is one
content        mean over the matched of the F1 of characters
whole P/R/F1   cue and source are right, and the content's F1 is at least one half

`--rules` adds how often each rule found a cue, and how often that was one of the gold's.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from transforms.events.attribution import find_statements, outermost
from transforms.language.spacy_model import DEFAULT_MODEL, load_model
from transforms.model import Span, Statement
from transforms.rules.versions import stage_version

BATCH = 64


def read(path: Path, split: str | None) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines, of one split where that is asked for."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    rows = [json.loads(line) for line in content.splitlines() if line.strip()]
    return [row for row in rows if split is None or row["gold"].get("split") == split]


def shared(first: Sequence[Span], second: Sequence[Span]) -> int:
    """Characters in both."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in first for b in second)


def size(part: Sequence[Span]) -> int:
    """Characters in all."""
    return sum(span.end - span.start for span in part)


def as_written(statement: Statement) -> dict[str, Any]:
    """One statement as the annotation format has it."""
    source = statement.source
    return {
        "source": None if source is None else [source.start, source.end],
        "cue": [statement.cue.start, statement.cue.end],
        "content": [[part.start, part.end] for part in statement.content],
        "source_kind": statement.source_kind,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("output", type=Path, nargs="?")
    parser.add_argument("--split")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rows = read(arguments.file, arguments.split)
    model = load_model(arguments.model)
    n: Counter[str] = Counter()
    rules: dict[str, Counter[str]] = {}
    lines, content, parsing, finding = [], 0.0, 0.0, 0.0
    for first in range(0, len(rows), BATCH):
        batch = rows[first : first + BATCH]
        began = time.process_time()
        parses = list(model.parse(row["text"] for row in batch))
        parsing += time.process_time() - began
        for row, parse in zip(batch, parses, strict=True):
            began = time.process_time()
            found = outermost(find_statements(parse))
            finding += time.process_time() - began
            lines.append(json.dumps({"article": row["id"], "attributions": [as_written(s) for s in found]}))
            free = list(found)
            n["found"] += len(found)
            for gold in row["gold"].get("attributions", []):
                source, cue, spans = ([Span(a, b) for a, b in gold[k]] for k in ("source", "cue", "content"))
                if not cue:
                    continue
                n["gold"] += 1
                match = next((s for s in free if shared(cue, [s.cue])), None)
                if match is None:
                    continue
                free.remove(match)
                n["matched"] += 1
                right = not source or (match.source is not None and shared(source, [match.source]) > 0)
                n["with_source"] += bool(source)
                n["source_right"] += bool(source) and right
                total = size(spans) + size(match.content)
                overlap = 2 * shared(spans, match.content) / total if total else 0.0
                content += overlap
                n["whole"] += right and overlap >= 0.5
            for statement in found:
                kept = not any(statement is other for other in free)
                rules.setdefault(statement.rule_id, Counter()).update(n=1, right=kept)
    if arguments.output:
        arguments.output.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    result: dict[str, Any] = {"articles": len(rows), "gold": n["gold"], "found": n["found"]}
    for name, hits in (("cue", n["matched"]), ("whole", n["whole"])):
        precision, recall = hits / n["found"], hits / n["gold"]
        result[f"{name}_P"], result[f"{name}_R"] = round(100 * precision, 2), round(100 * recall, 2)
        result[f"{name}_F1"] = round(200 * precision * recall / (precision + recall), 2)
    result["source_of_matched"] = round(100 * n["source_right"] / n["with_source"], 2)
    result["content_of_matched"] = round(100 * content / n["matched"], 2)
    result |= {
        "seconds": {"parse": round(parsing, 2), "attribution": round(finding, 2)},
        "rules": stage_version("events"),
    }
    if arguments.json:
        print(json.dumps(result))
    else:
        for name, value in result.items():
            print(f"{name:24}{value}")
    if arguments.rules:
        for rule, count in sorted(rules.items(), key=lambda item: -item[1]["n"]):
            print(f"{rule:28}{count['n']:6}  right {100 * count['right'] / count['n']:5.1f} %")


if __name__ == "__main__":
    main()
