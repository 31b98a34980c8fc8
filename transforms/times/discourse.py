"""Where an expression stands: what it may be reckoned from, and which way its sentence points."""

from __future__ import annotations

import re
from collections import deque
from datetime import datetime
from typing import TYPE_CHECKING, Any

from transforms.times.algebra import GRAINS, Period, day
from transforms.times.anchors import PUBLICATION, Anchor, beside, from_date, from_year
from transforms.times.direction import SENTENCE_END, DirectionCues
from transforms.times.stamps import stamp_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from transforms.model import Article
    from transforms.times.grammar.values import Grammar, Match
    from transforms.times.resolved import Interpretation

_KEPT_IN_MIND = 100
_COMPARES = 20
"""Characters in front of a date in which a word of comparing stands."""
_WITHIN_A_YEAR = tuple(grain for grain in GRAINS if grain not in ("decade", "century", "millennium"))
_WORD = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"\s*\(")
_CLOSES = re.compile(r"[^()\n]{0,20}\)\s+(?:[a-z]{2}\s+)?")


def _moment(published_at: str | None) -> datetime | None:
    """Return the publication time, if it has a time of day."""
    if not published_at or "T" not in published_at.replace(" ", "T"):
        return None
    try:
        return datetime.fromisoformat(published_at)
    except ValueError:
        return None


class DateMention:
    """A date that the text has mentioned, and where."""

    __slots__ = ("by_name", "compared", "explicit", "period", "start", "text")

    def __init__(
        self, start: int, text: str, period: Period, *, explicit: bool, by_name: bool, compared: bool = False
    ) -> None:
        self.start, self.text, self.period = start, text, period
        self.explicit, self.by_name, self.compared = explicit, by_name, compared
        """`explicit`: the words alone gave it.  `by_name`: only its name is known (“the fiscal first quarter”).
        `compared`: another date is only set against it (“compared with May 2007”)."""


class Discourse:
    """Discourse state while resolving times: the publication date, the dates mentioned so far, the present expression.

    Meanings ask it questions; only the finder moves it on.
    """

    def __init__(self, article: Article, grammar: Grammar, *, narrative: bool, read: Callable[[Match], Any]) -> None:
        self.text = article.text
        self.published = article.published
        self.narrative = narrative
        self.contexts = grammar.contexts
        self.options = grammar.options
        self.read = read
        self.moment = _moment(article.published_at)
        """The publication with its time of day, where that is known."""
        self._cues = DirectionCues(grammar.contexts, grammar.options)
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
            compared = (
                self.text[max(0, self.start - _COMPARES) : self.start]
                .lower()
                .rstrip()
                .endswith(tuple(self.contexts.get("compared_with", ())))
            )
            mention = DateMention(
                self.start, text, interpretation.period, explicit=explicit, by_name=by_name, compared=compared
            )
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

    def last_date(
        self,
        *grains: str,
        within: int | None = None,
        explicit: bool = False,
        begun: bool = False,
        running: bool = False,
    ) -> DateMention | None:
        """Return the date mentioned last, of these grains if any are named, at most `within` characters back.

        `begun` asks for one that had begun at publication: forecasts are no results to compare with.  `running` asks
        for one that the text has come to, not for one that it only compares with.
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
                if running and mention.compared:
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
        return SENTENCE_END.search(self.text, mention.start, self.start) is None

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
        mention = self.last_date(*_WITHIN_A_YEAR, running=True)
        return None if mention is None else (mention.period.first.year, from_year(mention.text))

    # ---------------------------------------------------------------- direction

    @property
    def way(self) -> int:
        """The direction of the sentence: -1 past, 1 future, 0 if nothing shows it."""
        return self._pointing()[0]

    @property
    def governor(self) -> int:
        """1 if a word right before the expression schedules ("will meet on …", "due …"), else 0 or -1."""
        return self._pointing()[1]

    @property
    def happened(self) -> bool:
        """True if the verb right before the expression is in the past (“it fell in June”)."""
        return self._cues.happened(self.text, self.start)

    def _pointing(self) -> tuple[int, int]:
        if self._way is None:
            self._way = self._cues.look(self.text, self.start, self.end)
        return self._way

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
