"""From annotations to what merging reads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from transforms.coreference import pointing, predicates
from transforms.coreference.joining_rules import joining_rules
from transforms.coreference.values import MergeActor, MergeBound, MergeMention, MergeRelation
from transforms.events.participants.entities import Register
from transforms.ids import mention_ids, time_expression_id
from transforms.language.closed_class import closed_class
from transforms.language.concepts import concept, wholes
from transforms.language.names import described, name_rules
from transforms.language.parse import Parse
from transforms.language.phrases import MOST
from transforms.language.salience import Salient, salient_words, sentence_words
from transforms.model import Actor, Annotation, Quantity
from transforms.titles.article import article_titles
from transforms.titles.title import Title

_OBJECTS = ("dobj", "obj", "compound", "attr", "acomp", "amod", "nsubjpass")
_INSIDE = closed_class("inside_of")
_CONTENT = ("NOUN", "PROPN", "ADJ", "VERB")
_CHIEF = 12
"""How many of an article's salient words say what it is about."""


def annotation_mention_ids(annotation: Annotation) -> tuple[str, ...]:
    """Return the ids of an annotation's mentions, in their order."""
    text = annotation.article.text
    order = sorted(range(len(annotation.events)), key=lambda i: annotation.events[i].mention.trigger)
    spans = [(annotation.events[i].mention.sentence.of(text), annotation.events[i].mention.text) for i in order]
    ids = mention_ids(annotation.article.article_id, spans)
    at = dict(zip(order, ids, strict=True))
    return tuple(at[i] for i in range(len(order)))


@dataclass(frozen=True, slots=True)
class _Article:
    """An annotated article, with what the features of its mentions rest on."""

    annotation: Annotation
    parse: Parse
    ids: tuple[str, ...]
    at: dict[int, int]
    """Mentions by head."""
    salient: tuple[Salient, ...]
    about: frozenset[str]
    """The concepts of its most salient words."""
    predicates: tuple[str, ...]
    """What each mention names together with its words, "" where its own word says it."""
    concepts: tuple[str, ...]
    """What each mention says was done."""
    alike: Counter[str]
    """How many mentions each concept has."""
    copy_group: str | None


def merge_mentions(
    annotation: Annotation, parse: Parse, copy_group: str | None = None, *, register: Register | None = None
) -> tuple[MergeMention, ...]:
    """Return what merging reads of each mention of an article, in the annotation's order."""
    salient = salient_words(parse)
    named = tuple(predicates.named_together(parse, e.mention.head) for e in annotation.events)
    done = tuple(of or concept(e.mention.lemma) for of, e in zip(named, annotation.events, strict=True))
    article = _Article(
        annotation,
        parse,
        ids=annotation_mention_ids(annotation),
        at={e.mention.head: n for n, e in enumerate(annotation.events)},
        salient=salient,
        about=frozenset(concept(s.word) for s in salient[:_CHIEF]),
        predicates=named,
        concepts=done,
        alike=Counter(done),
        copy_group=copy_group,
    )
    near = {s: sentence_words(parse, s) for s in {e.mention.sentence_index for e in annotation.events}}
    nth = {s: n for n, s in enumerate(sorted(near))}
    titles = article_titles(annotation, parse, register)
    return tuple(
        _mention(article, i, nth[s], near[s], titles[i])
        for i, s in enumerate(e.mention.sentence_index for e in annotation.events)
    )


def merge_relations(annotation: Annotation) -> tuple[MergeRelation, ...]:
    """Return the relations between an annotation's mentions, by their ids."""
    ids = annotation_mention_ids(annotation)
    return tuple(MergeRelation(ids[r.first], r.relation, ids[r.second], r.rule_id) for r in annotation.relations)


