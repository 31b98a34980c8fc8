"""What a rule asks of the words beside its match, and the match inside another that carries the meaning."""

from __future__ import annotations

import re

from transforms.times.grammar.values import Grammar, Match

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def carried(match: Match) -> Match | None:
    """Return the match inside, if the rule only passes on its meaning."""
    if match.rule.meaning is None or not match.rule.meaning.carries:
        return None
    return next((value for value in match.slots.values() if isinstance(value, Match)), None)


def innermost(match: Match) -> Match:
    """Return the match that carries the meaning."""
    while (inner := carried(match)) is not None:
        match = inner
    return match


def allowed(text: str, match: Match, grammar: Grammar) -> bool:
    """True if what stands beside a match is what its rule asks for."""
    while True:
        if match.rule.guards and not _guarded(text, match, grammar):
            return False
        inner = carried(match)
        if inner is None:
            return True
        match = inner


def _guarded(text: str, match: Match, grammar: Grammar) -> bool:
    guards = match.rule.guards
    itself = guards.get("itself")
    if itself is not None and not _holds(itself, text[match.start : match.end], "", grammar):
        return False
    for side in ("before", "after"):
        wanted, unwanted = guards.get(side), guards.get("not_" + side)
        if wanted is None and unwanted is None:
            continue
        word, mark = _beside(text, match.start, match.end, side)
        if wanted is not None and not _holds(wanted, word, mark, grammar):
            return False
        if unwanted is not None and _holds(unwanted, word, mark, grammar):
            return False
    return True


def _beside(text: str, start: int, end: int, side: str) -> tuple[str, str]:
    """Return the word and the mark next to a place: mark "" if the word is adjacent, "edge" at either end."""
    if side == "before":
        piece = text[max(0, start - 30) : start]
        written = piece.rstrip()
        bare = written.rstrip("'’‘").rstrip()
        if not bare or piece[len(bare) :].count("\n") > 1:
            return "", "edge"
        words = WORD.findall(bare)
        if words and bare.endswith((words[-1], words[-1] + ".")):
            # A full stop may belong to an abbreviation ("No. 1999"), so the word counts as well.
            return words[-1], bare[-1] if bare.endswith(".") else written[len(bare) :][:1]
        return "", bare[-1]
    piece = text[end : end + 30]
    bare = piece.lstrip()
    if not bare or piece[: len(piece) - len(bare)].count("\n") > 1:
        return "", "edge"
    match = WORD.match(bare)
    return (match.group(), "") if match else ("", bare[0])


def _like_a_name(word: str) -> bool:
    """True if a word is written as names are: a capital first, small letters after it, and no possessive."""
    return word[:1].isupper() and not word.isupper() and not word.endswith(("'s", "’s"))


def _holds(names: tuple[str, ...], word: str, mark: str, grammar: Grammar) -> bool:
    """True if one of the names is the word or the mark, its context has the word (`@`), or it asks for a name (`^`)."""
    lower = word.lower()
    for name in names:
        if name[0] == "@":
            if lower in grammar.contexts[name[1:]]:
                return True
        elif name[0] == "^":
            if not mark and _like_a_name(word) and lower not in grammar.contexts.get(name[1:], ()):
                return True
        elif name in (mark, lower):
            return True
    return False
