"""Who speaks: the words that name a source, its kind, and the name behind a pronoun."""

from __future__ import annotations

from bisect import bisect_left

from transforms.events.clauses import Clauses
from transforms.model import SourceKind, Span

_DOCUMENTS = frozenset(
    """account article bill book bulletin charter communique communiqué constitution contract data document documents draft e-mail
    email filing footage headline indictment interview journal law lawsuit letter letters memo memoir memorandum message newspaper
    note novel paper photograph photo poll polling post press radio record records recording release report reports research resolution
    review rule ruling settlement sign speech statement statistics story study survey suit television testimony text transcript treaty
    tweet verdict video website wire""".split()
)
_ORGANISATIONS = frozenset(
    """administration agency airline alliance army assembly association authorities authority bank board brigade bureau cabinet campaign
    central chamber charity club coalition college command commission committee company congress consortium corporation council court
    department directorate embassy exchange federation firm force foundation fund government group guild headquarters hospital house
    institute institution intelligence junta jury kremlin league maker management militia ministry movement museum navy network office
    opposition organisation organization panel parliament party police presidency publisher regime regulator registry secretariat senate
    service squad station syndicate team treasury tribunal union unit university watchdog""".split()
)
_TITLES = frozenset({"mr.", "mrs.", "ms.", "dr.", "sir", "mr", "mrs", "ms", "dr"})


def source_extent(clauses: Clauses, head: int, cue: int) -> Span:
    """The noun phrase of a source without what trails behind it (relative clauses, appositions after a comma).

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
    while first < head and tokens[first].dep == "punct" and tokens[first].text in ",—–-\"“``":
        first += 1
    return clauses.between(min(first, head), max(last, head))


def named_head(clauses: Clauses, head: int, label: str) -> tuple[int, int] | None:
    """First and last token of the name of a type that a noun phrase's head belongs to, or that is in apposition to it."""
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


def source_kind(clauses: Clauses, head: int) -> SourceKind:
    """What a source is: a person with a name, an organisation, a document, or somebody without a name."""
    token = clauses.tokens[head]
    word = token.lemma.lower()
    if named_head(clauses, head, "PERSON"):
        return "named person"
    if word in _DOCUMENTS or token.text.lower() in _DOCUMENTS:
        return "document"
    if token.entity in ("ORG", "GPE", "NORP") and token.tag in ("NNP", "NNPS"):
        return "organisation"
    if token.entity in ("WORK_OF_ART", "LAW"):
        return "document"
    if word in _ORGANISATIONS:
        return "organisation"
    return "unnamed"


class Names:
    """The people of one text: their fullest names, and who a pronoun stands for where that is certain."""

    def __init__(self, clauses: Clauses) -> None:
        """Collect every name of a person in a text, in order."""
        tokens = clauses.tokens
        self._clauses = clauses
        self.people: list[tuple[int, str]] = []
        """Token index of the name's first word, and the name."""
        i = 0
        while i < len(tokens):
            if tokens[i].entity == "PERSON":
                end = i + 1
                while end < len(tokens) and tokens[end].entity == "PERSON" and not tokens[end].entity_start:
                    end += 1
                self.people.append((i, self.plain(" ".join(t.text for t in tokens[i:end]))))
                i = end
            else:
                i += 1
        self._full: dict[str, str] = {}
        ambiguous: set[str] = set()
        for _, name in self.people:
            parts = name.split()
            if len(parts) > 1:
                last = parts[-1]
                known = self._full.get(last)
                if known is None or known in name:
                    self._full[last] = name
                elif name not in known:
                    ambiguous.add(last)
        for last in ambiguous:
            del self._full[last]

    @staticmethod
    def plain(name: str) -> str:
        """A name without title and genitive."""
        parts = [p for p in name.split() if p.lower() not in _TITLES and p not in ("'s", "’s", "'", "’")]
        return " ".join(parts) or name

    def full(self, name: str) -> str:
        """The fullest form that the text gives for a name; the name itself where it is the only one."""
        parts = name.split()
        return self._full.get(parts[-1], name) if len(parts) == 1 else name

    def of_source(self, head: int) -> str | None:
        """The name of a source, or None where it has none or a pronoun leaves more than one possible."""
        clauses = self._clauses
        tokens = clauses.tokens
        if (found := named_head(clauses, head, "PERSON")) is not None:
            return self.full(self.plain(" ".join(t.text for t in tokens[found[0] : found[1] + 1])))
        if tokens[head].tag in ("PRP", "PRP$"):
            return self._behind_pronoun(head)
        for label in ("ORG", "GPE", "NORP"):
            if tokens[head].entity == label and (found := named_head(clauses, head, label)) is not None:
                return " ".join(t.text for t in tokens[found[0] : found[1] + 1] if t.text not in ("'s", "’s"))
        return None

    def _behind_pronoun(self, pronoun: int) -> str | None:
        """The one person named in the pronoun's sentence before it, else in the nearest of the two sentences before."""
        tokens = self._clauses.tokens
        if tokens[pronoun].text.lower() not in ("he", "she"):
            return None
        names: set[str] = set()
        nearest: int | None = None
        for k in range(bisect_left(self.people, (pronoun, "")) - 1, -1, -1):
            i, name = self.people[k]
            sentence = tokens[i].sentence
            if nearest is None:
                if sentence < tokens[pronoun].sentence - 2:
                    return None
                nearest = sentence
            if sentence != nearest:
                break
            names.add(self.full(name))
        return names.pop() if len(names) == 1 else None
