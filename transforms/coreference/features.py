"""From annotations to what merging reads."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any

from transforms.coreference import pointing
from transforms.coreference.joining_rules import joining_rules
from transforms.coreference.values import MergeActor, MergeBound, MergeMention, MergeQuantity, MergeRelation
from transforms.events.participants.entities import Register
from transforms.ids import mention_ids, time_expression_id
from transforms.language.concepts import concept, wholes
from transforms.language.names import name_rules
from transforms.language.parse import Parse
from transforms.language.phrases import MOST
from transforms.language.salience import Salient, salient_words, sentence_words
from transforms.model import UNKNOWN, Actor, Annotation, Bounds, Quantity
from transforms.titles.article import article_titles
from transforms.titles.title import Title

_OBJECTS = ("dobj", "obj", "compound", "attr", "acomp", "amod", "nsubjpass")
_INSIDE = frozenset({"in", "during", "at", "of", "amid"})
_CONTENT = ("NOUN", "PROPN", "ADJ", "VERB")
_CHIEF = 12
"""How many of an article's telling words say what it is about."""


def annotation_mention_ids(annotation: Annotation) -> tuple[str, ...]:
    """Return the ids of an annotation's mentions, in their order."""
    text = annotation.article.text
    order = sorted(range(len(annotation.events)), key=lambda i: annotation.events[i].mention.trigger)
    spans = [(annotation.events[i].mention.sentence.of(text), annotation.events[i].mention.text) for i in order]
    ids = mention_ids(annotation.article.article_id, spans)
    at = dict(zip(order, ids, strict=True))
    return tuple(at[i] for i in range(len(order)))


def merge_mentions(
    annotation: Annotation, parse: Parse, copy_group: str | None = None, *, register: Register | None = None
) -> tuple[MergeMention, ...]:
    """Return what merging reads of each mention of an article, in the annotation's order."""
    ids = annotation_mention_ids(annotation)
    salient = salient_words(parse)
    about = frozenset(concept(s.word) for s in salient[:_CHIEF])
    alike = Counter(concept(e.mention.lemma) for e in annotation.events)
    at = {e.mention.head: n for n, e in enumerate(annotation.events)}
    near = {s: sentence_words(parse, s) for s in {e.mention.sentence_index for e in annotation.events}}
    nth = {s: n for n, s in enumerate(sorted(near))}
    titles = article_titles(annotation, parse, register)
    return tuple(
        _mention(annotation, parse, i, ids, at, salient, about, alike, nth[s], near[s], titles[i], copy_group)
        for i, s in enumerate(e.mention.sentence_index for e in annotation.events)
    )


def merge_relations(annotation: Annotation) -> tuple[MergeRelation, ...]:
    """Return the relations between an annotation's mentions, by their ids."""
    ids = annotation_mention_ids(annotation)
    return tuple(MergeRelation(ids[r.first], r.relation, ids[r.second], r.rule_id) for r in annotation.relations)


