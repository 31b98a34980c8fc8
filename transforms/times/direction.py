"""Which way a sentence points around an expression: to the past, or to what is to come."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_REACH = 200
_CAUSE_NEAR = 4
"""Words between a verb of causing and the infinitive of what it brought about, that verb with them."""
_WORDS_NEAR = 22
_FEW_WORDS = 3
_NEAR = 60
_HEADS_ENTRY = re.compile(r"\s?:\s+[A-Z\"“'‘]")
_QUOTE = re.compile(r"[“\"«„]|``")
SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-ZÀ-ÞÄÖÜ])|\n\s*\n")
_WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> list[str]:
    """Return the words in lower case, blank where a capital within the sentence marks part of a name.

    “Since May” is no “may”, Will Rogers no “will”, and nobody meets in “Meet the Press”.
    """
    words = _WORD.findall(text)
    return ["" if at and word.istitle() else word.lower() for at, word in enumerate(words)]


@cache
def _before_a_dot(abbreviations: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches an abbreviation or an initial whose dot ends no sentence."""
    return re.compile(rf"\b(?:{'|'.join(['[A-Z]', *map(re.escape, abbreviations)])})\.\s+$")


class DirectionCues:
    """The words of one language that show direction.

    `contexts` are lists of words, `options` have endings of verbs and abbreviations.
    """

    def __init__(self, contexts: Mapping[str, frozenset[str]], options: Mapping[str, Any]) -> None:
        self._contexts, self._options = contexts, options
        self._abbreviated = _before_a_dot(tuple(options.get("abbreviations", ())))

    def happened(self, text: str, start: int) -> bool:
        """True if the verb right before a place is in the past (“it fell in June”)."""
        words = words_of(text[max(0, start - _NEAR) : start])
        return self._first_cue(words, range(len(words) - 1, max(-1, len(words) - 2 - _FEW_WORDS), -1), "future_cue") < 0

    def look(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Return the direction of the sentence around an expression, and that of a word that schedules it.

        Each is -1 past, 1 future, 0 if nothing shows it.
        """
        if _HEADS_ENTRY.match(text, end):
            # "3 May: The mill closes": what stands before a date that heads an entry is another entry.
            following = words_of(text[end : end + _NEAR])
            return (1, 1) if self._first_cue(following, range(len(following)), "future_auxiliary") > 0 else (-1, 0)
        left = text[max(0, start - _REACH) : start]
        cut = 0
        for match in SENTENCE_END.finditer(left):
            if not self._abbreviated.search(left, max(0, match.start() - 6), match.end()):
                cut = match.end()
        left = left[cut:]
        possessive = text[end : end + 2] in ("'s", "’s")
        if possessive and left[-_NEAR:].lower().rstrip().endswith(tuple(self._contexts.get("limit_before", ()))):
            left = left.rstrip().rpartition(" ")[
                0
            ]  # “until April's vote” says when it had been, not that it is to come
        right = _QUOTE.split(text[end : end + _REACH], maxsplit=1)[0]
        for match in SENTENCE_END.finditer(right):
            if not self._abbreviated.search(right, max(0, match.start() - 6), match.end()):
                right = right[: match.start()]
                break
        words = words_of(left)
        near = range(len(words) - 1, max(-1, len(words) - 1 - _WORDS_NEAR), -1)
        following = words_of(right)[:_WORDS_NEAR]
        way = self._beyond(words, near, self._first_cue(words, near, "future_cue")) or self._first_cue(
            following, range(len(following)), "future_cue"
        )
        if self._moved_to(words, following):
            return 1, 1
        governor = self._first_cue(words, near, "scheduling_cue")
        clause = left[-_NEAR:].lower().rpartition(",")[2]
        if governor <= 0 and any(phrase in clause for phrase in self._contexts.get("scheduling_phrase", ())):
            governor = 1
        if not governor and len(words) < _FEW_WORDS:
            governor = self._first_cue(following, range(len(following)), "future_auxiliary")
        # “Wednesday's ruling” is there already, whatever will be done about it; not so “ahead of Wednesday's ruling”.
        beside = clause.rstrip().endswith(tuple(self._contexts.get("scheduling_phrase", ())))
        return way, min(governor, 0) if possessive and not beside else governor

    def _moved_to(self, words: list[str], following: list[str]) -> bool:
        """True if "to" or "until" and a verb of putting off stand before: “the vote was put off to Friday” is to come.

        German has that verb at the end of its clause.
        """
        at = len(words) - 1
        while at >= 0 and words[at] in self._contexts.get("between_connective_and_time", ()):
            at -= 1
        if at < 0 or words[at] not in self._contexts.get("moved_until", ()):
            return False
        moved = self._contexts.get("moved", frozenset())
        if not moved.isdisjoint(following[:1]):
            return True
        before = f" {' '.join(words[max(0, at - _CAUSE_NEAR) : at])} "
        return any(f" {verb} " in before for verb in moved)

    def _beyond(self, words: list[str], order: range, way: int) -> int:
        """Return the direction that the words before an expression point, as far as it reaches past "since" or "after".

        What is to come follows something that may be long past: “agreed to pay after the sinking of its rig in April”.
        """
        if way <= 0:
            return way
        frames = self._contexts.get("something_before", frozenset())
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
        contexts, word = self._contexts, words[at]
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
        causes = self._contexts.get("brought_about", frozenset())
        return words[mark - 1 : mark] == ["had"] or bool(causes & set(words[max(0, mark - _CAUSE_NEAR) : mark]))

    def _ends(self, word: str, option: str) -> bool:
        return any(word.endswith(end) and len(word) > len(end) + 1 for end in self._options.get(option, ()))
