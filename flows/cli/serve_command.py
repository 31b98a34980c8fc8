"""`serve`: runs on a schedule."""

from __future__ import annotations

import click

from flows.cli.options import CommandContext, command, takes_settings
from flows.errors import DatelineError


@command('dateline serve https://paper.example/feed.xml --cron "*/15 * * * *" --store news')
@takes_settings(workers="run.workers")
@click.argument("sources", nargs=-1, metavar="SOURCE…")
@click.option("--cron", metavar='"M H D M W"', help="When to run, as in a crontab.")
@click.option("--every", type=click.FloatRange(min=1), metavar="SECONDS", help="Seconds from run to run.")
@click.option("--timezone", metavar="ZONE", help="The zone that --cron means; this machine's where not said.")
@click.option("--workers", type=int, metavar="N", help="Processes; 0 is one for each core.")
def serve(
    context: CommandContext, sources: tuple[str, ...], cron: str | None, every: float | None, timezone: str | None
) -> None:
    """Run on a schedule, on a Prefect server that is found, or started and ended with this command.

    A run that comes while another works is cancelled.  Without a SOURCE those of dateline.toml are read.
    """
    if bool(cron) == bool(every):
        raise click.UsageError("give a schedule: --cron or --every", click.get_current_context())
    if not sources and not context.settings.source:
        raise DatelineError("nothing to read: name a SOURCE, or add a [[source]] to dateline.toml")
    from flows.orchestration.serve import Schedule, serve_schedule
    from flows.runtime.flow_start import FlowStart

    file = context.configuration.file
    start = FlowStart(str(context.store.resolve()), str(file.resolve()) if file else None, context.overrides, sources)
    serve_schedule(context.settings, start, Schedule(cron, every, timezone), context.say)
