"""A digest as Markdown, HTML, JSON or TimelineJS: a heading a day, its sentences, a source on each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from html import escape

from transforms.writers.markdown_file import safe
from transforms.writers.wording.dates import day_in_words
from transforms.writers.wording.sanitize import escaped, one_line, safe_html


@dataclass(frozen=True, slots=True)
class DigestLine:
    """A sentence, verbatim, and where it stands."""

    text: str
    mention_id: str
    event_id: str | None
    article_id: str
    article_title: str | None = None
    site: str | None = None
    url: str | None = None
    published: date | None = None

    @property
    def source(self) -> str:
        """The article's title, its outlet and its day, as far as they are known."""
        parts = (self.article_title or self.article_id, self.site, self.published and self.published.isoformat())
        return ", ".join(one_line(part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class DigestDay:
    """A day with its most important event's title, where it has one, and its sentences."""

    day: date
    headline: str | None
    lines: tuple[DigestLine, ...]


def as_markdown(title: str, days: Sequence[DigestDay]) -> str:
    """Return one document; no mark that an article holds does anything in it."""
    lines = [f"# {safe(title)}", ""]
    for day in days:
        lines += [f"## {day_in_words(day.day)}", ""]
        for line in day.lines:
            source = safe(line.source)
            lines.append(f"- {safe(line.text)} ({f'[{source}](<{line.url}>)' if line.url else source})")
        lines.append("")
    return "\n".join(lines)


def as_html(title: str, days: Sequence[DigestDay]) -> str:
    """Return a section to paste into a page; the words of articles are escaped."""
    found = [f"<section><h1>{safe_html(title)}</h1>"]
    for day in days:
        found.append(f'<h2><time datetime="{day.day}">{day_in_words(day.day)}</time></h2><ul>')
        found += [f"<li>{safe_html(line.text)} <cite>{_cited(line)}</cite></li>" for line in day.lines]
        found.append("</ul>")
    return "\n".join([*found, "</section>", ""])


def as_json(title: str, days: Sequence[DigestDay]) -> str:
    """Return one object: the title, and the days with their sentences and sources."""
    document = {"title": title, "days": [asdict(day) for day in days]}
    return escaped(json.dumps(document, ensure_ascii=False, indent=1, default=str)) + "\n"


def as_timelinejs(title: str, days: Sequence[DigestDay]) -> str:
    """Return TimelineJS 3 JSON: a slide a day."""
    slides = [
        {
            "unique_id": f"day-{day.day}",
            "start_date": {"year": day.day.year, "month": day.day.month, "day": day.day.day},
            "display_date": day_in_words(day.day),
            "text": {
                "headline": safe_html(day.headline or day_in_words(day.day)),
                "text": "".join(f"<p>{safe_html(line.text)}</p><p>{_cited(line)}</p>" for line in day.lines),
            },
        }
        for day in days
    ]
    document = {"title": {"unique_id": "title", "text": {"headline": safe_html(title), "text": ""}}, "events": slides}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _cited(line: DigestLine) -> str:
    name = safe_html(line.source)
    return f'<a href="{escape(line.url)}" rel="noopener noreferrer">{name}</a>' if line.url else name


FORMATS = {"markdown": as_markdown, "html": as_html, "json": as_json, "timelinejs": as_timelinejs}
"""How a digest is written, by the name of the format."""
