"""Who speaks: the words that name a source, its kind, and the name behind a pronoun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache

from transforms.language.clauses import Clauses
from transforms.language.closed_class import closed_class
from transforms.model import SourceKind, Span
from transforms.rules.cue_files import CueFile, read_cue_file
from transforms.rules.event_files import RULES

_TITLES = closed_class("courtesy_title")
_GENITIVES = frozenset({"'s", "’s", "'", "’"})
_NAMES = frozenset({"NNP", "NNPS"})
_DASHES = frozenset({"-", "–", "—", "--"})
_THINGS = closed_class("thing_pronoun")
_PERSONS = closed_class("person_pronoun")
_BACK = 2
"""How many sentences before a pronoun its name may stand."""


@cache
def _rules() -> CueFile:
    return read_cue_file(
        RULES / "sources.toml", known=frozenset({"kind", "words"}), required=frozenset({"kind", "words"})
    )


@cache
def kinds_of_nouns() -> Mapping[str, str]:
    """Return the kind of every noun in the rule file."""
    return {word: table["kind"] for _, table in _rules().tables for word in table["words"]}


def source_extent(clauses: Clauses, head: int, cue: int) -> Span:
    """Return the noun phrase of a source, on its own line, without trailing clauses.

    An apposition stays with its noun; where the phrase would reach across the cue, it ends before it.
    """
    first, last = clauses.left[head], clauses.right[head]
    tokens = clauses.tokens
    for child in clauses.children[head]:
        if child > head and tokens[child].dep in ("relcl", "advcl", "parataxis", "ccomp"):
            last = min(last, clauses.left[child] - 1)
            break
    if first <= cue <= last:
        if cue > head:
            last = cue - 1
        else:
            first = cue + 1
    while last > head and tokens[last].dep == "punct" and tokens[last].text not in ")”\"'":
        last -= 1
    while first < head and tokens[first].dep == "punct" and tokens[first].text in ',—–-"“``':
        first += 1
    first, last = min(first, head), max(last, head)
    text = clauses.parse.text
    for k in range(head, first, -1):
        spaced = k - 2 >= first and tokens[k - 1].start > tokens[k - 2].end
        dateline = spaced and tokens[k - 1].text in _DASHES and tokens[k].start > tokens[k - 1].end
        if dateline or "\n" in text[tokens[k - 1].end : tokens[k].start]:
            first = k
            break
    return clauses.between(first, last)


def named_head(clauses: Clauses, head: int, label: str) -> tuple[int, int] | None:
    """First and last token of the name of a type that is a noun phrase's head or in apposition to it."""
    tokens = clauses.tokens
    for i in (head, *clauses.childs(head, "appos")):
        if tokens[i].entity == label:
            first = last = i
            while not tokens[first].entity_start and first > 0 and tokens[first - 1].entity == label:
                first -= 1
            while last + 1 < len(tokens) and tokens[last + 1].entity == label and not tokens[last + 1].entity_start:
                last += 1
            return first, last
    return None


def is_animate(clauses: Clauses, i: int) -> bool:
    """True if a word names somebody who can speak: a person, a body of people, "he" or "they"."""
    token = clauses.tokens[i]
    if token.tag in ("PRP", "PRP$"):
        return token.text.lower() not in _THINGS
    return token.entity in ("PERSON", "ORG", "GPE", "NORP") or kinds_of_nouns().get(token.lemma.lower()) in (
        "person",
        "organisation",
    )


