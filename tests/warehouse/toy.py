"""A toy language for tests of the warehouse: enough to have mentions, dates, speakers and figures without a parser.

A sentence ends at ". ".  "Kord attacked Selm on 2024-03-09" is an actual event on that day, "will attack" a planned one,
"did not attack" a negated one, "Mirov said …" attributes the rest of its sentence; "12 killed" is a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TypeVar

from duckdb import DuckDBPyConnection

from transforms.annotate import Annotated
from transforms.coreference.values import MergeActor, MergeBound, MergeMention, MergeRelation
from transforms.furniture import find_furniture, find_sentences
from transforms.ids import mention_ids, time_expression_id
from transforms.language.salience import Salient
from transforms.model import (
    Actor,
    Annotation,
    Article,
    BoundEvidence,
    Bounds,
    EventMention,
    Judgement,
    Mention,
    MentionRelation,
    Place,
    Quantity,
    Span,
    Statement,
    TimeExpression,
    TimeRole,
    When,
)
from transforms.readers.snapshot import take
from warehouse.decisions.articles import decide_articles
from warehouse.decisions.file import take_decisions
from warehouse.intake.annotations import load_annotations
from warehouse.intake.articles import (
    Intake,
    ReadDocument,
    articles,
    load_documents,
    pending,
    reading_id,
    settle,
    unchanged,
)
from warehouse.publication.build import Candidate, build
from warehouse.publication.publish import Published, drop_old_versions, publish
from warehouse.publication.quality import write_quality
from warehouse.resolution.resolve import resolve
from warehouse.storage.run_log import begin_run, finish_run, note_counts
from warehouse.storage.store import Store
from warehouse.stories.regroup import group_stories
from warehouse.writer import open_writer

T = TypeVar("T")
NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
RULES = "toy-1"
_EVENT = re.compile(r"(will |did not )?(attack|visit|strike|quake)(ed|ing)?")
_NAME = re.compile(r"[A-Z][a-z]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIGURE = re.compile(r"(at least )?(\d+) (killed|injured)")
_SAID = re.compile(r"([A-Z][a-z]+) said ")
_SIGNS = ("deed", "first-sentence", "past", "perfect")
"""A toy article tells of nothing that an editor would leave out."""
_TYPES = {"attack": "attack", "visit": "meeting", "strike": "attack", "quake": "disaster"}


def article(key: str, text: str, published: str | None = "2024-03-10", **known: object) -> Article:
    """An article of the toy language."""
    day = date.fromisoformat(published) if published else None
    known.setdefault("site", key.split("-", maxsplit=1)[0])
    return Article(key, text, published=day, language="en", language_confidence=1.0, **known)  # type: ignore[arg-type]


def annotate(source: Article) -> Annotated:
    """What a toy article tells."""
    times = tuple(_time(m) for m in _DAY.finditer(source.text))
    events: list[EventMention] = []
    statements: list[Statement] = []
    start = 0
    for index, part in enumerate(source.text.split(". ")):
        end = start + len(part)
        said = _SAID.search(source.text, start, end)
        chain: tuple[Statement, ...] = ()
        if said and said.end() < end:
            cue = Span(said.end() - 5, said.end() - 1)
            content = (Span(said.end(), end),)
            chain = (Statement(Span(*said.span(1)), "named person", said[1], cue, content, "toy-said"),)
            statements += chain
        found = _EVENT.finditer(source.text, start, end)
        events += [_event(source, times, match, Span(start, end), index, chain) for match in found]
        start = end + 2
    relations = tuple(
        MentionRelation(i, "before", i + 1, "toy-then") for i in range(len(events) - 1) if "then" in source.text
    )
    beside = find_furniture(source.text)
    annotation = Annotation(
        source,
        times,
        tuple(events),
        tuple(statements),
        relations,
        {"toy": RULES},
        beside,
        find_sentences(source.text, beside),
    )
    return Annotated(annotation, _merging(annotation), _relations(annotation))


def _time(match: re.Match[str]) -> TimeExpression:
    day = date.fromisoformat(match[0])
    return TimeExpression(
        Span(*match.span()),
        match[0],
        "DATE",
        match[0],
        "toy-day",
        edtf=match[0],
        interval=Bounds(day, day),
        precision="day",
    )


def _event(
    source: Article,
    times: tuple[TimeExpression, ...],
    match: re.Match[str],
    sentence: Span,
    index: int,
    chain: tuple[Statement, ...],
) -> EventMention:
    modality = {"will ": "planned", "did not ": "negated"}.get(match[1] or "", "actual")
    trigger = Span(match.start(2), match.end())
    near = [i for i, t in enumerate(times) if sentence.holds(t.span)]
    when = _when(source, times, near, modality)
    names = [
        m for m in _NAME.finditer(source.text, sentence.start, sentence.end) if not _SAID.match(source.text, m.start())
    ]
    actors = tuple(
        Actor("agent" if m.start() < match.start() else "patient", Span(*m.span()), m[0], m[0]) for m in names
    )
    place = next((Place(Span(*m.span()), m[0], m[0], "XX", 1.0, 2.0, 7) for m in names if m[0] == "Selm"), None)
    figures = tuple(
        Quantity(
            Span(*m.span()),
            m[0],
            m[3],
            float(m[2]),
            None if m[1] else float(m[2]),
            "people",
            (m[1] or "").strip() or None,
        )
        for m in _FIGURE.finditer(source.text, sentence.start, sentence.end)
    )
    lemma = match[2]
    mention = Mention(
        trigger, trigger.of(source.text), sentence, index, 0, lemma, "event", _TYPES[lemma], "toy-" + lemma
    )
    cue = Span(*match.span(1)) if match[1] else None
    return EventMention(
        mention,
        Judgement(modality, "toy-mood", cue, modality == "negated"),
        when,
        chain,
        actors,
        place,
        figures,
        signs=_SIGNS,
    )  # type: ignore[arg-type]


def _when(source: Article, times: tuple[TimeExpression, ...], near: list[int], modality: str) -> When | None:
    if near:
        day = times[near[0]].interval.earliest
        assert day
        bounds = Bounds(day, day)
        names = ("start_earliest", "start_latest", "end_earliest", "end_latest")
        evidence = tuple(BoundEvidence(name, day, "told", "toy-on", near[0]) for name in names)  # type: ignore[arg-type]
        return When(
            "point",
            bounds,
            bounds,
            day.isoformat(),
            "day",
            "told",
            True,
            evidence=evidence,
            times=(TimeRole(near[0], "both", "same sentence"),),
        )
    if source.published and modality == "actual":
        bounds = Bounds(None, source.published)
        names = ("start_latest", "end_latest")
        evidence = tuple(BoundEvidence(name, source.published, "publication", "toy-past") for name in names)  # type: ignore[arg-type]
        return When("point", bounds, bounds, f"[..{source.published}]", "before", "told in the past", evidence=evidence)
    return None


def _merging(annotation: Annotation) -> tuple[MergeMention, ...]:
    source = annotation.article
    ids = mention_ids(
        source.article_id, [(e.mention.sentence.of(source.text), e.mention.text) for e in annotation.events]
    )
    words = tuple(sorted({m[0].lower() for m in _NAME.finditer(source.text)}))
    return tuple(
        MergeMention(
            mention_id=key,
            article_id=source.article_id,
            trigger_start=e.mention.trigger.start,
            trigger=e.mention.text,
            lemma=e.mention.lemma,
            event_class="event",
            event_type=e.mention.event_type,
            sentence=e.mention.sentence.of(source.text),
            site=source.site,
            published=source.published,
            when=e.when and replace(e.when, evidence=(), times=()),
            evidence=tuple(
                MergeBound(b.bound, b.value, b.kind, b.rule_id, _time_id(annotation, b.time))
                for b in (e.when.evidence if e.when else ())
            ),
            modality=e.judgement.modality,
            denied=e.judgement.denied,
            speakers=tuple(s.source_name or "" for s in e.chain),
            actors=tuple(MergeActor(a.role, a.name) for a in e.actors),
            place=e.place,
            quantities=e.quantities,
            near=words,
            salient=tuple(Salient(word, 3.0, True) for word in words),
        )
        for key, e in zip(ids, annotation.events, strict=True)
    )


def _time_id(annotation: Annotation, time: int | None) -> str | None:
    if time is None:
        return None
    t = annotation.times[time]
    return time_expression_id(annotation.article.article_id, t.span.start, t.span.end, t.text)


def _relations(annotation: Annotation) -> tuple[MergeRelation, ...]:
    ids = [m.mention_id for m in _merging(annotation)]
    return tuple(MergeRelation(ids[r.first], r.relation, ids[r.second], r.rule_id) for r in annotation.relations)


def reading(source: Article, uri: str | None = None, *, keep_bytes: bool = False) -> ReadDocument:
    """The article as read from a file of its own."""
    payload = f"{source.title}|{source.text}|{source.published}|{source.updated}".encode("utf-8", "replace")
    snapshot = take(uri or f"news/{source.article_id}.txt", payload, NOW)
    return ReadDocument(snapshot, reading_id(snapshot, "toy"), (source,), keep_bytes=keep_bytes)


def offer(
    con: DuckDBPyConnection,
    run_id: str,
    offered: Iterable[Article | ReadDocument],
    rules: str = RULES,
    now: datetime | None = None,
) -> Intake:
    """Ingest and annotate, in chunks of two."""
    now = now or NOW
    begin_run(con, run_id, now)
    readings = [r if isinstance(r, ReadDocument) else reading(r) for r in offered]
    skip = unchanged(con, run_id, [r.reading_id for r in readings])
    for chunk in _pairs([r for r in readings if r.reading_id not in skip]):
        load_documents(con, run_id, chunk)
    intake = settle(con, run_id, now)
    annotate_pending(con, run_id, rules)
    return intake


def annotate_pending(con: DuckDBPyConnection, run_id: str, rules: str) -> None:
    """Annotate what is new or has changed, in chunks of two."""
    for ids in _pairs(pending(con, rules)):
        load_annotations(con, run_id, rules, [annotate(a) for a in articles(con, ids)])


def _pairs(items: list[T]) -> Iterator[list[T]]:
    for i in range(0, len(items), 2):
        yield items[i : i + 2]


def run(
    store: Store,
    run_id: str,
    offered: Iterable[Article | ReadDocument] = (),
    *,
    rules: str = RULES,
    explicit: bool = False,
    now: datetime | None = None,
) -> tuple[Candidate, Published]:
    """One whole run: ingest, annotate, group, merge, build, publish."""
    with open_writer(store) as con:
        take_decisions(con, store)
        decide_articles(con)
        offer(con, run_id, offered, rules, now)
        decide_articles(con)
        annotate_pending(con, run_id, rules)
        group_stories(con)
        resolve(con)
        candidate = build(con, store)
        published = publish(con, store, run_id, now or NOW, explicit=explicit)
        drop_old_versions(store)
        note_counts(con, run_id, {})
        finish_run(con, run_id, now or NOW, "unchanged" if published.unchanged else "published")
        write_quality(con, store, run_id)
    return candidate, published
