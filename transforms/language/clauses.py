"""How clauses hang together in a dependency parse: extents, subjects, complements.

Labels are those of spaCy's English pipelines (ClearNLP).  All functions take token indices of one parse.
"""

from __future__ import annotations

from collections.abc import Iterator

from transforms.language.closed_class import closed_class
from transforms.language.parse import Parse, Token
from transforms.model import Span

QUESTION_WORDS = frozenset({"WDT", "WP", "WP$", "WRB"})
"""Tags of what, who, whose, how, why and where."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_MANY = 32
_DEFINITE = closed_class("definite")


class Clauses:
    """One parse with the extent of every subtree, computed once in linear time."""

    __slots__ = ("_by_label", "children", "left", "parse", "right", "tokens")

    def __init__(self, parse: Parse) -> None:
        """Prepare a parse; `left[i]` and `right[i]` are the first and last token of the subtree of `i`."""
        self.parse = parse
        self.tokens = parse.tokens
        self.children = parse.children
        self._by_label: dict[int, dict[str, list[int]]] = {}
        count = len(parse.tokens)
        self.left = list(range(count))
        self.right = list(range(count))
        for sentence in parse.sentences:
            order = self._downwards(sentence.first, sentence.last)
            for i in reversed(order):
                head = parse.tokens[i].head
                if head != i:
                    self.left[head] = min(self.left[head], self.left[i])
                    self.right[head] = max(self.right[head], self.right[i])

    def _downwards(self, first: int, last: int) -> list[int]:
        """Return the tokens of a sentence, every head before its children."""
        order = [i for i in range(first, last) if self.tokens[i].head == i]
        for i in order:
            order.extend(self.children[i])
        return order

    def span(self, i: int) -> Span:
        """Return the characters from the first to the last word of a token's subtree."""
        return self.between(self.left[i], self.right[i])

    def between(self, first: int, last: int) -> Span:
        """Return the characters from one token to another, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def child(self, i: int, *labels: str) -> int | None:
        """Return the first child with one of the labels."""
        return next(self.childs(i, *labels), None)

    def childs(self, i: int, *labels: str) -> Iterator[int]:
        """All children with one of the labels, in text order."""
        children = self.children[i]
        if len(children) > _MANY:
            # A word with thousands of children is asked once for each of them: sort them by label once.
            index = self._by_label.get(i)
            if index is None:
                index = self._by_label[i] = {}
                for c in children:
                    index.setdefault(self.tokens[c].dep, []).append(c)
            return iter(sorted(c for label in labels for c in index.get(label, ())))
        return (c for c in children if self.tokens[c].dep in labels)

    def ancestors(self, i: int) -> Iterator[int]:
        """Return the tokens above one, nearest first."""
        while (head := self.tokens[i].head) != i:
            yield head
            i = head

    def particle(self, i: int) -> int | None:
        """Return the particle of a verb: "out" in "laid out the plan", or "forward" and the like right after it."""
        for c in self.children[i]:
            dep = self.tokens[c].dep
            if c > i and (dep == "prt" or (dep == "advmod" and c == i + 1)):
                return c
        return None

    def is_definite(self, i: int) -> bool:
        """True if a noun phrase names something known: "the …", "his …", "that …", a proper name, a pronoun."""
        tokens = self.tokens
        if tokens[i].tag in ("NNP", "NNPS", "PRP"):
            return True
        return any(
            tokens[c].dep == "poss" or (tokens[c].dep == "det" and tokens[c].text.lower() in _DEFINITE)
            for c in self.children[i]
        )

    def is_infinitive(self, i: int) -> bool:
        """True if a verb has its own "to"."""
        return any(self.tokens[c].tag == "TO" and self.tokens[c].dep == "aux" for c in self.children[i])

    def is_finite(self, i: int) -> bool:
        """True if a verb stands in a tensed clause: it is tensed itself, or has a tensed or modal auxiliary."""
        tokens = self.tokens
        if tokens[i].tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
        return any(
            tokens[c].dep in ("aux", "auxpass") and tokens[c].tag in ("MD", "VBD", "VBZ", "VBP")
            for c in self.children[i]
        )

    def subject(self, i: int) -> int | None:
        """Who does what a verb says: its own subject, else that of the verb it is joined to or governed by.

        A participle or an infinitive takes the subject of the clause it belongs to; a participle after a noun takes
        the noun; a relative clause takes what "who" stands for.
        """
        tokens = self.tokens
        seen = 0
        while seen < 8:
            seen += 1
            # Of two (a dateline's town may pass for one), the subject is the one nearer to its verb.
            own = max(self.childs(i, "nsubj", "nsubjpass"), key=lambda c: (c < i, c), default=None)
            if own is not None:
                if tokens[own].tag in ("WP", "WDT") and tokens[i].dep == "relcl":
                    return tokens[i].head
                return own
            head, dep = tokens[i].head, tokens[i].dep
            if head == i:
                return None
            if dep == "acl":
                return head if tokens[i].tag == "VBG" else None
            if dep == "relcl" or (dep in ("advcl", "ccomp") and self.is_finite(i)):
                return None
            if dep not in ("conj", "xcomp", "advcl", "ccomp", "dep", "pcomp", "prep", "aux", "auxpass"):
                return None
            i = head
        return None

    def agent(self, i: int) -> int | None:
        """Return the noun after "by" of a passive verb."""
        by = self.child(i, "agent")
        return None if by is None else self.child(by, "pobj")

    def has_word(self, i: int, words: frozenset[str], *labels: str) -> int | None:
        """Return the first child, with one of the labels if any are given, whose lower-case text is among the words."""
        for c in self.children[i]:
            token: Token = self.tokens[c]
            if token.text.lower() in words and (not labels or token.dep in labels):
                return c
        return None
