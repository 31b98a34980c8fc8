"""What an event's mentions say together: its truth, who took part, where, and a title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from transforms.coreference.aggregate_bounds import EventBounds, combine
from transforms.coreference.publishable import left_out
from transforms.coreference.rival_figures import figures
from transforms.coreference.title import lead_and_title, spoken
from transforms.coreference.values import Conflict, MergedEvent, MergeMention
from transforms.events.edtf import event_edtf, event_precision
from transforms.events.mentions.event_types import OTHER
from transforms.ids import event_id
from transforms.language.concepts import concept
from transforms.language.names import name_key
from transforms.model import Bounds, EventClass, Modality, WhenKind
from transforms.times.algebra import days_on

ACTORS = 8
_TRUTH: tuple[Modality, ...] = ("actual", "planned", "possible", "negated", "hypothetical", "generic")
"""Which modality an event takes of its members': the first that any has."""
_CLASSES: tuple[EventClass, ...] = ("event", "reporting", "state", "light", "aspect")
"""Which class an event takes of its members': the first that any has."""
_TOMORROW = 1
_KINDS: tuple[WhenKind, ...] = ("point", "span", "state")


def order(m: MergeMention) -> tuple[date, str, int, str]:
    """By publication day, unknown last; article; place in the text: the first of an event's members founds it."""
    return m.published or date.max, m.article_id, m.trigger_start, m.mention_id


def truth(m: MergeMention) -> Modality:
    """Return a mention's modality; what lies wholly ahead of its article is planned, however it is put."""
    ahead = m.published and m.start.earliest and m.start.earliest > days_on(m.published, _TOMORROW)
    return "planned" if m.modality == "actual" and ahead else m.modality


def _speakers(members: Sequence[MergeMention]) -> tuple[str, ...]:
    """Return who says so, sorted; nobody where one article says it in its own voice."""
    if any(not m.speakers for m in members):
        return ()
    return tuple(sorted({s for m in members for s in m.speakers[-1:] if s}))


def found_event(members: Sequence[MergeMention]) -> tuple[MergedEvent, tuple[Conflict, ...]]:
    """Return the event of some mentions, given in their lasting order."""
    first = members[0]
    of = event_id(first.mention_id)
    modality = next(t for t in _TRUTH if any(truth(m) == t for m in members))
    agreeing = [m for m in members if truth(m) == modality]
    box = combine(of, agreeing)
    event_class = next(c for c in _CLASSES if any(m.event_class == c for m in agreeing))
    reason = left_out(event_class, modality)
    dating = [m for m in agreeing if m.mention_id in box.dating]
    lead, line = lead_and_title(dating or agreeing, box.start, box.end)
    kind = _kind(dating or agreeing)
    place = _place(members)
    timed = next((m for m in dating if m.local_time), None)
    approximate = bool(dating) and all(m.approximate for m in dating)
    event = MergedEvent(
        event_id=of,
        founding_mention_id=first.mention_id,
        mention_ids=tuple(m.mention_id for m in members),
        title=spoken(line, agreeing),
        title_source=line.title_source,
        lead_mention_id=lead.mention_id,
        event_type=_type(members),
        event_class=event_class,
        kind=kind,
        start=box.start,
        end=box.end,
        edtf=_agreed_edtf(dating, box) or edtf(kind, box.start, box.end, approximate),
        precision=event_precision(box.start, box.end),
        dated=bool(dating),
        approximate=approximate,
        ongoing=any(m.ongoing for m in agreeing),
        local_time=timed.local_time if timed else None,
        zone=timed.zone if timed else None,
        bounds=box.bounds,
        dating_mention_ids=box.dating,
        modality=modality,
        contested=modality == "actual" and _is_contested(members),
        on_timeline=reason is None,
        reason=reason,
        actors=_actors(members),
        place=place.place if place else None,
        country=place.country if place else next((m.country for m in members if m.country), None),
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        geoname_id=place.geoname_id if place else None,
        speakers=_speakers(agreeing),
        sites=tuple(sorted({m.site for m in members if m.site})),
        articles=len({m.article_id for m in members}),
        independent_articles=len({m.copy_group or f"={m.article_id}" for m in members}),
        first_reported=min((m.published for m in members if m.published), default=None),
        figures=figures(of, agreeing),
    )
    return event, box.conflicts


def _is_contested(members: Sequence[MergeMention]) -> bool:
    """True if somebody denies what others present as done: the same happening, naming nobody but whom they name."""
    actual_names = {name_key(a.name) for m in members if m.modality == "actual" for a in m.actors if a.named}
    words = {concept(m.lemma) for m in members if m.modality == "actual"}
    for m in members:
        if m.denied and m.modality == "negated" and concept(m.lemma) in words:
            denied = {name_key(a.name) for a in m.actors if a.named}
            if denied and denied <= actual_names:
                return True
    return False


def _kind(mentions: Sequence[MergeMention]) -> WhenKind | None:
    """Return the commonest kind."""
    kinds: list[WhenKind] = [m.kind for m in mentions if m.kind is not None]
    return min(_KINDS, key=lambda k: (-sum(kind == k for kind in kinds), _KINDS.index(k))) if kinds else None


def _agreed_edtf(dating: Sequence[MergeMention], box: EventBounds) -> str | None:
    """Return the EDTF string of the dating mentions whose bounds are the event's, if they agree on one."""
    found = {m.edtf for m in dating if m.edtf and (m.start, m.end) == (box.start, box.end)}
    return found.pop() if len(found) == 1 else None


def edtf(kind: WhenKind | None, start: Bounds, end: Bounds, approximate: bool) -> str:
    """Return the EDTF string of an event's bounds."""
    return event_edtf(kind or "point", start, end, approximate)


def _most(words: Sequence[str]) -> str | None:
    """Return the commonest word; of equally common ones, the first in the alphabet."""
    counts = Counter(words)
    return min(counts, key=lambda w: (-counts[w], w)) if counts else None


def _type(members: Sequence[MergeMention]) -> str:
    """Return the commonest type of those that tell what happened, rather than what it did."""
    ids = {m.mention_id for m in members}
    types = [m.event_type for m in members if m.event_type != OTHER and m.effect_of not in ids]
    return _most(types) or OTHER


def _place(members: Sequence[MergeMention]) -> MergeMention | None:
    """Return the mention with the narrowest, surest place: with coordinates, then the one most members give."""
    placed = [m for m in members if m.place]
    counts = Counter(name_key(m.place or "") for m in placed)
    return min(
        placed,
        key=lambda m: (m.latitude is None, -counts[name_key(m.place or "")], len(m.place or ""), m.mention_id),
        default=None,
    )


def _actors(members: Sequence[MergeMention]) -> tuple[str, ...]:
    """Names of those who take part, the most often mentioned first, one form of each: its longest."""
    counts: Counter[str] = Counter()
    forms: dict[str, str] = {}
    for m in members:
        for a in m.actors:
            key = name_key(a.name)
            if a.named and key:
                counts[key] += 1
                forms[key] = max(forms.get(key, ""), a.name, key=lambda n: (len(n), n))
    for key in sorted(counts, key=lambda k: (len(k), k)):
        wider = [k for k in counts if k != key and set(key.split()) < set(k.split())]
        if len(wider) == 1:
            counts[wider[0]] += counts.pop(key)
    return tuple(forms[k] for k in sorted(counts, key=lambda k: (-counts[k], k))[:ACTORS])
