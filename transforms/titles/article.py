"""The titles of all mentions of an article, its own headline among them."""

from __future__ import annotations

from transforms.language.parse import Parse
from transforms.model import Annotation
from transforms.titles.headline import headline_of
from transforms.titles.title import Title, title_of
from transforms.titles.view import view_of


def article_titles(annotation: Annotation, parse: Parse) -> tuple[Title, ...]:
    """Return a title for each mention of an annotation, in its order; one of them may have the article's headline."""
    view = view_of(annotation, parse)
    titles = [title_of(view, event) for event in annotation.events]
    headline = headline_of(annotation, titles)
    if headline is not None:
        titles[headline[0]] = Title(headline[1], "headline")
    return tuple(titles)
