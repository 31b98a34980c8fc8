"""Mentions for tests of merging, told in few words."""

from __future__ import annotations

from datetime import date
from typing import Any

from transforms.coreference.values import MergeActor, MergeMention
from transforms.language.salience import Salient
from transforms.model import UNKNOWN, Bounds, Place, Quantity, Span, When

STORY = tuple(Salient(w, 20.0 - i, i < 4) for i, w in enumerate(("orvel", "vale", "harbour", "tarn", "ferry", "pier")))
OTHER_STORY = tuple(
    Salient(w, 20.0 - i, i < 4) for i, w in enumerate(("quill", "moss", "dunmore", "ash", "mine", "coal"))
)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def mention(mention_id: str, lemma: str = "arrest", /, **given: Any) -> MergeMention:
    """A mention of Vale's arrest in Orvel; the article is the id's first letter, whatever is said replaces the rest."""
    on, by = given.pop("on", None), given.pop("by", None)
    start = Bounds(day(on), day(on)) if on else Bounds(None, day(by)) if by else UNKNOWN
    names = {role: given.pop(role) for role in ("agent", "patient", "speaker") if role in given}
    figures = given.pop("figures", ())
    values: dict[str, Any] = {
        "article_id": mention_id[0],
        "trigger_start": int(mention_id[1:]) * 100,
        "trigger": lemma,
        "lemma": lemma,
        "event_class": "event",
        "event_type": "other",
        "sentence": f"Police {lemma} Vale in Orvel.",
        "title": f"Police {lemma} Vale",
        "when": When("point", start, start, "", "unknown", "", dated=bool(on)),
        "actors": tuple(MergeActor(role, name, kind="PERSON") for role, name in names.items()),
        "quantities": tuple(figures),
        "near": ("vale", "orvel", "police"),
        "salient": STORY,
    }
    return MergeMention(mention_id, **(values | given))


def place(name: str = "", **given: Any) -> Place:
    return Place(Span(0, 1), name, name, **given)


def figure(text: str, low: float | None, high: float | None, measure: str = "killed", **given: Any) -> Quantity:
    return Quantity(Span(0, 1), text, measure, low, high, given.pop("unit", "person"), **given)
