"""A short line about a mention, made only of words of its sentence: who did what to whom, where."""

from __future__ import annotations

from transforms.language.datelines import dateline_end, subject_behind
from transforms.language.parse import Parse
from transforms.language.phrases import CLAUSAL, MOST, subtree

MOST_WORDS = 12
_CORE = (
    "nsubj",
    "nsubjpass",
    "dobj",
    "obj",
    "prt",
    "acomp",
    "attr",
    "agent",
    "neg",
    "auxpass",
    "aux",
    "oprd",
    "dative",
)
_SAID = ("nsubj", "nsubjpass", "dobj", "neg", "aux", "auxpass", "acomp", "attr")
_NOMINAL = ("compound", "amod", "poss", "nmod", "nummod", "neg")
_LEFT_OUT = frozenset(
    {*CLAUSAL, "appos", "punct", "cc", "conj", "advmod", "det", "predet", "preconj", "mark", "intj", "dep"}
)


def headline(parse: Parse, head: int) -> str:
    """The line for the mention with this head: at most `MOST_WORDS` words, in the sentence's own order."""
    tokens = parse.tokens
    chosen = {head}
    verbal = tokens[head].pos in ("VERB", "AUX")
    core = [c for c in parse.children[head][:MOST] if tokens[c].dep in (_CORE if verbal else _NOMINAL)]
    first = dateline_end(parse, tokens[head].sentence)
    core = list(dict.fromkeys(_behind(parse, head, c) if tokens[c].start < first else c for c in core))
    preps = [c for c in parse.children[head][:MOST] if tokens[c].dep == "prep" and not _when(parse, c)]
    light = not verbal and tokens[head].dep in ("dobj", "nsubjpass") and tokens[tokens[head].head].pos == "VERB"
    if light:
        verb = tokens[head].head
        core += [verb, *(c for c in parse.children[verb][:MOST] if tokens[c].dep in ("nsubj", "auxpass") and c != head)]
    elif verbal and tokens[head].dep in ("acl", "relcl") and tokens[tokens[head].head].pos in ("NOUN", "PROPN"):
        core.append(tokens[head].head)
    for c in core:
        stop = (
            _LEFT_OUT | {"prep"}
            if c in (tokens[head].head,) or tokens[c].dep in ("nsubj", "dobj", "nsubjpass", "poss")
            else _LEFT_OUT
        )
        part = {c, *(i for i in _short(parse, c, stop) if i != head)}
        if len(chosen | part) <= MOST_WORDS:
            chosen |= part
    for c in parse.children[head][:MOST]:
        if tokens[c].dep == "ccomp" and c > head:
            said = {
                c,
                *(
                    i
                    for k in parse.children[c][:MOST]
                    if tokens[k].dep in _SAID
                    for i in _short(parse, k, _LEFT_OUT | {"prep"})
                ),
            }
            if len(chosen | said) <= MOST_WORDS:
                chosen |= said
    for c in preps:
        part = set(_short(parse, c, _LEFT_OUT))
        if len(part) > 1 and len(chosen | part) <= MOST_WORDS:
            chosen |= part
    return _written(parse, sorted(i for i in chosen if tokens[i].start >= first or i == head))


def _behind(parse: Parse, head: int, taken: int) -> int:
    """The subject behind a dateline that was taken for it."""
    meant = subject_behind(parse, head, taken)
    return taken if meant is None else meant


def _when(parse: Parse, prep: int) -> bool:
    """Whether a preposition leads to a day or a time, which stands beside the title anyway."""
    return any(parse.tokens[i].entity in ("DATE", "TIME") for i in subtree(parse, prep))


def _short(parse: Parse, root: int, leave: frozenset[str]) -> list[int]:
    """What hangs on a word without clauses, asides and articles; a relative pronoun stands for nothing here."""
    tokens = parse.tokens
    if tokens[root].tag in ("WDT", "WP"):
        return []
    return [i for i in subtree(parse, root, leave=leave) if tokens[i].tag not in ("WDT", "WP")]


def _written(parse: Parse, chosen: list[int]) -> str:
    """The chosen words, with the sentence's own spacing where they are neighbours."""
    tokens = parse.tokens
    line = ""
    for n, i in enumerate(chosen):
        if n and (chosen[n - 1] + 1 < i or tokens[chosen[n - 1]].end < tokens[i].start):
            line += " "
        line += tokens[i].text
    return line
