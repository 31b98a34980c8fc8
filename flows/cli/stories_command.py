"""`stories`: the running stories that the articles tell."""

from __future__ import annotations

from typing import Any

import click

from flows.cli.filter_options import DateBound
from flows.cli.options import CommandContext, command, takes_format, takes_settings
from flows.outputs.tables import write_rows


@command('dateline stories --store news --active --text "ferry fire"')
@takes_settings()
@click.option(
    "--active", is_flag=True, help="Only those with an article of the last two weeks before the newest of all."
)
@click.option("--since", type=DateBound(last=False), metavar="DATE", help="Only those with an article since then.")
@click.option("--text", multiple=True, metavar="WORDS", help="Words of its title, names or ties, or of its headlines.")
@takes_format
def stories(context: CommandContext, form: str, **asked: Any) -> None:
    """Show the stories that the articles tell, the latest first; `timeline --story ID` shows what happened in one."""
    from warehouse.access.stories import StoryFilters, find_stories
    from warehouse.storage.connect import open_reader
    from warehouse.storage.store import Store

    with open_reader(Store(context.store)) as con:
        columns, rows = find_stories(con, StoryFilters(**asked))
    write_rows(form, columns, rows)
    if not rows:
        context.say("no story: no two articles tell of the same matter, or none of them fits what was asked")
