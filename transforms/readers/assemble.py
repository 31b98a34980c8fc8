"""From what a reader found in one document to an article: hints outrank it, one signal decides the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import get_args

from transforms.language.detection import detect_language
from transforms.model import Article, ArticleKind, Refusal
from transforms.publication_date.dateline_text import dateline_sign
from transforms.publication_date.decision import Decision, decide
from transforms.publication_date.evidence import DateSignal, Locale, read_signal
from transforms.publication_date.locales import locale_of
from transforms.publication_date.page_signals import RANKS
from transforms.readers.identity import id_of_address, site_of_address
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Snapshot

KINDS: tuple[ArticleKind, ...] = get_args(ArticleKind)


@dataclass(frozen=True, slots=True)
class Found:
    """What one document says about itself; `None` if it does not say."""

    text: str
    id: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    """As named by the document; not detected."""
    kind: str | None = None
    """What kind of text it says it is, as written."""
    signs: tuple[DateSignal, ...] = field(default=())
    page_starts: tuple[int, ...] = ()
    """The offset at which each page of a printed document begins; empty for what has no pages."""


def one_line(text: str | None) -> str | None:
    """Return the words with single spaces between; `None` where there are none."""
    line = " ".join(text.split()) if text else ""
    return line or None


def storable(text: str) -> str:
    """Return the text, one character for one, without what UTF-8 and databases cannot hold (lone surrogates, NUL)."""
    if "\x00" in text:
        text = text.replace("\x00", "\N{REPLACEMENT CHARACTER}")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def assemble(snapshot: Snapshot, found: Found) -> Iterator[Article | Refusal]:
    """Return the article, and a note for each date given for it that cannot be read."""
    hints = snapshot.hints
    url = hints.url or found.url
    # An address is followed by people: `javascript:` and the like are none.
    web = url if url and url.lower().startswith(("http://", "https://")) else None
    text = storable(found.text)
    language, confidence = detect_language(text, hints.language or found.language)
    locale = locale_of(hints.language or found.language, url, text, language)
    signs = [*_given(snapshot, locale), *found.signs]
    first = decide(signs, snapshot.fetched_at.date())
    if in_dateline := dateline_sign(text, first.published, RANKS["dateline"]):
        signs.append(in_dateline)
    decision = decide(signs, snapshot.fetched_at.date())
    for given in signs:
        if given.signal.source in ("manifest", "record") and (why := _no_day(given, decision)):
            detail = f"{given.signal.field}: {given.signal.raw!r} {why}"
            yield refuse("unreadable_date", snapshot.uri, snapshot.uri, detail)
    said = (hints.kind or found.kind or "").strip().lower()
    kind = next((known for known in KINDS if known == said), None)
    if said and kind is None:
        yield refuse("unknown_kind", snapshot.uri, snapshot.uri, f"kind: {said!r} is none of {', '.join(KINDS)}")
    yield Article(
        article_id=storable(hints.id or found.id or _fallback_id(snapshot, url)),
        text=text,
        title=one_line(storable(hints.title or found.title or "")),
        url=web,
        site=hints.site or found.site or site_of_address(url),
        author=one_line(storable(hints.author or found.author or "")),
        language=language,
        language_confidence=confidence,
        published=decision.published,
        published_at=decision.published_at,
        published_signal=decision.signal,
        published_precision=decision.precision,
        updated=decision.updated,
        signals=decision.signals,
        kind=kind,
        page_starts=found.page_starts,
    )


def _no_day(given: DateSignal, decision: Decision) -> str:
    """Return why a date that was given tells no day; "" where it tells one."""
    if given.signal.precision == "unreadable":
        return "is not a date"
    if given.other is None or getattr(decision, given.signal.field) is not None:
        return ""
    return f"is {given.signal.day} or {given.other.day}"


def _given(snapshot: Snapshot, locale: Locale) -> Iterator[DateSignal]:
    """Return the dates that the manifest, the settings or the feed that led here give."""
    hints = snapshot.hints
    if hints.published:
        yield read_signal("manifest", "published", hints.published, RANKS["manifest"], "published", locale)
    if hints.updated:
        yield read_signal("manifest", "updated", hints.updated, RANKS["manifest"], "updated", locale)
    if hints.feed_published:
        yield read_signal("feed", "published", hints.feed_published, RANKS["feed"], "published", locale)
    if hints.feed_updated:
        yield read_signal("feed", "updated", hints.feed_updated, RANKS["feed"], "updated", locale)


def _fallback_id(snapshot: Snapshot, url: str | None) -> str:
    if snapshot.hints.fallback_id:
        return snapshot.hints.fallback_id
    return id_of_address(url or snapshot.uri)
