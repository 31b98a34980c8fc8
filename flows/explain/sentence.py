"""Why a sentence is read as it is: annotated on the spot, as a tree."""

from __future__ import annotations

from dataclasses import asdict

from flows.explain.stored import KINDS, bounds_in_words, grouped
from flows.explain.tree import Fact, by_rule, from_indented
from flows.stages.annotate import AnnotationOptions, annotator
from transforms.model import Annotation, Article, EventMention, When
from transforms.times import explain_times
from transforms.writers.wording.dates import when_in_words
from transforms.writers.wording.reasons import reason_in_words


def explain_text(article: Article, options: AnnotationOptions) -> Fact:
    """Return the tree of everything found in a text.

    Raises:
        ModelMissingError: where the language model is not installed.
    """
    tree = Fact(f"“{article.text}”, published {article.published or 'on an unknown day'}")
    ready = annotator(options)
    for derivation in explain_times(article):
        if derivation.expression is None:
            tree.add(f"“{derivation.text}” is no time expression", *map(Fact, derivation.lines))
        else:
            tree.because.append(from_indented(derivation.lines))
    (annotated,) = ready.annotate([article])
    for item in annotated.annotation.furniture:
        tree.add(f"“{item.span.of(article.text)}” is furniture: {item.reason}{by_rule(item.rule_id)}")
    for event in annotated.annotation.events:
        _event(tree, event, annotated.annotation)
    if not annotated.annotation.events:
        tree.add("no event is told")
    return tree


def _event(tree: Fact, event: EventMention, annotation: Annotation) -> None:
    text, mention = annotation.article.text, event.mention
    fact = tree.add(
        f"“{mention.text}” is an event word: {mention.event_class}, {mention.event_type}{by_rule(mention.rule_id)}"
    )
    if mention.serves is not None:
        fact.add(f"serves “{annotation.events[mention.serves].mention.text}”")
    cue = f"cue “{event.judgement.cue.of(text)}”" if event.judgement.cue else ""
    fact.add(f"{event.judgement.modality}{by_rule(event.judgement.rule_id, cue)}")
    for statement in event.chain:
        who = statement.source.of(text) if statement.source else "someone unnamed"
        fact.add(f"said by {who} ({statement.source_kind}), cue “{statement.cue.of(text)}”{by_rule(statement.rule_id)}")
    for actor in event.actors:
        fact.add(f"{actor.role}: {actor.text}" + (f" = {actor.name}" if actor.name != actor.text else ""))
    if event.place:
        fact.add(f"place: {event.place.text}" + (f", {event.place.country}" if event.place.country else ""))
    for quantity in event.quantities:
        fact.add(f"{quantity.measure}: “{quantity.text}”")
    if event.when is None:
        fact.add("when: unknown")
    else:
        _when(fact, event.when, annotation)


def _when(fact: Fact, when: When, annotation: Annotation) -> None:
    row = {
        "start_earliest": when.start.earliest,
        "start_latest": when.start.latest,
        "end_earliest": when.end.earliest,
        "end_latest": when.end.latest,
        "approximate": when.approximate,
        "ongoing": when.ongoing,
        "local_time": when.local_time,
        "zone": when.zone,
        "precision": when.precision,
    }
    why = f"{reason_in_words(when.reason)}{by_rule(when.reason)}"
    made = fact.add(f"when: {when_in_words(row)} (EDTF {when.edtf or 'none'}, {when.kind}): {why}")
    rows = [asdict(evidence) for evidence in when.evidence]
    for (kind, rule, time, mention), given in grouped(rows, ("kind", "rule_id", "time", "mention")).items():
        bounds = {row["bound"]: row["value"] for row in given}
        below = made.add(f"{bounds_in_words(bounds)}, {KINDS[kind]}{by_rule(rule)}")
        if time is not None:
            below.add(f"“{annotation.times[time].text}”")
        if mention is not None:
            below.add(f"reckoned from “{annotation.events[mention].mention.text}”")
