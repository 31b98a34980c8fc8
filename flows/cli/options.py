"""What all commands share: where the settings are built, and the options that every command takes."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from flows.errors import DatelineError
from flows.outputs.tables import FORMATS
from flows.settings import Settings
from flows.settings.load import Configuration, configure

Body = TypeVar("Body", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class CommandContext:
    """What a command receives: the settings, where each came from, and a way to write to stderr."""

    configuration: Configuration
    overrides: Mapping[str, object]
    """What the command line said, by dotted name, in JSON's types."""

    @property
    def settings(self) -> Settings:
        """The settings."""
        return self.configuration.settings

    @property
    def store(self) -> Path:
        """The store's folder."""
        return self.settings.store

    def with_store(self, store: Path) -> CommandContext:
        """Return the same context with another store."""
        settings = replace(self.settings, store=store)
        return CommandContext(replace(self.configuration, settings=settings), self.overrides)

    def say(self, text: str) -> None:
        """Write a line to stderr, unless asked to be quiet."""
        if not self.settings.quiet:
            click.echo(text, err=True)


class ExampleCommand(click.Command):
    """A command whose `epilog` is an example to type, shown as it stands."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 -- click's form
        """Write the example, unwrapped."""
        if self.epilog:
            with formatter.section("Example"):
                for line in self.epilog.splitlines():
                    formatter.write(f"  {line}\n")


def command(example: str, name: str | None = None) -> Callable[[Callable[..., Any]], click.Command]:
    """Return a decorator for a command whose `--help` shows an example."""
    return click.command(name, cls=ExampleCommand, epilog=example)


def takes_settings(**flags: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command `--store`, `--config` and `--quiet`, and a `CommandContext` as its first argument.

    Args:
        flags: parameters of the command that are settings: parameter name → dotted name of the setting.
    """

    def decorate(body: Callable[..., Any]) -> Callable[..., Any]:
        @click.option("--store", type=click.Path(path_type=Path), metavar="DIR", help="Where everything is kept.")
        @click.option(
            "--config", type=click.Path(path_type=Path), metavar="FILE", help="Settings; else ./dateline.toml."
        )
        @click.option("--quiet", is_flag=True, default=None, help="Say nothing but errors.")
        @wraps(body)
        def called(store: Path | None, config: Path | None, quiet: bool | None, **given: Any) -> Any:
            values: dict[str, object] = {"store": store, "quiet": quiet}
            values |= {key: given.pop(name) for name, key in flags.items()}
            overrides = {key: value for key, value in values.items() if value is not None and key != "store"}
            return body(CommandContext(configure(os.environ, values, config), overrides), **given)

        return called

    return decorate


def takes_format(body: Body) -> Body:
    """Give a command `--format`."""
    return click.option("--format", "form", type=click.Choice(FORMATS), default="table", help="How rows are written.")(
        body
    )


def require_folder(output: Path) -> None:
    """Refuse a file in a folder that is not there: made unasked, a slip of the hand would hide what was written.

    Raises:
        DatelineError: where there is no such folder.
    """
    if not output.parent.is_dir():
        raise DatelineError(f"{output}: there is no folder {output.parent}; make it, or name another file")


class Day(click.ParamType[date]):
    """A day, as ISO 8601 writes it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day meant."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value).strip())
        except ValueError:
            self.fail(f"{value!r} is not a date: write year, month and day, as in 2025-01-15", param, ctx)
