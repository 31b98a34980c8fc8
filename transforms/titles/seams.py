"""What is no part of a sentence that was found: another line of the page that runs into it, and words in brackets."""

from __future__ import annotations

from transforms.language.closed_class import closed_class
from transforms.language.parse import Parse
from transforms.titles.words import title_words

_BULLETS = frozenset({"*", "•", "|", "\\*", "●", "■"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_COMMON = frozenset({"NN", "NNS", "NNPS", "JJ", "VBG", "CD"})
_COURTESIES = closed_class("before_a_surname")
_CLOSING = frozenset({"'", "’", "''", "”"})
_BRACKETED, _NAME = 8, 5
"""Words of a bracket, and of a name, that are looked through for a name that stands twice."""
_LEAST = 4
"""Words of a line that runs into another that begins with a common word."""


def seams(parse: Parse) -> frozenset[int]:
    """Return the tokens with which another line begins within a sentence."""
    tokens = parse.tokens
    small = {t.text for t in tokens if t.text.islower()}
    found: set[int] = set()
    for sentence in parse.sentences:
        begin = sentence.first
        found |= _repeats(parse, sentence.first, sentence.last)
        for i in range(sentence.first + 1, sentence.last - 1):
            if _is_seam(parse, i, small, i - begin):
                found.add(i)
                begin = i
    return frozenset(found)


def _repeats(parse: Parse, first: int, last: int) -> set[int]:
    """Return the words with which a name stands a second time right behind itself: a caption runs into the text."""
    tokens, found = parse.tokens, set()
    for i in range(first + 2, last - 1):
        if not tokens[i].text[0].isupper():
            continue
        end = i
        if tokens[i - 1].text == ")":
            end = next((j for j in range(i - 1, max(first, i - _BRACKETED), -1) if tokens[j].text == "("), i)
        for n in range(2, min(_NAME, end - first, last - i) + 1):
            if [t.text for t in tokens[end - n : end]] == [t.text for t in tokens[i : i + n]]:
                found.add(i)
    return found


def asides(parse: Parse) -> frozenset[int]:
    """Return the tokens in round brackets, with these: they are left out of what stands outside of them."""
    found: set[int] = set()
    for sentence in parse.sentences:
        opened: int | None = None
        for i in range(sentence.first, sentence.last):
            if parse.tokens[i].text == "(":
                opened = i
            elif parse.tokens[i].text == ")" and opened is not None:
                found.update(range(opened, i + 1))
                opened = None
    return frozenset(found)


def _is_seam(parse: Parse, i: int, small: set[str], before: int) -> bool:
    previous, token, following = parse.tokens[i - 1 : i + 2]
    if previous.text in _BULLETS:
        return True
    if previous.text in ("...", "…") and (token.text[0].isupper() or token.tag == "CD"):
        return True
    if "\n" in parse.text[previous.end : token.start] and parse.text[previous.end : token.start].count("\n") > 1:
        return True
    if following.text == ":" and token.tag == "CD" and previous.pos in _CONTENT and len(token.text) == len("1999"):
        return True
    if not token.text[0].isupper() or (len(token.text) > 1 and not token.text.istitle()):
        return False
    if previous.text in _CLOSING and i > 1:
        previous = parse.tokens[i - 2]
    if previous.pos not in _CONTENT or not previous.text[-1].isalnum() or previous.end == token.start:
        return False
    word = token.text.casefold()
    if word.rstrip(".") in _COURTESIES:
        return previous.pos == "PROPN" and previous.entity not in ("", "DATE", "TIME") and before > 1
    if token.text == "The" and previous.pos == "NOUN" and previous.text.islower() and following.tag == "JJ":
        return True  # "The Danish boy"
    if not following.text[0].islower() and not following.text[0].isdigit() and following.tag != "HYPH":
        return False
    if word in title_words().line_openers:
        return following.text[0].islower() or following.tag in ("CD", "HYPH")
    several = token.tag in ("NNS", "NNPS") and token.entity != "NORP" and word in small
    if before >= _LEAST and several and following.text[0].islower() and previous.text.islower():
        return True
    common = token.tag in _COMMON and not token.entity and previous.text[0].islower()
    if before >= _LEAST and common and (previous.pos == "NOUN" or token.text.casefold() in small):
        return True
    known = token.text.casefold() in small and following.text[0].islower()
    return before >= _LEAST and known and previous.text.islower() and previous.pos == "NOUN"