class Names:
    """The people of one text: their fullest names, the kind of a source, who "he" or "she" is where that is certain."""

    def __init__(self, clauses: Clauses) -> None:
        """Collect every name of a person in a text, in order."""
        tokens = clauses.tokens
        self._clauses = clauses
        self._subjects = [t.i for t in tokens if t.dep in ("nsubj", "nsubjpass")]
        self._behind: dict[int, str | None] = {}
        found: set[str] = set()
        i = 0
        while i < len(tokens):
            end = i + 1
            if tokens[i].entity == "PERSON":
                while end < len(tokens) and tokens[end].entity == "PERSON" and not tokens[end].entity_start:
                    end += 1
                found.add(self.plain([t.text for t in tokens[i:end]]))
            i = end
        self._full = _fullest(found)

    @staticmethod
    def plain(words: list[str]) -> str:
        """Return a name without title and genitive."""
        return " ".join(w for w in words if w.lower() not in _TITLES and w not in _GENITIVES) or " ".join(words)

    def full(self, name: str) -> str:
        """Return the fullest form that the text gives for a name; the name itself if it is the only one."""
        return self._full.get(name, name)

    def kind(self, head: int) -> SourceKind:
        """Return the kind of a source: a named person, an organisation, a document, or an unnamed somebody."""
        clauses = self._clauses
        token = clauses.tokens[head]
        if named_head(clauses, head, "PERSON") or self.of_source(head) in self._full.values():
            return "named person"
        kind = kinds_of_nouns().get(token.lemma.lower()) or kinds_of_nouns().get(token.text.lower())
        if kind == "document" or token.entity in ("WORK_OF_ART", "LAW"):
            return "document"
        if kind == "organisation" or (token.tag in _NAMES and token.entity in ("ORG", "GPE", "NORP", "FAC")):
            return "organisation"
        return "organisation" if token.tag == "NNP" and kind != "person" else "unnamed"

    def of_source(self, head: int) -> str | None:
        """Return the name of a source, or `None` if it has none or a pronoun is ambiguous."""
        clauses = self._clauses
        tokens = clauses.tokens
        token = tokens[head]
        if (found := named_head(clauses, head, "PERSON")) is not None:
            return self.full(self.plain([t.text for t in tokens[found[0] : found[1] + 1]]))
        if token.tag in ("PRP", "PRP$"):
            return self._behind_pronoun(head)
        for label in ("ORG", "GPE", "NORP", "FAC"):
            if token.entity == label and (found := named_head(clauses, head, label)) is not None:
                first, last = found
                while last > first and tokens[last].text in _GENITIVES:
                    last -= 1
                words = " ".join(clauses.parse.text[tokens[first].start : tokens[last].end].split())
                return words[4:] if words.lower().startswith("the ") else words
        return self._full.get(token.text)

    def _behind_pronoun(self, pronoun: int) -> str | None:
        """Return the person who is the nearest subject before "he" or "she", if no other person intervenes.

        "Between" counts subjects only: a noun for a person without a name, or a plural, leaves it uncertain.
        """
        tokens = self._clauses.tokens
        if tokens[pronoun].text.lower() not in _PERSONS:
            return None
        if pronoun in self._behind:
            return self._behind[pronoun]
        answer: str | None = None
        for k in range(bisect_left(self._subjects, pronoun) - 1, -1, -1):
            i = self._subjects[k]
            token = tokens[i]
            if token.sentence < tokens[pronoun].sentence - _BACK:
                break
            if token.text.lower() in closed_class("he_or_she"):
                if token.text.lower() == tokens[pronoun].text.lower():
                    answer = self._behind.get(i) if i in self._behind else self._behind_pronoun(i)
                break
            if named_head(self._clauses, i, "PERSON") is not None or token.text in self._full:
                answer = self.of_source(i)
                break
            if (token.tag in _NAMES and token.entity == "") or kinds_of_nouns().get(token.lemma.lower()) == "person":
                break
        self._behind[pronoun] = answer
        return answer


def _fullest(names: set[str]) -> dict[str, str]:
    """Return, for each lone surname or given name, the one full name of the text that it is part of."""
    full: dict[str, str] = {}
    ambiguous: set[str] = set()
    for name in sorted(names, key=len):
        parts = name.split()
        if len(parts) > 1:
            for part in {parts[0], parts[-1]}:
                known = full.get(part)
                if known is None or known in name:
                    full[part] = name
                elif name not in known:
                    ambiguous.add(part)
    return {part: name for part, name in full.items() if part not in ambiguous}
