"""Dates in a page's body: time elements, microdata, and what a reader sees beside the headline.

A date counts for more where its element says so (`itemprop`, a class, a word such as «published») and where it stands
next to the headline; one among related stories, comments or in the footer tells of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from lxml.etree import XPath
from lxml.html import HtmlElement

from transforms.publication_date.evidence import DateSignal, Field, Locale, read_signal
from transforms.publication_date.names import (
    ANOTHER_CLASS,
    DATE_WORD,
    MARGIN_CLASS,
    PUBLISHED_CLASS,
    PUBLISHED_WORD,
    UPDATED_CLASS,
    UPDATED_WORD,
)

_LONGEST = 160
"""Characters of a text node that may be a byline; longer ones are prose, whose dates are those of events."""

_CANDIDATES = XPath(
    "//h1 | //h2 | //h3 | //time | //abbr[@title] | //*[contains(@itemprop, 'date')]"
    f" | //body//text()[string-length() < {_LONGEST} and (contains(., '20') or contains(., '19'))"
    " and not(parent::script or parent::style or parent::noscript or parent::option or parent::time"
    " or parent::a[ancestor::nav])]"
)
_MOST = 2_000
"""Candidates looked at: a page with more is a list."""
_HEADINGS = ("h1", "h2", "h3")
_WORD = r"[^\W\d_]{3,14}"
_DATE = re.compile(
    r"(?<![\d/.-])(?:"
    r"(?:19|20)\d{2}[-/.]\s?\d{1,2}[-/.]\s?\d{1,2}(?:[T\s]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)"
    r"|\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:(?:19|20)\d{2}|\d{2}(?![\d:]))(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|\.|º|ª)?,?[\s-]{{1,3}}(?:de\s|of\s)?{_WORD}\.?(?:\s/\s{_WORD})?,?[\s-]{{1,3}}(?:de\s|del\s)?(?:19|20)\d{{2}}(?!\d)"
    rf"|{_WORD}\.?\s{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?,?\s{{1,3}}(?:19|20)\d{{2}}(?!\d)"
    rf"|(?:19|20)\d{{2}}\.?\s{{1,3}}{_WORD}\.?\s{{1,3}}\d{{1,2}}(?!\d)"
    r"|(?:19|20)\d{2}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
    r")"
)
_CLOCK = re.compile(
    r"[\s,.|–-]{0,5}(?:um |at |kl\. ?|às |@ ?)?(?P<clock>\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\b\.?)?)(?!\d)"
)

_MARKS = " \t\r\n\xa0|·•,;:()[]-–—"
_SMALL_WORD = r"(?:den|on|am|le|el|il|the|vom)"
_FEW_WORDS = re.compile(rf"(?:{_SMALL_WORD}|{_WORD}(?:[,.|]?\s{{1,3}}{_SMALL_WORD})?)?")
"""What may stand before the date of a byline: nothing, or one word, perhaps with an article or preposition."""

RANK_MICRODATA, RANK_TIME, RANK_SEEN = 70, 52, 30
_NEAR_AFTER, _NEAR_BEFORE = (8, 4, 2), 7
"""What the first dates after the headline count for more, and the last one before it."""
_BESIDE_STEPS, _BESIDE = 2, 3
"""How far up from the headline the part of the page beside it reaches, and what standing there counts for more."""
_AROUND_STEPS, _MASTHEAD = 4, 10
"""How far up the article itself reaches, and how much less a text above the headline and outside of that counts."""
_ANOTHER, _MARGIN = 40, 10
"""How much less a date counts among other stories, and in the margins of the page."""

Elsewhere = Literal["", "margin", "another"]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a date stands in the page."""

    marks: str
    around: str
    elsewhere: Elsewhere


