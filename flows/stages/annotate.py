"""Articles in, annotations out, chunk by chunk, one loaded model a process."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from duckdb import DuckDBPyConnection

from flows.runtime.chunks import Chunk, ChunkKind, cut
from flows.runtime.context import RunContext
from transforms.annotate import Annotated, Annotator, annotation_version
from transforms.language.parse import LanguageModel
from transforms.model import Article, Refusal
from transforms.readers.reasons import fault
from transforms.rules.files import use_own_rules
from warehouse.intake.annotations import AnnotationBatch, Shapes, annotation_batch, load_batch, shapes
from warehouse.intake.articles import annotated_by, articles, pending
from warehouse.storage.run_log import quarantine

WARMING_UP = "Two people said on Monday that it had begun in Lima in 2020."
LOOKUP = 256
"""Articles taken out of the warehouse at a time."""


AnnotatedChunk = tuple[AnnotationBatch, tuple[Refusal, ...]]
ARTICLES: ChunkKind[tuple[Article, ...]] = ChunkKind("articles")
ANNOTATED: ChunkKind[AnnotatedChunk] = ChunkKind("annotated")


@dataclass(frozen=True, slots=True)
class AnnotationOptions:
    """How to annotate: what an annotator is made of."""

    model: str
    only_times: bool = False
    assume_reporting_day: bool = False
    rules: Path | None = None
    """The user's folder of rules, beside our own."""


def annotator(options: AnnotationOptions) -> Annotator:
    """Return the annotator of this process: loading a model takes a second.

    Raises:
        ModelMissingError: where the model is not installed.
        ValueError: where a file of rules has a mistake, naming file and line.
    """
    use_own_rules(options.rules)
    return _annotator(options)


@lru_cache(maxsize=1)
def _annotator(options: AnnotationOptions) -> Annotator:
    models: dict[str, LanguageModel] = {}
    if not options.only_times:
        from transforms.language.spacy_model import load_model  # brings spaCy, which takes a second

        model = load_model(options.model)
        models[model.language] = model
    made = Annotator(models, assume_reporting_day=options.assume_reporting_day)
    # Rules are read when first used: a mistake in one is to end the run here, and not to look like an article's fault.
    list(made.annotate([Article("", WARMING_UP, language=language) for language in (*models, None)]))
    return made


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """What an installed model says of itself: enough to know whether articles were annotated with it."""

    language: str
    name: str
    version: str


def installed_model(name: str) -> InstalledModel | None:
    """Return the card of an installed model without loading it; `None` if no model of that name is installed."""
    found = find_spec(name.replace("-", "_"))
    for folder in (found.submodule_search_locations or ()) if found else ():
        meta = json.loads((Path(folder) / "meta.json").read_text(encoding="utf-8"))
        return InstalledModel(meta["lang"], f"{meta['lang']}_{meta['name']}", str(meta["version"]))
    return None


def rules_version(options: AnnotationOptions) -> str:
    """Return what articles annotated with these options carry as version; loads no model where its card is found."""
    use_own_rules(options.rules)
    card = installed_model(options.model)
    if card is None:
        return annotator(options).version()
    return annotation_version([card], assume_reporting_day=options.assume_reporting_day)


def require_sound_rules(con: DuckDBPyConnection, options: AnnotationOptions) -> None:
    """Stop before anything is read where a model is missing or a rule file is wrong.

    Rules by which all that the store holds was annotated are sound.

    Raises:
        ModelMissingError: where the model is not installed.
        RuleError: where a rule file is not as it must be, naming file and line.
    """
    if not annotated_by(con, rules_version(options)):
        from transforms.validate_rules import read_every_rule

        read_every_rule()


def has_events(options: AnnotationOptions, language: str) -> bool:
    """True if events are found in articles of this language."""
    card = installed_model(options.model)
    return language == card.language if card else annotator(options).has_events(language)


def annotate_articles(options: AnnotationOptions, chunk: Sequence[Article]) -> Iterator[Annotated | Refusal]:
    """Return an annotation for each article, in order, or a refusal for one on which a rule fails."""
    ready = annotator(options)
    try:
        yield from list(ready.annotate(chunk))
    except Exception:  # one article's fault must cost that article alone: find it, and let the others through
        for article in chunk:
            yield _alone(ready, article)


def _alone(ready: Annotator, article: Article) -> Annotated | Refusal:
    try:
        return next(ready.annotate([article]))
    except Exception as error:  # becomes a row of the quarantine that names the article
        return fault("annotate", article.article_id, error)


def annotate_chunk(
    options: AnnotationOptions, wanted: Shapes, chunk: Chunk[tuple[Article, ...]]
) -> Chunk[AnnotatedChunk]:
    """Annotate a chunk of articles into a chunk of rows and refusals."""
    found = list(annotate_articles(options, chunk.read()))
    annotated = [item for item in found if isinstance(item, Annotated)]
    refused = tuple(item for item in found if isinstance(item, Refusal))
    return chunk.replace(ANNOTATED, (annotation_batch(annotated, wanted), refused))


def annotate_pending(run: RunContext, options: AnnotationOptions) -> int:
    """Annotate the articles that are new, changed, or were annotated by other rules; return how many were refused."""
    version = rules_version(options)
    waiting = pending(run.con, version)
    run.progress.begin("annotate", len(waiting))

    def chunks() -> Iterator[Chunk[tuple[Article, ...]]]:
        batches = (waiting[i : i + LOOKUP] for i in range(0, len(waiting), LOOKUP))
        texts = chain.from_iterable(articles(run.con, batch) for batch in batches)
        for number, piece in enumerate(cut(texts, lambda article: len(article.text), run.chunk_bytes)):
            yield ARTICLES.write(run.work, number, piece)

    refused = 0
    for chunk in run.engine.map("annotate", partial(annotate_chunk, options, shapes(run.con)), chunks()):
        annotated, refusals = chunk.take()
        load_batch(run.con, run.run_id, version, annotated)
        refused += quarantine(run.con, run.run_id, refusals, run.now)
        run.progress.advance(annotated.articles.num_rows + len(refusals))
    return refused
