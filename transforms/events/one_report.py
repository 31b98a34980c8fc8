"""Figures of one report: a period or a trading day that a text has named holds for the figures told right after it.

"Net income fell 4 % in the third quarter.  Sales rose to $8 million": the sales are of that quarter.  Results and
quotations are kept apart, since a share closes on a day and the profit behind it is a quarter's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from transforms.events.attachment import Attachment
from transforms.events.dating_rules import DatingRules
from transforms.events.tense import Tense
from transforms.events.word_order import head_of
from transforms.language import Parse
from transforms.model import Judgement, Mention, TimeExpression

RULE = "date-of-one-report"
_SUBJECTS = ("nsubj", "nsubjpass")
_DESCRIBES = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_REACH = 3
"""Sentences for which a report's period is in mind."""
_LEAST_DAYS = 27
"""What is shorter than a month is no period of results."""
_COMPARES = re.compile(r"\b(?:ago|earlier|before|previous|prior|comparable|corresponding)\b", re.IGNORECASE)
"""Words of periods that a report's own is set against."""
Kind = Literal["result", "quotation"]


def figures_of_one_report(
    parse: Parse,
    times: Sequence[TimeExpression],
    mentions: Sequence[Mention],
    judgements: Sequence[Judgement],
    tenses: Sequence[Tense],
    attachments: Sequence[Attachment],
    rules: DatingRules,
) -> list[Attachment]:
    """The expression of the report that each undated move of a figure, told in the past, belongs to."""
    dated = {attachment.mention: attachment.time for attachment in attachments}
    named = _described(parse, times, rules)
    found: list[Attachment] = []
    last: dict[Kind, tuple[int, int]] = {}
    for i, mention in enumerate(mentions):
        for time, sentence in named:
            if sentence <= mention.sentence_index and times[time].span.end <= mention.trigger.start:
                last["result"] = max(last.get("result", (-1, -1)), (time, sentence))
        kind = _kind(parse, mention, rules)
        if kind is None:
            continue
        if i in dated:
            if _is_period(kind, times[dated[i]]):
                last[kind] = (dated[i], mention.sentence_index)
            else:
                last.pop(kind, None)
            continue
        time, sentence = last.get(kind, (-1, -1))
        told = tenses[i].own and tenses[i].name == "past" and not tenses[i].perfect
        if time < 0 or not told or judgements[i].modality != "actual" or mention.sentence_index - sentence > _REACH:
            continue
        found.append(Attachment(time, i, "", RULE))
        last[kind] = (time, mention.sentence_index)
    return found


def _described(parse: Parse, times: Sequence[TimeExpression], rules: DatingRules) -> list[tuple[int, int]]:
    """Periods that stand in front of a result ("third-quarter earnings"), with their sentence."""
    ends = [token.end for token in parse.tokens]
    found = []
    for index, time in enumerate(times):
        head = head_of(parse, ends, time) if _is_period("result", time) else None
        if head is None or parse.tokens[head].dep not in _DESCRIBES:
            continue
        noun = parse.tokens[parse.tokens[head].head]
        if noun.lemma in rules.figures and noun.lemma not in rules.quotations:
            found.append((index, noun.sentence))
    return found


def _kind(parse: Parse, mention: Mention, rules: DatingRules) -> Kind | None:
    """Whether a verb tells how a quotation or a result moved; `None` for neither."""
    tokens = parse.tokens
    if mention.lemma not in rules.moves or tokens[mention.head].pos != "VERB":
        return None
    if mention.lemma == "close" and _has_price(parse, mention.head):
        return "quotation"
    words = {tokens[c].lemma.lower() for c in parse.children[mention.head] if tokens[c].dep in _SUBJECTS}
    if words & rules.quotations:
        return "quotation"
    return "result" if words & rules.figures else None


def _has_price(parse: Parse, verb: int) -> bool:
    """Whether a verb has an amount behind "at"."""
    tokens = parse.tokens
    return any(
        tokens[c].text.lower() == "at" and any(tokens[d].tag in ("CD", "$") for d in parse.children[c])
        for c in parse.children[verb]
    )


def _is_period(kind: Kind, time: TimeExpression) -> bool:
    """Whether an expression names a trading day, or a period of results."""
    first, final = time.interval.earliest, time.interval.latest
    if time.timex_type not in ("DATE", "TIME") or first is None or final is None or _COMPARES.search(time.text):
        return False
    return first == final if kind == "quotation" else (final - first).days >= _LEAST_DAYS
