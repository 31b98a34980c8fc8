"""The functions: each imports what it needs when it is called, so that `import dateline` costs next to nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from dateline.values import Annotation, Explanation, Reading, TimeExpression

if TYPE_CHECKING:
    from flows.explain.tree import Fact
    from flows.receipt import Receipt
    from flows.stages.annotate import AnnotationOptions
    from transforms.model import Article

Published = date | datetime | str | None


def find_times(
    text: str, published: Published = None, language: str | None = None, *, rules: str | Path | None = None
) -> tuple[TimeExpression, ...]:
    """Return the expressions of time in a text, in order, never overlapping.

    Args:
        text: what to read.
        published: the day that "today" and "last Friday" are reckoned from; without it they stay open.
        language: the language's code (`en`, `es`, `de`, or any other for its explicit dates alone); detected where it
            is not given, and taken to be English where the text is too short for that.
        rules: a folder with rule files of your own, beside ours.

    Raises:
        RuleError: where a rule file is not sound, naming file and line.
        ValueError: where `published` is no date.
    """
    from dateline.records import time_of
    from transforms import times
    from transforms.rules.files import use_own_rules
    from transforms.writers.annotation_json import time_record

    use_own_rules(Path(rules) if rules is not None else None)
    return tuple(time_of(time_record(found)) for found in times.find_times(_article(text, published, language)))


@overload
def annotate(  # type: ignore[overload-overlap] # a text is one article, not many of one letter
    text_or_article: str | Article,
    *,
    published: Published = None,
    language: str | None = None,
    model: str | None = None,
    assume_reporting_day: bool = False,
    rules: str | Path | None = None,
) -> Annotation: ...


@overload
def annotate(
    text_or_article: Iterable[str | Article],
    *,
    published: Published = None,
    language: str | None = None,
    model: str | None = None,
    assume_reporting_day: bool = False,
    rules: str | Path | None = None,
) -> tuple[Annotation, ...]: ...


def annotate(
    text_or_article: str | Article | Iterable[str | Article],
    *,
    published: Published = None,
    language: str | None = None,
    model: str | None = None,
    assume_reporting_day: bool = False,
    rules: str | Path | None = None,
) -> Annotation | tuple[Annotation, ...]:
    """Return what is found in an article: times, events, and who says what.

    Of several articles, given in one call, the mentions of one happening share their `event`.

    Args:
        text_or_article: a text, an article (of `read`, or your own), or several of them.
        published: when a text was published; an article knows it.
        language: the language of a text; detected where it is not given.
        model: the spaCy pipeline for English, where it is not the usual one.
        assume_reporting_day: date what was said in news, in the article's own voice, to the publication day.
        rules: a folder with rule files of your own, beside ours.

    Raises:
        DatelineError: where an article cannot be annotated.
        ModelMissingError: where the language model is not installed.
        ValueError: where `published` is no date.
    """
    from transforms.model import Article

    options = _options(model, assume_reporting_day, rules)
    if isinstance(text_or_article, str | Article):
        (annotation,) = _annotated([_of(text_or_article, published, language)], options)
        return annotation
    articles = [_of(item, published, language, number) for number, item in enumerate(text_or_article, 1)]
    return tuple(_annotated(articles, options))


def read(
    source: str | Path, *, published: Published = None, language: str | None = None, site: str | None = None
) -> Reading:
    """Return the articles of a source: a file, a folder, an archive, a manifest, an address or a feed.

    Args:
        source: as `dateline run` takes it.
        published: when all of them were published, where they do not say.
        language: the language of all of them.
        site: the outlet of all of them.
    """
    from contextlib import closing

    from flows.settings import FetchSettings, ReadSettings, SourceSettings
    from flows.sources.lazy_web import LazyWeb
    from flows.stages.ingest import MEGABYTE, open_snapshots, read_snapshot
    from transforms.model import Refusal

    settings = ReadSettings()
    named = SourceSettings(location=str(source), language=language or "", site=site or "")
    day = published.isoformat() if isinstance(published, date) else published
    articles: list[Article] = []
    refusals: list[Refusal] = []
    with closing(LazyWeb(FetchSettings(), settings.max_megabytes * MEGABYTE)) as web:
        for item in open_snapshots(named, settings, datetime.now(UTC), web, day):
            if isinstance(item, Refusal):
                refusals.append(item)
            else:
                found, refused = read_snapshot(item)
                articles += found
                refusals += refused
    return Reading(tuple(articles), tuple(refusals))


def run(
    sources: Sequence[str | Path] = (),
    *,
    store: str | Path | None = None,
    config: str | Path | None = None,
    workers: int = 1,
    settings: Mapping[str, Any] | None = None,
) -> Receipt:
    """Carry out the whole job, without Prefect, and return its receipt: read, annotate, merge, check, publish.

    The settings are those of the command: the defaults, `dateline.toml`, variables of the environment, then what is
    given here.

    Args:
        sources: what to read; the sources of `dateline.toml` where none is named.
        store: the folder that holds everything.
        config: the settings' file; `./dateline.toml` where there is one.
        workers: processes that read and annotate.  More than one needs the usual guard in a script:
            `if __name__ == "__main__":`.
        settings: other settings by dotted name, as `{"annotate.assume_reporting_day": True}`.

    Raises:
        GateClosedError: where a critical check failed and nothing was published; it carries the receipt.
        DatelineError: where a setting cannot be, or nothing could be read.
    """
    from flows.direct import run_direct
    from flows.errors import DatelineError
    from flows.settings.load import configure

    flags: dict[str, object] = {"quiet": True, "run.workers": workers, **(settings or {})}
    flags |= {"store": Path(store)} if store is not None else {}
    found = configure(os.environ, flags, Path(config) if config is not None else None).settings
    if not sources and not found.source:
        raise DatelineError("nothing to read: name a source, or add a [[source]] to dateline.toml")
    return run_direct(found, [str(source) for source in sources])


def explain(
    id_or_sentence: str,
    *,
    published: Published = None,
    language: str | None = "en",
    store: str | Path | None = None,
    rules: str | Path | None = None,
) -> Explanation:
    """Return why a date is what it is: the chain from the words to the date.

    Args:
        id_or_sentence: a sentence; or, with a store, the id of an event, a mention, a time expression or an article,
            or the beginning of one.
        published: when the sentence was published.
        language: the sentence's language.
        store: where the id is looked up.
        rules: a folder with rule files of your own, beside ours.

    Raises:
        WarehouseError: where nothing is published, or nothing has that id.
        ModelMissingError: where the language model is not installed.
        ValueError: where `published` is no date.
    """
    if store is None:
        from flows.explain.sentence import explain_text

        return _explanation(explain_text(_article(id_or_sentence, published, language), _options(None, False, rules)))
    from flows.explain.stored import explain_id
    from warehouse.storage.connect import open_reader
    from warehouse.storage.store import Store

    with open_reader(Store(Path(store))) as con:
        return _explanation(explain_id(con, id_or_sentence))


def _annotated(articles: Sequence[Article], options: AnnotationOptions) -> Iterable[Annotation]:
    from dateline.records import annotation_of
    from flows.cli.annotate_sources import records
    from flows.errors import DatelineError
    from flows.stages.annotate import annotate_articles
    from transforms.model import Refusal

    def refuse(refusal: Refusal) -> None:
        raise DatelineError(f"{refusal.location}: {refusal.reason_code}: {refusal.detail}")

    found = annotate_articles(options, articles)
    made = records(iter(found), joined=True, refused=refuse)
    return [annotation_of(article, record) for article, record in zip(articles, made, strict=True)]


def _options(model: str | None, assume_reporting_day: bool, rules: str | Path | None) -> AnnotationOptions:
    from flows.settings import AnnotateSettings
    from flows.stages.annotate import AnnotationOptions

    own = Path(rules) if rules is not None else None
    return AnnotationOptions(model or AnnotateSettings().model, assume_reporting_day=assume_reporting_day, rules=own)


def _of(item: str | Article, published: Published, language: str | None, number: int = 1) -> Article:
    return _article(item, published, language, number) if isinstance(item, str) else item


def _article(text: str, published: Published, language: str | None, number: int = 1) -> Article:
    from transforms.language.detection import detect_language
    from transforms.model import Article

    day, moment = _day(published)
    code = detect_language(text, language)[0] if language is None else language
    return Article(f"text-{number}", text, language=code or "en", published=day, published_at=moment)


def _day(published: Published) -> tuple[date | None, str | None]:
    """Return the day, and the moment where one is given."""
    if isinstance(published, str):
        published = datetime.fromisoformat(published) if len(published) > 10 else date.fromisoformat(published)
    if isinstance(published, datetime):
        return published.date(), published.isoformat()
    return published, None


def _explanation(fact: Fact) -> Explanation:
    return Explanation(fact.text, tuple(map(_explanation, fact.because)))
