"""Where an expression stands: what it may be reckoned from, and which way its sentence points."""

from __future__ import annotations

import re
from collections import deque
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from transforms.times.algebra import GRAINS, Period, day
from transforms.times.anchors import PUBLICATION, Anchor, beside, from_date, from_year
from transforms.times.stamps import stamp_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from transforms.times.grammar.values import Match
    from transforms.times.resolved import Interpretation

_REACH = 200
_CAUSE_NEAR = 4
"""Words between a verb of causing and the infinitive of what it brought about, that verb with them."""
_WORDS_NEAR = 22
_FEW_WORDS = 3
_NEAR = 60
_KEPT_IN_MIND = 100
_WITHIN_A_YEAR = tuple(grain for grain in GRAINS if grain not in ("decade", "century", "millennium"))
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-ZÀ-ÞÄÖÜ])|\n\s*\n")
_HEADS_ENTRY = re.compile(r"\s?:\s+[A-Z\"“'‘]")
_OPENS = re.compile(r"\s*\(")
_CLOSES = re.compile(r"[^()\n]{0,20}\)\s+(?:[a-z]{2}\s+)?")
_QUOTE = re.compile(r"[“\"«„]|``")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gen|Gov|Corp|Inc|Ltd|Bros|Co|St|Jr|Sr|vs|v|Prof|Rev|Hon|Sgt|Capt|Maj|Mt|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Lt|Col))\.\s+$"
)


def _words(text: str) -> list[str]:
    """Return the words in lower case, blank where a capital within the sentence marks part of a name.

    “Since May” is no “may”, Will Rogers no “will”, and nobody meets in “Meet the Press”.
    """
    words = _WORD.findall(text)
    return ["" if at and word.istitle() else word.lower() for at, word in enumerate(words)]


class DateMention:
    """A date that the text has mentioned, and where."""

    __slots__ = ("by_name", "explicit", "period", "start", "text")

    def __init__(self, start: int, text: str, period: Period, *, explicit: bool, by_name: bool) -> None:
        self.start, self.text, self.period = start, text, period
        self.explicit, self.by_name = explicit, by_name
        """`explicit`: the words alone gave it.  `by_name`: only its name is known (“the fiscal first quarter”)."""


