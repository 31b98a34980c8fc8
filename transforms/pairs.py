"""Are two mentions one event?  What speaks for it and against it, each with its weight.

The weights are log-odds, rounded, so that evidence adds up: a pair whose sum is above zero is likelier one event than
two.  They were fitted on ECB+ (docs/when-two-mentions-are-one-event.md tells how and how well) and corrected by hand
where that corpus has nothing to say: dates, places, figures, speakers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from transforms.concepts import concept, light_words
from transforms.events.names import name_key
from transforms.merge_values import MergeMention
from transforms.salience import rarity

BASE = -2.25
SAME_ARTICLE = 3.75
ARTICLES_ALIKE = 7.5
SENTENCES_ALIKE = 0.75
TYPE_ALONE = -3.0
RARE_WORD = 0.45
SAME_WORDS = 0.5
SAME_PATIENT = 1.25
SAME_AGENT = 0.5
OTHER_PATIENT = -0.9
OTHER_AGENT = -0.6
SAME_HEAD = 0.9
SAME_PLACE = 0.5
OTHER_PLACE = -1.0
SAME_DAY = 2.0
SAME_FIGURE = 1.0
WEEKS_APART = -0.5
REPORTING = -0.5
HYPOTHETICAL = -1.0

_KEYS_OF_ARTICLE = 8
_KEYS_OF_SENTENCE = 4


@dataclass(frozen=True, slots=True)
class Profile:
    """A mention made ready for being compared many times."""

    mention: MergeMention
    concept: str
    light: bool
    rare: float
    agents: frozenset[str]
    patients: frozenset[str]
    speakers: frozenset[str]
    heads: frozenset[str]
    near: dict[str, float]
    place: str
    day: date | None
    start: tuple[int, int]
    end: tuple[int, int]
    figures: frozenset[tuple[str, float | None, float | None]]
    own: frozenset[str] = field(default_factory=frozenset)


_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


def profile(m: MergeMention) -> Profile:
    """Make a mention ready."""
    agents = frozenset(k for a in m.actors if a.named and a.role in ("agent", "speaker") and (k := name_key(a.name)))
    patients = frozenset(k for a in m.actors if a.named and a.role in ("patient", "topic") and (k := name_key(a.name)))
    lasts = (name_key(a.name).rsplit(" ", 1)[-1] for a in m.actors)
    own = frozenset((m.lemma.casefold(), *m.trigger.casefold().split()))
    return Profile(
        mention=m,
        concept=concept(m.lemma),
        light=m.lemma.casefold() in light_words(),
        rare=rarity(m.lemma.casefold()),
        agents=agents,
        patients=patients,
        speakers=frozenset(k for s in m.speakers[-1:] if (k := name_key(s))),
        heads=frozenset(h for h in (*lasts, *m.heads) if h) - own,
        near={w: 1 / (1 + 0.1 * i) for i, w in enumerate(m.near) if w not in own},
        place=name_key(m.place) if m.place else "",
        day=m.start.earliest if m.start.is_day and m.dated else None,
        start=_days(m.start.earliest, m.start.latest),
        end=_days(m.end.earliest, m.end.latest),
        figures=frozenset((q.measure, q.low, q.high) for q in m.quantities),
        own=own,
    )


def _days(earliest: date | None, latest: date | None) -> tuple[int, int]:
    return (earliest.toordinal() if earliest else _FIRST), (latest.toordinal() if latest else _LAST)


def block_keys(m: MergeMention) -> tuple[str, ...]:
    """The keys under which a mention must be compared: what it says happened, beside what its text is about.

    Mentions that share no key are never compared.  A key has two parts: the mention's concept, and the article it
    stands in or one of the telling words of its article and sentence.  A mention whose head is a pronoun has its
    article's key alone; one that serves another, or is part of another, its own and the other's id as well.
    """
    same = [f"{concept(m.lemma)}@{m.article_id}"]
    if m.pronoun:
        return tuple(same)
    words = dict.fromkeys((*m.salient[:_KEYS_OF_ARTICLE], *m.near[:_KEYS_OF_SENTENCE]))
    return (*same, *(f"{concept(m.lemma)}|{word}" for word in sorted(words)))


def likeness(a: dict[str, float], b: dict[str, float], without: frozenset[str] = frozenset()) -> float:
    """The cosine of two bags of weighted words, some words left out: 0 to 1."""
    if len(b) < len(a):
        a, b = b, a
    shared = sum(w * b[k] for k, w in a.items() if k in b and k not in without)
    if not shared:
        return 0.0
    size_a = sum(w * w for k, w in a.items() if k not in without)
    size_b = sum(w * w for k, w in b.items() if k not in without)
    return shared / float((size_a * size_b) ** 0.5)


def weighted(words: tuple[str, ...]) -> dict[str, float]:
    """Salient words with their weights, the first weighing most."""
    return {w: 1 / (1 + 0.08 * i) for i, w in enumerate(words)}


def same_name(these: frozenset[str], those: frozenset[str]) -> bool:
    """Whether one name of each can be the same: equal, or one's words among the other's."""
    if these & those:
        return True
    return any(_within(a, b) for a in these for b in those)


def _within(a: str, b: str) -> bool:
    first, second = set(a.split()), set(b.split())
    return first <= second or second <= first


def forbidden(a: Profile, b: Profile) -> str | None:
    """Why two mentions cannot be one event, whatever else speaks for it."""
    m, n = a.mention, b.mention
    if (m.pronoun or n.pronoun) and m.article_id != n.article_id:
        return "a pronoun outside its article"
    if (m.modality == "generic") != (n.modality == "generic"):
        return "one is generic"
    if m.part_of == n.mention_id or n.part_of == m.mention_id:
        return "one is part of the other"
    if disjoint(a.start, b.start) or disjoint(a.end, b.end):
        return "days that cannot both be true"
    if m.country and n.country and m.country != n.country:
        return "places that cannot both be true"
    if m.geoname_id and n.geoname_id and m.geoname_id != n.geoname_id and m.latitude and n.latitude:
        return "places that cannot both be true"
    both_say = m.event_class == "reporting" and n.event_class == "reporting"
    if both_say and a.agents and b.agents and not same_name(a.agents, b.agents):
        return "said by others"
    return None


def disjoint(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two ranges of days share none."""
    return a[0] > b[1] or b[0] > a[1]


