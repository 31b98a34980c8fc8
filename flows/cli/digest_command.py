"""`digest`: the days that matter, in a few sentences each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from flows.cli.filter_options import DateBound
from flows.cli.options import CommandContext, command, require_folder, takes_settings

FORMATS = ("markdown", "html", "json", "timelinejs")


@command("dateline digest --store news --days 10 --per-day 2 --format markdown")
@takes_settings()
@click.option("--days", type=click.IntRange(min=1), default=10, show_default=True, help="How many days.")
@click.option("--per-day", type=click.IntRange(min=1), default=1, show_default=True, help="Sentences a day.")
@click.option("--words", type=click.IntRange(min=5), help="At most so many words a day.")
@click.option("--from", "begin", type=DateBound(last=False), metavar="DATE", help="Not before: 2024, 2024-03 or a day.")
@click.option("--to", "end", type=DateBound(last=True), metavar="DATE", help="Not after.")
@click.option("--story", metavar="ID", help="Only one story; its id or the beginning of it.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="markdown", show_default=True, help="What to write."
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Where; else to standard output.")
def digest(context: CommandContext, form: str, output: Path | None, story: str | None, **asked: Any) -> None:
    """Show the days that matter most, each in the sentences that say it best, with their sources."""
    from transforms.writers import digest_file
    from warehouse.access.digest import DigestFilters
    from warehouse.access.digest import digest as found
    from warehouse.access.page_rows import story_title
    from warehouse.access.stories import title_of, within_story
    from warehouse.storage.connect import open_reader
    from warehouse.storage.files import write_whole
    from warehouse.storage.store import Store

    with open_reader(Store(context.store)) as con:
        named = title_of(con, within_story(con, story)) if story else ""
        chosen = found(con, DigestFilters(**asked))
        title = named or context.settings.title or story_title(con)
    text = digest_file.FORMATS[form](title, chosen)
    if output:
        require_folder(output)
        write_whole(output, text.encode("utf-8"))
        context.say(f"{len(chosen)} days in {output}")
    else:
        click.echo(text, nl=False)