def _mention(
    annotation: Annotation,
    parse: Parse,
    i: int,
    ids: tuple[str, ...],
    at: dict[int, int],
    salient: tuple[Salient, ...],
    about: frozenset[str],
    alike: Counter[str],
    nth: int,
    near: tuple[str, ...],
    title: Title,
    copy_group: str | None,
) -> MergeMention:
    article, event = annotation.article, annotation.events[i]
    mention, when, place = event.mention, event.when, event.place
    refers = pointing.reference(parse, mention.head)
    carried = mention.serves if mention.event_class == "light" else pointing.carried(parse, mention.head, at)
    return MergeMention(
        mention_id=ids[i],
        article_id=article.article_id,
        trigger_start=mention.trigger.start,
        trigger=mention.text,
        lemma=mention.lemma,
        event_class=mention.event_class,
        event_type=mention.event_type,
        sentence=mention.sentence.of(article.text),
        trigger_offset=mention.trigger.start - mention.sentence.start,
        copy_group=copy_group,
        site=article.site,
        published=article.published,
        kind=when.kind if when else None,
        start=when.start if when else UNKNOWN,
        end=when.end if when else UNKNOWN,
        edtf=when.edtf if when else "",
        precision=when.precision if when else "unknown",
        dated=bool(when and when.dated),
        approximate=bool(when and when.approximate),
        ongoing=bool(when and when.ongoing),
        local_time=when.local_time if when else None,
        zone=when.zone if when else None,
        evidence=_evidence(annotation, i),
        modality=event.judgement.modality,
        denied=event.judgement.denied,
        reason=when.reason if when else "",
        speakers=tuple(s.source_name or (s.source.of(article.text) if s.source else "") for s in event.chain),
        actors=tuple(_actor(parse, mention.head, a) for a in event.actors),
        place=place.name if place else None,
        country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        geoname_id=place.geoname_id if place else None,
        quantities=tuple(_quantity(q) for q in event.quantities),
        serves=ids[mention.serves] if mention.serves is not None else None,
        carries=ids[carried] if carried is not None and carried != i else None,
        effect_of=_cause(annotation, parse, i, ids, at),
        reference=refers,
        label=pointing.label(parse, mention.head),
        effects=_effects(annotation, i),
        beside=pointing.is_beside(parse, mention.head),
        news=pointing.is_news(parse, mention.head, refers),
        nth_sentence=nth,
        alike=alike[concept(mention.lemma)],
        about=concept(mention.lemma) in about,
        heads=_heads(parse, mention.head),
        near=near,
        salient=salient,
        title=title.text,
        title_source=title.source,
        part_of=_part_of(annotation, parse, i, ids, at),
    )


def _part_of(annotation: Annotation, parse: Parse, i: int, ids: tuple[str, ...], at: dict[int, int]) -> str | None:
    """Return the wider happening a mention is placed in ("the vote at the summit"); `at`: mentions by head."""
    head = annotation.events[i].mention.head
    for c in parse.children[head][:MOST]:
        if parse.tokens[c].dep == "prep" and parse.tokens[c].text.casefold() in _INSIDE:
            for whole in parse.children[c][:MOST]:
                n = at.get(whole)
                if n is not None and annotation.events[n].mention.lemma in wholes():
                    return ids[n] if annotation.events[n].mention.lemma != annotation.events[i].mention.lemma else None
    return None


def _actor(parse: Parse, head: int, actor: Actor) -> MergeActor:
    """Who fills a role; a name that a pronoun stands for or that only stands before the noun is held loosely."""
    pronouns = name_rules().pronouns
    word = actor.text.casefold()
    loose = word in pronouns.genders or word in pronouns.things or pointing.is_before(parse, head, actor.span)
    return MergeActor(actor.role, actor.name, bool(actor.name_kind), actor.name_kind, loose)


def _cause(annotation: Annotation, parse: Parse, i: int, ids: tuple[str, ...], at: dict[int, int]) -> str | None:
    """Return the happening that did a mention's harm, by its clause: "a quake, killing ten", "died in the blast"."""
    event = annotation.events[i]
    rules = joining_rules()
    if concept(event.mention.lemma) not in rules.harm:
        return None
    causes = {
        head: n
        for head, n in at.items()
        if n != i
        and annotation.events[n].mention.sentence_index == event.mention.sentence_index
        and annotation.events[n].judgement.modality == event.judgement.modality
        and concept(annotation.events[n].mention.lemma) in rules.harming
    }
    doers = [a.span for a in event.actors if a.role == "agent"]
    cause = pointing.cause(parse, event.mention.head, causes, doers) if causes else None
    return None if cause is None else ids[causes[cause]]


def _quantity(q: Quantity) -> MergeQuantity:
    return MergeQuantity(q.text, q.measure, q.low, q.high, q.unit, q.qualifier, q.additive, q.scope, q.as_of)


_ONE_TIME = frozenset({"during", "simultaneous", "part_of"})
"""Relations that put one mention at the time of another, not before or behind it."""


def _effects(annotation: Annotation, i: int) -> tuple[MergeQuantity, ...]:
    """Return the figures of what a happening did: "an earthquake that killed ten"."""
    mention = annotation.events[i].mention
    return tuple(
        _quantity(q)
        for other in annotation.events
        if other.mention.sentence_index == mention.sentence_index and other.quantities
        for a in other.actors
        if a.role == "agent" and a.span.holds(mention.trigger)
        for q in other.quantities
    )


