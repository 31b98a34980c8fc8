"""Did it happen?  How often an event told as having happened is published, and one that is not is held back.

usage: python benchmarks/quality/modality.py ARTICLES.jsonl[.gz] [OUTPUT.jsonl] [--given-triggers] [--rules]
                                             [--negated-actual] [--model NAME] [--json]

ARTICLES holds one JSON object a line: `id`, `text`, and `gold.events` as a list of `{start, end, modality}`, where
modality is one of dateline's six or `other` (not told as having happened, kind not stated); events without it count for
nothing.  A found trigger answers for the gold one that it shares most characters with, each used once; gold events that
were not found are left out, their share is `found`.  OUTPUT gets one annotation a line, cut to triggers and modality.

Printed: publish precision, recall and F1 (may this be stated as something that happened?), and the CPU seconds of the
parse, of attribution and of modality.  `--rules` adds, for every rule, how often it decided and how often the gold says
actual.  `--negated-actual` lists the words that hang on a plain "not", "no" or "never" and that the gold calls actual:
slips of the gold, or readings beyond the words, not to be learned.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from transforms import times
from transforms.events import attribution, modality
from transforms.events.mentions import find_mentions
from transforms.language.parse import Parse
from transforms.language.spacy_model import DEFAULT_MODEL, load_model
from transforms.model import Article, Judgement, Mention, Span

BATCH = 64


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in content.splitlines() if line.strip()]


def given_triggers(row: dict[str, Any], parse: Parse) -> tuple[Mention, ...]:
    """The gold's own event words as mentions."""
    last = {}
    for token in parse.tokens:
        last[token.start] = token
    starts = sorted(last)
    found = []
    for event in row["gold"].get("events", []):
        inside = [s for s in starts if event["start"] <= s < event["end"]]
        if inside:
            token = last[inside[-1]]
            sentence = parse.sentences[token.sentence]
            whole, trigger = Span(sentence.start, sentence.end), Span(event["start"], event["end"])
            found.append(
                Mention(trigger, event["text"], whole, token.sentence, token.i, token.lemma, "event", "other", "given")
            )
    return tuple(found)


def judged(
    rows: list[dict[str, Any]], model_name: str, given: bool, seconds: dict[str, float]
) -> Iterator[tuple[dict[str, Any], tuple[Mention, ...], tuple[Judgement, ...]]]:
    """Each row with its mentions and their judgements; CPU seconds are added up by part."""
    model = load_model(model_name)
    for first in range(0, len(rows), BATCH):
        batch = rows[first : first + BATCH]
        began = time.process_time()
        parses = list(model.parse(row["text"] for row in batch))
        seconds["parse"] += time.process_time() - began
        for row, parse in zip(batch, parses, strict=True):
            if given:
                mentions = given_triggers(row, parse)
            else:
                mentions = find_mentions(parse, times.find_times(Article(row["id"], row["text"], language="en")))
            began = time.process_time()
            statements = attribution.find_statements(parse)
            chains = attribution.chains_of([m.trigger for m in mentions], statements)
            middle = time.process_time()
            judgements = modality.judge(parse, mentions, chains)
            seconds["attribution"] += middle - began
            seconds["modality"] += time.process_time() - middle
            yield row, mentions, judgements


def matched(gold: Sequence[dict[str, Any]], mentions: Sequence[Mention]) -> dict[int, int]:
    """Gold event → mention: equal extents first, then those that share most."""
    candidates = []
    for i, event in enumerate(gold):
        for j, mention in enumerate(mentions):
            shared = min(event["end"], mention.trigger.end) - max(event["start"], mention.trigger.start)
            if shared > 0:
                same = (event["start"], event["end"]) == (mention.trigger.start, mention.trigger.end)
                candidates.append((not same, -shared, i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("output", type=Path, nargs="?")
    parser.add_argument("--given-triggers", action="store_true")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--negated-actual", action="store_true")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    seconds: dict[str, float] = {"parse": 0.0, "attribution": 0.0, "modality": 0.0}
    n: Counter[str] = Counter()
    rules: dict[tuple[str, str], Counter[str]] = {}
    lines, listed = [], []
    for row, mentions, judgements in judged(read(arguments.file), arguments.model, arguments.given_triggers, seconds):
        pairs_told = zip(mentions, judgements, strict=True)
        events = [{"start": m.trigger.start, "end": m.trigger.end, "modality": j.modality} for m, j in pairs_told]
        lines.append(json.dumps({"article": row["id"], "events": events}))
        gold = row.get("gold", {}).get("events", [])
        pairs = matched(gold, mentions)
        for i, event in enumerate(gold):
            if not event.get("modality"):
                continue
            n["labelled"] += 1
            if i not in pairs:
                continue
            judgement = judgements[pairs[i]]
            yes = event["modality"] == "actual"
            n["found"] += 1
            n["gold"] += yes
            n["published"] += judgement.modality == "actual"
            n["right"] += yes and judgement.modality == "actual"
            rules.setdefault((judgement.rule_id, judgement.modality), Counter()).update(n=1, actual=yes)
            if yes and judgement.rule_id == "not":
                n["negated_called_actual"] += 1
                cue = judgement.cue.of(row["text"]) if judgement.cue else ""
                listed.append(f"{row['id']}\t{event['start']}\t{cue}\t{event['text']}")
    if arguments.output:
        arguments.output.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    precision, recall = n["right"] / n["published"], n["right"] / n["gold"]
    result: dict[str, Any] = {
        "labelled": n["labelled"],
        "found": round(100 * n["found"] / n["labelled"], 2),
        "publish_P": round(100 * precision, 2),
        "publish_R": round(100 * recall, 2),
        "publish_F1": round(200 * precision * recall / (precision + recall), 2),
        "negated_called_actual": n["negated_called_actual"],
        "publish_R_without_those": round(100 * n["right"] / (n["gold"] - n["negated_called_actual"]), 2),
        "seconds": {name: round(value, 2) for name, value in seconds.items()},
        "rules_version": modality.rules_version(),
    }
    if arguments.json:
        print(json.dumps(result))
    else:
        for name, value in result.items():
            print(f"{name:24}{value}")
    if arguments.rules:
        for (rule, label), count in sorted(rules.items(), key=lambda item: -item[1]["n"]):
            print(f"{label:13}{rule:32}{count['n']:6}  gold actual {100 * count['actual'] / count['n']:5.1f} %")
    if arguments.negated_actual:
        print("\n".join(listed))


if __name__ == "__main__":
    main()