def visible_signs(tree: HtmlElement, locale: Locale, title: str | None = None) -> Iterator[DateSignal]:
    """Every date in the body that may be the page's own, in the order of the page, ranked by where it stands.

    Args:
        tree: the page.
        locale: how dates are written there.
        title: the page's title, by which its headline is known among the headings.
    """
    items = _CANDIDATES(tree)[:_MOST]
    headline = _headline(items, title)
    # What holds the headline holds the article, whatever its class says ("with-sidebar").
    seen: dict[HtmlElement, Elsewhere] = dict.fromkeys(headline.iterancestors(), "") if headline is not None else {}
    before: list[tuple[DateSignal, HtmlElement]] = []
    after: list[tuple[DateSignal, HtmlElement]] = []
    passed = False
    for item in items:
        if isinstance(item, HtmlElement):
            passed = passed or item is headline
            found = None if item.tag in _HEADINGS else _of_element(item, locale, seen)
        else:
            found = _of_text(item, locale, seen)
        if found is not None:
            element = item if isinstance(item, HtmlElement) else item.getparent()
            (after if passed else before).append((found, element))
    if headline is None:
        yield from (s for s, _ in before)
        return
    holders = list(headline.iterancestors())
    beside, around = set(holders[:_BESIDE_STEPS]), set(holders[:_AROUND_STEPS])
    for n, (s, element) in enumerate(before):
        if any(holder in around for holder in element.iterancestors()):
            yield _nearer(s, element, beside, _NEAR_BEFORE if n == len(before) - 1 else 0)
        else:
            # What the masthead says is the day on which the page is looked at.
            yield replace(s, rank=s.rank - _MASTHEAD) if s.signal.source == "byline" else s
    for n, (s, element) in enumerate(after):
        yield _nearer(s, element, beside, _NEAR_AFTER[n] if n < len(_NEAR_AFTER) else 0)


def _nearer(s: DateSignal, element: HtmlElement, beside: set[HtmlElement], order: int) -> DateSignal:
    """Return the signal with its rank raised by its order beside the headline and by sharing a section with it."""
    more = order + _BESIDE if order and any(holder in beside for holder in element.iterancestors()) else order
    return replace(s, rank=s.rank + more)


def _headline(items: list[Any], title: str | None) -> HtmlElement | None:
    """Return the longest heading that is part of the title, else the first top-level heading."""
    headings = [item for item in items if isinstance(item, HtmlElement) and item.tag in _HEADINGS][:50]
    named = " ".join((title or "").split()).casefold()
    best, length = None, 8
    for heading in headings:
        words = " ".join(heading.text_content().split()).casefold()
        if len(words) > length and (words in named or (len(named) > length and named in words)):
            best, length = heading, len(words)
    return best if best is not None else next((h for h in headings if h.tag == "h1"), None)


def _of_element(element: HtmlElement, locale: Locale, seen: dict[HtmlElement, Elsewhere]) -> DateSignal | None:
    """Return the date of a `time` element, an `abbr` with a date as title, or an element with `itemprop`."""
    property_name = (element.get("itemprop") or "").lower()
    if "date" not in property_name:
        property_name = ""
    raw = element.get("datetime") or element.get("content") or (element.get("title") if element.tag == "abbr" else None)
    if raw is None or not any(c.isdigit() for c in raw):
        words = element.text_content()
        m = _DATE.search(words[:_LONGEST])
        if m is None:
            return None
        raw = _with_clock(words, m)
    place = _place(element, seen)
    if element.tag not in ("time", "abbr") and not property_name:
        return None
    if element.tag == "abbr" and not property_name and not PUBLISHED_CLASS.search(place.marks):
        return None
    field = _field(property_name or place.marks, f"{element.text or ''} {_before(element)}")
    explicit = property_name in ("datepublished", "datecreated", "datemodified")
    rank = (RANK_MICRODATA if explicit else RANK_TIME) - _less(place.elsewhere, named=explicit)
    return read_signal(
        "microdata" if property_name else "time-element", field, raw, rank, place.marks.strip()[:100], locale
    )


