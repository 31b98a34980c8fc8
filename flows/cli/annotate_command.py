"""`annotate`: articles in, annotations out, no store."""

from __future__ import annotations

import gzip
import json
import sys
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

import click

from flows.cli.options import CommandContext, command, require_folder, takes_settings
from flows.errors import NothingReadError
from transforms.writers.wording.sanitize import escaped

if TYPE_CHECKING:
    from transforms.model import Refusal


@command("dateline annotate articles.jsonl.gz --only times > times.jsonl")
@takes_settings(workers="run.workers", model="annotate.model", assume_reporting_day="annotate.assume_reporting_day")
@click.argument("files", nargs=-1, required=True, metavar="FILE…|-")
@click.option("--published", metavar="DATE", help="When all of them were published, where they do not say.")
@click.option("--language", metavar="TAG", help="The language of all of them.")
@click.option("--only", type=click.Choice(["times"]), help="Expressions of time alone; streams.")
@click.option("--assume-reporting-day", is_flag=True, default=None, help="Date what was said to the publication day.")
@click.option("--model", metavar="NAME", help="The spaCy pipeline for English.")
@click.option("--workers", type=int, metavar="N", help="Processes; 0 is one for each core.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="A file; .gz is compressed.")
def annotate(
    context: CommandContext,
    files: tuple[str, ...],
    published: str | None,
    language: str | None,
    only: str | None,
    output: Path | None,
) -> None:
    """Annotate articles: one JSON line each, with times, events and who said what."""
    from flows.cli.annotate_sources import AnnotateRequest, annotate_sources, records
    from flows.runtime.worker_pool import WorkerPool
    from flows.settings import SourceSettings
    from flows.stages.annotate import AnnotationOptions

    if output:
        require_folder(output)
    settings = context.settings
    options = AnnotationOptions(
        settings.annotate.model, only == "times", settings.annotate.assume_reporting_day, settings.rules.folder
    )
    sources = [SourceSettings(location=file, language=language or "") for file in files]
    refused = 0

    def tell(refusal: Refusal) -> None:
        nonlocal refused
        refused += 1
        context.say(f"{refusal.location}: {refusal.reason_code}: {refusal.detail}; {refusal.remedy}")

    written = 0
    with WorkerPool(settings.run.workers) as pool, _output(output) as file:
        found = annotate_sources(settings, sources, AnnotateRequest(options, published), pool, now=datetime.now(UTC))
        for record in records(found, joined=only is None, refused=tell):
            file.write(escaped(json.dumps(record, ensure_ascii=False)) + "\n")
            written += 1
    if refused and not written:
        raise NothingReadError("nothing could be read")


def _output(path: Path | None) -> AbstractContextManager[IO[str]]:
    if path is None:
        return nullcontext(sys.stdout)
    if path.suffix == ".gz":
        return cast(IO[str], gzip.open(path, "wt", encoding="utf-8"))
    return path.open("w", encoding="utf-8")
