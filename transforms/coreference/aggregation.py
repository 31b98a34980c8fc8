"""What an event's mentions say together: its truth, who took part, where, and a title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from transforms.coreference.aggregate_bounds import EventBounds, combine
from transforms.coreference.joining_rules import joining_rules
from transforms.coreference.publishable import left_out
from transforms.coreference.rival_figures import figures
from transforms.coreference.title import lead_and_title, spoken
from transforms.coreference.values import Conflict, MergedEvent, MergeMention
from transforms.coreference.wording import done
from transforms.events.edtf import event_edtf, event_precision
from transforms.events.mentions.event_types import OTHER
from transforms.ids import event_id
from transforms.language.names import name_key
from transforms.model import EventClass, Modality, Place, When, WhenKind
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
    event = MergedEvent(
        event_id=of,
        founding_mention_id=first.mention_id,
        mention_ids=tuple(m.mention_id for m in members),
        title=spoken(line, agreeing),
        title_source=line.title_source,
        lead_mention_id=lead.mention_id,
        event_type=_type(members),
        event_class=event_class,
        when=_when(agreeing, dating, box),
        bounds=box.bounds,
        dating_mention_ids=box.dating,
        modality=modality,
        contested=modality == "actual" and _is_contested(members),
        on_timeline=reason is None,
        reason=reason,
        actors=_actors(members),
        place=_place(members),
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
    words = {done(m) for m in members if m.modality == "actual"}
    for m in members:
        if m.denied and m.modality == "negated" and done(m) in words:
            denied = {name_key(a.name) for a in m.actors if a.named}
            if denied and denied <= actual_names:
                return True
    return False


def _when(agreeing: Sequence[MergeMention], dating: Sequence[MergeMention], box: EventBounds) -> When | None:
    """Return when an event happened: what the first of the mentions that date it says, within the bounds of all."""
    given = [m.when for m in (dating or agreeing) if m.when]
    if not given:
        return None
    kind = min(_KINDS, key=lambda k: (-sum(one.kind == k for one in given), _KINDS.index(k)))
    timed = next((one for one in given if dating and one.local_time), None)
    approximate = bool(dating) and all(one.approximate for one in given)
    return replace(
        timed or given[0],
        kind=kind,
        start=box.start,
        end=box.end,
        edtf=_agreed_edtf(given if dating else (), box) or event_edtf(kind, box.start, box.end, approximate),
        precision=event_precision(box.start, box.end),
        dated=bool(dating),
        approximate=approximate,
        ongoing=any(m.when.ongoing for m in agreeing if m.when),
        local_time=timed.local_time if timed else None,
        zone=timed.zone if timed else None,
    )


def _agreed_edtf(dating: Iterable[When], box: EventBounds) -> str | None:
    """Return the EDTF string of the dating mentions whose bounds are the event's, if they agree on one."""
    found = {one.edtf for one in dating if one.edtf and (one.start, one.end) == (box.start, box.end)}
    return found.pop() if len(found) == 1 else None


def _most(words: Sequence[str]) -> str | None:
    """Return the commonest word; of equally common ones, the first in the alphabet."""
    counts = Counter(words)
    return min(counts, key=lambda w: (-counts[w], w)) if counts else None


def _type(members: Sequence[MergeMention]) -> str:
    """Return the commonest type of those that tell what happened, rather than what it did."""
    rules = joining_rules()
    did = any(done(m) in rules.harming for m in members)
    types = [m.event_type for m in members if m.event_type != OTHER and not (did and done(m) in rules.harm)]
    return _most(types) or OTHER


def _place(members: Sequence[MergeMention]) -> Place | None:
    """Return the narrowest, surest place: with coordinates, then the one most members give."""
    placed = [(m.place, m.mention_id) for m in members if m.place]
    counts = Counter(name_key(place.name) for place, _ in placed)
    best = min(
        placed,
        key=lambda one: (one[0].latitude is None, -counts[name_key(one[0].name)], len(one[0].name), one[1]),
        default=None,
    )
    return best[0] if best else None


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
