"""What follows a verb, in the sentence's own words and order, to an end behind which nothing needed is left out."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.language.closed_class import closed_class
from transforms.language.phrases import MOST, subtree
from transforms.titles.adjuncts import has_place, is_temporal
from transforms.titles.noun_words import core_of, goes_on, lacks_of_what
from transforms.titles.subject import is_result, joined_verb
from transforms.titles.verbatim.cut import closings, lengths
from transforms.titles.view import View
from transforms.titles.wording import is_whole, write
from transforms.titles.words import title_words

_CONTENT = ("dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "prt", "agent", "dative", "pcomp")
_ASIDE = ("relcl", "appos", "acl", "parataxis")
_CLAUSES = ("relcl", "acl")
_BREAKS = (",", ":")
_DASHES = ("--", "-", "–", "—", ";")
_IN_FRONT = ("compound", "nmod", "poss", "amod", "nummod")
_PARTS_OF_DAYS = closed_class("part_of_a_day")
_RECORDS = closed_class("of_a_record")
_LIGHT = closed_class("said_by_as")
_QUOTES = ("``", "''")
_WORST = 3
"""How much an end may cost: beyond, what is left is half a statement."""


def predicate(view: View, verb: int, path: frozenset[int], room: int, *, rich: bool = False) -> set[int] | None:
    """Return the words behind a verb up to where its clause may end, `room` at most; with clauses beside it if `rich`.

    `None` where no end leaves a whole statement, or where what the verb needs stands in front of it.
    """
    if any(i != verb and view.is_verb(i) and view.tokens[i].dep == "conj" for i in path):
        return None
    if view.tokens[verb].dep == "parataxis" and view.says(verb):
        return None
    fronted = [c for c in view.children(verb, "ccomp", "xcomp", "attr", "acomp") if c < verb]
    if fronted:
        return _content(view, verb, fronted, path, room)
    after = joined_verb(view, verb) or verb
    words = _behind(view, verb, after, path, rich=rich)
    if words is None:
        return None
    days = _days(view, words, verb, rich=rich) | _unspoken(view, verb)
    words = [i for i in words if i not in days]
    needed = max((i for i in path if i > after), default=after)
    if needed != after and needed not in words:
        return None
    if not words:
        return _places(view, verb, room)
    counts = lengths(view, words)
    closed = closings(view, range(after + 1, words[-1] + 1), verb)
    best: tuple[int, int] | None = None
    for n, i in enumerate(words, 1):
        if counts[n - 1] > room or i < needed or not closed[i - after - 1]:
            continue
        if goes_on(view, i) or not is_whole(write(view, [verb, *words[:n]])):
            continue
        cost = _cost(view, verb, set(words[:n]), words[n:])
        if cost < _WORST and (best is None or (cost, -n) <= best):
            best = cost, -n
    if best is None:
        return None
    return set(words[: -best[1]]) | _places(view, verb, room - counts[-best[1] - 1])


def _content(view: View, verb: int, fronted: list[int], path: frozenset[int], room: int) -> set[int] | None:
    """Return what is said in front of the verb that says so, in its own words; `None` where it has no subject."""
    c = fronted[0]
    subject = view.child(c, "nsubj", "nsubjpass", "expl")
    if len(fronted) > 1 or subject is None or subject > c or not view.takes(verb, c) or path - {c} - _below(view, c):
        return None
    after = max(c, joined_verb(view, c) or c)
    behind = predicate(view, c, path - {c}, room - (after - subtree(view.parse, subject)[0] + 1))
    if behind is None:
        return None
    first = subtree(view.parse, subject)[0]
    return {i for i in range(first, after + 1) if i not in view.asides and i not in view.dates} | behind


def _below(view: View, i: int) -> set[int]:
    return set(subtree(view.parse, i))


def _places(view: View, verb: int, room: int) -> set[int]:
    """Return the named place that opens a verb's clause, as far as there is room: "In Kalm, two men died"."""
    for c in view.children(verb, "prep"):
        noun = view.child(c, "pobj")
        if c < verb and noun is not None and has_place(view, c) and not is_temporal(view, c):
            words = {c, *core_of(view, noun)}
            return words if len(words) <= room else set()
    return set()


