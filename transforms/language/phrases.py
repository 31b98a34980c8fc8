"""Noun phrases over a dependency parse: which words belong to a head, and where its clause ends."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.language.parse import Parse, Token
from transforms.model import Span

CLAUSAL = frozenset({"relcl", "advcl", "ccomp", "acl", "xcomp", "csubj", "csubjpass", "parataxis", "pcomp"})
"""Labels under which another clause begins."""
PARTS = ("compound", "amod", "nmod")
"""Labels of words in front of a noun that say which one it is."""
_BESIDES = CLAUSAL | {"appos", "cc", "conj", "punct", "prep", "preconj", "intj", "mark", "advmod", "dep"}
"""Labels whose words are no part of a noun phrase's short form."""
MOST = 200
"""Words of one phrase, and children of one word, that are looked at: what has more is not prose."""
_COORDINATED = 30
_FRONT = frozenset({"det", "punct", "case", "predet"})


def subtree(parse: Parse, root: int, *, leave: frozenset[str] = frozenset()) -> list[int]:
    """Return the token and everything below it, in text order, without subtrees under one of the labels in `leave`."""
    found: list[int] = []
    todo = [root]
    while todo and len(found) < MOST:
        i = todo.pop()
        found.append(i)
        todo.extend(c for c in parse.children[i][:MOST] if parse.tokens[c].dep not in leave)
    return sorted(found)


def phrase(parse: Parse, head: int) -> Span:
    """Return the noun phrase of a head, without article, clauses, appositions and prepositional phrases."""
    tokens = parse.tokens
    words = {head}
    for child in parse.children[head][:MOST]:
        if tokens[child].dep not in _BESIDES and child < head:
            words.update(i for i in subtree(parse, child) if i < head)
    first = head
    while first - 1 in words:
        first -= 1
    while first < head and tokens[first].dep in _FRONT and tokens[first].head == head:
        first += 1
    return Span(tokens[first].start, tokens[head].end)


def conjuncts(parse: Parse, head: int) -> Iterator[int]:
    """Return the head and the words coordinated with it."""
    todo, count = [head], 0
    while todo and count < _COORDINATED:
        i = todo.pop()
        yield i
        count += 1
        todo.extend(c for c in parse.children[i][:MOST] if parse.tokens[c].dep == "conj")


def ancestors(parse: Parse, i: int) -> Iterator[int]:
    """Return the tokens that govern a token, nearest first, up to the root, even if the parse has a cycle."""
    for _ in range(len(parse.tokens)):
        up = parse.tokens[i].head
        if up == i:
            return
        yield up
        i = up


def child(parse: Parse, i: int, *labels: str) -> int | None:
    """Return the first child under one of the labels."""
    return next((c for c in parse.children[i][:MOST] if parse.tokens[c].dep in labels), None)


def is_verb(token: Token) -> bool:
    """True if the token is tagged as a verb."""
    return token.pos in ("VERB", "AUX")
