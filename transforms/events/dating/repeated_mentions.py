"""Events that an article names again: what is dated once is dated wherever it is named.

Two cases only, both by the words of one article: the same happening told again, by a definite noun or with the same
named sufferer ("the blast on Monday … the blast", "Mr Brown was murdered on Monday … the killing of Mr Brown"), and the
sayings of one speaker, all of whose dated sayings are of one day.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.dating.bounds import Draft
from transforms.events.dating.relations import Told
from transforms.events.dating.rules import DatingRules
from transforms.events.dating.tense import Tense
from transforms.language.concepts import concept, light_words
from transforms.language.parse import Parse
from transforms.model import Judgement, Mention, MentionRelation, Statement

_SUBJECTS = ("nsubj", "nsubjpass")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_UPON = frozenset({"of", "on", "against"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_PRONOUN = "he or she"
_STEPS = 6
_ROOT = 4
"""Letters that a noun shares with the verb it is made from ("decide", "decision")."""


def named_again(
    parse: Parse,
    mentions: Sequence[Mention],
    judgements: Sequence[Judgement],
    tenses: Sequence[Tense],
    drafts: Sequence[Draft],
    rules: DatingRules,
) -> list[Told]:
    """Each undated event with the dated mention of the same happening, where all that could be it are of one day."""
    dated: dict[str, list[int]] = {}
    undated: list[int] = []
    for i, mention in enumerate(mentions):
        if _tells_of_an_event(mention, judgements[i], tenses[i], rules):
            if _is_told(drafts[i]):
                dated.setdefault(concept(mention.lemma), []).append(i)
            elif _may_be_again(parse, mention, tenses[i]):
                undated.append(i)
    found = []
    for i in undated:
        nouns = tenses[i].form == "noun"
        same = [
            j for j in dated.get(concept(mentions[i].lemma), []) if _is_alike(parse, mentions[i], mentions[j], nouns)
        ]
        same = [j for j in same if mentions[j].lemma.lower() == mentions[i].lemma.lower()] or same
        if same and len({(drafts[j].start, drafts[j].end) for j in same}) == 1:
            found.append(Told(MentionRelation(i, "simultaneous", same[0], "named-again"), True))
    return found


def _tells_of_an_event(mention: Mention, judgement: Judgement, tense: Tense, rules: DatingRules) -> bool:
    """Whether a mention is of something that took place and is not likely to be one of many of its kind."""
    lemma = mention.lemma.lower()
    if mention.event_class != "event" or judgement.modality != "actual" or lemma in rules.durative:
        return False
    return lemma not in rules.figures if tense.form == "noun" else lemma not in light_words()


def _may_be_again(parse: Parse, mention: Mention, tense: Tense) -> bool:
    """Whether an undated mention may tell again what was told: a definite noun, a past verb."""
    if tense.form == "noun":
        return _is_definite(parse, mention)
    return (tense.own and (tense.name == "past" or tense.perfect)) or tense.form == "participle"


def _is_alike(parse: Parse, again: Mention, told: Mention, noun: bool) -> bool:
    """Whether two mentions may be of one event: the same noun, or a shared sufferer, by name unless it is a noun.

    What was told of several ("the blasts on Monday") holds for each; what was told of one does not hold for more.
    A noun made from a verb before it, with nothing to tell another by, tells that again ("they voted … the vote").
    """
    tags = parse.tokens[told.head].tag, parse.tokens[again.head].tag
    if noun and tags[0][0] == "N" and again.lemma.lower() == told.lemma.lower():
        return tags[0] == tags[1] or tags == ("NNS", "NN")
    if tags[0][0] == "V" and tags[1] == "NN" and told.head < again.head and not _sufferers(parse, again.head):
        return again.lemma.lower()[:_ROOT] == told.lemma.lower()[:_ROOT]
    shared = _sufferers(parse, again.head) & _sufferers(parse, told.head)
    return any(named or noun for _, named in shared)


def _sufferers(parse: Parse, i: int) -> frozenset[tuple[str, bool]]:
    """The words for whom or what an event happens to, and whether each is a name: object, passive subject, "of"."""
    tokens, found = parse.tokens, []
    if tokens[i].dep in ("acl", "relcl") and tokens[i].tag == "VBN":
        found.append(tokens[i].head)
    for c in parse.children[i]:
        if tokens[c].dep in ("dobj", "nsubjpass", "poss", "compound", "amod"):
            found.append(c)
        elif tokens[c].dep == "prep" and tokens[c].text.lower() in _UPON:
            found += [d for d in parse.children[c] if tokens[d].dep == "pobj"]
    return frozenset((tokens[c].lemma.lower(), tokens[c].pos == "PROPN") for c in found if tokens[c].pos in _NOMINAL)


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
    """Each undated saying with the first dated one by the same speaker, whose dated sayings are all of one day.

    Only a name is the same speaker before it: "the ambassador" may be another one.
    """
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
    for speaker, said in sayings.items():
        days = {drafts[i].start for i in said if _is_told(drafts[i])}
        first = next((i for i in said if _is_told(drafts[i])), None)
        if first is None or len(days) != 1 or not drafts[first].start.is_day:
            continue
        found += [
            Told(MentionRelation(i, "simultaneous", first, "said-by-the-same"), True)
            for i in said
            if (i > first or not speaker.islower()) and not _is_told(drafts[i])
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
