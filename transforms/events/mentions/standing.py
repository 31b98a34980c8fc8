"""What is so as a rule, rather than something that takes place: "recruits serve two years", "the river floods".

News reports events in the past or the perfect; its plain present expresses habits, states and judgements. Headlines
and lines of a chronology report events in the present, and so does a verb beside a date with its year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.events.mentions.headline_verbs import is_headline
from transforms.events.mentions.lexicon import word_set
from transforms.language.closed_class import closed_class
from transforms.language.parse import Parse, Token
from transforms.model import Judgement, Mention, TimeExpression

_TYPES = word_set("habits", "progressive_types")
_SAME_IN_PAST = word_set("habits", "same_in_past")
_OPENERS = word_set("habits", "openers")
_HAPPENINGS = frozenset(["event", "light"])
_PRESENT = frozenset(["VBZ", "VBP"])
_FINITE = _PRESENT | {"VBD", "MD"}
_HELPERS = frozenset(["aux", "auxpass"])
_BELOW = frozenset(["xcomp", "advcl", "pcomp", "csubj", "conj"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_INDEFINITE = closed_class("indefinite_singular")
_MOST = 50
_STEPS = 12
_AFTER_LAST = 4
"""How many sentences the last entry of a chronology may have."""


def with_states(
    parse: Parse, mentions: Sequence[Mention], judgements: Sequence[Judgement], times: Sequence[TimeExpression]
) -> tuple[Mention, ...]:
    """Return the mentions, each that is judged actual but expresses a habit or a state as a state."""
    if not mentions:
        return ()
    reader = _Standing(parse, times, {m.head: m.event_type for m in mentions})
    serving = {m.serves for m in mentions if m.event_class == "light" and m.serves is not None and reader.holds(m.head)}
    return tuple(
        replace(m, event_class="state", serves=None)
        if j.modality == "actual" and m.event_class in _HAPPENINGS and (i in serving or reader.holds(m.head))
        else m
        for i, (m, j) in enumerate(zip(mentions, judgements, strict=True))
    )


class _Standing:
    """Tells habits and states of one text from happenings."""

    def __init__(self, parse: Parse, times: Sequence[TimeExpression], types: dict[int, str]) -> None:
        self._parse = parse
        self._tokens = parse.tokens
        self._types = types
        self._dated: set[int] = set()
        self._absolute: set[int] = set()
        self._repeated: set[int] = set()
        starts = {token.start: token.i for token in parse.tokens}
        for time in times:
            i = starts.get(time.span.start)
            while i is not None and i < len(parse.tokens) and parse.tokens[i].end <= time.span.end:
                if time.timex_type == "SET":
                    self._repeated.add(i)
                elif time.timex_type != "DURATION" and time.interval.earliest is not None:
                    self._dated.add(i)
                    if time.anchor_date is None:
                        self._absolute.add(i)
                i += 1
        self._known: dict[int, bool] = {}
        led = [n for n, sentence in enumerate(parse.sentences) if self._is_led(self._tokens[sentence.first])]
        self._chronology = range(led[0], led[-1] + _AFTER_LAST) if len(led) > 1 else led

    def holds(self, i: int) -> bool:
        """True if the word says what is so, and not that something took place."""
        if self._tokens[i].tag[0] == "N":
            return self._is_kind(i)
        path = [i]
        while path[-1] not in self._known and len(path) < _STEPS:
            above = self._above(path[-1])
            if above is None:
                break
            path.append(above)
        for j in reversed(path):
            if j not in self._known:
                self._known[j] = self._work_out(j)
        return self._known[i]

    def _work_out(self, i: int) -> bool:
        if self._has_time(i, self._repeated) or self._is_of_anybody(i) or self._describes(i):
            return True
        tense = self._present(i)
        if tense is None:
            above = self._above(i)
            return above is not None and self._known.get(above, False)
        if not tense or self._has_time(i, self._absolute):
            return False
        return not self._is_line(i)

    def _is_of_anybody(self, i: int) -> bool:
        """True if "you" stands for anybody: "you had to queue for hours"."""
        return any(
            self._tokens[c].dep in _SUBJECTS and self._tokens[c].text.lower() == "you"
            for c in self._parse.children[i][:_MOST]
        )

    def _describes(self, i: int) -> bool:
        """True if a participle only says which one is meant: "the mill operated by his aunt"."""
        token = self._tokens[i]
        if token.dep not in ("acl", "amod") or token.tag not in ("VBN", "VBG") or self._types.get(i) not in _TYPES:
            return False
        return not self._has_time(i, self._dated)

    def _present(self, i: int) -> bool | None:
        """Return whether a verb is in the plain present or goes on and on; `None` if it has no tense of its own."""
        token = self._tokens[i]
        helpers = [self._tokens[c] for c in self._parse.children[i][:_MOST] if self._tokens[c].dep in _HELPERS]
        finite = [h for h in helpers if h.tag in _FINITE]
        if not finite:
            if token.tag not in _FINITE:
                return None
            return token.tag == "VBZ" or (token.tag == "VBP" and token.lemma.lower() not in _SAME_IN_PAST)
        if any(h.tag not in _PRESENT or h.lemma.lower() == "have" for h in finite) or len(helpers) > 1:
            return False
        if token.tag == "VBG":
            return self._types.get(i) in _TYPES
        return token.tag in ("VB", "VBN")

    def _above(self, i: int) -> int | None:
        """Return the verb whose tense a participle, an infinitive or a second verb shares."""
        token = self._tokens[i]
        if token.dep not in _BELOW or self._present(i) is not None or token.tag[0] != "V":
            return None
        if token.tag == "VBN" and token.dep != "conj":
            return None
        if any(self._tokens[c].text.lower() == "having" for c in self._parse.children[i][:_MOST]):
            return None
        head = self._tokens[token.head]
        if head.pos == "ADP" and head.head != head.i:
            head = self._tokens[head.head]
        return head.i if head.tag[0] == "V" and head.i != i else None

    def _has_time(self, i: int, among: set[int]) -> bool:
        """True if an expression of time hangs on the verb, by itself or behind a preposition."""
        for c in self._parse.children[i][:_MOST]:
            if c in among and self._tokens[c].dep in ("npadvmod", "advmod", "tmod", "nmod", "prep", "dep"):
                return True
            if self._tokens[c].dep == "prep" and any(d in among for d in self._parse.children[c][:_MOST]):
                return True
        return False

    def _is_line(self, i: int) -> bool:
        """True if a verb is the main verb of a headline, or of an entry of a chronology ("May 4: The port closes.")."""
        token = self._tokens[i]
        for _ in range(_STEPS):
            head = self._tokens[token.head]
            if head.i == token.i:
                break
            if token.dep not in ("conj", "ccomp", "parataxis"):
                return False
            token = head
        sentence = self._parse.sentences[token.sentence]
        first = self._tokens[sentence.first]
        if token.sentence in self._chronology:
            return True
        return first.text.lower() not in _OPENERS and is_headline(self._parse, token.sentence)

    def _is_led(self, first: Token) -> bool:
        """True if a colon or a dash follows the date that opens a sentence."""
        i = first.i
        if i not in self._dated:
            return False
        while i in self._dated:
            i += 1
        return i < len(self._tokens) and self._tokens[i].text in (":", "-", "–", "—")

    def _is_kind(self, i: int) -> bool:
        """True if a noun stands for all of its kind: "a strike hurts everybody"."""
        token = self._tokens[i]
        if token.dep != "nsubj" or self._tokens[token.head].tag not in _PRESENT:
            return False
        article = any(self._tokens[c].text.lower() in _INDEFINITE for c in self._parse.children[i][:_MOST])
        return article and self.holds(token.head)
