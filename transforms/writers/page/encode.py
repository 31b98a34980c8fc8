"""The page's data: columns instead of rows, and every repeated string once, so that 50,000 events stay small."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from transforms.writers.dates_in_words import when_in_words
from transforms.writers.inert import inert, one_line, safe_link
from transforms.writers.rows import Row, TimelineRows

_EPOCH = date(1970, 1, 1).toordinal()
_BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")
_JOINS_SHOWN = 20


class _Strings:
    """Numbers for strings, in order of first use; 0 is no string at all."""

    def __init__(self) -> None:
        self.values: list[str | None] = [None]
        self._numbers: dict[str | None, int] = {None: 0}

    def __call__(self, text: str | None) -> int:
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self.values)
            self.values.append(one_line(text or ""))
        return number

    def all(self, texts: Iterable[str] | None) -> list[int]:
        return [self(text) for text in texts or ()]


def encode(rows: TimelineRows) -> dict[str, Any]:
    """Everything the page needs, ready for JSON.

    Days are numbers counted from 1970-01-01, as JavaScript's own; references are positions in the other columns.
    """
    strings = _Strings()
    article_at = {row["article_id"]: i for i, row in enumerate(rows.articles)}
    times, time_at = _times(rows, strings)
    of_mention: dict[str, list[list[int]]] = defaultdict(list)
    for link in rows.mention_times:
        if link["time_expression_id"] in time_at:
            of_mention[link["mention_id"]].append(
                [time_at[link["time_expression_id"]], strings(link["role"]), strings(link["reason"])]
            )
    by_event: dict[str, list[Row]] = defaultdict(list)
    for row in rows.mentions:
        if row["event_id"] is not None:
            by_event[row["event_id"]].append(row)
    mentions: list[Row] = []
    first: list[int] = []
    for event in rows.events:
        first.append(len(mentions))
        mentions += by_event[event["event_id"]]
    first.append(len(mentions))
    mention_at = {row["mention_id"]: i for i, row in enumerate(mentions)}
    event_at = {row["event_id"]: i for i, row in enumerate(rows.events)}
    return {
        "title": one_line(rows.title),
        "version": rows.version,
        "published_at": rows.published_at,
        "articles": [_article(row) for row in rows.articles],
        "times": times,
        "events": _events(rows.events, strings) | {"mentions": first},
        "mentions": _mentions(mentions, strings, article_at, of_mention),
        "evidence": _evidence(rows.bounds, strings, event_at, mention_at, time_at),
        "joins": _joins(rows.joins, strings, event_at, mention_at),
        "figures": _figures(rows.figures, strings, event_at, mention_at),
        "conflicts": [
            [event_at[row["event_id"]], strings(row["detail"])] for row in rows.conflicts if row["event_id"] in event_at
        ],
        "strings": strings.values,
    }


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal() - _EPOCH


def _article(row: Row) -> list[Any]:
    return [
        row["article_id"], one_line(row["title"] or ""), one_line(row["site"] or ""), safe_link(row["url"]),
        _day(row["published"]), row["language"],
    ]  # fmt: skip


def _times(rows: TimelineRows, strings: _Strings) -> tuple[list[list[Any]], dict[str, int]]:
    """Expressions that date something, equal ones once, and where each id's is."""
    used = {link["time_expression_id"] for link in rows.mention_times}
    used |= {bound["time_expression_id"] for bound in rows.bounds}
    columns: list[list[Any]] = []
    number: dict[tuple[Any, ...], int] = {}
    at = {}
    for row in rows.times:
        if row["time_expression_id"] in used:
            told = (
                strings(row["text"]), strings(row["value"]), strings(row["rule_id"]),
                _day(row["anchor_date"]), strings(row["anchor_reason"]),
            )  # fmt: skip
            at[row["time_expression_id"]] = number.setdefault(told, len(columns))
            if number[told] == len(columns):
                columns.append(list(told))
    return columns, at


