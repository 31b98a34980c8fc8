"""`explain`: why a date is what it is."""

from __future__ import annotations

from datetime import date

import click

from flows.cli.options import CommandContext, Day, command, takes_settings


@command('dateline explain "The court ruled last Friday." --published 2025-01-13')
@takes_settings(model="annotate.model", assume_reporting_day="annotate.assume_reporting_day")
@click.argument("asked", metavar='ID|"A SENTENCE"')
@click.option("--published", type=Day(), metavar="DATE", help="When the sentence was published.")
@click.option("--language", default="en", show_default=True, metavar="TAG", help="The sentence's language.")
@click.option("--assume-reporting-day", is_flag=True, default=None, help="Date what was said to the publication day.")
@click.option("--model", metavar="NAME", help="The spaCy pipeline for English.")
def explain(context: CommandContext, asked: str, published: date | None, language: str) -> None:
    """Say why: the chain from the words to the date, one fact a line.

    An ID is that of an event, a mention, a time expression, an article or a story, or the beginning of one.  Anything
    with a space in it is a sentence.
    """
    from flows.explain.tree import drawn

    if any(letter.isspace() for letter in asked.strip()):
        from flows.explain.sentence import explain_text
        from flows.stages.annotate import AnnotationOptions
        from transforms.model import Article

        settings = context.settings.annotate
        own = context.settings.rules.folder
        options = AnnotationOptions(settings.model, assume_reporting_day=settings.assume_reporting_day, rules=own)
        tree = explain_text(Article("sentence", asked, language=language, published=published), options)
    else:
        from flows.explain.stored import explain_id
        from warehouse.storage.connect import open_reader
        from warehouse.storage.store import Store

        with open_reader(Store(context.store)) as con:
            tree = explain_id(con, asked)
    for line in drawn(tree):
        click.echo(line)
