"""The page's data: columns instead of rows, and every repeated string once, so that 50,000 events stay small."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Any

from transforms.writers.page.coast import coast_near
from transforms.writers.rows import Row, TimelineRows
from transforms.writers.wording.dates import when_in_words
from transforms.writers.wording.decision import beside_decision, decision_in_words
from transforms.writers.wording.reasons import reason_in_words
from transforms.writers.wording.sanitize import inert, one_line, safe_link

_EPOCH = date(1970, 1, 1).toordinal()
_BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")
_JOINS_SHOWN = 20
_LEVELS = ("key", "detail", "aside")
_SECTIONS = ("story", "span", "background", "undated")
"""In the page a level and a section are their places here; what stands on no timeline has the number behind them."""


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


class _Positions:
    """Where a mention stands, counted from the first one of an event."""

    def __init__(self, mentions: Iterable[Row], counts: Sequence[int]) -> None:
        self._at = {row["mention_id"]: i for i, row in enumerate(mentions)}
        self._first = list(accumulate(counts, initial=0))

    def __call__(self, event: int, mention_id: str | None) -> int | None:
        at = self._at.get(mention_id) if mention_id else None
        return None if at is None else at - self._first[event]


class _Tuples:
    """Numbers for small tuples of numbers that recur, in order of first use."""

    def __init__(self) -> None:
        self.values: list[tuple[int, ...]] = []
        self._numbers: dict[tuple[int, ...], int] = {}

    def __call__(self, *numbers: int) -> int:
        if numbers not in self._numbers:
            self._numbers[numbers] = len(self.values)
            self.values.append(numbers)
        return self._numbers[numbers]


def encode(rows: TimelineRows) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return, ready for JSON, what the page needs to draw itself, and what only a search or an opened event needs.

    Days are numbers counted from 1970-01-01, as JavaScript's own; references are positions in the other columns, those
    to mentions counted from the event's first. Rows of an event stand together: `count` says how many each event has.
    """
    strings, outlets, grounds = _Strings(), _Tuples(), _Tuples()
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
    mentions = [mention for event in rows.events for mention in by_event[event["event_id"]]]
    event_at = {row["event_id"]: i for i, row in enumerate(rows.events)}
    counts = [len(by_event[event["event_id"]]) for event in rows.events]
    mention_at = _Positions(mentions, counts)
    conflicts = [
        (event_at[row["event_id"]], strings(row["detail"])) for row in rows.conflicts if row["event_id"] in event_at
    ]
    parents = [event_at.get(e.get("parent_event_id"), -1) for e in rows.events]
    events = _events(rows.events, strings, outlets) | {"mentions": counts, "parent": parents}
    evidence = {
        "articles": [_article(row) for row in rows.articles],
        "times": times,
        "mentions": _mentions(mentions, strings, article_at, of_mention),
        "evidence": _grouped(_evidence(rows.bounds, strings, grounds, event_at, mention_at, time_at), len(counts)),
        "joins": _grouped(_joins(rows.joins, strings, event_at, mention_at), len(counts)),
        "figures": _grouped(_figures(rows.figures, strings, event_at), len(counts)),
        "conflicts": _grouped(conflicts, len(counts)),
        "decisions": _grouped(_decisions(rows.decisions, event_at), len(counts)),
        "grounds": grounds.values,
        "aliases": {a["old_event_id"]: event_at[a["event_id"]] for a in rows.aliases if a["event_id"] in event_at},
    }
    head = {
        "title": one_line(rows.title), "version": rows.version, "published_at": rows.published_at,
        "published_first": _day(min((a["published"] for a in rows.articles if a["published"]), default=None)),
        "published_last": _day(max((a["published"] for a in rows.articles if a["published"]), default=None)),
        "articles": len(rows.articles), "sites": len({a["site"] for a in rows.articles if a["site"]}),
    }  # fmt: skip
    drawn = _map(rows, strings) | {"events": events, "outlets": outlets.values}
    return head | drawn | {"strings": strings.values}, evidence


def _map(rows: TimelineRows, strings: _Strings) -> dict[str, Any]:
    """Return the certain places, with their degrees north and east, and the coast lines near them."""
    found = {p["name"]: (round(p["latitude"], 2), round(p["longitude"], 2)) for p in rows.places}
    places = [(strings(name), *at) for name, at in sorted(found.items())]
    return {"places": places, "coast": coast_near(list(found.values()))} if places else {"places": [], "coast": []}


def _position(value: str | None, values: Sequence[str]) -> int:
    return values.index(value) if value in values else len(values)


def _grouped(rows: Iterable[tuple[Any, ...]], events: int) -> dict[str, list[Any]]:
    """Return rows that begin with their event: by event, without that number, and how many each has."""
    of: list[list[tuple[Any, ...]]] = [[] for _ in range(events)]
    for event, *row in rows:
        of[event].append(tuple(row))
    return {"count": [len(found) for found in of], "rows": [row for found in of for row in found]}


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal() - _EPOCH


def _article(row: Row) -> list[Any]:
    return [
        row["article_id"], one_line(row["title"] or ""), one_line(row["site"] or ""), safe_link(row["url"]),
        _day(row["published"]), row["language"],
    ]  # fmt: skip


