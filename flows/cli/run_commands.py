"""`run`, `check`, `rebuild`: the pipeline, or a part of it."""

from __future__ import annotations

import click

from flows.cli.options import CommandContext, command, takes_settings
from flows.cli.receipt_output import show_outcome
from flows.errors import DatelineError


@command("dateline run articles/ https://paper.example/feed.xml --store news")
@takes_settings(workers="run.workers", model="annotate.model", assume_reporting_day="annotate.assume_reporting_day")
@click.argument("sources", nargs=-1, metavar="SOURCE…")
@click.option("--direct", is_flag=True, help="Plain calls, without Prefect.")
@click.option("--json", "as_json", is_flag=True, help="Print the receipt as JSON.")
@click.option("--assume-reporting-day", is_flag=True, default=None, help="Date what was said to the publication day.")
@click.option("--model", metavar="NAME", help="The spaCy pipeline for English.")
@click.option("--workers", type=int, metavar="N", help="Processes; 0 is one for each core.")
def run(context: CommandContext, sources: tuple[str, ...], direct: bool, as_json: bool) -> None:
    """Ingest, annotate, resolve, check, publish: the whole job.

    A SOURCE is a file, a folder, an address, a feed, an archive or a manifest; without one the sources of dateline.toml
    are read.
    """
    settings = context.settings
    if not sources and not settings.source:
        raise DatelineError("nothing to read: name a SOURCE, or add a [[source]] to dateline.toml")
    run_and_show(context, sources, direct=direct, as_json=as_json)


def run_and_show(context: CommandContext, sources: tuple[str, ...], *, direct: bool, as_json: bool) -> None:
    """Carry out a run, and print its receipt however it ended."""
    settings = context.settings
    if direct or settings.run.engine == "direct":
        from flows.direct import run_direct

        show_outcome(context, lambda settings: run_direct(settings, sources), as_json)
    else:
        from flows.orchestration.run_flow import run_flow

        show_outcome(
            context,
            lambda settings: run_flow(settings, sources, context.configuration.file, context.overrides),
            as_json,
        )


@command("dateline check --store news")
@takes_settings()
@click.option("--json", "as_json", is_flag=True, help="Print the receipt as JSON.")
def check(context: CommandContext, as_json: bool) -> None:
    """Judge what would be published, without publishing it; exit 3 where the gate is closed."""
    from flows.direct import check_direct

    show_outcome(context, check_direct, as_json)


@command("dateline rebuild --store news")
@takes_settings(workers="run.workers", model="annotate.model")
@click.option("--model", metavar="NAME", help="The spaCy pipeline for English.")
@click.option("--workers", type=int, metavar="N", help="Processes; 0 is one for each core.")
@click.option("--json", "as_json", is_flag=True, help="Print the receipt as JSON.")
def rebuild(context: CommandContext, as_json: bool) -> None:
    """Read, annotate, merge, check and publish anew what the store keeps, without its sources.

    What was fetched is read again from its bytes, what came from files is made anew from its stored text. Where rules
    or code have changed, only what they made is made anew; where nothing has, everything is. No text is parsed a
    second time by the same model.
    """
    from flows.direct import rebuild_direct

    show_outcome(context, rebuild_direct, as_json)
