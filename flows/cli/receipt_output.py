"""A receipt on the terminal, or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import click

from flows.cli.options import Edge
from flows.errors import GateClosedError
from flows.receipt import Receipt, lines
from flows.settings import Settings
from transforms.writers.wording.sanitize import inert


def show_outcome(edge: Edge, work: Callable[[Settings], Receipt], as_json: bool) -> None:
    """Do the work and print its receipt, where the gate stays closed too.

    Raises:
        GateClosedError: where it does.
    """
    try:
        receipt = work(edge.settings)
    except GateClosedError as closed:
        show_receipt(edge, closed.receipt, as_json)
        raise
    show_receipt(edge, receipt, as_json)


def show_receipt(edge: Edge, receipt: Receipt, as_json: bool) -> None:
    """Print the receipt: as JSON on stdout, or for people with the next command to type."""
    if as_json:
        json.dump(receipt.as_dict(), sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
        return
    if not edge.settings.quiet:
        click.echo("\n".join(map(inert, lines(receipt))))
        after = "timeline" if receipt.published else "status"
        click.echo(f"next        dateline {after} --store {edge.store}")
