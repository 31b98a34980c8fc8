"""The finished value of a mention's bounds: its kind, EDTF string, precision and reason."""

from __future__ import annotations

from collections.abc import Mapping

from transforms.events.dating.bounds import NAMES, HeldBound, evidence
from transforms.events.dating.connectives import widened
from transforms.events.dating.meant_days import LOOSE
from transforms.events.dating.values import ArticleView, Candidate
from transforms.events.edtf import event_edtf, event_precision
from transforms.model import BoundName, Judgement, When
from transforms.times.algebra import days_on

LIES_AHEAD = "lies-ahead"
_OFF = 1
"""How far ahead of the publication day something may be reported as done: a page may be dated a day before its text."""


def lying_ahead(view: ArticleView, candidate: Candidate) -> Judgement:
    """Return a mention's modality: planned where its day lies ahead, unless a past verb puts it on the next day."""
    first = candidate.bounds.held.get("start_earliest")
    if view.published is None or first is None or candidate.modality != "actual" or first.basis.kind != "told":
        return candidate.judgement
    tense = candidate.tense
    if first.value == view.published and _is_stretch_ahead(view, first):
        return Judgement("planned", LIES_AHEAD, candidate.judgement.cue)
    done = tense.own and (tense.name == "past" or tense.present_perfect)
    if first.value <= (days_on(view.published, _OFF) if done else view.published):
        return candidate.judgement
    return Judgement("planned", LIES_AHEAD, candidate.judgement.cue)


def _is_stretch_ahead(view: ArticleView, first: HeldBound) -> bool:
    """True if a bound is where a stretch of days to come begins ("in the next few weeks")."""
    if first.basis.time is None or first.basis.mention is not None:
        return False
    time = view.times[first.basis.time]
    ahead = time.interval.latest is None or (view.published is not None and time.interval.latest > view.published)
    return time.timex_type == "DURATION" and time.interval.earliest == view.published and ahead


def finished(view: ArticleView, candidate: Candidate, related: Mapping[BoundName, HeldBound]) -> When | None:
    """Return when an event happened; `None` for what is said of a kind of event rather than of one.

    `related` are bounds that only relations to other events give: they are listed as evidence and date nothing.
    """
    if candidate.modality == "generic":
        return None
    bounds = candidate.bounds
    if bounds.kind != "state":
        bounds.close()
    start, end = bounds.start, bounds.end
    if start.is_day and start == end:
        bounds.kind = "point"
    founded = [held.basis for name in NAMES if (held := bounds.held.get(name)) and held.basis.kind != "publication"]
    main = next((basis for basis in founded if basis.time is not None), None)
    expression = view.times[main.time] if main is not None and main.time is not None else None
    loose = bool(founded) and founded[0].approximate
    approximate = expression is not None and (expression.mod == "APPROX" or loose)
    edtf, precision = event_edtf(bounds.kind, start, end, approximate), event_precision(start, end)
    if expression is not None and expression.edtf and loose and start == widened(expression.interval):
        edtf = f"{expression.edtf.removesuffix('~')}~"
    if expression is not None and start == end and start == expression.interval:
        precision = precision if expression.mod in LOOSE else expression.precision
        if expression.edtf and "/" not in expression.edtf:
            edtf = expression.edtf
    return When(
        kind=bounds.kind,
        start=start,
        end=end,
        edtf=edtf,
        precision=precision,
        reason=founded[0].rule_id if founded else candidate.reason,
        dated=bool(founded),
        approximate=approximate,
        ongoing=bounds.kind == "state",
        local_time=expression.local_time if expression else None,
        zone=expression.zone if expression else None,
        evidence=tuple(sorted((*bounds.evidence, *evidence(related)), key=lambda e: NAMES.index(e.bound))),
        times=tuple(candidate.roles),
    )
