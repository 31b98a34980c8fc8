"""Finding furniture: every rule is tried at the places where it may match, and the matches are joined.

What is found gives no events because it is never parsed: `readable` blanks it out, so that every offset stays as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transforms.furniture.rules import FurnitureRule, furniture_rules
from transforms.furniture.sentences import stretches
from transforms.model import Furniture, Span

LONGEST_LINK = 140
"""Characters of a line that may be a link in a list."""
_ENDS = (".", "!", "?", ":", ";", ",", "”", '"', "…")
"""What a link in a list does not end with."""
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its stretches and where they begin."""

    text: str
    stretches: list[Span]
    starts: list[int]

    def around(self, place: int) -> Span:
        """Return the stretch that a place lies in or behind."""
        return self.stretches[max(0, bisect_right(self.starts, place) - 1)]


def find_furniture(text: str) -> tuple[Furniture, ...]:
    """Return what stands on a page and is no part of its news, in text order, no two overlapping."""
    parts = stretches(text)
    if not parts:
        return ()
    page = Page(text, parts, [part.start for part in parts])
    found: list[Furniture] = []
    for rule in furniture_rules().rules:
        if rule.where != "begin" or rule.least > 1:
            found += _by_rule(page, rule)
    behind = [_word_behind(page, item.span.end) for item in found]
    found += _at_beginnings(page, sorted({*page.starts, *behind}))
    return _together(found)


def readable(text: str, furniture: Sequence[Furniture]) -> str:
    """Return the text with furniture blanked out: as long as before, line breaks kept.

    A stretch of furniture begins with a line break, so that what stands before it and behind it are two sentences;
    one in brackets may stand within a sentence and does not.
    """
    pieces, last = [], 0
    for item in furniture:
        blank = "".join(c if c == "\n" else " " for c in item.span.of(text))
        if text[item.span.start] not in "([":
            blank = "\n" + blank[1:]
        pieces += [text[last : item.span.start], blank]
        last = item.span.end
    return "".join([*pieces, text[last:]])


def outside(spans: Sequence[Span], furniture: Sequence[Furniture]) -> list[int]:
    """Return the places, among spans in text order, of those that share nothing with furniture."""
    found, at = [], 0
    for place, span in enumerate(spans):
        while at < len(furniture) and furniture[at].span.end <= span.start:
            at += 1
        if at == len(furniture) or furniture[at].span.start >= span.end:
            found.append(place)
    return found


def _at_beginnings(page: Page, places: Sequence[int]) -> Iterator[Furniture]:
    """Find furniture at each place, and behind that what stands there, and so on."""
    rules = [rule for rule in furniture_rules().rules if rule.where == "begin" and rule.least == 1]
    reached = 0
    for place in places:
        while place >= reached and place < len(page.text):
            rule, match = _first(rules, page, place)
            if rule is None or match is None:
                break
            span = _span(page, rule, match)
            yield Furniture(span, rule.reason, rule.id)
            reached = place = _word_behind(page, span.end)


def _word_behind(page: Page, place: int) -> int:
    """Return where the next word begins, at a place or behind it."""
    space = _SPACE.match(page.text, place)
    return space.end() if space else place


def _first(rules: Sequence[FurnitureRule], page: Page, place: int) -> tuple[FurnitureRule | None, re.Match[str] | None]:
    for rule in rules:
        match = rule.pattern.match(page.text, place)
        if match and match.end() > place and place >= rule.after:
            return rule, match
    return None, None


def _by_rule(page: Page, rule: FurnitureRule) -> list[Furniture]:
    """Find what one rule finds that looks at whole stretches, at any place, or at the page."""
    if rule.where == "anywhere":
        matches = list(rule.pattern.finditer(page.text))
    else:
        ask = rule.pattern.fullmatch if rule.where == "whole" else rule.pattern.match
        matches = [m for part in page.stretches if (m := ask(page.text, part.start, part.end))]
    matches = [m for m in matches if m.end() > m.start() and m.start() >= rule.after]
    if len(matches) < rule.least or not matches:
        return []
    if rule.extent == "rest":
        return [Furniture(_rest(page, matches[0].start()), rule.reason, rule.id)]
    if rule.extent == "thread":
        return [Furniture(_rest(page, _first_comment(page, matches)), rule.reason, rule.id)]
    return [Furniture(_span(page, rule, match), rule.reason, rule.id) for match in matches]


def _span(page: Page, rule: FurnitureRule, match: re.Match[str]) -> Span:
    """Return how far furniture reaches from the words by which it is known."""
    if rule.extent == "match":
        return _trimmed(page.text, match.start(), match.end())
    if rule.extent in ("rest", "thread"):
        return _rest(page, match.start())
    sentence = page.around(match.start())
    start = match.start() if rule.where == "begin" else sentence.start
    end = max(sentence.end, match.end())
    if rule.extent == "list" and end - match.end() <= 1:
        end = _list_end(page, end)
    return _trimmed(page.text, start, end)


def _list_end(page: Page, end: int) -> int:
    """Return where the list of links ends that stands below a heading: lines that are short and are no sentences."""
    for part in page.stretches[bisect_right(page.starts, end - 1) :]:
        words = part.of(page.text)
        if len(words) > LONGEST_LINK or words.endswith(_ENDS) or not page.text[end : part.start].count("\n"):
            break
        end = part.end
    return end


def _first_comment(page: Page, closings: Sequence[re.Match[str]]) -> int:
    """Return where the first comment begins, where each ends with words known.

    It is taken to be as long as a short one of the others, and no longer than half of what stands before its end, so
    that it does not reach into the article.
    """
    first = closings[0].end()
    lengths = sorted(later.end() - earlier.end() for earlier, later in pairwise(closings))
    place = first - min(lengths[len(lengths) // 4], first // 2)
    later = bisect_left(page.starts, place)
    return min(page.starts[later] if later < len(page.starts) else first, closings[0].start())


def _rest(page: Page, start: int) -> Span:
    return _trimmed(page.text, start, len(page.text))


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))


def _together(found: list[Furniture]) -> tuple[Furniture, ...]:
    """Return what was found with overlaps joined; the one that reaches furthest gives reason and rule."""
    joined: list[Furniture] = []
    for item in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if joined and item.span.start < joined[-1].span.end:
            before = joined[-1]
            if item.span.end > before.span.end:
                longer = max(before, item, key=lambda f: f.span.end - f.span.start)
                joined[-1] = Furniture(Span(before.span.start, item.span.end), longer.reason, longer.rule_id)
        else:
            joined.append(item)
    return tuple(joined)