def _times(rows: TimelineRows, strings: _Strings) -> tuple[list[list[Any]], dict[str, int]]:
    """Return the expressions that date something, equal ones once, and where each id's is."""
    used = {link["time_expression_id"] for link in rows.mention_times}
    used |= {bound["time_expression_id"] for bound in rows.bounds}
    columns: list[list[Any]] = []
    number: dict[tuple[Any, ...], int] = {}
    at = {}
    for row in rows.times:
        if row["time_expression_id"] in used:
            column = (
                strings(row["text"]), strings(row["value"]), strings(row["rule_id"]),
                _day(row["anchor_date"]), strings(row["anchor_reason"]),
            )  # fmt: skip
            at[row["time_expression_id"]] = number.setdefault(column, len(columns))
            if number[column] == len(columns):
                columns.append(list(column))
    return columns, at


def _events(events: Sequence[Row], strings: _Strings, outlets: _Tuples) -> dict[str, list[Any]]:
    flags = ("dated", "approximate", "ongoing", "contested", "on_timeline", "decided", "starred")
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
        "sites": [outlets(*strings.all(e["sites"])) for e in events],
        "sources": [e["independent_articles"] for e in events],
        "level": [_position(e.get("level"), _LEVELS) for e in events],
        "section": [_position(e.get("section"), _SECTIONS) for e in events],
        "importance": [round(e.get("importance") or 0, 3) for e in events],
        "flags": [sum(1 << i for i, name in enumerate(flags) if e.get(name)) for e in events],
    } | {bound: [_day(e[bound]) for e in events] for bound in _BOUNDS}


def _decisions(decisions: Iterable[Row], event_at: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
    for row in decisions:
        if row["event_id"] in event_at:
            yield event_at[row["event_id"]], decision_in_words(row), beside_decision(row), row["applied"]


def _mentions(
    mentions: Sequence[Row], strings: _Strings, article_at: Mapping[str, int], times: Mapping[str, list[list[int]]]
) -> dict[str, list[Any]]:
    """Return mentions in columns; a sentence is kept once, whatever mentions and copies of an article it stands in."""
    sentences: list[str] = []
    sentence_at: dict[str, int] = {}
    place: list[list[int]] = []
    for m in mentions:
        number = sentence_at.setdefault(m["sentence"], len(sentences))
        before = inert(m["sentence"][: m["trigger_start"] - m["sentence_start"]])
        if number == len(sentences):
            sentences.append(inert(m["sentence"]))
        place.append([number, len(before), len(inert(m["trigger"]))])
    return {
        "sentences": sentences,
        "place": place,
        "article": [article_at.get(m["article_id"], -1) for m in mentions],
        "modality": [strings(m["modality"]) for m in mentions],
        "cue": [strings(m["modality_cue"]) for m in mentions],
        "speaker": [strings(m["speaker"]) for m in mentions],
        "said": [strings(m["cue"]) for m in mentions],
        "why": [strings(reason_in_words(m["when_reason"])) for m in mentions],
        "reason": [strings(m["reason"]) for m in mentions],
        "times": [times.get(m["mention_id"], []) for m in mentions],
    }


def _evidence(
    bounds: Sequence[Row],
    strings: _Strings,
    grounds: _Tuples,
    event_at: Mapping[str, int],
    mention_at: _Positions,
    time_at: Mapping[str, int],
) -> list[tuple[Any, ...]]:
    """Return an entry for evidence that gives several bounds one day; its ground: kind, rule, used, bounds as bits."""
    grouped: dict[tuple[Any, ...], int] = defaultdict(int)
    for b in bounds:
        if b["event_id"] in event_at:
            event = event_at[b["event_id"]]
            key = (
                event, _day(b["value"]), mention_at(event, b["mention_id"]),
                time_at.get(b["time_expression_id"], -1), event_at.get(b["other_event_id"], -1),
                strings(b["kind"]), strings(b["rule_id"]), 1 if b["used"] else 0,
            )  # fmt: skip
            grouped[key] |= 1 << _BOUNDS.index(b["bound"])
    return [(*key[:5], grounds(*key[5:], bits)) for key, bits in grouped.items()]


def _joins(
    joins: Sequence[Row], strings: _Strings, event_at: Mapping[str, int], mention_at: _Positions
) -> list[tuple[Any, ...]]:
    shown: dict[int, int] = defaultdict(int)
    kept = []
    for j in sorted(joins, key=lambda j: (j["event_id"], -j["weight"], j["mention_id"], j["other_mention_id"])):
        event = event_at.get(j["event_id"])
        if event is None or shown[event] == _JOINS_SHOWN:
            continue
        pair = mention_at(event, j["mention_id"]), mention_at(event, j["other_mention_id"])
        if None not in pair:
            shown[event] += 1
            kept.append((event, *pair, round(j["weight"], 1), strings.all(j["reasons"])))
    return kept


def _figures(figures: Sequence[Row], strings: _Strings, event_at: Mapping[str, int]) -> list[tuple[Any, ...]]:
    return [
        (
            event_at[q["event_id"]], strings(q["measure"]), one_line(q["text"]), strings(q["qualifier"]),
            strings(q["speaker"]), strings(q["site"]), _day(q["as_of"]), strings(q["rival_group"]),
            1 if q["superseded"] else 0,
        )
        for q in figures
        if q["event_id"] in event_at
    ]  # fmt: skip
