"""Are two articles' happenings one?  What speaks for it and against it, each with its weight.

The weights are log-odds, rounded, so that evidence adds up: a pair whose sum is above zero is likelier one event than
two.  Something must be shared beside the word itself: whom it happened to, who did it, where, when, how many; or both
articles say it as their news.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from transforms.coreference.extent import contradiction, same_name
from transforms.coreference.joining_rules import joining_rules
from transforms.coreference.persons import fits
from transforms.coreference.signature import Signature
from transforms.coreference.values import Reasons
from transforms.language.salience import Salient

BASE = -2.5
SAME_WORD = 0.45
FAMILY_ALONE = -1.0
ARTICLES_ALIKE = 2.25
NAMES_ALIKE = 4.0
SAME_PATIENT = 1.5
SAME_PATIENT_WORD = 0.75
SAME_DOER = 0.75
SAME_PLACE = 0.75
OTHER_PLACE = -0.75
OTHER_DOER = -1.0
OTHER_LABEL = -1.5
OF_OTHERS = -2.0
SAME_WORD_BESIDE = 0.5
SAME_LABEL = 1.0
SAME_DAY = 2.0
SAME_FIGURE = 1.5
SAME_SENTENCE = 3.0
BOTH_NEWS = 1.0
BOTH_PRESUMED = 1.0
BOTH_CHIEF = 1.0
SENTENCES_ALIKE = 0.4
"""For each salient word that both sentences have."""
_SALIENT_SHARED = 2
"""Salient words that two sentences must share beside the word itself."""
_SALIENT_SHARED_ALONE = 3
"""The same where nothing else is shared: one of them is a name then."""
_SALIENT_MOST = 5
WEEKS_APART = -0.15
NOTHING_SHARED = -0.5
REPORTING = -1.5
ONE_OF_SEVERAL = -0.75
UNKNOWN_WHEN = -1.0
UNREAL = -0.75
HALF_REAL = -0.6
NOT_JOINED_WITHIN = -3.0
"""Two happenings that one article did not join."""

_KEYS_OF_ARTICLE = 8
_KEYS_OF_SENTENCE = 4
_PAIRED = 6
"""Salient words of an article that a word of little meaning shares two of."""
_WEEKS = 4
_COMMON = 2.5
"""Rarity from which a shared word speaks for one event rather than against."""


def block_keys(s: Signature) -> tuple[str, ...]:
    """Return the keys under which a happening must be compared: what happened, beside what its text is about.

    Happenings that share no key are never compared.  A key has two parts: a concept or a family, and one of the salient
    words of article and sentence; for words of little meaning, two of these.  A family needs a patient's name.
    """
    if s.is_alone:
        return ()
    salient = [one.word for one in s.first.salient[:_KEYS_OF_ARTICLE]]
    if s.is_weak:
        about = [f"{one}+{two}" for one, two in combinations(sorted(salient[:_PAIRED]), 2)]
    else:
        about = sorted({*salient, *(w for m in s.mentions for w in m.near[:_KEYS_OF_SENTENCE])})
    names = sorted({name.rsplit(" ", 1)[-1] for name in s.patients})
    keys = (
        *(f"{of}|{word}" for of in sorted(s.concepts) for word in about),
        *(f"~{family}|{name}" for family in sorted(s.families) for name in names),
    )
    return tuple(dict.fromkeys(keys))


def unit(weights: dict[str, float]) -> dict[str, float]:
    """Return the weights scaled to length one, so that the cosine of two bags of words is a sum of products."""
    size = sum(w * w for w in weights.values()) ** 0.5
    return {word: w / size for word, w in weights.items()} if size else {}


def likeness(a: dict[str, float], b: dict[str, float]) -> float:
    """Return the cosine of two bags of words of length one: 0 to 1."""
    if len(b) < len(a):
        a, b = b, a
    return sum([w * b[word] for word, w in a.items() if word in b])


@dataclass(frozen=True, slots=True)
class Subject:
    """What an article is about: its salient words, and those of them that are names."""

    words: dict[str, float]
    names: dict[str, float]


def subject(salient: Iterable[Salient]) -> Subject:
    """Make an article's salient words ready."""
    words = tuple(salient)
    return Subject(unit({s.word: s.weight for s in words}), unit({s.word: s.weight for s in words if s.named}))


def forbidden(a: Signature, b: Signature) -> str | None:
    """Why two happenings cannot be one event, whatever else speaks for it."""
    if a.is_alone or b.is_alone:
        return "one joins nothing"
    return contradiction(a.extent, b.extent)


