"""Events that an article names again: what is dated once is dated wherever it is named.

Two cases only, both by the words of one article: the same happening mentioned again, by a definite noun or with the
same named victim ("the blast on Monday … the blast", "Mr Brown was murdered on Monday … the killing of Mr Brown"), and
the sayings of one speaker, all of whose dated sayings are of one day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from transforms.events.dating.bounds import BoundsBuilder
from transforms.events.dating.links.once_in_a_life import died_once
from transforms.events.dating.rules import DatingRules
from transforms.events.dating.values import ArticleView, Candidate, TemporalLink, has_own_days
from transforms.language.closed_class import closed_class
from transforms.language.concepts import concept, light_words
from transforms.language.parse import Parse
from transforms.model import Mention, MentionRelation

_SUBJECTS = ("nsubj", "nsubjpass")
_DEFINITE = closed_class("demonstrative")
_UPON = closed_class("upon")
_ARTICLES = closed_class("indefinite_article")
_PERSONS = closed_class("person_subject")
_NOMINAL = frozenset({"NOUN", "PROPN"})
_PRONOUN = "he or she"
_STEPS = 6
_AT_OTHER_TIMES = closed_class("other_times")
"""Beside a verb, words for another time than the one dated."""
_RECENT = timedelta(days=31)
"""How long ago a happening may be that is named again anywhere in an article."""
_SENTENCES_NEAR = 3
_SAYINGS_NEAR = 6
"""How many sentences further on somebody may go on speaking on the day given."""
_ROOT = 4
"""Letters that a noun shares with the verb it is made from ("decide", "decision")."""


def named_again(view: ArticleView, candidates: Sequence[Candidate]) -> list[TemporalLink]:
    """Link each undated event to the dated mention of the same happening, where all that could be it are of one day."""
    dated: dict[str, list[int]] = {}
    undated: list[int] = []
    for i, one in enumerate(candidates):
        if _is_one_happening(one, view.rules):
            if _is_ahead(one.bounds, view.published):
                continue
            if has_own_days(one.bounds):
                dated.setdefault(concept(one.mention.lemma), []).append(i)
            elif _may_be_again(view.parse, one):
                undated.append(i)
    found = died_once(view, candidates)
    known = {link.relation.first for link in found}
    for i in undated:
        one = candidates[i]
        if i in known:
            continue
        alike = dated.get(concept(one.mention.lemma), [])
        same = [
            j
            for j in alike
            if _is_alike(view, one.mention, candidates[j].mention, one.is_noun)
            and _is_near(view, one.mention, candidates[j])
        ]
        same = [j for j in same if candidates[j].lemma == one.lemma] or same
        if same and len({(candidates[j].bounds.start, candidates[j].bounds.end) for j in same}) == 1:
            found.append(TemporalLink(MentionRelation(i, "simultaneous", same[0], "named-again"), True, dates=True))
    return found


def _is_ahead(bounds: BoundsBuilder, published: date | None) -> bool:
    """True if an event lies wholly ahead of the publication day."""
    first = bounds.value("start_earliest")
    return published is not None and first is not None and first > published


def _is_near(view: ArticleView, again: Mention, first: Candidate) -> bool:
    """True if what was dated is of the last weeks, or stands just before what may name it again."""
    day = first.bounds.value("start_earliest")
    if view.published is not None and day is not None and abs(view.published - day) <= _RECENT:
        return True
    return 0 <= again.sentence_index - first.mention.sentence_index <= _SENTENCES_NEAR


def _is_one_happening(one: Candidate, rules: DatingRules) -> bool:
    """True if a mention is of something that took place and is not likely to be one of many of its kind."""
    if one.mention.event_class != "event" or one.modality != "actual" or one.lemma in rules.durative:
        return False
    return one.lemma not in (rules.figures if one.is_noun else light_words())


def _may_be_again(parse: Parse, one: Candidate) -> bool:
    """True if an undated mention may name again what was dated: a definite noun, a past verb."""
    if one.is_noun:
        return _is_definite(parse, one.mention)
    if any(parse.tokens[c].text.lower() in _AT_OTHER_TIMES for c in parse.children[one.mention.head]):
        return False
    tense = one.tense
    return (tense.own and (tense.name == "past" or tense.perfect)) or tense.form == "participle"


def _is_alike(view: ArticleView, again: Mention, first: Mention, noun: bool) -> bool:
    """True if two mentions may be of one event: the same noun, or a shared patient, by name unless it is a noun.

    What holds of several ("the blasts on Monday") holds for each; what holds of one does not hold for more.
    A noun made from a verb before it, with nothing to set it apart, names that again ("they voted … the vote").
    """
    parse = view.parse
    tags = parse.tokens[first.head].tag, parse.tokens[again.head].tag
    if _are_distinct(parse, again.head, first.head):
        return False
    if noun and tags[0][0] == "N" and again.lemma.lower() == first.lemma.lower():
        return tags[0] == tags[1] or tags == ("NNS", "NN")
    if tags[1] == "NN" and tags[0] != "NNS" and first.head < again.head and concept(again.lemma) in view.rules.single:
        return True
    if tags[0][0] == "V" and tags[1] == "NN" and first.head < again.head and not _patients(parse, again.head):
        return again.lemma.lower()[:_ROOT] == first.lemma.lower()[:_ROOT]
    shared = _patients(parse, again.head) & _patients(parse, first.head)
    return any(named or noun for _, named in shared)


def _are_distinct(parse: Parse, again: int, first: int) -> bool:
    """True if the words beside two event words set one apart from the other.

    Another patient or possessor; "second", "earlier", "another"; an adjective, a number or a date that only the later
    one has; a time of its own.
    """
    patients = frozenset(word for word, _ in _patients(parse, again)), frozenset(w for w, _ in _patients(parse, first))
    if patients[0] and patients[1] and not patients[0] & patients[1]:
        return True
    return bool(_modifiers(parse, again) - _modifiers(parse, first))


def _modifiers(parse: Parse, i: int) -> frozenset[str]:
    """Return the words in front of a noun that single it out."""
    tokens = parse.tokens
    return frozenset(
        tokens[c].lemma.lower()
        for c in parse.children[i]
        if c < i and tokens[c].dep in ("amod", "nummod", "compound", "nmod", "poss") and tokens[c].pos != "PRON"
    )


def _patients(parse: Parse, i: int) -> frozenset[tuple[str, bool]]:
    """Return the words for whom or what an event happens to, and whether each is a name."""
    tokens, found = parse.tokens, []
    if tokens[i].dep in ("acl", "relcl") and tokens[i].tag == "VBN":
        found.append(tokens[i].head)
    for c in parse.children[i]:
        if tokens[c].dep in ("dobj", "nsubjpass", "poss", "compound", "amod"):
            found.append(c)
        elif tokens[c].dep == "prep" and tokens[c].text.lower() in _UPON:
            found += [d for d in parse.children[c] if tokens[d].dep == "pobj"]
    return frozenset((tokens[c].lemma.lower(), tokens[c].pos == "PROPN") for c in found if tokens[c].pos in _NOMINAL)


def _is_definite(parse: Parse, mention: Mention) -> bool:
    tokens = parse.tokens
    for c in parse.children[mention.head]:
        if tokens[c].dep == "det":
            return tokens[c].text.lower() in _DEFINITE
        if tokens[c].dep == "poss":
            return True
    return False


def said_on(view: ArticleView, candidates: Sequence[Candidate]) -> list[TemporalLink]:
    """Link each undated saying to the first dated one by the same speaker, whose dated sayings are all of one day.

    Only a name is the same speaker before it: "the ambassador" may be another one.
    """
    sayings: dict[str, list[int]] = {}
    last, last_sentence = "", -1
    for i, one in enumerate(candidates):
        if not _is_saying(one) or one.chain:
            continue
        speaker = _speaker(view.parse, one.mention.head)
        if speaker == _PRONOUN:
            speaker = last if one.mention.sentence_index - last_sentence <= 1 else ""
        if speaker:
            sayings.setdefault(speaker, []).append(i)
        last, last_sentence = speaker, one.mention.sentence_index
    found = []
    for speaker, said in sayings.items():
        dated = [i for i in said if has_own_days(candidates[i].bounds)]
        days = {candidates[i].bounds.start for i in dated}
        if len(days) != 1 or not candidates[dated[0]].bounds.start.is_day:
            continue
        found += [
            TemporalLink(MentionRelation(i, "simultaneous", dated[0], "said-by-the-same"), True, dates=True)
            for i in said
            if (i > dated[0] or not speaker.islower()) and i not in dated and _is_spoken_near(candidates, i, dated)
        ]
    return found


def _is_spoken_near(candidates: Sequence[Candidate], i: int, dated: Sequence[int]) -> bool:
    """True if a saying stands few sentences from a dated one."""
    at = candidates[i].mention.sentence_index
    return any(abs(at - candidates[j].mention.sentence_index) <= _SAYINGS_NEAR for j in dated)


def _is_saying(one: Candidate) -> bool:
    """True if someone is reported, in the simple past, to have said something."""
    if one.mention.event_class != "reporting" or one.modality != "actual":
        return False
    return one.tense.own and one.tense.name == "past" and not one.tense.perfect


def _speaker(parse: Parse, verb: int) -> str:
    """Return a name for who says it: the last word of a name, or a noun with "the"; "" for a pronoun or none."""
    tokens = parse.tokens
    for _ in range(_STEPS):
        for c in parse.children[verb]:
            token = tokens[c]
            if token.dep in _SUBJECTS:
                if token.text.lower() in _PERSONS:
                    return _PRONOUN
                if token.pos == "PROPN":
                    return token.text
                definite = any(
                    tokens[d].dep in ("det", "poss") and tokens[d].text.lower() not in _ARTICLES
                    for d in parse.children[c]
                )
                return _office(parse, c) if token.pos == "NOUN" and definite else ""
        if tokens[verb].dep != "conj" or tokens[verb].head == verb:
            return ""
        verb = tokens[verb].head
    return ""


def _office(parse: Parse, i: int) -> str:
    """Return a noun with the words in front of it: "the Scottish minister" is not "the minister"."""
    tokens = parse.tokens
    before = [
        tokens[c].lemma for c in parse.children[i] if c < i and tokens[c].dep in ("amod", "compound", "nmod", "poss")
    ]
    return " ".join((*before, tokens[i].lemma)).lower()
