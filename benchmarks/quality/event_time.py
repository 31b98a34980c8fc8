"""When did it happen?  Annotations for a scorer of event times, and what dating costs beside the parse.

usage: python benchmarks/quality/event_time.py ARTICLES.jsonl[.gz] OUTPUT.jsonl [--assume-reporting-day]
                                               [--given-triggers] [--given-times] [--model NAME] [--json]

ARTICLES holds one JSON object a line: `id`, `text`, `published`.  OUTPUT gets one annotation a line, as `dateline
annotate` writes them, cut to what a scorer of times reads.  `--given-triggers` takes the event words from
`gold.events` (`{start, end, cls, modality}`), `--given-times` the time expressions from `gold.times` (`{start, end,
type, value}`), so that dating is measured apart from what comes before it.

Printed: how many mentions are dated and by which reason, and the CPU seconds of the parse and of dating.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from transforms import times
from transforms.events import attribution, dating, modality
from transforms.events.mentions import find_mentions
from transforms.language.parse import Parse
from transforms.language.spacy_model import DEFAULT_MODEL, load_model
from transforms.model import UNKNOWN, Article, Bounds, Judgement, Mention, Span, TimeExpression, When

_CLASSES = {"REPORTING": "reporting", "STATE": "state", "I_STATE": "state", "ASPECTUAL": "aspect"}
_SPANS = {4: "year", 7: "month", 10: "day"}


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in content.splitlines() if line.strip()]


def calendar_days(value: str) -> Bounds:
    """The days of a TIMEX3 value that is a year, quarter, month, week or day; unknown for any other."""
    try:
        if value[4:6] == "-W":
            first = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
            return Bounds(first, first + timedelta(days=6))
        if value[4:6] == "-Q":
            month = 3 * int(value[6]) - 2
            return Bounds(date(int(value[:4]), month, 1), _month_end(int(value[:4]), month + 2))
        text = value[:10].split("T")[0]
        if len(text) == 4:
            return Bounds(date(int(text), 1, 1), date(int(text), 12, 31))
        if len(text) == 7:
            return Bounds(date.fromisoformat(f"{text}-01"), _month_end(int(text[:4]), int(text[5:])))
        return Bounds(date.fromisoformat(text), date.fromisoformat(text))
    except ValueError:
        return UNKNOWN


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def given_times(row: dict[str, Any]) -> tuple[TimeExpression, ...]:
    """The expressions of the gold."""
    found = []
    for gold in sorted(row["gold"].get("times", []), key=lambda g: g["start"]):
        dated = gold["type"] in ("DATE", "TIME")
        days = calendar_days(gold["value"]) if dated else UNKNOWN
        edtf = gold["value"][:10] if days is not UNKNOWN and len(gold["value"][:10]) in _SPANS else None
        found.append(
            TimeExpression(
                Span(gold["start"], gold["end"]),
                gold["text"],
                gold["type"],
                gold["value"],
                "given",
                edtf=edtf,
                interval=days,
            )
        )
    return tuple(found)


def given_triggers(row: dict[str, Any], parse: Parse) -> tuple[list[Mention], list[Judgement]]:
    """The event words of the gold with their modality (`actual` where the gold has none)."""
    mentions, judgements = [], []
    for gold in sorted(row["gold"].get("events", []), key=lambda g: g["start"]):
        inside = [t for t in parse.tokens if t.start < gold["end"] and gold["start"] < t.end]
        if not inside:
            continue
        within = {t.i for t in inside}
        head = next((t for t in inside if t.head not in within), inside[-1])
        sentence = parse.sentences[head.sentence]
        span = Span(gold["start"], gold["end"])
        name: Any = _CLASSES.get(gold.get("cls", ""), "event")
        mentions.append(
            Mention(
                span,
                gold["text"],
                Span(sentence.start, sentence.end),
                sentence.i,
                head.i,
                head.lemma,
                name,
                "other",
                "given",
            )
        )
        modality: Any = {"other": "possible", None: "actual"}.get(gold.get("modality"), gold.get("modality"))
        judgements.append(Judgement(modality, "given"))
    return mentions, judgements


def when_record(when: When | None) -> dict[str, Any] | None:
    """A `when` as scorers read it."""
    if when is None:
        return None

    def days(bounds: Bounds) -> list[str | None]:
        return [day.isoformat() if day else None for day in (bounds.earliest, bounds.latest)]

    return {
        "kind": when.kind,
        "edtf": when.edtf,
        "start": days(when.start),
        "end": days(when.end),
        "reason": when.reason,
    }


def record(row: dict[str, Any], mentions: Sequence[Mention], whens: Sequence[When | None]) -> dict[str, Any]:
    """One line of output."""
    events = [
        {"start": m.trigger.start, "end": m.trigger.end, "text": m.text, "when": when_record(w)}
        for m, w in zip(mentions, whens, strict=True)
    ]
    return {"article": row["id"], "events": events}


def main() -> None:
    """Annotate, write, count."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("articles", type=Path)
    p.add_argument("output", type=Path)
    p.add_argument("--assume-reporting-day", action="store_true")
    p.add_argument("--given-triggers", action="store_true")
    p.add_argument("--given-times", action="store_true")
    p.add_argument("--model", default=DEFAULT_MODEL)
    p.add_argument("--json", action="store_true")
    a = p.parse_args()
    rows, model = read(a.articles), load_model(a.model)
    start = time.process_time()
    parses = list(model.parse(row["text"] for row in rows))
    parsing, spent = time.process_time() - start, 0.0
    reasons: Counter[str] = Counter()
    dated = total = 0
    with a.output.open("w", encoding="utf-8") as out:
        for row, parse in zip(rows, parses, strict=True):
            published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
            article = Article(row["id"], row["text"], published=published, language="en")
            found = given_times(row) if a.given_times else times.find_times(article)
            statements = attribution.find_statements(parse)
            if a.given_triggers:
                mentions, judgements = given_triggers(row, parse)
                chains = [attribution.chain_of(m.trigger, statements) for m in mentions]
            else:
                mentions = list(find_mentions(parse, found))
                chains = [attribution.chain_of(m.trigger, statements) for m in mentions]
                judgements = list(modality.judge(parse, mentions, chains))
            start = time.process_time()
            judged = list(zip(mentions, judgements, chains, strict=True))
            whens = dating.date_mentions(
                article, parse, found, judged, assume_reporting_day=a.assume_reporting_day
            ).whens
            spent += time.process_time() - start
            reasons.update(w.reason for w in whens if w)
            dated += sum(w.dated for w in whens if w)
            total += len(whens)
            out.write(json.dumps(record(row, mentions, whens), ensure_ascii=False) + "\n")
    figures = {
        "articles": len(rows),
        "mentions": total,
        "dated": dated,
        "parse_seconds": round(parsing, 2),
        "dating_seconds": round(spent, 2),
        "dating_share": round(spent / parsing, 4) if parsing else None,
        "reasons": dict(reasons.most_common()),
    }
    if a.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:16} {value}")


if __name__ == "__main__":
    main()
