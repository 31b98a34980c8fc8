"""A day given in the sentences that go on with a happening: "She was hit by a van. The accident happened on Friday".

Only where those sentences plainly speak of the same happening: they name it again, call it the incident, go on with the
court's next words on the case, or say once more of the same person what happens to somebody once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from transforms.events.dating.rules import DatingRules
from transforms.events.dating.values import ArticleView, Candidate, TemporalLink, has_own_days
from transforms.language.closed_class import closed_class
from transforms.language.parse import Parse
from transforms.model import MentionRelation

RULE = "gone-on-with"
_REACH = 3
"""Sentences."""
_NEAR = 2
_RECENT = timedelta(days=31)
_OF_LATE = timedelta(days=7)
_ROOT = 4
"""Letters that a noun shares with the verb it is made from ("rob", "robbery"), or all of a shorter one."""
_DEFINITE = closed_class("that_one")
_PRONOUNS = closed_class("subject_pronoun")
_SUBJECTS = ("nsubj", "nsubjpass")


def gone_on(view: ArticleView, candidates: Sequence[Candidate]) -> list[TemporalLink]:
    """Link each undated happening to what dates it a few sentences on, where all that could be it is of one day."""
    dated = [j for j, one in enumerate(candidates) if _dates(view, one)]
    found = []
    for i, one in enumerate(candidates):
        if not dated or not _is_open(one):
            continue
        same = [j for j in dated if i != j and _is_same(view, one, candidates[j])]
        if same and len({candidates[j].bounds.start for j in same}) == 1:
            found.append(TemporalLink(MentionRelation(i, "simultaneous", same[0], RULE), True, dates=True))
    return found


def _is_open(one: Candidate) -> bool:
    """True if an article itself tells of something as done, and no text gives it a day."""
    if one.mention.event_class != "event" or one.modality != "actual" or one.chain or one.bounds.rests_on("told"):
        return False
    return one.is_noun or one.tense.name == "past" or one.tense.perfect or one.tense.form == "participle"


def _dates(view: ArticleView, one: Candidate) -> bool:
    """True if a text puts something that happened on one day of the last weeks."""
    day = one.bounds.start
    if one.modality != "actual" or not has_own_days(one.bounds) or not day.is_day or day != one.bounds.end:
        return False
    return view.published is None or timedelta(0) <= view.published - (day.earliest or view.published) <= _RECENT


def _is_same(view: ArticleView, one: Candidate, dated: Candidate) -> bool:
    """True if what is dated is plainly the undated happening."""
    away = dated.mention.sentence_index - one.mention.sentence_index
    if not -_NEAR <= away <= _REACH or away == 0:
        return False
    if dated.is_noun and _is_definite_one(view.parse, dated.mention.head):
        if _is_verdict(view.rules, one, dated):
            return True
        if away > 0 and (_names_again(view.parse, one, dated) or (away <= _NEAR and _is_incident(view, one, dated))):
            return True
    return away > 0 and (_is_of_the_case(view, one, dated) or (away <= _NEAR and _is_said_again(view, one, dated)))


def _names_again(parse: Parse, one: Candidate, dated: Candidate) -> bool:
    """True if "the robbery" stands for "a robbery" or "was robbed" before it."""
    if one.is_noun:
        return one.lemma == dated.lemma and _determiner(parse, one.mention.head) in closed_class("indefinite_article")
    root = one.lemma[:_ROOT]
    alike = dated.lemma.startswith(root) and one.mention.event_type == dated.mention.event_type
    return alike and one.tense.own and len(root) > 2


def _is_incident(view: ArticleView, one: Candidate, dated: Candidate) -> bool:
    """True if "the incident" stands for what befell people or things in the main clause of a sentence before it."""
    if dated.lemma not in view.rules.incidents or one.mention.event_type not in view.rules.mishaps:
        return False
    if one.is_noun:
        return False
    at = view.parse.tokens[one.mention.head]
    return at.dep in ("ROOT", "conj") and one.tense.own


def _is_verdict(rules: DatingRules, one: Candidate, dated: Candidate) -> bool:
    """True if "the verdict" or "the sentencing" has the day of what a court found."""
    return dated.lemma in rules.verdicts and one.mention.event_type == "verdict" and not one.is_noun


def _is_of_the_case(view: ArticleView, one: Candidate, dated: Candidate) -> bool:
    """True if a court's hearing of the case, or of the same person, is dated after what came of it."""
    if one.lemma not in view.rules.outcomes or dated.lemma not in view.rules.court_steps or not one.tense.own:
        return False
    tokens, sentence = view.parse.tokens, view.parse.sentences[dated.mention.sentence_index]
    if not any(tokens[i].lemma.lower() == "court" for i in range(sentence.first, sentence.last)):
        return False
    subject, day = _party(view.parse, dated.mention.head, _SUBJECTS), dated.bounds.value("start_earliest")
    lately = view.published is None or day is None or view.published - day <= _OF_LATE
    if subject is None or not lately:
        return False
    case = tokens[subject].lemma.lower() in view.rules.cases and _determiner(view.parse, subject) in _DEFINITE
    return case or _is_one_person(view.parse, one.mention.head, subject)


def _is_said_again(view: ArticleView, one: Candidate, dated: Candidate) -> bool:
    """True if the same person is said again to have met with what happens once in a while ("arrested … detained")."""
    if one.mention.event_type != dated.mention.event_type or one.mention.event_type not in view.rules.once_in_a_while:
        return False
    if one.is_noun or dated.is_noun or not one.tense.own or not dated.tense.own:
        return False
    subject = _party(view.parse, dated.mention.head, _SUBJECTS)
    return subject is not None and _is_one_person(view.parse, one.mention.head, subject)


def _is_one_person(parse: Parse, verb: int, subject: int) -> bool:
    """True if a later subject is whom a verb is about: a pronoun, the same name or noun, the name of "a man"."""
    party = _party(parse, verb, ("dobj",)) or _party(parse, verb, _SUBJECTS)
    if party is None:
        return False
    later, earlier = parse.tokens[subject], parse.tokens[party]
    if later.text.lower() in _PRONOUNS or later.lemma.lower() == earlier.lemma.lower():
        return earlier.pos in ("NOUN", "PROPN") and later.text.lower() != "it"
    return (
        later.tag == "NNP" and earlier.tag == "NN" and _determiner(parse, party) in closed_class("indefinite_article")
    )


def _party(parse: Parse, verb: int, labels: tuple[str, ...]) -> int | None:
    """Return the head of a verb's subject or object."""
    return next((c for c in parse.children[verb] if parse.tokens[c].dep in labels), None)


def _determiner(parse: Parse, noun: int) -> str:
    return next((parse.tokens[c].text.lower() for c in parse.children[noun] if parse.tokens[c].dep == "det"), "")


def _is_definite_one(parse: Parse, noun: int) -> bool:
    """True if a singular noun is one that the reader knows already."""
    return parse.tokens[noun].tag == "NN" and _determiner(parse, noun) in _DEFINITE
