"""`decide`, `decisions`: what a person settles about the timeline, and what people have settled so far."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flows.cli.options import CommandContext, command, takes_format, takes_settings
from flows.outputs.tables import write_rows
from transforms.decisions.values import ACTIONS, Action

if TYPE_CHECKING:
    from flows.decide import Settled

_DECIDED = tuple(action for action in ACTIONS if action != "undo")


def takes_decider(body: Any) -> Any:
    """Give a command `--who`, `--why` and `--dry-run`."""
    for option in (
        click.option("--dry-run", is_flag=True, help="Show the rows before and after, and decide nothing."),
        click.option("--why", default="", metavar="TEXT", help="Why, for those who read the decision."),
        click.option("--who", metavar="NAME", help="Who decides; else [decide] who, else the account's name."),
    ):
        body = option(body)
    return body


@command('dateline decide e2bnn5uy date 2023-03-06 --why "the minutes of the hearing" --store news')
@takes_settings()
@click.argument("about", required=False, metavar="[EVENT|ARTICLE]")
@click.argument("action", required=False, type=click.Choice(_DECIDED), metavar="[ACTION]")
@click.argument("value", nargs=-1, metavar="[VALUE…]")
@click.option(
    "--import", "file", type=click.Path(path_type=Path, dir_okay=False), help="Take over a file of decisions."
)
@takes_decider
def decide(
    context: CommandContext, about: str | None, action: Action | None, value: tuple[str, ...], **given: Any
) -> None:
    r"""Settle what a row says; it holds from now on, in every run.

    \b
    date DATE      when it happened (EDTF), or unknown
    merge EVENT    the two are one          split MENTION…  these are another
    hide · show    off, or on the timeline  level LEVEL     key, detail or aside
    title TEXT     type TYPE                place NAME      actor NAME…
    modality WORD  happened, denied, planned, possible, hypothetical or generic
    confirm · dispute · star · note TEXT
    published DATE · exclude                of an ARTICLE
    """  # fmt: skip
    from flows.decide import decider, settle, take_over
    from warehouse.access.deciding import Asked

    who, why, file, dry_run = (given[name] for name in ("who", "why", "file", "dry_run"))
    if file:
        if about:
            raise click.UsageError("--import takes decisions of a file, and none beside", click.get_current_context())
        settled = take_over(context.settings, file, dry_run=dry_run)
    elif about and action:
        asked = Asked(about, action, value, decider(context.settings, who), why)
        settled = settle(context.settings, [asked], dry_run=dry_run)
    else:
        hint = f"say which event, and what of it: {', '.join(_DECIDED)}"
        raise click.UsageError(hint, click.get_current_context())
    show_settled(context, settled, dry_run=dry_run)


def show_settled(context: CommandContext, settled: Settled, *, dry_run: bool) -> None:
    """Print the rows before and after, and whether the decisions are published."""
    from flows.outputs.decision_lines import settled_lines

    for line in settled_lines(settled.before, settled.after):
        click.echo(line)
    several = f"{len(settled.decisions)} decisions" if len(settled.decisions) != 1 else settled.decisions[0].decision_id
    if dry_run:
        context.say(f"nothing was decided: {several} would be")
    elif settled.waiting:
        context.say(f"{several} decided; the run under way or the next one publishes it: {settled.waiting}")
    elif settled.receipt and settled.receipt.published:
        published = settled.receipt.published
        how = "already as decided" if published.unchanged else "published"
        for warning in settled.receipt.warnings:
            context.say(f"warning: {warning}")
        context.say(f"{several} decided; version {published.version} is {how}; back: dateline decisions --undo ID")


_COLUMNS = ("decision_id", "decided_at", "who", "action", "value", "target", "why", "state", "said", "event_id")


@command("dateline decisions --store news --who ann")
@takes_settings()
@click.option("--undo", "ids", multiple=True, metavar="ID", help="Take a decision back, by a unique beginning.")
@click.option("--by", metavar="NAME", help="Only those that this person made.")
@click.option("--action", "actions", multiple=True, type=click.Choice(ACTIONS), help="Only these.")
@click.option("--lost", is_flag=True, help="Only those that the timeline does not follow, and that nobody took back.")
@click.option("--all", "every", is_flag=True, help="Those that were taken back too.")
@takes_decider
@takes_format
def decisions(context: CommandContext, ids: tuple[str, ...], form: str, **given: Any) -> None:
    """List what people decided, and what became of it; or take it back."""
    if ids:
        from flows.decide import decider, undo

        who = decider(context.settings, given["who"])
        settled = undo(context.settings, ids, who, given["why"], dry_run=given["dry_run"])
        show_settled(context, settled, dry_run=given["dry_run"])
        return
    from flows.outputs.decision_lines import decision_rows
    from warehouse.storage.store import Store

    rows = decision_rows(Store(context.store))
    kept = [row for row in rows if _is_wanted(row, given)]
    columns = ("decision_id", "who", "action", "value", "target", "state") if form == "table" else _COLUMNS
    write_rows(form, columns, [tuple(row[name] for name in columns) for row in kept])
    if not kept:
        context.say("no decision" + (" fits what was asked" if rows else " yet: dateline decide --help"))


def _is_wanted(row: dict[str, Any], given: dict[str, Any]) -> bool:
    if given["by"] and row["who"].casefold() != given["by"].casefold():
        return False
    if given["actions"] and row["action"] not in given["actions"]:
        return False
    if given["lost"]:
        return bool(row["applied"] is False and not row["undone"])
    return bool(given["every"]) or (not row["undone"] and row["action"] != "undo")
