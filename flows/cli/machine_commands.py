"""Commands about this machine and this store: `config`, `doctor`, `status`, `demo`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from flows.cli.options import CommandContext, command, takes_format, takes_settings
from flows.errors import DatelineError
from flows.outputs.tables import write_rows
from flows.settings.load import options

if TYPE_CHECKING:
    from flows.cli.health import Fact


@click.group()
def config() -> None:
    """Show the settings in force, and where each was set."""


@config.command("show", cls=click.Command)
@takes_settings()
@takes_format
def show(context: CommandContext, form: str) -> None:
    """Show each setting, its value and where the value came from."""
    found = context.configuration
    rows = []
    for option in options():
        value: object = found.settings
        for part in option.key.split("."):
            value = getattr(value, part)
        rows.append(
            (
                option.key,
                value if isinstance(value, bool | int | float) else str(value or ""),
                found.origins[option.key],
            )
        )
    for nth, source in enumerate(found.settings.source, start=1):
        rows.append((f"source {nth}", source.location, str(found.file)))
    write_rows(form, ("setting", "value", "from"), rows)


@config.command("example", cls=click.Command)
def example() -> None:
    """Print a dateline.toml with every setting at its default, each with what it means."""
    from flows.settings.reference import example_toml

    sys.stdout.write(example_toml())


@command("dateline doctor --store news")
@takes_settings()
@takes_format
def doctor(context: CommandContext, form: str) -> None:
    """Say whether this machine and the store are fit; exit 1 where something is not."""
    from flows.cli.health import facts

    found = list(facts(context.settings))
    write_rows(form, ("what", "found", "fit", "remedy"), [(f.name, f.found, f.fit, _remedy(f)) for f in found])
    if not all(fact.fit for fact in found):
        raise DatelineError("; ".join(f"{f.name}: {f.found}: {f.remedy}" for f in found if not f.fit))


def _remedy(fact: Fact) -> str:
    return fact.remedy if not fact.fit or fact.name == "compiled modules" else ""


@command("dateline status --store news")
@takes_settings()
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def status(context: CommandContext, as_json: bool) -> None:
    """Say what the store holds, how the last runs went, which sources are late, and what to do."""
    from flows.outputs.store_status import lines, store_status
    from warehouse.storage.store import Store

    store = Store(context.store)
    found = store_status(store)
    if as_json:
        json.dump(found.as_dict(), sys.stdout, ensure_ascii=False, default=str)
        sys.stdout.write("\n")
        return
    for line in lines(store, found):
        click.echo(line)


@command("dateline demo")
@takes_settings()
@click.option("--direct", is_flag=True, help="Plain calls, without Prefect.")
def demo(context: CommandContext, direct: bool) -> None:
    """Run the whole job on a bundled corpus: an invented story in three outlets, offline."""
    from flows.cli.demo_corpus import DEMO_STORE, corpus
    from flows.cli.run_commands import run_and_show

    if context.configuration.origins["store"] == "default":
        context = context.with_store(DEMO_STORE)
    run_and_show(context, (str(corpus()),), direct=direct, as_json=False)
    click.echo(f'            dateline query --store {context.store} "SELECT edtf, title FROM timeline WHERE dated"')
