"""Dates in a page's body: time elements, microdata, and what a reader sees beside the headline.

A date counts for more where its element says so (`itemprop`, a class, a word such as «published») and where it stands
next to the headline; one among related stories, comments or in the footer tells of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from lxml.etree import XPath
from lxml.html import HtmlElement

from transforms.publication_date.date_labels import DATE, Label, LabelledDate, label_in, labelled_dates
from transforms.publication_date.evidence import DateSignal, Field, Locale, read_signal
from transforms.publication_date.names import DATE_WORD, PUBLISHED_CLASS, UPDATED_CLASS, UPDATED_WORD
from transforms.publication_date.place_on_page import Elsewhere, Layout, Zone, place_of

_LONGEST = 160
"""Characters of a text node that may be a byline; longer ones are prose, whose dates are those of events."""

_LONG_PARAGRAPH = 80
"""Characters of a paragraph that is text of an article, not a line beside one."""

_CANDIDATES = XPath(
    f"//h1 | //h2 | //h3 | //p[string-length() > {_LONG_PARAGRAPH}]"
    " | //time | //abbr[@title] | //*[contains(@itemprop, 'date')]"
    f" | //body//text()[string-length() < {_LONGEST} and (contains(., '20') or contains(., '19'))"
    " and not(parent::script or parent::style or parent::noscript or parent::option or parent::time"
    " or parent::a[ancestor::nav] or ancestor::*[@hidden])]"
)
_MOST = 2_000
"""Candidates looked at: a page with more is a list."""
_HEADINGS = ("h1", "h2", "h3")
_MARKS = " \t\r\n\xa0|·•,;:()[]-–—"
_SMALL_WORD = r"(?:den|on|am|le|el|il|the|vom|del)"
_WORD = r"[^\W\d_]{2,14}"
_FEW_WORDS = re.compile(rf"(?:(?:{_SMALL_WORD}\s{{1,3}})?{_WORD}(?:[,.|]{{0,2}}\s{{1,3}}{_SMALL_WORD})?)?")
"""What may stand before the date of a byline: nothing, or one word, perhaps with articles or prepositions."""

RANK_MICRODATA, RANK_TIME, RANK_SEEN = 70, 52, 30
_NEAR_AFTER, _NEAR_BEFORE = (8, 4, 2), 7
"""What the first dates after the headline count for more, and the last one before it."""
_BESIDE_STEPS, _BESIDE = 2, 3
"""How far up from the headline the part of the page beside it reaches, and what standing there counts for more."""
_AROUND_STEPS, _MASTHEAD, _MASTHEAD_TIME = 4, 10, 23
"""How far up the article itself reaches, and how much less a date above the headline and outside of it counts: a text,
and a time element in the page's header."""
_ANOTHER, _MARGIN, _MARGIN_TIME = 40, 10, 23
"""How much less a date counts among other stories, and in the margins of the page, in a text or in a time element."""
_LONGEST_LABEL = 40
_OWN_CLASS = re.compile(r"entry-date|publish|pubdate|posted-on")
"""Classes that name an entry's own date, in its footer too."""
_INLINE = ("a", "b", "em", "i", "span", "strong", "time")

_UNKNOWN_LABEL = 12
"""How much less a date counts behind a label that nobody knows: it may be a deadline, a birth, an event."""
_NOT_OF_THE_PAGE = re.compile(r"start|end|birth|death|expir|valid|event|deadline|due", re.IGNORECASE)
"""Properties that name the day of a thing, not of the page."""


