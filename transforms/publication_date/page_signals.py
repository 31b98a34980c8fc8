"""What a web page says of its dates in markup: JSON-LD, meta elements, microdata, time elements, its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml.html import HtmlElement

from transforms.publication_date import loose_json
from transforms.publication_date.evidence import REPUBLISHED, DateSignal, Field, Locale, is_later, read_signal
from transforms.publication_date.names import META
from transforms.publication_date.visible_dates import visible_signs

_ARTICLE_TYPES = re.compile(
    r"article|blogposting|posting|report|review|recipe|post$|story|statement|pressrelease", re.IGNORECASE
)
_OTHER_TYPES = re.compile(
    r"comment|rating|product|offer|event|organization|person|breadcrumb|imageobject|listitem|answer|episode",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(r"videoobject|audioobject|mediaobject", re.IGNORECASE)
"""What an article holds that may be far older; where it bears the page's own title, it is what the page shows."""
_TYPE_NAME = re.compile(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"([^"\n]{2,60})"')
_DATED_BESIDE = re.compile(r"comment|event|answer|episode|offer", re.IGNORECASE)
"""Kinds of objects with dates of their own, which in broken data cannot be distinguished from the article's."""
_YEAR, _MONTH, _DAY = r"(?P<y>(?:19|20)\d{2})", r"(?P<m>0?[1-9]|1[0-2])", r"(?P<d>0?[1-9]|[12]\d|3[01])"
_ADDRESS_DATES = (
    # /2024/03/09/, /2024-3-9-title; after slashes a day of one figure stands alone ("/2024/3/9-ways" is a title)
    (re.compile(rf"(?<!\d){_YEAR}/{_MONTH}/(?:(?P<d>0[1-9]|[12]\d|3[01])(?!\d)|(?P<d1>[1-9])(?=/|$))"), 0),
    (re.compile(rf"(?<!\d){_YEAR}(?P<mark>[_.-]){_MONTH}(?P=mark){_DAY}(?!\d)"), 0),
    (re.compile(r"(?<!\d)(?P<y>20[0-4]\d|199\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"), 0),
    # the day first: 09-03-2024, 09032024
    (re.compile(rf"(?<!\d)(?P<d>0[1-9]|[12]\d|3[01])(?P<mark>[_.-])(?P<m>0[1-9]|1[0-2])(?P=mark){_YEAR}(?!\d)"), -6),
    (re.compile(r"(?<!\d)(?P<d>0[1-9]|[12]\d|3[01])(?P<m>0[1-9]|1[0-2])(?P<y>20[0-4]\d)(?!\d)"), -10),
)

_DATE_KEYS: tuple[tuple[str, Field, int], ...] = (
    ("datePublished", "published", 0),
    ("dateCreated", "published", -10),
    ("uploadDate", "published", -12),
    ("dateModified", "updated", 0),
)

RANKS = {
    "manifest": 100,
    "record": 95,
    "header": 90,
    "feed": 65,
    "json-ld": 80,
    "meta": 75,
    "microdata": 70,
    "time-element": 60,
    "url": 56,
    "script": 44,
    "dateline": 41,
}


def address_sign(url: str) -> DateSignal | None:
    """Return the day in an address such as `/2024/03/09/title`."""
    for pattern, less in _ADDRESS_DATES:
        if m := pattern.search(url[:2000]):
            parts = m.groupdict()
            day = int(parts["d"] or parts["d1"])
            return read_signal(
                "url", "published", f"{parts['y']}-{int(parts['m']):02}-{day:02}", RANKS["url"] + less, url[:200]
            )
    return None


def page_signs(
    tree: HtmlElement, markup: Markup, url: str | None, locale: Locale, title: str | None = None
) -> Iterator[DateSignal]:
    """Every sign in the page, in order of kinds; by the title the headline is known."""
    yield from _linked_data(markup, url, locale, title)
    yield from _broken_data(markup, locale)
    yield from _meta(markup, locale)
    yield from visible_signs(tree, locale, title)
    yield from _scripts(markup, locale)
    if url and (found := address_sign(url)):
        yield found


@dataclass(frozen=True, slots=True)
class Markup:
    """The parts of a page that speak to machines, looked for once."""

    metas: tuple[HtmlElement, ...]
    links: tuple[HtmlElement, ...]
    scripts: tuple[HtmlElement, ...]
    linked_data: tuple[dict[str, Any], ...]
    broken_data: tuple[str, ...] = ()
    """JSON-LD that cannot be read, as it stands."""


def markup_of(tree: HtmlElement) -> Markup:
    """Return the page's meta and link elements, its scripts, and the objects of its JSON-LD."""
    parts: dict[str, list[HtmlElement]] = {"meta": [], "link": [], "script": []}
    for element in tree.iter(*parts):
        parts[element.tag].append(element)
    found, broken = _objects(parts["script"])
    return Markup(tuple(parts["meta"]), tuple(parts["link"]), tuple(parts["script"]), tuple(found), tuple(broken))