def _unspoken(view: View, verb: int) -> set[int]:
    """Return the "that" of what a verb says, and the comma of an outcome, which titles do without or set anew."""
    found = {m for c in view.children(verb, "ccomp") for m in view.children(c, "mark") if view.word(m) == "that"}
    for c in view.children(verb, "advcl"):
        if is_result(view, c):
            found.add(subtree(view.parse, c)[0] - 1)
    return found


def _behind(view: View, verb: int, after: int, path: frozenset[int], *, rich: bool) -> list[int] | None:
    """Return the words behind a verb that are of its own clause, without asides and other happenings."""
    run = view.run(verb)
    last = min(max(subtree(view.parse, verb)[-1], after), after + MOST, run[-1])
    begins = [
        _begin(view, c, after)
        for c in view.children(verb)
        if c > after and c not in path and _is_other(view, verb, c, rich=rich)
    ]
    last = min([last, *(b - 1 for b in begins)])
    left = set().union(*_set_apart(view, range(after + 1, last + 1), path)) | view.asides
    words = [i for i in range(after + 1, last + 1) if i not in left or i in path]
    while words and (view.tokens[words[-1]].pos in ("PUNCT", "CCONJ", "SPACE")):
        if view.tokens[words[-1]].tag in _QUOTES and view.tokens[words[-1]].text != ",":
            break
        words.pop()
    return words


def _begin(view: View, c: int, after: int) -> int:
    """Return the word with which another clause begins, its conjunction and comma included."""
    first = next((i for i in subtree(view.parse, c) if i > after), c)
    while first - 1 > after and (view.tokens[first - 1].pos in ("PUNCT", "CCONJ") or view.word(first - 1) == "and"):
        first -= 1
    return first


def _is_other(view: View, verb: int, c: int, *, rich: bool) -> bool:
    """True if what hangs on a verb is another happening, or who says so: it has no place in the title."""
    token = view.tokens[c]
    if token.dep == "conj":
        if c == verb + 2 and token.tag == view.tokens[verb].tag == "VBN":
            return False  # "fostered and boosted by …": what follows is of both
        return view.is_verb(c) or token.pos in ("ADJ", "ADP")
    if token.dep in ("parataxis", "dep", "meta", "relcl"):
        return True
    if token.dep == "ccomp" and view.tokens[max(0, subtree(view.parse, c)[0] - 1)].tag == ",":
        return True
    if token.dep == "prep":
        return view.word(c) in closed_class("left_out_behind_a_verb") or (
            view.word(c) == "with" and view.tokens[c - 1].tag == ","
        )
    if token.dep != "advcl":
        return False
    marks = {view.word(m) for m in view.children(c, "mark", "advmod") if m < c}
    infinitive = any(view.tokens[a].tag == "TO" for a in view.children(c, "aux"))
    beside = title_words().conditions | title_words().taken_for_granted if rich else title_words().conditions
    return not (marks & beside or infinitive or is_result(view, c))


def _set_apart(view: View, words: range, path: frozenset[int]) -> Iterator[set[int]]:
    """Return what stands between commas or dashes behind a noun: who it is, or a clause about it."""
    upto = -1
    for i in words:
        token = view.tokens[i]
        if token.dep in _ASIDE and token.head < i:
            below = [j for j in subtree(view.parse, i) if j > token.head]
            first, last = below[0], below[-1]
            if view.tokens[first - 1].tag in _BREAKS and first - 1 > token.head and not path & set(below):
                yield {j for j in range(first - 1, last + 1) if j in words}
                if last + 1 in words and view.tokens[last + 1].tag == ",":
                    yield {last + 1}
        elif (
            i > upto
            and token.text in _DASHES
            and view.tokens[i - 1].end < token.start
            and view.word(i + 1) not in closed_class("goes_on_behind_a_mark")
        ):
            end = next((j for j in words if j > i and view.tokens[j].text == token.text), words[-1])
            upto = end
            if not any(i < j <= end for j in path):
                yield set(range(i, end + 1))


def _days(view: View, words: list[int], verb: int, *, rich: bool) -> set[int]:
    """Return the words that only give the day, which stands beside the title."""
    found: set[int] = set()
    kept = set(words)
    for i in words:
        if _only_dates(view, i, verb, rich=rich):
            below = subtree(view.parse, i)
            end = max((j for j in below if j in view.dates), default=below[-1])
            found.update(j for j in below if j in kept and j <= end)
    for i in words:
        spare = view.tokens[i].tag == "," and i - 1 in found and i + 1 in kept
        if spare and (i - 2 in kept or view.tokens[i + 1].pos == "ADP"):
            found.add(i)
        if view.word(i) in _PARTS_OF_DAYS and i + 1 in found:
            found.add(i)
    return found