class Discourse:
    """Discourse state while resolving times: the publication date, the dates mentioned so far, the present expression.

    Meanings ask it questions; only the finder moves it on.
    """

    def __init__(
        self,
        text: str,
        published: date | None,
        *,
        narrative: bool,
        contexts: Mapping[str, frozenset[str]],
        options: Mapping[str, Any],
        read: Callable[[Match], Any],
        moment: datetime | None = None,
    ) -> None:
        self.text = text
        self.published = published
        self.narrative = narrative
        self.contexts = contexts
        self.options = options
        self.read = read
        self.moment = moment
        """The publication with its time of day, where that is known."""
        self._dates: dict[str, deque[DateMention]] = {}
        """The dates mentioned, by grain, the latest last; no further back than a reader remembers."""
        self.start = self.end = 0
        self._paragraph, self._looked = -1, 0
        self.ahead: Sequence[Match] = ()
        """The matches that follow the present one, the best of each place."""
        self.year_hint: int | None = None
        self._way: tuple[int, int] | None = None
        self._southern: bool | None = None

    def move(self, start: int, end: int) -> None:
        """Go on to the next expression."""
        if start > self._looked:
            # Only what is new is searched for the paragraph's beginning, or long paragraphs would cost their square.
            broken = self.text.rfind("\n\n", max(0, self._looked - 1), start)
            self._paragraph, self._looked = max(broken, self._paragraph), start
        self.start, self.end = start, end
        self.year_hint = None
        self._way = None

    def remember(self, text: str, interpretation: Interpretation) -> None:
        """Remember the date of the present expression."""
        if interpretation.period is not None and not interpretation.aside:
            explicit = interpretation.reason is None
            by_name = interpretation.first is None
            mention = DateMention(self.start, text, interpretation.period, explicit=explicit, by_name=by_name)
            self._dates.setdefault(interpretation.period.grain, deque(maxlen=_KEPT_IN_MIND)).append(mention)

    def speak_from(self, stamp: Interpretation) -> None:
        """Take the day of a time stamp for "today" in what follows; one without a year of its own tells no day."""
        if self.published is not None and stamp.first is not None and stamp.first == stamp.last:
            self.published, self.moment = stamp.first, None

    # ---------------------------------------------------------------- anchors

    @property
    def offset(self) -> int | None:
        """Minutes east of Greenwich where the article was written, if its publication time has an offset."""
        offset = self.moment.utcoffset() if self.moment else None
        return None if offset is None else round(offset.total_seconds() / 60)

    @property
    def speaks_from(self) -> date | None:
        """The day on which the text speaks ("today")."""
        return self.published

    def last_date(
        self, *grains: str, within: int | None = None, explicit: bool = False, begun: bool = False
    ) -> DateMention | None:
        """Return the date mentioned last, of these grains if any are named, at most `within` characters back.

        `begun` asks for one that had begun at publication: forecasts are no results to compare with.
        """
        found: DateMention | None = None
        for grain in grains or self._dates:
            for mention in reversed(self._dates.get(grain, ())):
                if within is not None and self.start - mention.start > within:
                    break
                if found is not None and mention.start <= found.start:
                    break
                if begun and self.published is not None and mention.period.first > self.published:
                    continue
                if mention.explicit or not explicit:
                    found = mention
                    break
        return found

    def date_in_paragraph(self, *grains: str, begun: bool = False) -> DateMention | None:
        """Return the date of these grains mentioned last in the same paragraph."""
        floor = self._paragraph
        return self.last_date(*grains, within=self.start - floor if floor >= 0 else None, begun=begun)

    def reported(self, *grains: str, within: int) -> DateMention | None:
        """Return the period that a report is about: the latest mentioned that had ended, else the last that had begun.

        Results come out when their quarter is over, and are compared with it again after an aside on another.
        """
        near = sorted(
            (
                mention
                for grain in grains
                for mention in self._dates.get(grain, ())
                if self.start - mention.start <= within
            ),
            key=lambda mention: mention.start,
        )
        if self.published is None:
            return near[-1] if near else None
        over = [mention for mention in near if mention.period.last <= self.published]
        if over:
            return max(over, key=lambda mention: (mention.period.last, mention.start))
        begun = [mention for mention in near if mention.period.first <= self.published]
        return begun[-1] if begun else None

    def sequence_anchor(self, *grains: str) -> tuple[Period, Anchor] | None:
        """Return what "the next day" or "two years later" counts from: the last date mentioned, else publication."""
        mention = self.last_date(*grains)
        if mention is not None:
            return mention.period, from_date(mention.text)
        if self.published is not None:
            return day(self.published), PUBLICATION
        return None

    def in_sentence_of(self, mention: DateMention) -> bool:
        """True if no sentence ends between a date and the present expression."""
        return _SENTENCE_END.search(self.text, mention.start, self.start) is None

    @property
    def is_stamp(self) -> bool:
        """True if the expression is the clock time at the head of a live entry."""
        return stamp_of(self.text, self.start, self.end, "TIME") == "live"

    @property
    def on_own_line(self) -> bool:
        """True if the expression stands alone on its line."""
        before = self.text[max(0, self.start - 3) : self.start].rstrip(" ")
        after = self.text[self.end : self.end + 3].lstrip(" .")
        return (not before or before[-1] == "\n") and (not after or after[0] == "\n")

    def day_after_brackets(self) -> Interpretation | None:
        """Return the day of “10:35 a.m. (0735 GMT) Friday”, which follows the same time in brackets."""
        at, opened = self.end, False
        for match in self.ahead:
            between = self.text[at : match.start]
            if not opened and _OPENS.fullmatch(between):
                opened = True
            elif opened and _CLOSES.fullmatch(between):
                start, end = self.start, self.end
                self.move(match.start, match.end)
                found: Interpretation | None = self.read(match)
                self.move(start, end)
                return found if found is not None and found.grain == "day" and found.timex_type == "DATE" else None
            else:
                return None
            at = match.end
        return None

    def stated_year(self) -> tuple[int, Anchor] | None:
        """Return the year mentioned last, in a text that runs on its own dates."""
        if self.year_hint is not None:
            return self.year_hint, beside("year told beside it")
        if not self.narrative:
            return None
        mention = self.last_date(*_WITHIN_A_YEAR)
        return None if mention is None else (mention.period.first.year, from_year(mention.text))

    # ---------------------------------------------------------------- direction

    @property
    def way(self) -> int:
        """The direction of the sentence: -1 past, 1 future, 0 if nothing shows it."""
        if self._way is None:
            self._way = self._look()
        return self._way[0]

    @property
    def happened(self) -> bool:
        """True if the verb right before the expression is in the past (“it fell in June”)."""
        words = _words(self.text[max(0, self.start - _NEAR) : self.start])
        return self._first_cue(words, range(len(words) - 1, max(-1, len(words) - 2 - _FEW_WORDS), -1), "future_cue") < 0

    @property
    def governor(self) -> int:
        """1 if a word right before the expression schedules ("will meet on …", "due …"), else 0 or -1."""
        if self._way is None:
            self._way = self._look()
        return self._way[1]

    def _look(self) -> tuple[int, int]:
        text, start, end = self.text, self.start, self.end
        if _HEADS_ENTRY.match(text, end):
            # "3 May: The mill closes": what stands before a date that heads an entry is another entry.
            following = _words(text[end : end + _NEAR])
            return (1, 1) if self._first_cue(following, range(len(following)), "future_auxiliary") > 0 else (-1, 0)
        left = text[max(0, start - _REACH) : start]
        cut = 0
        for match in _SENTENCE_END.finditer(left):
            if not _ABBREVIATED.search(left, max(0, match.start() - 6), match.end()):
                cut = match.end()
        left = left[cut:]
        possessive = text[end : end + 2] in ("'s", "’s")
        if possessive and left[-_NEAR:].lower().rstrip().endswith(tuple(self.contexts.get("limit_before", ()))):
            left = left.rstrip().rpartition(" ")[
                0
            ]  # “until April's vote” says when it had been, not that it is to come
        right = _QUOTE.split(text[end : end + _REACH], maxsplit=1)[0]
        for match in _SENTENCE_END.finditer(right):
            if not _ABBREVIATED.search(right, max(0, match.start() - 6), match.end()):
                right = right[: match.start()]
                break
        words = _words(left)
        near = range(len(words) - 1, max(-1, len(words) - 1 - _WORDS_NEAR), -1)
        following = _words(right)[:_WORDS_NEAR]
        way = self._beyond(words, near, self._first_cue(words, near, "future_cue")) or self._first_cue(
            following, range(len(following)), "future_cue"
        )
        governor = self._first_cue(words, near, "scheduling_cue")
        clause = left[-_NEAR:].lower().rpartition(",")[2]
        if governor <= 0 and any(phrase in clause for phrase in self.contexts.get("scheduling_phrase", ())):
            governor = 1
        if not governor and len(words) < _FEW_WORDS:
            governor = self._first_cue(following, range(len(following)), "future_auxiliary")
        # “Wednesday's ruling” is there already, whatever will be done about it; not so “ahead of Wednesday's ruling”.
        beside = clause.rstrip().endswith(tuple(self.contexts.get("scheduling_phrase", ())))
        return way, min(governor, 0) if possessive and not beside else governor

    def _beyond(self, words: list[str], order: range, way: int) -> int:
        """Return the direction that the words before an expression point, as far as it reaches past "since" or "after".

        What is to come follows something that may be long past: “agreed to pay after the sinking of its rig in April”.
        """
        if way <= 0:
            return way
        frames = self.contexts.get("something_before", frozenset())
        last = next((at for at in order if words[at] in frames and at < len(words) - 1), None)
        return way if last is None else max(0, self._first_cue(words, range(order.start, last, -1), "future_cue"))

    def _first_cue(self, words: list[str], order: range, future: str) -> int:
        for at in order:
            way = self._cue(words, at, future)
            if way is not None:
                return way
        return 0

    def _cue(self, words: list[str], at: int, future: str) -> int | None:
        """Return the direction of one word, given those before it: “to be named” is to come, “been named” is past.

        `None` if the word shows nothing, 0 if it is a verb without either direction.
        """
        contexts, word = self.contexts, words[at]
        previous = words[at - 1] if at else ""
        before = words[at - 2] if at > 1 else ""
        if word in contexts.get("present_schedule", ()) and future == "scheduling_cue":
            # “The ministers meet Friday”; but “did not meet Friday”.
            return -1 if contexts.get("past_auxiliary", frozenset()) & set(words[max(0, at - 3) : at]) else 1
        if word in contexts.get("may_be", ()) and future == "scheduling_cue":
            # “It may rain Friday”; but “may have fallen Friday”, and “could be reached Friday” says nothing about when.
            perfect = contexts.get("perfect_auxiliary", frozenset()) & set(words[at + 1 : at + 3])
            return None if perfect else 1
        if word in contexts.get(future, ()) or self._ends(word, "future_endings"):
            # “As previously planned” says nothing about when.
            if contexts.get("as_it_was", frozenset()) & {previous, before}:
                return None
            return -1 if previous in contexts.get("past_perfect", ()) else 1
        if word in contexts.get("infinitive_mark", ()):
            if previous not in contexts.get("future_before_infinitive", ()):
                return None
            return -1 if before in contexts.get("past_perfect", ()) else 1
        past = word in contexts.get("past_cue", ()) or (
            word not in contexts.get("no_past_cue", ()) and self._ends(word, "past_endings")
        )
        if not past:
            return None
        if previous in contexts.get("future_before_participle", ()):
            if before in contexts.get("infinitive_mark", ()) and self._was_made_to(words, at - 2):
                return -1
            return 1 if before in contexts.get(future, ()) or before in contexts.get("infinitive_mark", ()) else 0
        return 0 if previous in contexts.get("present_before_participle", ()) else -1

    def _was_made_to(self, words: list[str], mark: int) -> bool:
        """True if an infinitive names what did happen: “had to be moved”, “forced the work to be stopped”."""
        causes = self.contexts.get("brought_about", frozenset())
        return words[mark - 1 : mark] == ["had"] or bool(causes & set(words[max(0, mark - _CAUSE_NEAR) : mark]))

    def _ends(self, word: str, option: str) -> bool:
        return any(word.endswith(end) and len(word) > len(end) + 1 for end in self.options.get(option, ()))

    @property
    def word_before(self) -> str:
        """The word right before the expression, in lower case."""
        return self.written_before.lower()

    @property
    def written_before(self) -> str:
        """The word right before the expression, as it is written."""
        match = _WORD.findall(self.text[max(0, self.start - 30) : self.start])
        return match[-1] if match else ""

    @property
    def southern(self) -> bool:
        """True if the text begins in a place of the southern half of the earth, where summer is in January."""
        if self._southern is None:
            places = self.contexts.get("southern_place", frozenset())
            self._southern = any(word.lower() in places for word in _WORD.findall(self.text[:300]))
        return self._southern
