"""Articles in, annotations out, chunk by chunk, one loaded model a process."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from duckdb import DuckDBPyConnection

from flows.runtime.chunks import Chunk, ChunkKind
from flows.runtime.context import RunContext
from transforms.annotate import Annotated, Annotator, annotation_version, parse_version
from transforms.language.parse import LanguageModel, Parse
from transforms.model import Article, Refusal
from transforms.readers.reasons import fault
from transforms.rules.files import use_own_rules
from transforms.writers.pieces import cut
from warehouse.intake.annotations import (
    AnnotationBatch,
    Shapes,
    annotation_batch,
    annotation_hashes,
    load_batch,
    shapes,
)
from warehouse.intake.articles import annotated_by, articles, pending
from warehouse.storage.kept_parses import KeptParses, drop_parses, kept_parses
from warehouse.storage.run_log import quarantine

WARMING_UP = "Two people said on Monday that it had begun in Lima in 2020."
LOOKUP = 256
"""Articles taken out of the warehouse at a time."""


@dataclass(frozen=True, slots=True)
class GivenChunk:
    """Articles to be annotated, with what the store knows of them."""

    articles: tuple[Article, ...]
    parses: dict[str, bytes]
    """Kept parses by article."""
    hashes: dict[str, str]
    """Hashes of the rows that are there, by article."""


@dataclass(frozen=True, slots=True)
class AnnotatedChunk:
    """What comes of a chunk of articles."""

    batch: AnnotationBatch
    refused: tuple[Refusal, ...]
    parses: dict[str, bytes]
    """Parses that were made, by their articles' texts."""


ARTICLES: ChunkKind[GivenChunk] = ChunkKind("articles")
ANNOTATED: ChunkKind[AnnotatedChunk] = ChunkKind("annotated")


@dataclass(frozen=True, slots=True)
class AnnotationOptions:
    """How to annotate: what an annotator is made of."""

    model: str
    only_times: bool = False
    assume_reporting_day: bool = False
    rules: Path | None = None
    """The user's folder of rules, beside our own."""
    keep_parse: bool = False
    """Whether parses that were made come with the annotations."""


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
    made = _unread_annotator(options)
    # Rules are read when first used: a mistake in one is to end the run here, and not to look like an article's fault.
    list(made.annotate([Article("", WARMING_UP, language=language) for language in (*made.models, None)]))
    return made


@lru_cache(maxsize=1)
def _unread_annotator(options: AnnotationOptions) -> Annotator:
    """Return an annotator that loads its model when the first text is parsed, and its rules as they are used."""
    models: dict[str, LanguageModel] = {}
    if not options.only_times:
        card = installed_model(options.model)
        model = LateModel(options.model, card) if card else _loaded(options.model)
        models[model.language] = model
    return Annotator(models, assume_reporting_day=options.assume_reporting_day, keep_parse=options.keep_parse)


def _loaded(name: str) -> LanguageModel:
    from transforms.language.spacy_model import load_model  # brings spaCy, which takes a second

    return load_model(name)


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """What an installed model says of itself: enough to know whether articles were annotated with it."""

    language: str
    name: str
    version: str


class LateModel:
    """An installed model that is loaded when it has a text to parse: where every parse is kept, never."""

    def __init__(self, package: str, card: InstalledModel) -> None:
        """Stand for a package's model."""
        self.language, self.name, self.version = card.language, card.name, card.version
        self._package = package
        self._model: LanguageModel | None = None

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        """Parse each text, in order."""
        self._model = self._model or _loaded(self._package)
        return self._model.parse(texts)


@cache
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


def annotate_articles(
    options: AnnotationOptions, chunk: Sequence[Article], kept: Mapping[str, bytes] = MappingProxyType({})
) -> Iterator[Annotated | Refusal]:
    """Return an annotation for each article, in order, or a refusal for one on which a rule fails.

    `kept` are packed parses by article; where they are all there, no model is loaded.
    """
    is_kept = bool(kept) and all(a.article_id in kept or not has_events(options, a.language or "") for a in chunk)
    ready = _unread_annotator(options) if is_kept else annotator(options)
    try:
        yield from list(ready.annotate(chunk, kept))
    except Exception:  # one article's fault must cost that article alone: find it, and let the others through
        for article in chunk:
            yield _alone(ready, article, kept)


def _alone(ready: Annotator, article: Article, kept: Mapping[str, bytes]) -> Annotated | Refusal:
    try:
        return next(ready.annotate([article], kept))
    except Exception as error:  # becomes a row of the quarantine that names the article
        return fault("annotate", article.article_id, error)


def annotate_chunk(options: AnnotationOptions, wanted: Shapes, chunk: Chunk[GivenChunk]) -> Chunk[AnnotatedChunk]:
    """Annotate a chunk of articles into a chunk of rows, refusals and parses."""
    use_own_rules(options.rules)
    given = chunk.read()
    found = list(annotate_articles(options, given.articles, given.parses))
    annotated = [item for item in found if isinstance(item, Annotated)]
    refused = tuple(item for item in found if isinstance(item, Refusal))
    parses = {one.annotation.article.text: one.parse for one in annotated if one.parse is not None}
    batch = annotation_batch(annotated, wanted, given.hashes)
    return chunk.replace(ANNOTATED, AnnotatedChunk(batch, refused, parses))


@dataclass(frozen=True, slots=True)
class AnnotationResult:
    """How annotating went."""

    refused: int
    notes: tuple[str, ...]
    """What became of kept parses that could not be used, a line each."""


def annotate_pending(run: RunContext, options: AnnotationOptions, *, anew: bool = False) -> AnnotationResult:
    """Annotate the articles that are new, changed, or were annotated by other rules.

    `anew` writes the rows of every one of them, those too that come out as they were.
    """
    version = rules_version(options)
    waiting = pending(run.con, version)
    run.progress.begin("annotate", len(waiting))
    if not options.keep_parse:
        drop_parses(run.store.parses)
    if not waiting:
        return AnnotationResult(0, ())

    def chunks(kept: KeptParses | None) -> Iterator[Chunk[GivenChunk]]:
        batches = (waiting[i : i + LOOKUP] for i in range(0, len(waiting), LOOKUP))
        texts = chain.from_iterable(articles(run.con, batch) for batch in batches)
        for number, piece in enumerate(cut(texts, lambda article: len(article.text), run.chunk_bytes)):
            hashes = {} if anew else annotation_hashes(run.con, [a.article_id for a in piece])
            parses = kept.of({a.article_id: a.text for a in piece}) if kept else {}
            yield ARTICLES.write(run.work, number, GivenChunk(piece, parses, hashes))

    refused = 0
    with kept_parses(run.store, _parse_version(options)) if options.keep_parse else nullcontext() as kept:
        for chunk in run.engine.map("annotate", partial(annotate_chunk, options, shapes(run.con)), chunks(kept)):
            made = chunk.take()
            load_batch(run.con, run.run_id, version, made.batch)
            if kept:
                kept.keep(made.parses)
            refused += quarantine(run.con, run.run_id, made.refused, run.now)
            run.progress.advance(made.batch.articles.num_rows + len(made.batch.same) + len(made.refused))
        return AnnotationResult(refused, tuple(kept.notes) if kept else ())


def _parse_version(options: AnnotationOptions) -> str:
    card = installed_model(options.model)
    return parse_version([card] if card else annotator(options).models.values())
