"""Are two mentions one event?  What speaks for it and against it, each with its weight.

The weights are log-odds, rounded, so that evidence adds up: a pair whose sum is above zero is likelier one event than
two.  They were fitted on ECB+ (docs/when-two-mentions-are-one-event.md tells how and how well) and set by hand where
that corpus has nothing to say: dates, figures, modality.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from transforms.coreference.values import MergeMention
from transforms.language.concepts import common, concept, families, known, stem
from transforms.language.names import name_key, plain
from transforms.language.salience import Salient, rarity

BASE = -1.9
SAME_ARTICLE = 3.5
ARTICLES_ALIKE = 2.25
NAMES_ALIKE = 4.0
SENTENCES_ALIKE = 0.25
SAME_FORM = 0.5
RARE_WORD = 0.45
OTHER_WORD = -0.4
FAMILY_ALONE = -1.75
SAME_PATIENT = 1.0
OTHER_PATIENT = -1.0
OTHER_AGENT = -0.6
SAME_PATIENT_WORD = 0.75
SAME_HEAD = 0.4
SAME_PLACE = 0.5
OTHER_PLACE = -0.75
SAME_DAY = 2.0
SAME_FIGURE = 2.0
ONE_OF_SEVERAL = -3.0
WEEKS_APART = -0.15
REPORTING = -1.5
SAME_SPEAKER = 0.25
OTHER_SPEAKER = -2.5
HYPOTHETICAL = -2.0
UNREAL = -0.75
HALF_REAL = -0.6
PLAIN_ALONE = -1.5
PLAIN = 3.0
"""Rarity under which a word that is in no group of happenings says too little by itself."""

SLACK = 1
"""Days by which a bound that only publication gives may be off: outlets of other zones print another day."""
REACH_KM = 120
"""How far apart two named places of one happening may lie."""
Spot = tuple[float, float]
"""Latitude and longitude in degrees."""
_KM_A_DEGREE = 111.2
_KEYS_OF_ARTICLE = 8
_KEYS_OF_SENTENCE = 4
_PAIRED = 6
"""Telling words of an article that a common happening shares two of: "say" and a capital alone would tie all news."""
_WEEKS = 4
_COMMON = 2.5
"""Rarity from which a shared word speaks for one event rather than against."""
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Profile:
    """A mention made ready for being compared many times; names and words are keys, days are ordinals."""

    mention: MergeMention
    concept: str
    stem: str
    rare: float
    agents: frozenset[str]
    patients: frozenset[str]
    sufferers: frozenset[str]
    """Last words of the patients, named or not."""
    sayers: frozenset[str]
    """Last words of the agents, named or not."""
    heads: frozenset[str]
    near: dict[str, float]
    place: str
    spot: Spot | None
    day: date | None
    start: tuple[int, int]
    end: tuple[int, int]
    figures: frozenset[tuple[str, float | None, float | None]]
    own: frozenset[str]


def profile(m: MergeMention) -> Profile:
    """Make a mention ready."""
    own = frozenset((m.lemma.casefold(), *m.trigger.casefold().split()))
    active = [(name_key(a.name), a.named) for a in m.actors if a.role in ("agent", "speaker")]
    passive = [(name_key(a.name), a.named) for a in m.actors if a.role in ("patient", "topic")]
    return Profile(
        mention=m,
        concept=concept(m.lemma),
        stem=stem(plain(m.lemma)),
        rare=rarity(plain(m.lemma)),
        agents=frozenset(k for k, named in active if k and named),
        patients=frozenset(k for k, named in passive if k and named),
        sufferers=_last(k for k, _ in passive),
        sayers=_last(k for k, _ in active),
        heads=(_last(k for k, _ in (*active, *passive)) | frozenset(m.heads)) - own,
        near=unit({w: 1 / (1 + 0.1 * i) for i, w in enumerate(m.near) if w not in own}),
        place=name_key(m.place) if m.place else "",
        day=m.start.earliest if m.start.is_day and m.dated else None,
        spot=(m.latitude, m.longitude) if m.latitude is not None and m.longitude is not None else None,
        start=_days(m.start.earliest, m.start.latest, 0 if m.dated else SLACK),
        end=_days(m.end.earliest, m.end.latest, 0 if m.dated else SLACK),
        figures=frozenset((q.measure, q.low, q.high) for q in m.quantities),
        own=own,
    )


def _last(keys: Iterable[str]) -> frozenset[str]:
    return frozenset(k.rsplit(" ", 1)[-1] for k in keys if k)


def _days(earliest: date | None, latest: date | None, slack: int) -> tuple[int, int]:
    return (
        earliest.toordinal() - slack if earliest else _FIRST,
        latest.toordinal() + slack if latest else _LAST,
    )


def block_keys(m: MergeMention) -> tuple[str, ...]:
    """The keys under which a mention must be compared: what it says happened, beside what its text is about.

    Mentions that share no key are never compared.  A key has two parts: the mention's concept or its family, and its
    article or one of the telling words of article and sentence; for happenings that every article has, two of these
    words.  A pronoun's mention has its article's key alone.
    """
    own = concept(m.lemma)
    same = f"{own}@{m.article_id}"
    if m.pronoun:
        return (same,)
    telling = [s.word for s in m.salient[:_KEYS_OF_ARTICLE]]
    if own in common() or not (known(own) or rarity(plain(m.lemma)) >= PLAIN):
        about = [f"{one}+{two}" for one, two in combinations(sorted(telling[:_PAIRED]), 2)]
    else:
        about = sorted({*telling, *m.near[:_KEYS_OF_SENTENCE]})
    keys = (
        same,
        *(f"{own}|{word}" for word in about),
        *(f"~{family}@{m.article_id}" for family in families(own)),
        *(f"~{family}|{word}" for family in families(own) for word in about),
    )
    return tuple(dict.fromkeys(keys))


def unit(weights: dict[str, float]) -> dict[str, float]:
    """The same weights at length one, so that the cosine of two bags of words is the sum of their products."""
    size = sum(w * w for w in weights.values()) ** 0.5
    return {word: w / size for word, w in weights.items()} if size else {}


def likeness(a: dict[str, float], b: dict[str, float]) -> float:
    """The cosine of two bags of words of length one: 0 to 1."""
    if len(b) < len(a):
        a, b = b, a
    return sum([w * b[word] for word, w in a.items() if word in b])


@dataclass(frozen=True, slots=True)
class Subject:
    """What an article is about: its telling words, and those of them that are names."""

    words: dict[str, float]
    names: dict[str, float]


def subject(salient: Iterable[Salient]) -> Subject:
    """Make an article's telling words ready."""
    told = tuple(salient)
    return Subject(unit({s.word: s.weight for s in told}), unit({s.word: s.weight for s in told if s.named}))


