"""Which of an event's mentions gives it its title and its lead sentence."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.coreference.values import MergeMention
from transforms.model import Bounds, EventClass, TitleSource
from transforms.titles.wholeness.faults import weakness
from transforms.titles.wording import with_capital

_CLASSES: tuple[EventClass, ...] = ("event", "reporting", "state", "light", "aspect")
_SOURCES: tuple[TitleSource, ...] = ("headline", "clause", "noun phrase", "sentence")
_WORDS = range(5, 15)


def lead_and_title(members: Sequence[MergeMention], start: Bounds, end: Bounds) -> tuple[MergeMention, MergeMention]:
    """Return the mention whose sentence leads, and the one whose title the event takes.

    The sentence is that of a mention which gives the event its date, where one does; so is the title, unless no such
    mention has a sound one and another names the event by the same word.
    """
    happened = [m for m in members if m.modality == "actual"] or list(members)
    dated = [m for m in happened if m.dated]
    own = [m for m in dated if (m.start, m.end) == (start, end)] or dated or happened
    lead = min(own, key=_dullness)
    if _poverty(lead) < _POOR:
        return lead, lead
    return lead, min((m for m in happened if m.lemma == lead.lemma), key=_dullness)


def spoken(line: MergeMention, members: Sequence[MergeMention]) -> str:
    """Return a mention's title, without who says so if another mention tells the same in its article's own voice."""
    if line.title_opening and any(m.modality == "actual" and not m.speakers for m in members):
        return with_capital(line.title[line.title_opening :])
    return line.title or line.trigger


_POOR = 4


def _poverty(m: MergeMention) -> int:
    """Return how little a title says: its faults, and what it was made from; a short noun phrase says least."""
    sparse = m.title_source == "noun phrase" and len(m.title.split()) not in _WORDS
    return 2 * weakness(m.title) + _SOURCES.index(m.title_source) + 2 * sparse


def _dullness(m: MergeMention) -> tuple[int, int, int, int, int, str]:
    named = sum(a.named for a in m.actors) + bool(m.place) + bool(m.quantities)
    words = len(m.title.split())
    return (
        _CLASSES.index(m.event_class) > 1,
        _poverty(m),
        bool(m.speakers),
        -min(named, 3),
        abs(words - 9) // 2,
        m.mention_id,
    )
