"""The sentence itself, cut where a clause ends, for what has no good short form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from transforms.language.closed_class import closed_class
from transforms.language.phrases import MOST, subtree
from transforms.titles.noun_words import goes_on, lacks_of_what
from transforms.titles.opening import opening
from transforms.titles.people import named_items
from transforms.titles.view import View
from transforms.titles.wholeness.faults import REPORTED
from transforms.titles.wording import is_whole, without_article, write
from transforms.titles.words import title_words

MOST_WORDS = 28
"""Words of a sentence that is left whole where no end of a clause or phrase comes earlier."""
MOST_SIGNS = 190
_SHORT, _MIDDLE = 16, 22
_LEAST = 5
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_BESIDE = frozenset(
    {"prep", "advcl", "relcl", "acl", "punct", "cc", "advmod", "npadvmod", "appos", "parataxis", "meta", "intj", "mark"}
)
"""Labels of what may be left out behind its head."""
_CONTENT = ("dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "prt", "agent", "dative", "prep")
_RELATIVES = ("WDT", "WP", "WRB", "EX")
_COMMAS = (",", "--", "–", "—")
_ON_A_DAY = closed_class("on_a_day")


class Cut(NamedTuple):
    """A sentence's words as far as a title takes them, and the tokens that they are."""

    text: str
    words: frozenset[int]


def cut(view: View, head: int) -> Cut:
    """Return the sentence from its main clause's beginning to the end of a clause, else of a phrase, that fits.

    It begins at its main clause, unless the trigger stands before that; it does not end before the main verb has what
    it needs, nor between a word and what belongs to it.
    """
    words, root, least, needed = _span(view, head)
    for kept in _shorter(view, words, root, head, (least, needed)):
        line = _line(view, kept)
        if len(line) <= MOST_SIGNS and (is_whole(line) or REPORTED.search(line)):
            return Cut(line, frozenset(kept))
    return _broken(view, _kept(view, words, root, head), head)


def clause_words(view: View, verb: int, head: int, most: int = _SHORT) -> list[int] | None:
    """Return a verb's own clause in its own words, from its subject to where a clause or a phrase ends.

    `None` where it has no noun for its subject, or no end that fits.
    """
    run, subject = view.run(verb), view.child(verb, "nsubj", "nsubjpass")
    if subject is None or subject > verb or subject not in run or view.tokens[subject].tag in _RELATIVES:
        return None
    if view.tokens[verb].tag == "VB" and view.child(verb, "aux") is None:
        return None
    first, last = subtree(view.parse, subject)[0], subtree(view.parse, verb)[-1]
    if view.tokens[first].tag in _RELATIVES:
        return None
    words = [i for i in range(first, min(last, first + MOST) + 1) if i in run]
    behind = [c for c in view.children(verb, *_CONTENT) if c > verb and c in run and not view.is_dated(c)]
    if not words or words[-1] < verb:
        return None
    found = _shorter(view, words, verb, head, (verb, max(verb, head, *behind[:1])), (most, most))
    return next((kept for kept in found if head in kept and is_whole(write(view, kept))), None)


def _kept(view: View, words: list[int], root: int, head: int) -> list[int]:
    """Return words without days, brackets, and what stands between commas behind their subject."""
    days = _days(view, words, root) | _between_commas(view, root, head)
    kept = [i for i in words if i not in days and (i not in view.asides or head in view.asides)]
    return words if len(kept) < 2 else kept


def _between_commas(view: View, root: int, head: int) -> set[int]:
    """Return what stands between two commas behind a verb's subject: its office, or a clause about it."""
    subject = view.child(root, *_SUBJECTS)
    found: set[int] = set()
    if subject is None or subject > root:
        return found
    for c in view.children(subject, "appos", "relcl", "acl"):
        below = subtree(view.parse, c)
        first, last = below[0] - 1, below[-1] + 1
        if first <= subject or last >= root or head in below or below[-1] - below[0] >= len(below):
            continue
        if view.tokens[first].text in _COMMAS and view.tokens[last].text in _COMMAS:
            found.update(range(first, last + 1))
    return found


