"""Events that an article names again: what is dated once is dated wherever it is named.

Two cases only, both by the words of one article: the same event noun with a definite article or a name in front
("the blast on Monday … the blast"), and the sayings of one speaker, all of whose dated sayings are of one day.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.bounds import Draft
from transforms.events.dating_rules import DatingRules
from transforms.events.relations import Told
from transforms.events.tense import Tense
from transforms.language import Parse
from transforms.model import Judgement, Mention, MentionRelation, Statement

_SUBJECTS = ("nsubj", "nsubjpass")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_PRONOUN = "he or she"
_STEPS = 6


def named_again(
    parse: Parse,
    mentions: Sequence[Mention],
    judgements: Sequence[Judgement],
    tenses: Sequence[Tense],
    drafts: Sequence[Draft],
    rules: DatingRules,
) -> list[Told]:
    """Each undated event noun with the one dated mention that the same words name."""
    dated: dict[tuple[str, str], list[int]] = {}
    for i, mention in enumerate(mentions):
        if _names_an_event(i, mentions, judgements, tenses, rules) and _is_told(drafts[i]):
            dated.setdefault(_name(parse, mention), []).append(i)
    found = []
    for i, mention in enumerate(mentions):
        if (
            not _names_an_event(i, mentions, judgements, tenses, rules)
            or _is_told(drafts[i])
            or not _is_definite(parse, mention)
        ):
            continue
        same = dated.get(_name(parse, mention), [])
        if same and len({(drafts[j].start, drafts[j].end) for j in same}) == 1:
            found.append(Told(MentionRelation(i, "simultaneous", same[0], "named-again"), True))
    return found


def _names_an_event(
    i: int, mentions: Sequence[Mention], judgements: Sequence[Judgement], tenses: Sequence[Tense], rules: DatingRules
) -> bool:
    return (
        mentions[i].event_class == "event"
        and judgements[i].modality == "actual"
        and tenses[i].form == "noun"
        and mentions[i].lemma.lower() not in rules.durative
        and mentions[i].lemma.lower() not in rules.figures
    )


def _name(parse: Parse, mention: Mention) -> tuple[str, str]:
    return mention.lemma.lower(), parse.tokens[mention.head].tag


def _is_told(draft: Draft) -> bool:
    """Whether a text tells a begin and an end."""
    low, high = draft.held.get("start_earliest"), draft.held.get("end_latest")
    return low is not None and high is not None and low.kind != "publication"


def _is_definite(parse: Parse, mention: Mention) -> bool:
    tokens = parse.tokens
    for c in parse.children[mention.head]:
        if tokens[c].dep == "det":
            return tokens[c].text.lower() in _DEFINITE
        if tokens[c].dep == "poss":
            return True
    return False


def said_on(
    parse: Parse,
    mentions: Sequence[Mention],
    judgements: Sequence[Judgement],
    tenses: Sequence[Tense],
    chains: Sequence[tuple[Statement, ...]],
    drafts: Sequence[Draft],
) -> list[Told]:
    """Each undated saying with an earlier one by the same speaker, where that speaker's dated ones are of one day."""
    sayings: dict[str, list[int]] = {}
    last, last_sentence = "", -1
    for i, mention in enumerate(mentions):
        if not _is_saying(mention, judgements[i], tenses[i]) or chains[i]:
            continue
        speaker = _speaker(parse, mention.head)
        if speaker == _PRONOUN:
            speaker = last if mention.sentence_index - last_sentence <= 1 else ""
        if speaker:
            sayings.setdefault(speaker, []).append(i)
        last, last_sentence = speaker, mention.sentence_index
    found = []
    for said in sayings.values():
        days = {drafts[i].start for i in said if _is_told(drafts[i])}
        first = next((i for i in said if _is_told(drafts[i])), None)
        if first is None or len(days) != 1 or not drafts[first].start.is_day:
            continue
        found += [
            Told(MentionRelation(i, "simultaneous", first, "said-by-the-same"), True)
            for i in said
            if i > first and not _is_told(drafts[i])
        ]
    return found


def _is_saying(mention: Mention, judgement: Judgement, tense: Tense) -> bool:
    """Whether someone is told to have said something, in the simple past."""
    if mention.event_class != "reporting" or judgement.modality != "actual":
        return False
    return tense.own and tense.name == "past" and not tense.perfect


def _speaker(parse: Parse, verb: int) -> str:
    """A name for who says it: the last word of a name, or a noun with "the"; "" for a pronoun or none."""
    tokens = parse.tokens
    for _ in range(_STEPS):
        for c in parse.children[verb]:
            token = tokens[c]
            if token.dep in _SUBJECTS:
                if token.text.lower() in ("he", "she", "they"):
                    return _PRONOUN
                if token.pos == "PROPN":
                    return token.text
                definite = any(
                    tokens[d].dep in ("det", "poss") and tokens[d].text.lower() not in ("a", "an")
                    for d in parse.children[c]
                )
                return token.lemma.lower() if token.pos == "NOUN" and definite else ""
        if tokens[verb].dep != "conj" or tokens[verb].head == verb:
            return ""
        verb = tokens[verb].head
    return ""
