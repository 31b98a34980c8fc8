"""A sheet of drawn rows as files: `rows.html` and `rows.md` to read, `verdicts.csv` to fill in.

The first two hold articles' words and stay where the articles are; the third holds ids alone.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from benchmarks.quality.sheet_rows import SheetMention, SheetRow
from benchmarks.quality.verdicts import COLUMNS, QUESTIONS

_PAGE = Path(__file__).with_name("sheet_page.html")


def write_sheet(rows: Sequence[SheetRow], folder: Path) -> None:
    """Write the three files into a folder, which is made where it is missing.

    Raises:
        SystemExit: where the folder already holds verdicts, which are somebody's work.
    """
    verdicts = folder / "verdicts.csv"
    if verdicts.exists():
        raise SystemExit(f"{verdicts} exists: name another folder")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "rows.md").write_text("\n".join(markdown(rows)), encoding="utf-8")
    page = _PAGE.read_text(encoding="utf-8").replace("<!-- rows -->", "\n".join(map(html_row, rows)))
    (folder / "rows.html").write_text(page, encoding="utf-8")
    with verdicts.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        out.writeheader()
        out.writerows({"story": row.story, "event_id": row.event_id} for row in rows)


def facts(row: SheetRow) -> Iterator[tuple[str, str]]:
    """What the row says besides date and title, each with its name."""
    yield "type", row.event_type
    yield "actors", ", ".join(row.actors) or "none"
    yield "place", row.place or "none"
    if row.level:
        yield "level", row.level


def _voice(mention: SheetMention) -> str:
    told_by = f", by {mention.speaker}" if mention.speaker else ""
    return f"{mention.article_id}, published {mention.published}, {' · '.join(mention.triggers)}{told_by}"


def markdown(rows: Sequence[SheetRow]) -> Iterator[str]:
    """The sheet as Markdown: the row, then each sentence in bold between its neighbours."""
    for nth, row in enumerate(rows, start=1):
        yield f"## {nth}. {row.date} | {row.title}\n"
        yield f"`{row.story}` `{row.event_id}` " + "; ".join(f"{name}: {value}" for name, value in facts(row)) + "\n"
        for mention in row.mentions:
            yield f"- {_voice(mention)}: … {mention.before} **{mention.sentence}** {mention.after} …"
        yield ""


def html_row(row: SheetRow) -> str:
    """One row of the page: what it says, the sentences, the explanation folded away, a box for each question."""
    mentions = "".join(
        f"<li><small>{escape(_voice(m))}</small><br>{escape(m.before)} <b>{escape(m.sentence)}</b> {escape(m.after)}"
        for m in row.mentions
    )
    boxes = "".join(
        f'<label>{question} <select name="{question}"><option>'
        + "".join(f"<option>{answer}" for answer in answers)
        + "</select></label> "
        for question, answers in QUESTIONS.items()
    )
    said = "; ".join(f"{name}: {value}" for name, value in facts(row))
    return (
        f'<article data-story="{escape(row.story)}" data-event="{escape(row.event_id)}">'
        f"<h2>{escape(row.date)} | {escape(row.title)}</h2><p>{escape(said)}</p><ul>{mentions}</ul>"
        f"<details><summary>explain</summary><pre>{escape(chr(10).join(row.explained))}</pre></details>"
        f"<p>{boxes}</p></article>"
    )