def _shorter(
    view: View,
    words: list[int],
    root: int,
    head: int,
    reach: tuple[int, int],
    most: tuple[int, int] = (_SHORT, _MIDDLE),
) -> Iterator[list[int]]:
    """Return the beginnings of a run of words that may stand alone, the best first.

    `reach` has the word that each must reach, and the one that each should where the run is long enough.
    """
    least, needed = reach
    kept = _kept(view, words, root, head)
    whole = closings(view, words, root)
    last = kept[min(len(kept), _MIDDLE) - 1]
    needed = needed if needed <= last else least
    ends = [n for n, i in enumerate(kept, 1) if i >= needed and whole[i - words[0]] and not _leads_on(view, i)]
    at_clause = [n for n in ends if n == len(kept) or _ends_at(view, kept[n - 1] + 1)]
    counts = lengths(view, kept)
    short, middle = most
    tries = [(at_clause, short), (at_clause, middle), (ends, short), (ends, middle)]
    for numbers, limit in (*tries, (at_clause, MOST_WORDS)) if middle == _MIDDLE else tries:
        for n in reversed(numbers):
            if (n >= _LEAST or n == len(kept)) and counts[n - 1] <= limit:
                yield kept[:n]


def _leads_on(view: View, i: int) -> bool:
    """True if a line that ends with a word would lack what that word is of, or what stands behind it as its verb."""
    return goes_on(view, i) or lacks_of_what(view, i)


def lengths(view: View, words: list[int]) -> list[int]:
    """How many words a reader counts up to each of some tokens."""
    tokens = view.tokens
    return list(accumulate(int(i == words[0] or tokens[i - 1].end < tokens[i].start) for i in words))


def _broken(view: View, words: list[int], head: int) -> Cut:
    """As many words as fit, with dots for what is left out."""
    for n in range(min(len(words), _MIDDLE), 1, -1):
        if view.tokens[words[n - 1]].pos in ("NOUN", "PROPN", "NUM", "VERB", "ADV", "ADJ"):
            line = _line(view, words[:n])
            if len(line) < MOST_SIGNS and is_whole(line):
                return Cut(line if n == len(words) else line + " …", frozenset(words[:n]))
    return Cut(_line(view, words[:_SHORT]) or view.tokens[head].text, frozenset(words[:_SHORT]))


def _span(view: View, head: int) -> tuple[list[int], int, int, int]:
    """Return the sentence's words from where its title begins, and the word that it must reach."""
    tokens = view.tokens
    run = view.run(head)
    first = opening(view, head)
    # No title reaches further; a sentence made to be long would be walked through for each of its mentions.
    words = [i for i in run[:MOST] if tokens[i].start >= first] or [head]
    root = next((i for i in words if tokens[i].head == i or tokens[i].head not in run), head)
    if not view.is_verb(root):
        return _behind_openers(view, words), root, head, head
    content = view.child(root, "ccomp")
    if content is not None and head != root and words[0] <= content < root and view.says(root):
        last = subtree(view.parse, content)[-1]
        if words[0] <= head <= last < root and last - words[0] > _MIDDLE:
            words, root = [i for i in words if i <= last], content
    subject = view.child(root, *_SUBJECTS)
    if subject is not None and words[0] < subject < root:
        begin = max(words[0], subtree(view.parse, subject)[0])
        fronted = [i for i in words if i < begin]
        content = any(c < begin for c in view.children(root, "ccomp", "xcomp", "parataxis"))
        turned = any(c < begin for c in view.children(root, "aux", "neg", "cop"))
        if fronted and head >= begin and not content and not turned and _is_beside(view, fronted):
            words = [i for i in words if i >= begin] or words
    words = _behind_openers(view, words)
    reports = [c for c in view.children(root, "parataxis") if c > root and c in run and view.says(c)]
    behind = [c for c in view.children(root, *_CONTENT) if c > root and c in run and not view.is_dated(c)]
    least = max([root, *reports])
    near = head if head <= _nearest_end(view, root, words) else root
    return words, root, least, max(least, near, *behind[:1])