def _only_dates(view: View, i: int, verb: int, *, rich: bool) -> bool:
    """True if a word and what hangs on it say when the verb's own happening took place, and no more."""
    token = view.tokens[i]
    above = token.head
    if token.dep in _IN_FRONT:
        return i in view.dates and i < above and above not in view.dates and view.tokens[above].pos in ("NOUN", "PROPN")
    own = above == verb or above == joined_verb(view, verb)
    infinitive = view.is_verb(above) and any(view.tokens[a].tag == "TO" for a in view.children(above, "aux"))
    own = own or infinitive
    if token.dep == "prep":
        if view.is_dated(i):
            return own or view.word(i) == "on"
        beside = not rich and above == verb and view.word(i) not in title_words().beside
        return beside and is_temporal(view, i) and not _is_of_a_record(view, i)
    single = view.is_verb(above) and subtree(view.parse, i) == [i]
    if token.dep not in ("npadvmod", "advmod") or not (own or single or view.tokens[above].dep == "prep"):
        return False
    return i in view.dates or any(view.is_dated(p) for p in view.children(i, "prep"))


def _is_of_a_record(view: View, prep: int) -> bool:
    """True if a stretch of time follows a superlative and completes it: "its lowest level in six years"."""
    return any(view.tokens[i].tag in ("JJS", "RBS") or view.word(i) in _RECORDS for i in range(max(0, prep - 4), prep))


def _cost(view: View, verb: int, kept: set[int], left: list[int]) -> int:
    """Return what is lost with the words left out: 0 for another clause, more for what completes the last words."""
    last = max(kept)
    whole = kept | {verb}
    worst = 3 * any(_lacks(view, i, kept) if view.is_verb(i) else _is_open_list(view, i, kept) for i in whole)
    for i in left:
        token = view.tokens[i]
        if token.head not in whole:
            continue
        if view.is_verb(token.head) or token.dep in ("xcomp", "ccomp"):
            lost = _lost_of_verb(view, i)
        elif token.dep == "conj":
            lost = 0 if view.is_verb(i) else 3
        elif token.dep in _CLAUSES:
            lost = 3 if _leads_on(view, i) else 1
        elif token.dep == "prep" and not view.is_dated(i):
            lost = 3 if token.head == i - 1 and lacks_of_what(view, token.head) else 1
        else:
            lost = int(token.pos != "PUNCT")
        worst = max(worst, lost)
    return worst + (view.tokens[last].tag == "CD" and bool(left))


def _is_open_list(view: View, i: int, kept: set[int]) -> bool:
    """True if a noun is joined to another by a comma alone, and no "and" follows: the list goes on."""
    token = view.tokens[i]
    if token.dep != "conj" or view.tokens[subtree(view.parse, i)[0] - 1].text != ",":
        return False
    return not any(j > token.head and view.tokens[j].pos == "CCONJ" for j in kept)


def _lacks(view: View, verb: int, kept: set[int]) -> bool:
    """True if what a verb needs behind it is left out."""
    needs = view.children(verb, "dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "prt", "agent")
    return any(c > verb and c not in kept and not view.is_dated(c) and view.follows(verb, c) for c in needs)


def _lost_of_verb(view: View, i: int) -> int:
    token = view.tokens[i]
    if token.dep in _CONTENT:
        return 3
    if token.dep == "advcl":
        return 2 * any(view.tokens[a].tag == "TO" for a in view.children(i, "aux"))
    if token.dep != "prep" or is_temporal(view, i) or view.is_dated(i):
        return 0
    noun = view.child(i, "pobj")
    describes = view.word(i) == "as" and noun is not None and view.tokens[noun].lemma not in _LIGHT
    return 3 if describes and view.child(token.head, "dobj") is not None else 2


def _leads_on(view: View, i: int) -> bool:
    """True if a noun says little without the clause behind it: "a sense that …", "a man who …"."""
    head = view.tokens[view.tokens[i].head]
    marked = any(view.word(m) == "that" for m in view.children(i, "mark"))
    return marked or head.lemma in title_words().general or view.word(head.i) in title_words().vague
