"""The filters that `timeline` and `export` share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

import click

from warehouse.access.filters import Filters, edge


class DateBound(click.ParamType[date]):
    """A year, a month or a day, taken as its first or its last day."""

    name = "date"

    def __init__(self, *, last: bool) -> None:
        self._last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day that a year, a month or a day stands for."""
        try:
            return edge(str(value), last=self._last)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def takes_filters(body: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the timeline's filters, as one `Filters`."""

    @click.option(
        "--from", "begin", type=DateBound(last=False), metavar="DATE", help="Not before: 2024, 2024-03 or a day."
    )
    @click.option("--to", "end", type=DateBound(last=True), metavar="DATE", help="Not after.")
    @click.option("--certain", is_flag=True, help="Only what lies within the period whatever the truth.")
    @click.option("--possible", is_flag=True, help="Undated events too that could lie within it.")
    @click.option("--actor", "actors", multiple=True, metavar="NAME", help="Who takes part; part of a name.")
    @click.option("--place", "places", multiple=True, metavar="NAME", help="Where; part of a name, or a country.")
    @click.option("--type", "types", multiple=True, metavar="TYPE", help="What kind of event.")
    @click.option("--text", multiple=True, metavar="WORDS", help="Words in the title or a quoted sentence.")
    @click.option("--speaker", "speakers", multiple=True, metavar="NAME", help="Who says so; part of a name.")
    @click.option("--site", "sites", multiple=True, metavar="NAME", help="The outlet.")
    @click.option("--story", "stories", multiple=True, metavar="ID", help="The story; its id or the beginning of it.")
    @click.option("--confirmed", is_flag=True, help="Only what a person confirmed (dateline decide EVENT confirm).")
    @click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")
    @click.option("--detail", is_flag=True, help="The details of each key event too, under it.")
    @click.option("--all", "left_out", is_flag=True, help="All events, also what was left out, with the reason.")
    @wraps(body)
    def called(*args: Any, **given: Any) -> Any:
        own = {name: given.pop(name) for name in Filters.__slots__}
        return body(*args, filters=Filters(**own), **given)

    return called