def _evidence(annotation: Annotation, i: int) -> tuple[MergeBound, ...]:
    event, article_id = annotation.events[i], annotation.article.article_id
    if event.when is None:
        return ()
    found = []
    for e in event.when.evidence:
        t = None if e.time is None else annotation.times[e.time]
        time = None if t is None else time_expression_id(article_id, t.span.start, t.span.end, t.text)
        found.append(MergeBound(e.bound, e.value, e.kind, e.rule_id, time, _is_within(annotation, i, e.mention)))
    return tuple(found)


def _is_within(annotation: Annotation, i: int, source: int | None) -> bool:
    """True if a bound that comes from another mention is told of this one too: in one sentence, as at one time."""
    if source is None:
        return True
    events = annotation.events
    if events[i].mention.sentence_index != events[source].mention.sentence_index:
        return False
    return any({r.first, r.second} == {i, source} and r.relation in _ONE_TIME for r in annotation.relations)


def _heads(parse: Parse, head: int) -> tuple[str, ...]:
    tokens = parse.tokens
    return tuple(
        tokens[c].lemma.casefold()
        for c in parse.children[head][:MOST]
        if tokens[c].dep in _OBJECTS and tokens[c].pos in _CONTENT
    )


_PLAIN = tuple(
    f.name
    for f in fields(MergeMention)
    if f.name not in ("start", "end", "published", "evidence", "actors", "quantities", "effects", "salient")
)
_ACTOR, _QUANTITY, _BOUND = (tuple(f.name for f in fields(c)) for c in (MergeActor, MergeQuantity, MergeBound))


def dumps(mention: MergeMention) -> str:
    """Return a mention as one line of JSON, without its article's salient words; `loads` reads it back."""
    # Field by field: dataclasses.asdict copies every value deeply, which cost more than merging itself.
    row: dict[str, Any] = {name: getattr(mention, name) for name in _PLAIN}
    row["start"], row["end"] = _bounds(mention.start), _bounds(mention.end)
    row["published"] = mention.published.isoformat() if mention.published else None
    row["evidence"] = [_named(e, _BOUND) for e in mention.evidence]
    row["actors"] = [_named(a, _ACTOR) for a in mention.actors]
    row["quantities"] = [_named(q, _QUANTITY) for q in mention.quantities]
    row["effects"] = [_named(q, _QUANTITY) for q in mention.effects]
    return json.dumps(
        {k: v for k, v in row.items() if v is not None and v != () and v != [] and v != ""}, ensure_ascii=False
    )


def _bounds(bounds: Bounds) -> dict[str, str | None]:
    earliest, latest = bounds.earliest, bounds.latest
    return {
        "earliest": earliest.isoformat() if earliest else None,
        "latest": latest.isoformat() if latest else None,
    }


def _named(value: MergeActor | MergeQuantity | MergeBound, names: tuple[str, ...]) -> dict[str, Any]:
    row = {name: getattr(value, name) for name in names}
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in row.items()}


def salient_dumps(salient: Iterable[Salient]) -> str:
    """Return an article's salient words as one line of JSON."""
    return json.dumps(list(salient), ensure_ascii=False)


def salient_loads(line: str) -> tuple[Salient, ...]:
    """Return the salient words that `salient_dumps` wrote."""
    return tuple(map(Salient._make, json.loads(line)))


def loads(line: str, salient: tuple[Salient, ...]) -> MergeMention:
    """Return the mention that `dumps` wrote, in an article with these salient words."""
    row: dict[str, Any] = json.loads(line)
    for name in ("start", "end"):
        if name in row:
            row[name] = Bounds(_day(row[name]["earliest"]), _day(row[name]["latest"]))
    row["published"] = _day(row.get("published"))
    row["evidence"] = tuple(MergeBound(**(e | {"value": _day(e["value"])})) for e in row.get("evidence", ()))
    row["actors"] = tuple(MergeActor(**a) for a in row.get("actors", ()))
    for name in ("quantities", "effects"):
        row[name] = tuple(MergeQuantity(**(q | {"as_of": _day(q["as_of"])})) for q in row.get(name, ()))
    row["salient"] = salient
    for name in ("speakers", "heads", "near", "label"):
        row[name] = tuple(row.get(name, ()))
    return MergeMention(**row)


@cache
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
