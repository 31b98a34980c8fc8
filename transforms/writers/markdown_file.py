"""The timeline as Markdown: headings by month, one item an event with its quoted sentences."""

from __future__ import annotations

from transforms.writers.rows import TimelineRows
from transforms.writers.wording.dates import heading_of, when_in_words
from transforms.writers.wording.provenance import sources_of, standing
from transforms.writers.wording.sanitize import one_line
from transforms.writers.writer import Writer

_MARKS = str.maketrans({mark: "\\" + mark for mark in "\\`*_[]<>|#~"})


def write_markdown(rows: TimelineRows) -> str:
    """Return one document; no mark that an article holds does anything in it."""
    mentions, articles = rows.mentions_of(), rows.article_by_id()
    lines, heading = [f"# {safe(rows.title)}", ""], ""
    for event in rows.events:
        above = heading_of(event)
        if above != heading:
            lines += [f"## {above}", ""]
            heading = above
        note = standing(event)
        lines.append(
            f"- **{safe(when_in_words(event))}** {safe(event['title'])}" + (f" ({safe(note)})" if note else "")
        )
        for source in sources_of(mentions[event["event_id"]], articles):
            said = f" ({safe(source['speaker'])})" if source["speaker"] else ""
            name = safe(source["title"] or source["article_id"])
            linked = f"[{name}](<{source['url']}>)" if source["url"] else name
            where = ", ".join(part for part in (linked, safe(source["site"]), source["published"]) if part)
            lines.append(f"  - “{safe(source['sentence'])}”{said} — {where}")
    return "\n".join(lines) + "\n"


def safe(text: str) -> str:
    """Return words as words: no mark of Markdown or HTML in them does anything."""
    return one_line(text).translate(_MARKS)


MARKDOWN = Writer("markdown", "md", write_markdown)
