"""Which further events a date belongs to: those joined by "and", served, appointed or completed by an infinitive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from transforms.events.dating.values import ArticleView, Attachment
from transforms.language.closed_class import closed_class
from transforms.model import Mention

_LOOSE = frozenset({"xcomp", "acl", "advcl"})
_SUBJECTS = ("nsubj", "nsubjpass")
_STEPS = 10
_UNTIL = closed_class("until")


class Sharing:
    """Spreads an attachment over the events of its sentence."""

    __slots__ = ("_at", "_mentions", "_view")

    def __init__(self, view: ArticleView, mentions: Sequence[Mention], at: Mapping[int, int]) -> None:
        """Prepare for one article; `at` is where mentions are, by token."""
        self._view, self._mentions, self._at = view, mentions, at

    def of(self, index: int, at: int, mention: int, connective: str, rule: str) -> list[Attachment]:
        """Return an attachment with those that follow: the event served, verbs joined by "and" after a date."""
        found = [Attachment(index, mention, connective, rule)]
        served = self._mentions[mention].serves
        if served is not None and self._mentions[mention].event_class == "light":
            found.append(Attachment(index, served, connective, "date-on-the-verb-of-its-noun"))
        head = self._mentions[mention].head
        tokens = self._view.parse.tokens
        above = tokens[head].head
        if tokens[head].dep == "xcomp" and above in self._at and self._is_one(above, head):
            found.append(Attachment(index, self._at[above], connective, "date-after-the-infinitive"))
        elif tokens[head].tag == "VB" and self._view.rules.is_within(connective):
            past = self._past_above(index, head)
            if past is not None:
                return [Attachment(index, past, connective, "past-date-after-the-infinitive")]
        if (
            tokens[head].dep == "dobj"
            and above in self._at
            and tokens[at].dep == "npadvmod"
            and tokens[above].tag == "VBD"
        ):
            found.append(Attachment(index, self._at[above], connective, "date-behind-the-object"))
        if self._appoints(index, head, connective):
            appointed = self._appointed(head)
            if appointed is not None:
                put_off = tokens[head].lemma in self._view.rules.postponing and connective in _UNTIL
                word = "" if connective == "for" or put_off else connective
                return [Attachment(index, appointed, word, "date-appointed", True)]
        before = self._view.times[index].span.end <= tokens[head].start
        if tokens[head].pos == "VERB" and (before or self._is_last(index, tokens[head].sentence)):
            found += [
                Attachment(index, self._at[c], connective, "date-before-joined-verbs")
                for c in self._joined(head, self._fronts(index, head))
                if c in self._at
                and self._at[c] != mention
                and self._view.times[index].span.end <= tokens[c].start
                and not self._is_followed(index, c)
            ]
        return found

    def _is_one(self, above: int, head: int) -> bool:
        """True if a verb and the one that completes it happen together ("began to sink", "was found floating")."""
        tokens = self._view.parse.tokens
        return tokens[above].lemma in self._view.rules.one_time or (
            tokens[head].tag == "VBG" and tokens[above].tag in ("VBD", "VBN")
        )

    def _past_above(self, index: int, head: int) -> int | None:
        """Return the past verb above an infinitive, whose past date is that verb's ("voted to stay on Friday")."""
        tokens, last = self._view.parse.tokens, self._view.times[index].interval.latest
        if (
            last is None
            or self._view.published is None
            or last > self._view.published
            or tokens[head].dep not in _LOOSE
        ):
            return None
        if not any(tokens[c].tag == "TO" for c in self._view.parse.children[head]):
            return None
        at = tokens[head].head
        for _ in range(3):
            if tokens[at].tag == "VBD":
                return self._at.get(at) if tokens[at].lemma not in self._view.rules.appointing else None
            if tokens[at].pos not in ("NOUN", "PROPN") or tokens[at].head == at:
                return None
            at = tokens[at].head
        return None

    def _appoints(self, index: int, head: int, connective: str) -> bool:
        """True if a verb with a date sets something for that date ("announced for Friday", "is due in May")."""
        if (
            connective == "for"
            and self._view.times[index].timex_type != "DURATION"
            and self._view.times[index].interval.is_day
        ):
            return True
        return self._view.parse.tokens[head].lemma in self._view.rules.appointing and self._is_ahead(index, connective)

    def _is_ahead(self, index: int, connective: str) -> bool:
        """True if a date at a verb of appointing is that of what is appointed."""
        first = self._view.times[index].interval.earliest
        return connective == "for" or first is None or self._view.published is None or first > self._view.published

    def _appointed(self, verb: int) -> int | None:
        """Return what is scheduled: the infinitive, the object, or the subject of a passive."""
        tokens = self._view.parse.tokens
        for label in ("dobj", "xcomp", "nsubjpass", "nsubj"):
            for c in self._view.parse.children[verb]:
                if tokens[c].dep == label and c in self._at:
                    return self._at[c]
        if tokens[verb].dep in ("relcl", "acl") and tokens[verb].head in self._at:
            return self._at[tokens[verb].head]
        return None

    def _fronts(self, index: int, verb: int) -> bool:
        """True if an expression opens its sentence, in front of the verb's subject, and no other follows it there."""
        tokens, time = self._view.parse.tokens, self._view.times[index]
        subject = next((c for c in self._view.parse.children[verb] if tokens[c].dep in _SUBJECTS), None)
        if subject is None or time.span.end > tokens[subject].start:
            return False
        return self._is_last(index, tokens[verb].sentence)

    def _is_followed(self, index: int, verb: int) -> bool:
        """True if an expression of its own stands behind a joined verb ("In May she applied and left in June")."""
        tokens, times = self._view.parse.tokens, self._view.times
        end = self._view.parse.sentences[tokens[verb].sentence].end
        for time in times[index + 1 : index + 1 + _STEPS]:
            if time.span.start >= end:
                return False
            if time.span.start >= tokens[verb].end and time.timex_type in ("DATE", "TIME") and time.precision:
                return True
        return False

    def _is_last(self, index: int, sentence: int) -> bool:
        """True if no other expression follows one in a sentence."""
        end = self._view.parse.sentences[sentence].end
        return index + 1 == len(self._view.times) or self._view.times[index + 1].span.start >= end

    def _joined(self, verb: int, fronted: bool) -> list[int]:
        """Return the verbs joined to one by "and", with the same subject unless a date in front is that of all."""
        tokens, found, at = self._view.parse.tokens, [], verb
        for _ in range(_STEPS):
            following = [
                c for c in self._view.parse.children[at] if tokens[c].dep == "conj" and tokens[c].pos == "VERB"
            ]
            if not following:
                break
            before, at = at, following[0]
            children = [tokens[c] for c in self._view.parse.children[at]]
            own = any(c.dep in _SUBJECTS or (c.dep == "npadvmod" and c.tag != "CD") for c in children)
            joined = fronted and self.is_past(verb) and self.is_past(at) and self._is_joined_by_and(before)
            if not joined and (own or tokens[at].tag != tokens[verb].tag):
                break
            found.append(at)
        return found

    def is_past(self, verb: int) -> bool:
        """True if a verb is in the simple past, active or passive."""
        tokens = self._view.parse.tokens
        helpers = [tokens[c].tag for c in self._view.parse.children[verb] if tokens[c].dep in ("aux", "auxpass")]
        return helpers == ["VBD"] if helpers else tokens[verb].tag == "VBD"

    def _is_joined_by_and(self, verb: int) -> bool:
        """True if "and" joins another verb to this one."""
        return any(self._view.parse.tokens[c].text.lower() == "and" for c in self._view.parse.children[verb])