def _nearest_end(view: View, root: int, words: list[int]) -> int:
    """Return the word before the first clause end after the main verb."""
    return next((i - 1 for i in words if i > root + 1 and _ends_at(view, i)), words[-1])


def _is_beside(view: View, fronted: list[int]) -> bool:
    """True if what stands before a subject may be left out: it ends in a comma, or only says when."""
    return any(view.tokens[i].tag in (",", ":") for i in fronted) or any(i in view.dates for i in fronted)


def _behind_openers(view: View, words: list[int]) -> list[int]:
    at = 0
    if len(words) > 2 and view.word(words[0]) in _ON_A_DAY and words[1] in view.dates:
        at = next((n for n, i in enumerate(words) if n and i not in view.dates), 0)
    while at < len(words) - 1 and (_opens(view, words[at]) or words[at] in view.dates):
        at += 1
    return words[at:]


def _opens(view: View, i: int) -> bool:
    token = view.tokens[i]
    return view.word(i) in title_words().openers or token.pos in ("PUNCT", "SPACE") or token.tag == "POS"


def _days(view: View, words: list[int], root: int) -> set[int]:
    """Return the words that only give the day: the title's date stands beside it."""
    found: set[int] = set()
    for i in words:
        token = view.tokens[i]
        if token.pos == "NOUN":
            spare = (p for p in view.children(i, "prep") if p > i and view.word(p) == "on" and view.is_dated(p))
            found.update(j for p in spare for j in subtree(view.parse, p))
            continue
        if not view.is_verb(i) or (i != root and not (token.dep == "conj" and token.head == root)):
            continue
        for c in view.children(i, "prep", "npadvmod", "advmod"):
            plain = view.tokens[c].dep != "prep" or view.word(c) in _ON_A_DAY
            if c > words[0] and plain and view.is_dated(c) and view.child(c, "det") is None:
                below = subtree(view.parse, c)
                found.update(below)
                if (
                    view.tokens[max(0, below[0] - 1)].tag == ","
                    and view.tokens[min(below[-1] + 1, words[-1])].tag == ","
                ):
                    found.add(below[-1] + 1)
    return found


def closings(view: View, words: Sequence[int], root: int) -> list[bool]:
    """For each token from the first word to the last, whether a line may end behind it: no arc that binds is cut."""
    tokens, first, last = view.tokens, words[0], words[-1]
    steps = [0] * (last - first + 2)
    for i in range(first, last + 1):
        h = tokens[i].head
        if i == root or h == i or h < first:
            continue
        if h > i:
            low, high = i, min(h, last + 1)
        elif _may_be_left(view, i):
            continue
        else:
            low, high = h, i
        steps[low - first] += 1
        steps[high - first] -= 1
    return [n == 0 for n in accumulate(steps)]


def _may_be_left(view: View, i: int) -> bool:
    """True if a word and what hangs on it may be left out behind its head."""
    token = view.tokens[i]
    if token.dep == "prep":
        if view.word(i) == "of":
            return False
        bare = view.is_verb(token.head) and view.child(token.head, *_CONTENT) == i
        fixed = view.tokens[token.head].dep == "pobj" and view.child(token.head, "det", "poss", "amod") is None
        return not (bare or fixed) or view.is_dated(i)
    if token.dep == "conj" and view.is_verb(i):
        shares = i == token.head + 2 and view.child(i, "dobj") is not None and view.child(token.head, "dobj") is None
        return not shares
    return token.dep in _BESIDE


def _ends_at(view: View, i: int) -> bool:
    if i >= len(view.tokens):
        return True
    token = view.tokens[i]
    if token.tag in (",", ":", ".") or token.text in (";", "–", "—", "("):
        return True
    return token.dep in ("mark", "cc") and view.is_verb(token.head) and token.text.casefold() != "that"


def _line(view: View, words: list[int]) -> str:
    items = named_items(view, words, "") or list(words)
    return write(view, without_article(items, view))
