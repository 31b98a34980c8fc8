"""A receipt on the terminal, or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import click

from flows.cli.options import CommandContext
from flows.errors import GateClosedError
from flows.receipt import Receipt, lines
from flows.settings import Settings
from transforms.writers.wording.sanitize import inert


def show_outcome(context: CommandContext, work: Callable[[Settings], Receipt], as_json: bool) -> None:
    """Do the work and print its receipt, where the gate stays closed too.

    Raises:
        GateClosedError: where it does.
    """
    try:
        receipt = work(context.settings)
    except GateClosedError as closed:
        show_receipt(context, closed.receipt, as_json)
        raise
    show_receipt(context, receipt, as_json)


def show_receipt(context: CommandContext, receipt: Receipt, as_json: bool) -> None:
    """Print the receipt: as JSON on stdout, or for people with the next command to type."""
    if as_json:
        json.dump(receipt.as_dict(), sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
        return
    if not context.settings.quiet:
        click.echo("\n".join(map(inert, lines(receipt))))
        after = "timeline" if receipt.published else "status"
        click.echo(f"next        dateline {after} --store {context.store}")