def evidence(a: Signature, b: Signature, articles: float, names: float) -> Reasons:
    """Return the reasons for and against two happenings being one event.

    Args:
        a: One happening.
        b: The other.
        articles: How alike the words of their articles are, 0 to 1.
        names: How alike the names among these are, 0 to 1.
    """
    if a.first.article_id == b.first.article_id:
        return [("not joined within its article", NOT_JOINED_WITHIN, "")]
    found: Reasons = [("to begin with", BASE, "")]
    both = a.concepts & b.concepts
    if both:
        found.append(("same word", SAME_WORD * (min(a.rare, b.rare) - _COMMON), min(both)))
    else:
        found.append(("same family alone", FAMILY_ALONE, ""))
    found.append(("articles alike", ARTICLES_ALIKE * articles, ""))
    found.append(("names alike", NAMES_ALIKE * names, ""))
    shared = _shared(a, b)
    if not shared:
        return [("nothing shared beside the word", NOTHING_SHARED, "")]
    found += shared
    if a.places and b.places and not a.places & b.places:
        found.append(("other place", OTHER_PLACE, ""))
    if not fits(a, b) and not a.sentences & b.sentences:
        found.append(("told of others", OF_OTHERS, ""))
    elif a.doer_words and b.doer_words and not a.doer_words & b.doer_words:
        found.append(("another doer", OTHER_DOER, ""))
    if _otherwise_named(a, b):
        found.append(("another name before it", OTHER_LABEL, ""))
    m, n = a.first, b.first
    if m.published and n.published and (weeks := abs((m.published - n.published).days) // 7) and not a.days & b.days:
        found.append(("told weeks apart", WEEKS_APART * min(weeks, _WEEKS), ""))
    if (m.published is None) != (n.published is None):
        found.append(("one told nobody knows when", UNKNOWN_WHEN, ""))
    if (a.is_minor or b.is_minor) and not a.patients & b.patients and not a.days & b.days:
        found.append(("one of several alike in its article", ONE_OF_SEVERAL, ""))
    if a.is_reporting or b.is_reporting:
        found.append(("a verb of saying", REPORTING, ""))
    if not (a.is_actual or b.is_actual):
        found.append(("neither told as having happened", UNREAL, ""))
    elif a.is_actual != b.is_actual:
        found.append(("one not told as having happened", HALF_REAL, ""))
    return found


def _near(a: Signature, b: Signature) -> bool:
    """True if two articles appeared within a week, or one of them on an unknown day."""
    m, n = a.first.published, b.first.published
    return m is None or n is None or abs((m - n).days) <= 7


def _shared(a: Signature, b: Signature) -> Reasons:
    """Return what two happenings share beside the word; nothing if it is too little for a weak word."""
    found = _object(a, b)
    if a.sentences & b.sentences:
        found.append(("the same sentence in both articles", SAME_SENTENCE, ""))
    elif a.is_weak and b.is_weak and not found:
        return []
    if a.doers and b.doers and same_name(a.doers, b.doers):
        found.append(("same doer", SAME_DOER, min(a.doers & b.doers, default="")))
    if a.places & b.places:
        found.append(("same place", SAME_PLACE, min(a.places & b.places)))
    if a.labels & b.labels:
        found.append(("same name before it", SAME_LABEL, min(a.labels & b.labels)))
    if a.days & b.days:
        found.append(("same day", SAME_DAY, min(a.days & b.days).isoformat()))
    if any(low is not None and low > 1 for _, low, _ in a.figures & b.figures):
        found.append(("same figure", SAME_FIGURE, ""))
    if a.is_weak and b.is_weak:
        return found if len(found) > 1 or a.sentences & b.sentences else []
    if a.is_old != b.is_old:
        return found if _names_one(a, b) else []
    if not _otherwise_named(a, b) and (found or not a.concepts & b.concepts & joining_rules().serial):
        found += _standing(a, b)
    if not found and (a.is_minor or b.is_minor):
        # What its article mentions beside another of its kind is told by more than the words around it.
        return []
    words = len(a.near & b.near)
    if words >= (_SALIENT_SHARED if found else _SALIENT_SHARED_ALONE) and (
        found or a.near & b.near & _names(a) & _names(b)
    ):
        found.append(("sentences alike", SENTENCES_ALIKE * min(words, _SALIENT_MOST), ""))
    return found


def _otherwise_named(a: Signature, b: Signature) -> bool:
    """True if names before their nouns distinguish two happenings: "the Exeter fire", "the Tarn fire"."""
    return bool(a.labels and b.labels) and not (a.labels | a.near) & b.labels and not a.labels & b.near


def _names_one(a: Signature, b: Signature) -> bool:
    """True if a name or a day ties what lies long back to what is presented as of now."""
    named = bool(a.patients and b.patients) and same_name(a.patients, b.patients)
    return named or bool(a.labels & b.labels or a.days & b.days or a.sentences & b.sentences)


def _standing(a: Signature, b: Signature) -> Reasons:
    """Return what the places of two happenings in their articles say for their being one."""
    found: Reasons = []
    if a.is_news and b.is_news and _near(a, b):
        found.append(("news of both articles", BOTH_NEWS, ""))
    if a.is_presumed and b.is_presumed:
        found.append(("taken as known by both articles", BOTH_PRESUMED, ""))
    if a.is_chief and b.is_chief and _near(a, b) and a.concepts & b.concepts:
        found.append(("what both articles are about", BOTH_CHIEF, ""))
    return found


def _names(s: Signature) -> frozenset[str]:
    return frozenset(one.word for one in s.first.salient if one.named)


def _object(a: Signature, b: Signature) -> Reasons:
    """Whom or what both happened to."""
    if a.patients and b.patients and same_name(a.patients, b.patients):
        return [("same victim or object", SAME_PATIENT, min(a.patients & b.patients, default=""))]
    if a.patient_words & b.patient_words:
        return [("same word for victim or object", SAME_PATIENT_WORD, min(a.patient_words & b.patient_words))]
    if a.words & b.words:
        return [("same word beside it", SAME_WORD_BESIDE, min(a.words & b.words))]
    return []