def _objects(scripts: list[HtmlElement]) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the objects of all JSON-LD in the page, those in lists and graphs one by one, and what cannot be read."""
    found: list[dict[str, Any]] = []
    broken: list[str] = []
    for script in scripts:
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        try:
            _flatten(loose_json.loads(script.text), found, 0)
        except (ValueError, RecursionError):
            broken.append(script.text)
    return found, broken


def _flatten(value: Any, found: list[dict[str, Any]], depth: int) -> None:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value[:200]:
            _flatten(item, found, depth + 1)
    elif isinstance(value, dict):
        found.append(value)
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), list | dict):
                _flatten(value[key], found, depth + 1)


def type_of(thing: dict[str, Any]) -> str:
    """Return the schema.org types of an object, joined."""
    kind = thing.get("@type") or ""
    return " ".join(str(k) for k in kind) if isinstance(kind, list) else str(kind)


def _linked_data(markup: Markup, url: str | None, locale: Locale, title: str | None) -> Iterator[DateSignal]:
    for thing in markup.linked_data:
        kind = type_of(thing)
        if _OTHER_TYPES.search(kind):
            continue
        rank = RANKS["json-ld"] if _ARTICLE_TYPES.search(kind) else RANKS["json-ld"] - 15
        if title and _is_about(thing, url, title):
            rank += 4
        elif _EMBEDDED.search(kind):
            rank -= 20
        if _republished(thing, locale):
            rank -= REPUBLISHED
        for key, field, less in _DATE_KEYS:
            if isinstance(value := thing.get(key), str) and value.strip():
                yield read_signal("json-ld", field, value, rank + less, f"{kind}.{key}", locale)


def _broken_data(markup: Markup, locale: Locale) -> Iterator[DateSignal]:
    """Return the dates of JSON-LD that cannot be read, where it names an article and nothing else that is dated."""
    for text in markup.broken_data:
        kinds = " ".join(_TYPE_NAME.findall(text))
        if not _ARTICLE_TYPES.search(kinds) or _DATED_BESIDE.search(kinds):
            continue
        for key, field, less in _DATE_KEYS:
            if m := re.search(rf'"{key}"\s{{0,9}}:\s{{0,9}}"([^"\n]{{4,60}})"', text):
                yield read_signal("json-ld", field, m[1], RANKS["json-ld"] - 20 + less, f"broken JSON, {key}", locale)


def _is_about(thing: dict[str, Any], url: str | None, title: str) -> bool:
    """Return True if an object names this page's headline or address."""
    headline = " ".join(str(thing.get("headline") or thing.get("name") or "").split()).casefold()
    if headline and (headline in title.casefold() or title.casefold() in headline):
        return True
    entity = thing.get("mainEntityOfPage")
    named = (thing.get("url"), thing.get("@id"), entity.get("@id") if isinstance(entity, dict) else entity)
    return bool(url) and any(isinstance(n, str) and n.partition("#")[0] == url for n in named)


def _republished(thing: dict[str, Any], locale: Locale) -> bool:
    """Return True if an object's publication lies after its own last change: then it tells of the last publishing."""
    first, changed = thing.get("datePublished"), thing.get("dateModified")
    if not isinstance(first, str) or not isinstance(changed, str):
        return False
    return is_later(
        read_signal("", "published", first, 0, "", locale), read_signal("", "updated", changed, 0, "", locale)
    )


def _meta(markup: Markup, locale: Locale) -> Iterator[DateSignal]:
    found = []
    for element in markup.metas:
        name = (
            element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv") or ""
        )
        value = element.get("content") or element.get("datetime") or ""
        if value.strip() and (known := META.get(name.strip().lower())):
            field, less = known
            found.append(read_signal("meta", field, value, RANKS["meta"] + less, name, locale))
    changed = next((s for s in found if s.signal.field == "updated"), None)
    for s in found:
        if changed and s.signal.field == "published" and is_later(s, changed):
            s = replace(s, rank=s.rank - REPUBLISHED)
        yield s


_SCRIPT_DATE = re.compile(
    r'"(?P<key>datePublished|publishedDate|published_at|publishedAt|publishDate|publish_date|pubDate|publicationDate'
    r'|date_published|firstPublished|firstPublishedAt|published_date|publishedTime|published_time)"'
    r'\s{0,3}:\s{0,3}"(?P<date>[^"]{8,40})"'
)


def _scripts(markup: Markup, locale: Locale) -> Iterator[DateSignal]:
    """Return the first date under a name that means a date in the data that the page's own scripts use."""
    for script in markup.scripts:
        if script.text and "ld+json" not in (script.get("type") or "") and (m := _SCRIPT_DATE.search(script.text)):
            yield read_signal("script", "published", m["date"], RANKS["script"], m["key"], locale)
            return