def _of_text(text: Any, locale: Locale, seen: dict[HtmlElement, Elsewhere]) -> DateSignal | None:
    """Return the date in a short piece of text."""
    m = _DATE.search(text)
    if m is None:
        return None
    parent = text.getparent()
    if parent is None or parent.get("itemprop") in ("datePublished", "dateModified"):
        return None
    place = _place(parent, seen)
    if place.elsewhere == "another":
        # Another story's date is no sign of this one's; a list of teasers would drown those that are.
        return None
    words_before = f"{'' if text.is_tail else _before(parent)} {text[: m.start()]}"
    labelled = bool(DATE_WORD.search(words_before))
    rank = RANK_SEEN - _less(place.elsewhere, named=labelled) + 8 * labelled + _by_company(text, m)
    rank += 8 if PUBLISHED_CLASS.search(place.marks) else 4 * bool(PUBLISHED_CLASS.search(place.around))
    field = _field("" if text.is_tail else place.marks, words_before)
    return read_signal("byline", field, _with_clock(text, m), rank, " ".join(text.split())[:100], locale)


def _by_company(text: str, date: re.Match[str]) -> int:
    """More for a date alone, after a weekday, a place or a label, or before a name; less for one among other words."""
    before, after = DATE_WORD.sub("", text[: date.start()]), text[date.end() :].strip(_MARKS)
    if not _FEW_WORDS.fullmatch(before.strip(_MARKS)):
        return -6
    return 5 if len(after) <= 14 else 3 if len(after) <= 40 else 0


def _less(elsewhere: Elsewhere, *, named: bool) -> int:
    """Return what a place on the page costs a rank; a margin costs nothing if the date is labelled as published."""
    return _ANOTHER if elsewhere == "another" else _MARGIN if elsewhere == "margin" and not named else 0


def _field(marks: str, words: str) -> Field:
    """Publication, unless the element or the words before the date say that it is a change."""
    if UPDATED_WORD.search(words) and not PUBLISHED_WORD.search(words):
        return "updated"
    if UPDATED_CLASS.search(marks) and "publish" not in marks:
        return "updated"
    return "published"


def _place(element: HtmlElement, seen: dict[HtmlElement, Elsewhere]) -> _Place:
    marks, parent = _marks(element), element.getparent()
    return _Place(marks, _marks(parent) if parent is not None else "", _elsewhere(element, seen))


def _elsewhere(element: HtmlElement, seen: dict[HtmlElement, Elsewhere]) -> Elsewhere:
    """True if the element lies in a part of the page that shows something else than the article."""
    path: list[HtmlElement] = []
    step: HtmlElement | None = element
    found: Elsewhere = ""
    while step is not None and step not in seen:
        path.append(step)
        marks = _marks(step)
        if ANOTHER_CLASS.search(marks):
            found = "another"
            break
        if step.tag in ("aside", "footer", "nav", "select") or MARGIN_CLASS.search(marks):
            found = "margin"
        step = step.getparent() if step.tag not in ("body", "html") else None
    if found != "another" and step is not None and step in seen:
        found = seen[step] or found
    for each in path:
        seen[each] = found
    return found


def _marks(element: HtmlElement) -> str:
    return f"{element.get('itemprop') or ''} {element.get('class') or ''} {element.get('id') or ''}".lower()


def _before(element: HtmlElement) -> str:
    """Return the few words just before the element: a label in an element of its own."""
    previous = element.getprevious()
    if previous is None:
        parent = element.getparent()
        return str(parent.text or "")[-40:] if parent is not None else ""
    words = previous.tail if previous.tail and previous.tail.strip() else None
    return str(words or previous.text or "")[-40:]


def _with_clock(text: str, date: re.Match[str]) -> str:
    clock = _CLOCK.match(text, date.end())
    return f"{date.group()} {clock['clock']}" if clock and ":" not in date.group() else str(date.group())
