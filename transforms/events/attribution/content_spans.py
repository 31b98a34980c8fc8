"""How far what somebody says reaches: without the cue, without commas at its edges, up to where another speaks."""

from __future__ import annotations

from transforms.events.attribution.cues import CueTable
from transforms.language.clauses import Clauses
from transforms.language.closed_class import closed_class
from transforms.model import Span

_COMMAS = ",.;:—–-"
_CONTRAST = closed_class("contrasting")
_BREAKS = frozenset({",", "—", "–", "-", "--"})
_FARTHEST = 60
"""How many words of a complement are searched for another voice."""


def without(clauses: Clauses, i: int, cut: int) -> list[Span]:
    """Return the extent of a clause; if the cue lies inside it, without the cue and its subtree."""
    left, right = clauses.left[i], clauses.right[i]
    first, last = clauses.left[cut], clauses.right[cut]
    if first <= left and right <= last:
        if not left <= cut <= right:
            return trimmed(clauses, left, right)
        # A crossing parse: the clause hangs on the cue and yet reaches around it.
        first = last = cut
    after = max(left, last + 1)
    if any(token.text == ";" for token in clauses.tokens[after - 1 : after + 1]):
        # What follows a semicolon is another statement, however the parser joins the two.
        right_piece: list[Span] = []
    else:
        right_piece = trimmed(clauses, after, right)
    return [*trimmed(clauses, left, min(right, first - 1)), *right_piece]


def trimmed(clauses: Clauses, first: int, last: int) -> list[Span]:
    """Return the words from one token to another, without commas and stops at the edges; `[]` if none are left."""
    tokens = clauses.tokens
    while first <= last and tokens[first].dep == "punct" and tokens[first].text in _COMMAS:
        first += 1
    while first <= last and tokens[last].dep == "punct" and tokens[last].text in _COMMAS:
        last -= 1
    return [clauses.between(first, last)] if first <= last else []


def until_other_voice(clauses: Clauses, c: int, i: int, table: CueTable) -> list[Span]:
    """Return a complement, cut where a later clause has its own cue and subject ("…, while the union said …")."""
    spans = without(clauses, c, i)
    if len(spans) != 1 or c < i:
        return spans
    tokens = clauses.tokens
    for d in range(c + 1, min(clauses.right[c], c + _FARTHEST) + 1):
        if ("verb", tokens[d].lemma) in table.by_lemma and (
            going_on(clauses, d) or (tokens[d].head == c and _is_contrasted(clauses, d))
        ):
            return trimmed(clauses, clauses.left[c], clauses.left[d] - 1)
    return spans


def _is_contrasted(clauses: Clauses, i: int) -> bool:
    """True if a clause sets what another says against it: "…, while the union said that …"."""
    first = clauses.left[i]
    return (
        clauses.tokens[i].dep in ("advcl", "conj")
        and clauses.tokens[first].text in _CONTRAST
        and any(t.text == "," for t in clauses.tokens[first - 2 : first])
        and clauses.child(i, "nsubj") is not None
        and clauses.child(i, "ccomp") is not None
    )


def going_on(clauses: Clauses, i: int) -> bool:
    """True if a participle at the end of what somebody says goes on with the saying: "…, adding that …"."""
    token = clauses.tokens[i]
    return (
        token.tag == "VBG"
        and token.dep == "advcl"
        and clauses.left[i] == i > token.head
        and clauses.tokens[i - 1].text in _BREAKS
    )
