"""How dates are written where a document comes from: its language, and which of two figures is the day."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from transforms.publication_date.evidence import Locale
from transforms.publication_date.figures import FigureOrder, figure_order
from transforms.publication_date.names import AMERICAN_WORD, BRITISH_WORD

_LOOKED_AT = 200_000
_FIGURES = re.compile(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](?:19|20)\d{2}(?![\d/-])")
_BRITISH_MONEY = re.compile(r"£\s?\d|\d\s?(?:pence|quid)\b|(?<!\w)(?:A|NZ|HK|S)\$\s?\d|₹\s?\d|\bRs\.?\s?\d|€\s?\d")
_AMERICAN_MONEY = re.compile(r"(?<![\w£])\$\s?\d")
_ENOUGH = 2
"""Words or sums of one locale, none of the other, that tell which it is."""


def locale_of(language: str | None, url: str | None, text: str, detected: str | None = None) -> Locale:
    """Return how dates are written in a document.

    Args:
        language: as the document or its source names it, perhaps with a region.
        url: its address.
        text: its words, and those around it: dates in figures that can be read in one way only, money and spelling tell
            which English it is where language and address leave it open.
        detected: the language of the text, where none is named.
    """
    order = figure_order(language or detected, _top_level_domain(url))
    return Locale(language or detected, order_in_text(text) if order == "unknown" else order)


def order_in_text(text: str) -> FigureOrder:
    """Return the order of figures that an English text shows, unless it shows none or both."""
    text = text[:_LOOKED_AT]
    figures = [(int(a), int(b)) for a, b in _FIGURES.findall(text)]
    day_first, month_first = any(a > 12 >= b for a, b in figures), any(b > 12 >= a for a, b in figures)
    if day_first != month_first:
        return "day first" if day_first else "month first"
    british = [len(pattern.findall(text)) for pattern in (BRITISH_WORD, _BRITISH_MONEY)]
    american = [len(pattern.findall(text)) for pattern in (AMERICAN_WORD, _AMERICAN_MONEY)]
    if sum(british) >= _ENOUGH and not american[0]:
        return "day first"
    # Dollars are those of many countries: money alone makes nothing American.
    return "month first" if american[0] >= _ENOUGH and not sum(british) else "unknown"


def _top_level_domain(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    return host.rpartition(".")[2] or None
