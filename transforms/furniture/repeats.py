"""Sentences as other pages of an outlet may hold them: a hash of their words, and whether they are foreign to the page.

What an outlet prints on page after page is recognised by this alone: `warehouse.resolution.furniture` counts the pages.
Background that an outlet repeats word for word ("The ferry sank on 3 May, killing twelve") speaks of what its page
speaks of; furniture does not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

from transforms.furniture.sentences import stretches
from transforms.model import Furniture, SharedSentence, Span

FEWEST_WORDS = 4
"""Words that a sentence has at least for its repetition to mean anything."""
_WORD = re.compile(r"[^\W_]+")
_LONG = 5
"""Letters of a word that says what a sentence is about, at least."""
_STEM = 5
"""Letters by which two forms of a word are known for one."""
_SHARE = 4
"""A page that has one in so many of a sentence's salient words elsewhere, or more, speaks of the same."""


def find_sentences(text: str, furniture: Sequence[Furniture]) -> tuple[SharedSentence, ...]:
    """Return the sentences of a page that are no furniture by themselves, in text order."""
    taken = [item.span for item in furniture]
    found: list[tuple[Span, list[str]]] = []
    at = 0
    for part in stretches(text):
        while at < len(taken) and taken[at].end <= part.start:
            at += 1
        if at < len(taken) and taken[at].start < part.end:
            continue
        words = _WORD.findall(part.of(text).casefold())
        if len(words) >= FEWEST_WORDS:
            found.append((part, words))
    page = Counter(stem for _, words in found for stem in _stems(words))
    same = Counter(" ".join(words) for _, words in found)
    return tuple(SharedSentence(span, word_hash(words), _is_foreign(words, page, same)) for span, words in found)


def word_hash(words: Sequence[str]) -> int:
    """Return 63 bits of a hash of some words: the words themselves would outlive the article."""
    return int.from_bytes(blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=8).digest()) >> 1


def _stems(words: Sequence[str]) -> set[str]:
    return {word[:_STEM] for word in words if len(word) >= _LONG}


def _is_foreign(words: Sequence[str], page: Counter[str], same: Counter[str]) -> bool:
    """True if few of a sentence's salient words, or none, stand elsewhere on its page."""
    stems, copies = _stems(words), same[" ".join(words)]
    elsewhere = sum(page[stem] > copies for stem in stems)
    return bool(stems) and elsewhere * _SHARE < len(stems)
