"""The titles of invented sentences, against those that an editor would give."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from transforms import times
from transforms.annotate import annotate_parsed
from transforms.model import Article
from transforms.titles.article import article_titles

CORPUS = tomllib.loads((Path(__file__).parents[2] / "corpus" / "titles.toml").read_text(encoding="utf-8"))
ROWS = [(kind, *row) for kind, table in CORPUS.items() for row in table["whole"]]
_BRACKETS = re.compile(r"\[([^\]]+)\]")


def titled(text: str, parse, title: str | None = None) -> str:
    """The title of the mention in brackets."""
    found = _BRACKETS.search(text)
    assert found
    plain = text[: found.start()] + found[1] + text[found.end() :]
    article = Article("a", plain, title=title, language="en")
    annotation = annotate_parsed(article, parse(plain), times.find_times(article)).annotation
    titles = article_titles(annotation, parse(plain))
    at = {e.mention.trigger.start: t for e, t in zip(annotation.events, titles, strict=True)}
    assert found.start() in at, "no mention there"
    return at[found.start()].text


@pytest.mark.parametrize(("kind", "text", "title"), ROWS)
def test_title(kind, text, title, parse):
    assert titled(text, parse) in ([title] if isinstance(title, str) else title)
