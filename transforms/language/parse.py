"""The language layer: sentences, tokens, tags, a dependency parse and names, behind one small protocol.

A language is a model that gives these values plus folders of rules; nothing downstream knows which parser made them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple, Protocol


class Token(NamedTuple):
    """One token, the `i`-th of its parse; `head` is the index of its head among the parse's tokens, a root's its own.

    `tag` is the treebank's own fine tag (Penn for English), `pos` the universal part of speech, `dep` the model's
    dependency label, `entity` the name type ("PERSON", "GPE", …) or "".
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    entity: str
    entity_start: bool
    sentence: int


class Sentence(NamedTuple):
    """Code points and tokens of one sentence, both half-open."""

    i: int
    start: int
    end: int
    first: int
    last: int


class Parse(NamedTuple):
    """One text with its tokens, sentences and the children of every token, in text order."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    children: tuple[tuple[int, ...], ...]


def parse_of(text: str, tokens: tuple[Token, ...]) -> Parse:
    """Return the parse that these tokens make: their sentences and the children of each follow from them."""
    children: list[list[int]] = [[] for _ in tokens]
    firsts: list[int] = []
    for i, token in enumerate(tokens):
        head = token.head
        if head != i:
            children[head].append(i)
        if token.sentence == len(firsts):
            firsts.append(i)
    sentences = tuple(
        Sentence(i, tokens[first].start, tokens[last - 1].end, first, last)
        for i, (first, last) in enumerate(pairwise([*firsts, len(tokens)]))
    )
    return Parse(text, tokens, sentences, tuple(map(tuple, children)))


class ModelCard(Protocol):
    """What a model says of itself: enough to know whether articles were annotated with it."""

    @property
    def language(self) -> str:
        """The code of its language."""
        ...

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def version(self) -> str:
        """Its version."""
        ...


class LanguageModel(ModelCard, Protocol):
    """A parser for one language."""

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        """Parse each text, in order; batches inside are the model's business."""
        ...