def visible_signs(tree: HtmlElement, locale: Locale, title: str | None = None) -> Iterator[DateSignal]:
    """Every date in the body that may be the page's own, in the order of the page, ranked by where it stands.

    Args:
        tree: the page.
        locale: how dates are written there.
        title: the page's title, by which its headline is known among the headings.
    """
    items = _CANDIDATES(tree)[:_MOST]
    headline = _headline(items, title)
    layout = Layout.around(headline, title)
    before: list[tuple[DateSignal, HtmlElement]] = []
    after: list[tuple[DateSignal, HtmlElement]] = []
    below: list[tuple[DateSignal, HtmlElement]] = []
    passed = prose = False
    for item in items:
        element = item if isinstance(item, HtmlElement) else item.getparent()
        if item is element and (item.tag in _HEADINGS or (item.tag == "p" and not item.get("itemprop"))):
            passed = passed or item is headline
            prose = prose or (passed and item.tag == "p" and _is_prose(item))
            continue
        read = _of_element if item is element else _of_text
        found = list(read(item, locale, layout, "text" if prose else "head" if passed else "top"))
        (below if prose else after if passed else before).extend((s, element) for s in found)
    if headline is None:
        yield from (s for s, _ in before)
        return
    holders = list(headline.iterancestors())
    whole = next((n for n, holder in enumerate(holders, 1) if holder.tag == "article"), 0)
    beside, around = set(holders[:_BESIDE_STEPS]), set(holders[: max(_AROUND_STEPS, whole)])
    for n, (s, element) in enumerate(before):
        if any(holder in around for holder in element.iterancestors()):
            yield _nearer(s, element, beside, _NEAR_BEFORE if n == len(before) - 1 else 0)
        else:
            # What the masthead says is the day on which the page is looked at.
            yield replace(s, rank=s.rank - _masthead(s, element))
    # What stands in the margins is not near anything.
    near = [element for _, element in after if layout.seen.get(element) != "margin"]
    for s, element in after:
        n = near.index(element) if element in near[: len(_NEAR_AFTER)] else len(_NEAR_AFTER)
        yield _nearer(s, element, beside, _NEAR_AFTER[n] if n < len(_NEAR_AFTER) else 0)
    # Where the text has begun, nothing is near the headline any more.
    yield from (s for s, _ in below)


def _masthead(s: DateSignal, element: HtmlElement) -> int:
    """Return how much less a sign above the headline and outside of the article counts."""
    if s.signal.source == "byline":
        return _MASTHEAD
    in_header = any(holder.tag in ("header", "nav") for holder in element.iterancestors())
    return _MASTHEAD_TIME if s.signal.source == "time-element" and in_header else 0


def _nearer(s: DateSignal, element: HtmlElement, beside: set[HtmlElement], order: int) -> DateSignal:
    """Return the sign with what its place beside the headline adds."""
    more = order + _BESIDE if order and any(holder in beside for holder in element.iterancestors()) else order
    return replace(s, rank=s.rank + more)


def _headline(items: list[Any], title: str | None) -> HtmlElement | None:
    """Return the longest heading that is part of the title; else the first of the first level."""
    headings = [item for item in items if isinstance(item, HtmlElement) and item.tag in _HEADINGS][:50]
    named = " ".join((title or "").split()).casefold()
    best, length = None, 8
    for heading in headings:
        words = " ".join(heading.text_content().split()).casefold()
        if len(words) > length and (words in named or (len(named) > length and named in words)):
            best, length = heading, len(words)
    return best if best is not None else next((h for h in headings if h.tag == "h1"), None)


def _is_prose(paragraph: HtmlElement) -> bool:
    """Return True if a paragraph is more than links, and no line that begins with a date."""
    words = " ".join(paragraph.text_content().split())
    linked = sum(len(link.text_content()) for link in paragraph.iterfind(".//a"))
    return len(words) - linked > _LONG_PARAGRAPH and DATE.search(words[:_LONG_PARAGRAPH]) is None


def _of_element(element: HtmlElement, locale: Locale, layout: Layout, zone: Zone) -> Iterator[DateSignal]:
    """Return a `time`, an `abbr` with the date as title, or an element with `itemprop`."""
    property_name = (element.get("itemprop") or "").lower()
    if "date" not in property_name:
        property_name = ""
    elif _NOT_OF_THE_PAGE.search(property_name):
        return
    label = label_in(f"{element.text or ''} {_before(element)}")
    place = place_of(element, layout, "top" if label == "published" else zone)
    if element.tag not in ("time", "abbr") and not property_name:
        return
    if element.tag == "abbr" and not property_name and not PUBLISHED_CLASS.search(place.marks):
        return
    words = element.text_content()[:_LONGEST]
    written = labelled_dates(words, _before(element))
    raw = element.get("datetime") or element.get("content") or (element.get("title") if element.tag == "abbr" else None)
    if raw is None or not any(c.isdigit() for c in raw):
        if not written:
            return
        raw = written[0].raw
    explicit = property_name in ("datepublished", "datecreated", "datemodified")
    if label == "other" and not explicit:
        return
    if len(written) > 1:
        label = _label_of_day(raw, written, locale)
    named = explicit or label == "published" or _OWN_CLASS.search(place.marks) is not None
    rank = (RANK_MICRODATA if explicit else RANK_TIME) - _less(place.elsewhere, named=named, time=not place.within)
    detail = place.marks.strip()[:100]
    field = _field(property_name or place.marks, label)
    yield read_signal("microdata" if property_name else "time-element", field, raw, rank, detail, locale)
    if len(written) > 1:
        rank = RANK_TIME - _less(place.elsewhere, named=True)
        for d in written:
            if d.label in ("published", "updated"):
                yield read_signal("time-element", d.label, d.raw, rank, " ".join(words.split())[:100], locale)


