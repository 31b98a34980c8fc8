"""Commands about this machine and this store: `config`, `doctor`, `status`, `demo`."""

from __future__ import annotations

import sys

import click

from flows.cli.edge import Edge, takes_format, takes_settings
from flows.configuration import options
from flows.output import write_rows


@click.group()
def config() -> None:
    """Settings: what holds, and where it was said."""


@config.command("show", cls=click.Command)
@takes_settings()
@takes_format
def show(edge: Edge, form: str) -> None:
    """Show each setting, its value and where the value came from."""
    found = edge.configuration
    rows = []
    for option in options():
        value: object = found.settings
        for part in option.key.split("."):
            value = getattr(value, part)
        rows.append(
            (option.key, value if isinstance(value, bool | int | float) else str(value), found.origins[option.key])
        )
    for nth, source in enumerate(found.settings.source, start=1):
        rows.append((f"source {nth}", source.location, str(found.file)))
    write_rows(form, ("setting", "value", "from"), rows)


@config.command("example", cls=click.Command)
def example() -> None:
    """Print a dateline.toml with every setting at its default, each with what it means."""
    from flows.documents import example_toml

    sys.stdout.write(example_toml())