def _mention(of: _Article, i: int, nth: int, near: tuple[str, ...], title: Title) -> MergeMention:
    article, parse, ids, event = of.annotation.article, of.parse, of.ids, of.annotation.events[i]
    mention, judgement = event.mention, event.judgement
    refers = pointing.reference(parse, mention.head)
    cause = _cause(of, i)
    is_means = cause is not None and _is_means(of, cause)
    carried = mention.serves if mention.event_class == "light" else pointing.carried(parse, mention.head, of.at)
    return MergeMention(
        mention_id=ids[i],
        article_id=article.article_id,
        trigger_start=mention.trigger.start,
        trigger=mention.text,
        lemma=mention.lemma,
        event_class=mention.event_class,
        event_type=mention.event_type,
        sentence=mention.sentence.of(article.text),
        copy_group=of.copy_group,
        site=article.site,
        published=article.published,
        when=event.when and replace(event.when, evidence=(), times=()),
        evidence=_evidence(of.annotation, i),
        modality=judgement.modality,
        denied=judgement.denied,
        speakers=tuple(
            s.source_name or (described(s.source.of(article.text)) if s.source else "") for s in event.chain
        ),
        actors=tuple(_actor(parse, mention.head, a) for a in event.actors),
        place=event.place,
        quantities=event.quantities,
        serves=ids[mention.serves] if mention.serves is not None else None,
        carries=ids[carried] if carried is not None and carried != i else None,
        effect_of=None if cause is None or is_means else ids[cause],
        means_of=_harm_done(of, i),
        predicate=of.predicates[i],
        reference=refers,
        bare=pointing.is_bare(parse, mention.head),
        label=pointing.label(parse, mention.head),
        effects=_effects(of.annotation, i),
        beside=pointing.is_beside(parse, mention.head),
        news=pointing.is_news(parse, mention.head, refers),
        nth_sentence=nth,
        alike=of.alike[of.concepts[i]],
        about=of.concepts[i] in of.about,
        heads=_heads(parse, mention.head),
        near=near,
        salient=of.salient,
        title=title.text,
        title_source=title.source,
        title_opening=title.opening,
        part_of=_part_of(of, i),
    )


def _part_of(of: _Article, i: int) -> str | None:
    """Return the wider happening a mention is placed in ("the vote at the summit")."""
    events, parse = of.annotation.events, of.parse
    head = events[i].mention.head
    for c in parse.children[head][:MOST]:
        if parse.tokens[c].dep == "prep" and parse.tokens[c].text.casefold() in _INSIDE:
            for whole in parse.children[c][:MOST]:
                n = of.at.get(whole)
                if n is not None and events[n].mention.lemma in wholes():
                    return of.ids[n] if events[n].mention.lemma != events[i].mention.lemma else None
    return None


def _actor(parse: Parse, head: int, actor: Actor) -> MergeActor:
    """Who fills a role; a name that a pronoun stands for or that only stands before the noun is held loosely."""
    pronouns = name_rules().pronouns
    word = actor.text.casefold()
    loose = word in pronouns.genders or word in pronouns.things or pointing.is_before(parse, head, actor.span)
    return MergeActor(actor.role, actor.name, bool(actor.name_kind), actor.name_kind, loose)


def _cause(of: _Article, i: int) -> int | None:
    """Find the happening that did a mention's harm, by its clause: "a quake, killing ten", "died in the blast"."""
    events = of.annotation.events
    event, rules = events[i], joining_rules()
    if of.concepts[i] not in rules.harm:
        return None
    causes = {
        head: n
        for head, n in of.at.items()
        if n != i
        and events[n].mention.sentence_index == event.mention.sentence_index
        and events[n].judgement.modality == event.judgement.modality
        and of.concepts[n] in rules.harming
    }
    doers = [a.span for a in event.actors if a.role == "agent"]
    cause = pointing.cause(of.parse, event.mention.head, causes, doers) if causes else None
    return None if cause is None else causes[cause]


def _is_means(of: _Article, i: int) -> bool:
    """True if a verb says how harm was done, rather than what happened: "as they sprayed the bar with bullets"."""
    head = of.annotation.events[i].mention.head
    return of.concepts[i] in joining_rules().means and of.parse.tokens[head].pos == "VERB"


def _harm_done(of: _Article, i: int) -> str | None:
    """Return the harm whose clause says that it was done by a mention."""
    if not _is_means(of, i):
        return None
    sentence = of.annotation.events[i].mention.sentence_index
    near = (n for n, e in enumerate(of.annotation.events) if n != i and e.mention.sentence_index == sentence)
    return next((of.ids[n] for n in near if _cause(of, n) == i), None)


_ONE_TIME = frozenset({"during", "simultaneous", "part_of"})
"""Relations that put one mention at the time of another, not before or behind it."""


def _effects(annotation: Annotation, i: int) -> tuple[Quantity, ...]:
    """Return the figures of what a happening did: "an earthquake that killed ten"."""
    mention = annotation.events[i].mention
    return tuple(
        q
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
    """True if a bound that comes from another mention holds for this one too: in one sentence, as at one time."""
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
