"""The sentence itself, cut where a clause ends, for what has no good short form."""

from __future__ import annotations

from transforms.language.phrases import MOST, subtree
from transforms.titles.opening import opening
from transforms.titles.people import named_items
from transforms.titles.view import View
from transforms.titles.wording import is_whole, without_article, write
from transforms.titles.words import title_words

MOST_WORDS = 16
MOST_SIGNS = 110
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_LEAST = 4


def cut(view: View, head: int, most: int = MOST_WORDS) -> str:
    """Return the words of the sentence up to a clause's end that fits, else as many as fit.

    It begins at its main clause, unless the trigger stands before that; it does not end before the main verb has what
    it needs.
    """
    words, needed = _span(view, head)
    best = ""
    for n in range(2, min(len(words), most * 2) + 1):
        if n < len(words) and not _ends_at(view, words[n]):
            continue
        line = _line(view, words[:n])
        if len(line.split()) > most or len(line) > MOST_SIGNS:
            break
        if is_whole(line) and len(line.split()) >= _LEAST and words[n - 1] >= needed:
            best = line
    if best:
        return best
    for n in range(min(len(words), most * 2), 1, -1):
        line = _line(view, words[:n])
        if len(line.split()) < most and len(line) < MOST_SIGNS and is_whole(line) and _closes(view, words[n - 1]):
            return line if n == len(words) else line + " …"
    return _line(view, words[:most]) or view.tokens[head].text


def _span(view: View, head: int) -> tuple[list[int], int]:
    """The sentence's words from where its title begins, and the word that it must reach."""
    tokens = view.tokens
    sentence = view.parse.sentences[tokens[head].sentence]
    first = opening(view, tokens[head].sentence)
    # No title reaches further; a sentence made to be long would be walked through for each of its mentions.
    last = min(sentence.last, sentence.first + MOST)
    words = [i for i in range(sentence.first, last) if tokens[i].start >= first]
    root = next((i for i in words if tokens[i].head == i), head)
    subject = view.child(root, *_SUBJECTS) if view.is_verb(root) else None
    if subject is not None and subject < root:
        begin = subtree(view.parse, subject)[0]
        fronted = [i for i in words if i < begin]
        content = any(c < begin for c in view.children(root, "ccomp", "xcomp", "parataxis"))
        if fronted and head >= begin and not content and any(tokens[i].tag in (",", ":") for i in fronted):
            words = [i for i in words if i >= begin]
    while len(words) > 1 and (_opens(view, words[0]) or words[0] in view.dates):
        words.pop(0)
    behind = [c for c in view.children(root, "ccomp", "xcomp", "dobj", "attr", "acomp") if c > root]
    return words, max([root, *behind[:1]]) if view.is_verb(root) else head


def _opens(view: View, i: int) -> bool:
    return view.word(i) in title_words().openers or view.tokens[i].pos in ("PUNCT", "SPACE", "SYM")


def _closes(view: View, i: int) -> bool:
    return view.tokens[i].pos in ("NOUN", "PROPN", "NUM", "VERB", "ADV", "ADJ")


def _ends_at(view: View, i: int) -> bool:
    token = view.tokens[i]
    return token.tag in (",", ":", ".") or token.text in (";", "–", "—", "(") or _joins(view, i)


def _joins(view: View, i: int) -> bool:
    token = view.tokens[i]
    return token.dep in ("mark", "cc") and view.is_verb(token.head) and token.text.casefold() != "that"


def _line(view: View, words: list[int]) -> str:
    items = named_items(view, words, "") or list(words)
    return write(view, without_article(items, view))