Reasons = list[tuple[str, float]]


def evidence(a: Profile, b: Profile, alike: float) -> Reasons:
    """What speaks for and against two mentions being one event; `alike` is the likeness of their articles, 0 to 1."""
    m, n = a.mention, b.mention
    found: Reasons = [("to begin with", BASE)]
    if m.lemma == n.lemma:
        found.append((f"same word {m.lemma!r}", RARE_WORD * (a.rare - 2.5)))
        if m.trigger.casefold() == n.trigger.casefold():
            found.append(("same form", SAME_WORDS))
    elif a.concept != b.concept:
        found.append(("same type alone", TYPE_ALONE))
    if m.article_id == n.article_id:
        found.append(("same article", SAME_ARTICLE))
    else:
        found.append(("articles alike", ARTICLES_ALIKE * alike))
    near = likeness(a.near, b.near, a.own | b.own)
    if near:
        found.append(("sentences alike", SENTENCES_ALIKE * near))
    for these, those, what, same, other in (
        (a.agents, b.agents, "agent", SAME_AGENT, OTHER_AGENT),
        (a.patients, b.patients, "patient", SAME_PATIENT, OTHER_PATIENT),
    ):
        if these and those:
            found.append((f"same {what}", same) if same_name(these, those) else (f"other {what}", other))
    if a.heads & b.heads:
        found.append((f"same head {min(a.heads & b.heads)!r}", SAME_HEAD))
    if a.place and b.place:
        found.append(("same place", SAME_PLACE) if a.place == b.place else ("other place", OTHER_PLACE))
    if a.day and a.day == b.day:
        found.append((f"same day {a.day}", SAME_DAY))
    elif m.published and n.published:
        weeks = abs((m.published - n.published).days) // 7
        if weeks:
            found.append(("told weeks apart", WEEKS_APART * min(weeks, 8)))
    if a.figures & b.figures:
        found.append(("same figure", SAME_FIGURE))
    if "reporting" in (m.event_class, n.event_class):
        found.append(("a verb of saying", REPORTING))
    if (m.modality == "hypothetical") != (n.modality == "hypothetical"):
        found.append(("one is hypothetical", HYPOTHETICAL))
    return found