def _events(events: Sequence[Row], strings: _Strings) -> dict[str, list[Any]]:
    flags = ("dated", "approximate", "ongoing", "contested", "on_timeline")
    return {
        "id": [e["event_id"] for e in events],
        "title": [one_line(e["title"]) for e in events],
        "when": [strings(when_in_words(e)) for e in events],
        "edtf": [strings(e["edtf"]) for e in events],
        "type": [strings(e["event_type"]) for e in events],
        "precision": [strings(e["precision"]) for e in events],
        "modality": [strings(e["modality"]) for e in events],
        "reason": [strings(e["reason"]) for e in events],
        "place": [strings(e["place"]) for e in events],
        "actors": [strings.all(e["actors"]) for e in events],
        "speakers": [strings.all(e["speakers"]) for e in events],
        "sites": [strings.all(e["sites"]) for e in events],
        "sources": [e["independent_articles"] for e in events],
        "flags": [sum(1 << i for i, name in enumerate(flags) if e[name]) for e in events],
    } | {bound: [_day(e[bound]) for e in events] for bound in _BOUNDS}


def _mentions(
    mentions: Sequence[Row], strings: _Strings, article_at: Mapping[str, int], times: Mapping[str, list[list[int]]]
) -> dict[str, list[Any]]:
    """Sentences are kept once each: many hold several mentions, and copies of an article repeat them all."""
    sentences: list[str] = []
    sentence_at: dict[str, int] = {}
    place: list[list[int]] = []
    for m in mentions:
        number = sentence_at.setdefault(m["sentence"], len(sentences))
        before = inert(m["sentence"][: m["trigger_start"] - m["sentence_start"]])
        if number == len(sentences):
            sentences.append(inert(m["sentence"]))
        place.append([number, len(before), len(before) + len(inert(m["trigger"]))])
    return {
        "sentences": sentences,
        "place": place,
        "article": [article_at.get(m["article_id"], -1) for m in mentions],
        "modality": [strings(m["modality"]) for m in mentions],
        "cue": [strings(m["modality_cue"]) for m in mentions],
        "speaker": [strings(m["speaker"]) for m in mentions],
        "said": [strings(m["cue"]) for m in mentions],
        "why": [strings(m["when_reason"]) for m in mentions],
        "reason": [strings(m["reason"]) for m in mentions],
        "times": [times.get(m["mention_id"], []) for m in mentions],
    }


def _evidence(
    bounds: Sequence[Row],
    strings: _Strings,
    event_at: Mapping[str, int],
    mention_at: Mapping[str, int],
    time_at: Mapping[str, int],
) -> list[list[Any]]:
    """One entry for evidence that gives several bounds the same day; the last number tells which, as bits."""
    grouped: dict[tuple[Any, ...], int] = defaultdict(int)
    for b in bounds:
        if b["event_id"] in event_at:
            key = (
                event_at[b["event_id"]], _day(b["value"]), strings(b["kind"]), mention_at.get(b["mention_id"], -1),
                time_at.get(b["time_expression_id"], -1), event_at.get(b["other_event_id"], -1), strings(b["rule_id"]),
                1 if b["used"] else 0,
            )  # fmt: skip
            grouped[key] |= 1 << _BOUNDS.index(b["bound"])
    return [[*key, bits] for key, bits in grouped.items()]


def _joins(
    joins: Sequence[Row], strings: _Strings, event_at: Mapping[str, int], mention_at: Mapping[str, int]
) -> list[list[Any]]:
    shown: dict[int, int] = defaultdict(int)
    kept = []
    for j in sorted(joins, key=lambda j: (j["event_id"], -j["weight"], j["mention_id"], j["other_mention_id"])):
        event = event_at.get(j["event_id"])
        pair = mention_at.get(j["mention_id"]), mention_at.get(j["other_mention_id"])
        if event is not None and None not in pair and shown[event] < _JOINS_SHOWN:
            shown[event] += 1
            kept.append([event, *pair, round(j["weight"], 1), strings.all(j["reasons"])])
    return kept


def _figures(
    figures: Sequence[Row], strings: _Strings, event_at: Mapping[str, int], mention_at: Mapping[str, int]
) -> list[list[Any]]:
    return [
        [
            event_at[q["event_id"]], strings(q["measure"]), one_line(q["text"]), strings(q["qualifier"]),
            strings(q["speaker"]), strings(q["site"]), _day(q["as_of"]), strings(q["rival_group"]),
            1 if q["superseded"] else 0, mention_at.get(q["mention_id"], -1),
        ]
        for q in figures
        if q["event_id"] in event_at
    ]  # fmt: skip
