"""What a web page says of its dates in markup: JSON-LD, meta elements, microdata, time elements, its address."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml.html import HtmlElement

from transforms.published.evidence import Custom, Field, Sign, sign

_NAMES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))["meta"]
_META: dict[str, tuple[Field, int]] = {
    **dict.fromkeys(_NAMES["published"], ("published", 0)),
    **dict.fromkeys(_NAMES["date"], ("published", -8)),
    **dict.fromkeys(_NAMES["updated"], ("updated", 0)),
}
"""Which date a meta element's name means, and how much less its kind is trusted than others of that place."""
_ARTICLE_TYPES = re.compile(
    r"article|blogposting|posting|report|review|recipe|post$|story|statement|pressrelease", re.IGNORECASE
)
_OTHER_TYPES = re.compile(
    r"comment|rating|product|offer|event|organization|person|breadcrumb|imageobject|listitem|answer|episode",
    re.IGNORECASE,
)
_FULL_ADDRESS_DATE = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})(?P<mark>[/_.-])(?P<m>0?[1-9]|1[0-2])(?P=mark)(?P<d>0?[1-9]|[12]\d|3[01])(?!\d)"
)
_COMPACT_ADDRESS_DATE = re.compile(r"(?<!\d)(?P<y>20[0-4]\d|199\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")

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
    "url": 50,
    "dateline": 20,
}


def address_sign(url: str) -> Sign | None:
    """The day in an address such as `/2024/03/09/title`."""
    for pattern in (_FULL_ADDRESS_DATE, _COMPACT_ADDRESS_DATE):
        if m := pattern.search(url):
            return sign("url", "published", f"{m['y']}-{int(m['m']):02}-{int(m['d']):02}", RANKS["url"], url[:200])
    return None


def page_signs(tree: HtmlElement, url: str | None, custom: Custom) -> Iterator[Sign]:
    """Every sign in the page's markup, in order of kinds."""
    yield from _linked_data(tree, custom)
    yield from _meta(tree, custom)
    yield from _elements(tree, custom)
    if url and (found := address_sign(url)):
        yield found


def linked_data(tree: HtmlElement) -> list[dict[str, Any]]:
    """The objects of all JSON-LD in the page, those in lists and graphs one by one; broken JSON is passed over."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        try:
            _flatten(json.loads(script.text.strip().strip(";"), strict=False), found, 0)
        except (ValueError, RecursionError):
            continue
    return found


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
    """The schema.org types of an object, joined."""
    kind = thing.get("@type") or ""
    return " ".join(str(k) for k in kind) if isinstance(kind, list) else str(kind)


def _linked_data(tree: HtmlElement, custom: Custom) -> Iterator[Sign]:
    for thing in linked_data(tree):
        kind = type_of(thing)
        if _OTHER_TYPES.search(kind):
            continue
        rank = RANKS["json-ld"] if _ARTICLE_TYPES.search(kind) else RANKS["json-ld"] - 15
        for key, field, less in _DATE_KEYS:
            if isinstance(value := thing.get(key), str) and value.strip():
                yield sign("json-ld", field, value, rank + less, f"{kind}.{key}", custom)


def _meta(tree: HtmlElement, custom: Custom) -> Iterator[Sign]:
    for element in tree.iter("meta"):
        name = (
            (
                element.get("property")
                or element.get("name")
                or element.get("itemprop")
                or element.get("http-equiv")
                or ""
            )
            .strip()
            .lower()
        )
        value = element.get("content") or element.get("datetime") or ""
        if not name or not value.strip():
            continue
        if name in _META:
            field, less = _META[name]
            yield sign("meta", field, value, RANKS["meta"] + less, name, custom)


def _elements(tree: HtmlElement, custom: Custom) -> Iterator[Sign]:
    for element in tree.iter("time"):
        value = element.get("datetime") or element.text_content()
        marks = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
        field: Field = "updated" if "modif" in marks or "updat" in marks else "published"
        if value and value.strip():
            yield sign("time-element", field, value, RANKS["time-element"], marks.strip(), custom)
