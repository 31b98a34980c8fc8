"""Articles in, annotations out, chunk by chunk, one loaded model a process."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import cast

from duckdb import DuckDBPyConnection

from flows.runtime.chunks import cut, get, put, take
from flows.runtime.engine import Ground
from transforms.annotate import Annotated, Annotator
from transforms.language.parse import LanguageModel
from transforms.model import Article, Refusal
from transforms.readers.reasons import fault
from transforms.rules.files import use_own_rules
from warehouse.intake.annotations import Shapes, arriving, load_arriving, shapes
from warehouse.intake.articles import annotated_by, articles, pending
from warehouse.storage.run_log import quarantine

WARMING_UP = "Two people said on Monday that it had begun in Lima in 2020."
LOOKUP = 256
"""Articles taken out of the warehouse at a time."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How to annotate: what an annotator is made of."""

    model: str
    only_times: bool = False
    assume_reporting_day: bool = False
    rules: Path | None = None
    """The user's folder of rules, beside our own."""


def annotator(manner: Manner) -> Annotator:
    """Return the annotator of this process: loading a model takes a second.

    Raises:
        ModelMissingError: where the model is not installed.
        ValueError: where a file of rules has a mistake, naming file and line.
    """
    use_own_rules(manner.rules)
    return _annotator(manner)


@lru_cache(maxsize=1)
def _annotator(manner: Manner) -> Annotator:
    models: dict[str, LanguageModel] = {}
    if not manner.only_times:
        from transforms.language.spacy_model import load_model  # brings spaCy, which takes a second

        model = load_model(manner.model)
        models[model.language] = model
    made = Annotator(models, assume_reporting_day=manner.assume_reporting_day)
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
    """The card of an installed model, read without loading it; `None` where there is none of that name."""
    found = find_spec(name.replace("-", "_"))
    for folder in (found.submodule_search_locations or ()) if found else ():
        meta = json.loads((Path(folder) / "meta.json").read_text(encoding="utf-8"))
        return InstalledModel(meta["lang"], f"{meta['lang']}_{meta['name']}", str(meta["version"]))
    return None


def rules_version(manner: Manner) -> str:
    """What articles annotated in this manner carry as their `rules_version`; loads no model where its card is found."""
    use_own_rules(manner.rules)
    card = installed_model(manner.model)
    if card is None:
        return annotator(manner).version()
    models = {card.language: cast(LanguageModel, card)}
    return Annotator(models, assume_reporting_day=manner.assume_reporting_day).version()


def require_sound_rules(con: DuckDBPyConnection, manner: Manner) -> None:
    """Stop before anything is read where a model is missing or a rule file is wrong.

    Rules by which all that the store holds was annotated are sound.

    Raises:
        ModelMissingError: where the model is not installed.
        RuleError: where a rule file is not as it must be, naming file and line.
    """
    if not annotated_by(con, rules_version(manner)):
        from transforms.validate_rules import read_every_rule

        read_every_rule()


def has_events(manner: Manner, language: str) -> bool:
    """Whether events are found in articles of this language."""
    card = installed_model(manner.model)
    return language == card.language if card else annotator(manner).has_events(language)


def annotate_articles(manner: Manner, chunk: Sequence[Article]) -> Iterator[Annotated | Refusal]:
    """An annotation for each article, in order, or a refusal for one on which a rule fails."""
    ready = annotator(manner)
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


def annotate_chunk(manner: Manner, wanted: Shapes, path: Path) -> Path:
    """Annotate a chunk of articles into a chunk of rows and refusals."""
    found = list(annotate_articles(manner, get(path)))
    annotated = [item for item in found if isinstance(item, Annotated)]
    refused = [item for item in found if isinstance(item, Refusal)]
    result = put(path.with_name(path.name.replace("articles", "annotations")), (arriving(annotated, wanted), refused))
    path.unlink()
    return result


def annotate_pending(ground: Ground, manner: Manner) -> int:
    """Annotate the articles that are new, changed, or were annotated by other rules; gives how many were refused."""
    version = rules_version(manner)
    waiting = pending(ground.con, version)
    ground.progress.begin("annotate", len(waiting))

    def chunks() -> Iterator[Path]:
        batches = (waiting[i : i + LOOKUP] for i in range(0, len(waiting), LOOKUP))
        texts = chain.from_iterable(articles(ground.con, batch) for batch in batches)
        for nth, chunk in enumerate(cut(texts, lambda article: len(article.text), ground.chunk_bytes)):
            yield put(ground.work / f"articles-{nth:05}", chunk)

    refused = 0
    for path in ground.engine.map("annotate", partial(annotate_chunk, manner, shapes(ground.con)), chunks()):
        annotated, refusals = take(path)
        load_arriving(ground.con, ground.run_id, version, annotated)
        refused += quarantine(ground.con, ground.run_id, refusals, ground.now)
        ground.progress.advance(annotated.articles.num_rows + len(refusals))
    return refused
