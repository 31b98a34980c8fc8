"""What is published: `timeline`, `query`, `export`.  Opens nothing but the published file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from flows.cli.filter_options import takes_filters
from flows.cli.options import CommandContext, command, require_folder, takes_format, takes_settings
from flows.outputs.empty_result import peeked, why_empty
from flows.outputs.exports import export_formats, export_path, write_export
from flows.outputs.tables import write_rows
from warehouse.access.export import TEXTS
from warehouse.storage.connect import ReaderLimits, open_reader
from warehouse.storage.store import Store

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from flows.settings import QuerySettings
    from warehouse.access.filters import Filters


@command("dateline timeline --store news --from 2025-01 --to 2025-03 --actor Kovacs")
@takes_settings()
@takes_filters
@takes_format
def timeline(context: CommandContext, filters: Filters, form: str) -> None:
    """Show the published events, in order of time."""
    from warehouse.access.timeline import find_events

    with open_reader(Store(context.store)) as con:
        some, events = peeked(find_events(con, filters))
        if form in TEXTS:
            from warehouse.access.export import write_text
            from warehouse.access.timeline import event_columns

            write_text(events, form, sys.stdout, event_columns(con))
        elif form == "parquet":
            rows = list(events)
            columns = [name for name in (rows[0] if rows else {}) if name != "told_in"]
            write_rows(form, columns, [[row[name] for name in columns] for row in rows])
        elif some:
            from flows.outputs.event_lines import event_lines

            for line in event_lines(events, sys.stdout.isatty()):
                click.echo(line)
        if not some:
            context.say(why_empty(con, filters))


@command('dateline query --store news "SELECT count(*) FROM timeline"')
@takes_settings(timeout="query.timeout_seconds")
@click.argument("asked", required=False, metavar="[SQL|NAME]")
@click.argument("values", nargs=-1, metavar="[PARAMETER=VALUE…]")
@click.option("--list", "list_them", is_flag=True, help="Name the ready-made queries.")
@click.option("--timeout", type=click.FloatRange(min=0), metavar="SECONDS", help="Stop after so long; 0 never.")
@takes_format
def query(context: CommandContext, asked: str | None, values: tuple[str, ...], list_them: bool, form: str) -> None:
    """Ask the published file: SQL of your own, or a ready-made query by its name."""
    from warehouse.access.query import ask, ask_ready_made, ready_made

    if list_them:
        found = ready_made(context.settings.query.folder)
        rows = [(q.name, q.question, ", ".join(p.name for p in q.parameters)) for q in found]
        write_rows(form, ("name", "answers", "parameters"), rows)
        return
    if not asked:
        raise click.UsageError("say what to ask: SQL, or a name that --list shows", click.get_current_context())
    with _question(context.store, context.settings.query) as con:
        if any(letter.isspace() for letter in asked.strip()):
            if values:
                raise click.UsageError("parameters go with ready-made queries", click.get_current_context())
            answer = ask(con, asked)
        else:
            answer = ask_ready_made(con, asked.strip(), _parameters(values), context.settings.query.folder)
        write_rows(form, answer.names, answer.rows)


@contextmanager
def _question(store: Path, settings: QuerySettings) -> Iterator[DuckDBPyConnection]:
    """Open the published file with limits on memory, disk and time; what spills from memory never goes to the store."""
    from warehouse.access.query import time_limit

    with TemporaryDirectory(prefix="dateline-query-") as scratch:
        limits = ReaderLimits(settings.memory_megabytes, settings.temporary_megabytes, Path(scratch))
        with open_reader(Store(store), limits=limits) as con, time_limit(con, settings.timeout_seconds):
            yield con


def _parameters(values: tuple[str, ...]) -> dict[str, str]:
    given = {}
    for value in values:
        name, equals, text = value.partition("=")
        if not equals:
            raise click.UsageError(f"{value!r}: a parameter is written name=value", click.get_current_context())
        given[name] = text
    return given


@command("dateline export --store news --format csv --output march.csv --from 2025-03 --to 2025-03")
@takes_settings()
@takes_filters
@click.option("--format", "form", required=True, type=click.Choice(sorted(export_formats())), help="What to write.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Where; else in the store's exports.")
def export(context: CommandContext, filters: Filters, form: str, output: Path | None) -> None:
    """Write what the same filters show in `timeline`, for other tools."""
    store = Store(context.store)
    path = output or export_path(store.exports, form)
    if output:
        require_folder(output)
    with open_reader(store) as con:
        count = write_export(con, filters, form, path, context.settings.title)
        context.say(f"{count} events in {path}" if count else f"{why_empty(con, filters)}; {path} holds none")