def _label_of_day(raw: str, written: Sequence[LabelledDate], locale: Locale) -> Label:
    """Return what the words of an element call the day that stands in its attribute."""
    day = read_signal("", "published", raw, 0, "", locale).signal.day
    named = (d.label for d in written if read_signal("", "published", d.raw, 0, "", locale).signal.day == day)
    return next(named, "")


def _of_text(text: Any, locale: Locale, layout: Layout, zone: Zone) -> Iterator[DateSignal]:
    """Return the dates in a short piece of text."""
    parent = text.getparent()
    if parent is None or not DATE.search(text):
        return
    if (name := parent.get("itemprop")) in ("datePublished", "dateModified") or _NOT_OF_THE_PAGE.search(name or ""):
        return
    dates = labelled_dates(text, _label_beside(parent) if text.is_tail else _before(parent))
    named = any(d.label == "published" for d in dates)
    place = place_of(parent, layout, "top" if named else zone)
    if place.elsewhere == "another":
        # Another story's date is no sign of this one's; a list of teasers would drown those that are.
        return
    marks = "" if text.is_tail else place.marks
    by_class = 8 if PUBLISHED_CLASS.search(place.marks) else 4 * bool(PUBLISHED_CLASS.search(place.around))
    behind = 0
    for d in dates:
        labelled = d.label in ("published", "date")
        rank = RANK_SEEN - _less(place.elsewhere, named=labelled) + 8 * labelled + by_class
        rank += _by_company(text[behind : d.start], text[d.end :])
        if d.label == "unknown" and "publish" not in marks:
            rank -= _UNKNOWN_LABEL
        behind = d.end
        if d.label != "other":
            yield read_signal("byline", _field(marks, d.label), d.raw, rank, " ".join(text.split())[:100], locale)


def _by_company(before: str, after: str) -> int:
    """More for a date alone, after a weekday, a place or a label, or before a name; less for one among other words."""
    before, after = UPDATED_WORD.sub("", DATE_WORD.sub("", before)), after.strip(_MARKS)
    if not _FEW_WORDS.fullmatch(before.strip(_MARKS)):
        return -6
    return 5 if len(after) <= 14 else 3 if len(after) <= 40 else -6


def _less(elsewhere: Elsewhere, *, named: bool, time: bool = False) -> int:
    """Return what a place takes off the rank; the margins take nothing off a date that is named as the publication."""
    if elsewhere == "margin" and not named:
        return _MARGIN_TIME if time else _MARGIN
    return _ANOTHER if elsewhere == "another" else 0


def _field(marks: str, label: Label) -> Field:
    """Publication, unless the element or the words before the date say that it is a change."""
    if label in ("published", "updated"):
        return label
    # The commonest publishing system calls the date of an entry that was never changed "updated" too.
    changed = UPDATED_CLASS.search(marks) and "publish" not in marks and "entry-date" not in marks
    return "updated" if changed else "published"


def _label_beside(element: HtmlElement) -> str:
    """Return the words of an element that text follows: a label, where they are few."""
    words = element.text_content()[: _LONGEST_LABEL + 1].strip()
    return words if len(words) <= _LONGEST_LABEL and element.tag not in _HEADINGS else ""


def _before(element: HtmlElement) -> str:
    """Return the few words just before the element: a label in an element of its own."""
    previous = element.getprevious()
    if previous is None:
        parent = element.getparent()
        if parent is None:
            return ""
        words = str(parent.text or "")
        return _before(parent) if parent.tag in _INLINE and not words.strip() else words[-_LONGEST_LABEL:]
    if previous.tail and previous.tail.strip():
        return str(previous.tail)[-_LONGEST_LABEL:]
    # Of a sentence that ends there, the last words are no label.
    return _label_beside(previous)