def same_name(these: frozenset[str], those: frozenset[str]) -> bool:
    """Whether one name of each can be the same: equal, or one's words among the other's."""
    return bool(these & those) or any(_within(a, b) for a in these for b in those)


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
    if n.mention_id == m.part_of or m.mention_id == n.part_of:
        return "one is part of the other"
    if disjoint(a.start, b.start) or disjoint(a.end, b.end):
        return "days that cannot both be true"
    if m.country and n.country and m.country != n.country:
        return "places that cannot both be true"
    if a.spot and b.spot and far(a.spot, b.spot):
        return "places that cannot both be true"
    both_say = m.event_class == "reporting" and n.event_class == "reporting"
    if both_say and a.agents and b.agents and not same_name(a.agents, b.agents):
        return "said by others"
    return None


def far(a: Spot, b: Spot) -> bool:
    """Whether two places lie further apart than one happening reaches (equirectangular distance)."""
    narrower = math.cos(math.radians((a[0] + b[0]) / 2))
    east = (a[1] - b[1] + 180) % 360 - 180
    return math.hypot(a[0] - b[0], east * narrower) * _KM_A_DEGREE > REACH_KM


def disjoint(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two ranges of days share none."""
    return a[0] > b[1] or b[0] > a[1]


Reasons = list[tuple[str, float, str]]
"""What speaks for or against, its weight, and a word that says more."""


def evidence(a: Profile, b: Profile, articles: float, names: float) -> Reasons:
    """What speaks for and against two mentions being one event.

    Args:
        a: One mention.
        b: The other.
        articles: How alike the words of their articles are, 0 to 1.
        names: How alike the names among these are, 0 to 1.
    """
    m, n = a.mention, b.mention
    found: Reasons = [("to begin with", BASE, "")]
    if a.stem == b.stem:
        found.append(("same word", RARE_WORD * (a.rare - _COMMON), m.lemma))
        if m.trigger.casefold() == n.trigger.casefold():
            found.append(("same form", SAME_FORM, ""))
    elif a.concept == b.concept:
        found.append(("same meaning", OTHER_WORD, a.concept))
    else:
        found.append(("same family alone", FAMILY_ALONE, ""))
    if m.article_id == n.article_id:
        found.append(("same article", SAME_ARTICLE, ""))
    else:
        found.append(("articles alike", ARTICLES_ALIKE * articles, ""))
        found.append(("names alike", NAMES_ALIKE * names, ""))
    near = likeness(a.near, b.near)
    if near:
        found.append(("sentences alike", SENTENCES_ALIKE * near, ""))
    beside = _who_and_where(a, b)
    found += beside
    shared = any(w > 0 for _, w, _ in beside)
    if a.day and a.day == b.day:
        found.append(("same day", SAME_DAY, a.day.isoformat()))
    elif m.published and n.published and (weeks := abs((m.published - n.published).days) // 7):
        found.append(("told weeks apart", WEEKS_APART * min(weeks, _WEEKS), ""))
    if a.figures & b.figures:
        found.append(("same figure", SAME_FIGURE, ""))
    elif a.figures and b.figures and (_one_of(a, b) or _one_of(b, a)):
        found.append(("one of several", ONE_OF_SEVERAL, ""))
    if "reporting" in (m.event_class, n.event_class):
        found.append(("a verb of saying", REPORTING, ""))
        if a.sayers & b.sayers:
            found.append(("same speaker", SAME_SPEAKER, ""))
        elif a.sayers and b.sayers and not same_name(a.agents, b.agents):
            found.append(("other speaker", OTHER_SPEAKER, ""))
    elif not shared and min(a.rare, b.rare) < PLAIN and not known(a.concept):
        found.append(("a plain word, nothing shared beside it", PLAIN_ALONE, ""))
    if "hypothetical" in (m.modality, n.modality):
        found.append(("hypothetical", HYPOTHETICAL, ""))
    elif "actual" not in (m.modality, n.modality):
        found.append(("neither told as having happened", UNREAL, ""))
    elif m.modality != n.modality:
        found.append(("one not told as having happened", HALF_REAL, ""))
    return found


def _one_of(a: Profile, b: Profile) -> bool:
    """Whether one tells of a single case of what the other counts several of: "one died in hospital", "four died"."""
    single = {measure for measure, low, high in a.figures if low == high == 1}
    return any(measure in single and low is not None and low > 1 for measure, low, _ in b.figures)


def _who_and_where(a: Profile, b: Profile) -> Reasons:
    found: Reasons = []
    if a.agents and b.agents and not same_name(a.agents, b.agents):
        found.append(("other agent", OTHER_AGENT, ""))
    if a.patients and b.patients:
        same = same_name(a.patients, b.patients)
        found.append(("same patient", SAME_PATIENT, "") if same else ("other patient", OTHER_PATIENT, ""))
    if a.sufferers & b.sufferers:
        found.append(("same patient word", SAME_PATIENT_WORD, min(a.sufferers & b.sufferers)))
    if a.heads & b.heads:
        found.append(("same word beside it", SAME_HEAD, min(a.heads & b.heads)))
    if a.place and b.place:
        found.append(("same place", SAME_PLACE, "") if a.place == b.place else ("other place", OTHER_PLACE, ""))
    return found
