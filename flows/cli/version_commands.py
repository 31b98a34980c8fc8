"""What was published: `publish`, `rollback`, `versions`, `diff`, `forget`, `backup`."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli.options import CommandContext, command, takes_format, takes_settings
from flows.cli.receipt_output import show_outcome
from flows.errors import DatelineError
from flows.outputs.tables import write_rows


@command("dateline publish --store news")
@takes_settings()
@click.option("--json", "as_json", is_flag=True, help="Print the receipt as JSON.")
def publish(context: CommandContext, as_json: bool) -> None:
    """Publish what passes the checks now, and end a rollback."""
    from flows.direct import publish_direct

    show_outcome(context, publish_direct, as_json)


@command("dateline rollback 3 --store news")
@takes_settings()
@click.argument("version", type=int, required=False, metavar="[N]")
def rollback(context: CommandContext, version: int | None) -> None:
    """Go back to an earlier version, the one before where none is named, and stay there until `publish`."""
    from flows.stages.release import put_site
    from warehouse.publication.publish import rollback as roll_back
    from warehouse.storage.store import Store
    from warehouse.writer import open_writer

    store = Store(context.store)
    if not store.timeline.exists() and not store.kept_versions():
        raise DatelineError(f"{store.path}: nothing is published yet")
    with open_writer(store) as con:
        outcome = roll_back(con, store, version)
        if context.settings.publish.page:
            put_site(store, context.settings.publish, context.settings.title)
    context.say(
        f"version {outcome.version} is published again, {outcome.events} events; it stays until: dateline publish"
        f" --store {context.store}"
    )


@command("dateline versions --store news")
@takes_settings()
@takes_format
def versions(context: CommandContext, form: str) -> None:
    """List what was published, and what is kept of it."""
    from warehouse.publication.publish import versions as list_versions
    from warehouse.storage.integrity import remedy
    from warehouse.storage.store import Store

    columns: tuple[str, ...] = (
        "version",
        "published_at",
        "run_id",
        "events",
        "on_timeline",
        "dated",
        "articles",
        "kept",
        "current",
    )
    if form == "table":
        columns = tuple(name for name in columns if name != "run_id")  # leaves room for the rest on 80 columns
    found = list_versions(Store(context.store))
    write_rows(form, columns, [tuple(getattr(version, name) for name in columns) for version in found])
    if not any(version.current for version in found):
        file = Store(context.store).timeline
        context.say(f"{file} cannot be read: {remedy(file)}")


@command("dateline backup /backups/news-2025-03-01 --store news")
@takes_settings()
@click.argument("path", type=click.Path(path_type=Path, file_okay=False))
def backup(context: CommandContext, path: Path) -> None:
    """Copy the store to a new folder, which is a store itself; readers go on reading, a run must not be under way."""
    from warehouse.backup import back_up
    from warehouse.storage.store import Store

    made = back_up(Store(context.store), path)
    context.say(f"{made.files} files, {made.size / 1e6:.1f} MB in {made.path}, each read to its last row")


@command("dateline forget wire-0307-fire --store news")
@takes_settings()
@click.argument("article")
def forget(context: CommandContext, article: str) -> None:
    """Remove an article and everything that came of it from every file; it does not come back with the next run."""
    from datetime import UTC, datetime

    from flows.orchestration.server import serving
    from warehouse.forget import forget as forget_article
    from warehouse.storage.store import Store

    if serving(context.store):
        raise DatelineError(f"{context.store}: dateline serve is running for it: stop that first, then forget")
    gone = forget_article(Store(context.store), article, datetime.now(UTC))
    decided = f", its words taken out of {gone.decisions} decisions" if gone.decisions else ""
    context.say(
        f"{gone.article_id} is forgotten with its {gone.mentions} mentions: {len(gone.rewritten)} files written anew,"
        f" {len(gone.removed)} removed{decided}; the next run makes report and page again"
    )


@command("dateline diff 3 5 --store news")
@takes_settings()
@click.argument("before", type=int, metavar="N")
@click.argument("after", type=int, metavar="M")
@takes_format
def diff(context: CommandContext, before: int, after: int, form: str) -> None:
    """Say what changed between two published versions, and why; and what became of the stories."""
    from flows.outputs.change_lines import change_lines, story_lines
    from warehouse.publication.diff import diff as compare
    from warehouse.publication.story_changes import story_diff
    from warehouse.storage.store import Store

    changes = compare(Store(context.store), before, after)
    stories = story_diff(Store(context.store), before, after)
    if form == "table":
        for line in (*change_lines(changes), *story_lines(stories)):
            click.echo(line)
        return
    columns = ("change", "event_id", "title", "edtf_before", "edtf_after", "what", "because")
    rows = [tuple(getattr(change, name) for name in columns) for change in changes]
    of_stories = [(f"story {s.change}", s.story_id, s.title, None, None, s.other_story_ids, ()) for s in stories]
    write_rows(form, columns, [*rows, *of_stories])
