"""Articles in, annotations out, chunk by chunk, one loaded model a process."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from flows.chunks import get, put
from flows.ingest import fault
from transforms.annotate import Annotated, Annotator
from transforms.language import LanguageModel
from transforms.model import Article, Refusal


@dataclass(frozen=True, slots=True)
class Manner:
    """How to annotate: what an annotator is made of."""

    model: str
    only_times: bool = False
    assume_reporting_day: bool = False


@lru_cache(maxsize=1)
def annotator(manner: Manner) -> Annotator:
    """The annotator of this process: loading a model takes a second.

    Raises:
        ModelMissingError: where the model is not installed.
    """
    models: dict[str, LanguageModel] = {}
    if not manner.only_times:
        from transforms.spacy_model import load_model  # brings spaCy, which takes a second

        model = load_model(manner.model)
        models[model.language] = model
    return Annotator(models, assume_reporting_day=manner.assume_reporting_day)


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
    card = installed_model(manner.model)
    if card is None:
        return annotator(manner).version()
    models = {card.language: cast(LanguageModel, card)}
    return Annotator(models, assume_reporting_day=manner.assume_reporting_day).version()


def annotate_articles(manner: Manner, articles: Sequence[Article]) -> Iterator[Annotated | Refusal]:
    """An annotation for each article, in order, or a refusal for one on which a rule fails."""
    try:
        yield from list(annotator(manner).annotate(articles))
    except Exception:  # one article's fault must cost that article alone: find it, and let the others through
        annotator(manner)
        for article in articles:
            yield _alone(manner, article)


def _alone(manner: Manner, article: Article) -> Annotated | Refusal:
    try:
        return next(annotator(manner).annotate([article]))
    except Exception as error:  # becomes a row of the quarantine that names the article
        return fault("annotate", article.article_id, error)


def annotate_chunk(manner: Manner, path: Path) -> Path:
    """Annotate a chunk of articles into a chunk of annotations and refusals."""
    found = list(annotate_articles(manner, get(path)))
    annotated = [item for item in found if isinstance(item, Annotated)]
    refused = [item for item in found if isinstance(item, Refusal)]
    result = put(path.with_name(path.name.replace("articles", "annotations")), (annotated, refused))
    path.unlink()
    return result
