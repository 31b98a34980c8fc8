"""Figures of one report: a period or a trading day that a text has named holds for the figures right after it.

"Net income fell 4 % in the third quarter.  Sales rose to $8 million": the sales are of that quarter.  Results and
quotations are kept apart, since a share closes on a day and the profit behind it is a quarter's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from transforms.events.dating.attaching.surface_cues import head_of
from transforms.events.dating.values import ArticleView, Attachment, Candidate
from transforms.language.closed_class import any_of, closed_class
from transforms.language.parse import Parse
from transforms.model import Mention, TimeExpression

RULE = "date-of-one-report"
_SUBJECTS = ("nsubj", "nsubjpass")
_DESCRIBES = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_REACH = 3
"""Sentences for which a report's period is in mind."""
_LEAST_DAYS = 27
"""What is shorter than a month is no period of results."""
_COMPARES = re.compile(rf"\b{any_of('earlier_period')}\b", re.IGNORECASE)
"""Words of periods that a report's own is set against."""
_OF_REPORTS = frozenset({"quarter", "half"})
_TRADING = "trading"
_LARGE = closed_class("large_number")
_REACHED = closed_class("to_a_figure")
Kind = Literal["result", "quotation"]


def attach_report_periods(
    view: ArticleView, candidates: Sequence[Candidate], attachments: Sequence[Attachment]
) -> list[Attachment]:
    """Return the report's expression for each undated move of a figure in the past tense."""
    times = view.times
    dated: dict[int, list[int]] = {}
    for attachment in attachments:
        dated.setdefault(attachment.mention, []).append(attachment.time)
    named = _named(view)
    found: list[Attachment] = []
    last: dict[Kind, tuple[int, int]] = {}
    for i, one in enumerate(candidates):
        mention = one.mention
        while named and times[named[0][1]].span.end <= mention.trigger.start:
            of, time, sentence = named.pop(0)
            last[of] = (time, sentence)
        kind = _kind(view, mention)
        if kind is None:
            continue
        if i in dated:
            own = next((t for t in dated[i] if _is_period(kind, times[t])), None)
            if own is not None:
                last[kind] = (own, mention.sentence_index)
            elif not all(_COMPARES.search(times[t].text) for t in dated[i]):
                last.pop(kind, None)
            continue
        time, sentence = last.get(kind, (-1, -1))
        past = one.tense.own and one.tense.name == "past" and not one.tense.perfect
        if time < 0 or not past or one.modality != "actual" or mention.sentence_index - sentence > _REACH:
            continue
        found.append(Attachment(time, i, "", RULE))
        last[kind] = (time, mention.sentence_index)
    return found


def _named(view: ArticleView) -> list[tuple[Kind, int, int]]:
    """Return the expressions that name a report's period or trading day by themselves, with their sentence.

    A quarter or a half-year that has begun; a period in front of a result ("January sales"); a day of trading.
    """
    parse, rules, published = view.parse, view.rules, view.published
    ends = [token.end for token in parse.tokens]
    found: list[tuple[Kind, int, int]] = []
    for index, time in enumerate(view.times):
        head = head_of(parse, ends, time)
        if head is None:
            continue
        token = parse.tokens[head]
        noun = parse.tokens[token.head]
        if _is_period("result", time):
            begun = published is not None and time.interval.earliest is not None and time.interval.earliest <= published
            whole = time.precision in _OF_REPORTS and begun
            describes = token.dep in _DESCRIBES and noun.lemma in rules.figures and noun.lemma not in rules.quotations
            if whole or describes:
                found.append(("result", index, token.sentence))
        elif _is_period("quotation", time) and noun.lemma == _TRADING:
            found.append(("quotation", index, token.sentence))
    return found


def _kind(view: ArticleView, mention: Mention) -> Kind | None:
    """Return whether a verb says how a quotation or a result moved; `None` for neither."""
    parse, rules, tokens = view.parse, view.rules, view.parse.tokens
    if mention.lemma not in rules.moves or tokens[mention.head].pos != "VERB":
        return None
    subjects = [tokens[c] for c in parse.children[mention.head] if tokens[c].dep in _SUBJECTS]
    words = {subject.lemma.lower() for subject in subjects}
    if words & rules.quotations:
        return "quotation"
    if words & rules.figures:
        return "result"
    named = any(subject.pos == "PROPN" for subject in subjects)
    return "quotation" if named and _has_price(parse, mention.head) else None


def _has_price(parse: Parse, verb: int) -> bool:
    """True if something moves to a price or closes at one: a number behind "to" or "at" that is not in millions."""
    tokens = parse.tokens
    for c in parse.children[verb]:
        if tokens[c].text.lower() in _REACHED:
            for d in parse.children[c]:
                if tokens[d].tag in ("CD", "$") and tokens[d].lemma not in _LARGE:
                    return True
    return False


def _is_period(kind: Kind, time: TimeExpression) -> bool:
    """True if an expression names a trading day, or a period of results."""
    first, final = time.interval.earliest, time.interval.latest
    if time.timex_type not in ("DATE", "TIME") or first is None or final is None or _COMPARES.search(time.text):
        return False
    return first == final if kind == "quotation" else (final - first).days >= _LEAST_DAYS
