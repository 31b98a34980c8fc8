"""The sentence itself, cut where a clause ends, for what has no good short form."""

from __future__ import annotations

from transforms.titles.opening import opening
from transforms.titles.people import named_items
from transforms.titles.view import View
from transforms.titles.wording import is_whole, without_article, write
from transforms.titles.words import title_words

MOST_WORDS = 14
MOST_SIGNS = 110
_BOUNDARY = frozenset({"advcl", "relcl", "ccomp", "parataxis", "acl"})


def cut(view: View, head: int, most: int = MOST_WORDS) -> str:
    """Return the words of the sentence up to the last clause that fits; of a long first clause, its first words."""
    tokens = view.tokens
    sentence = view.parse.sentences[tokens[head].sentence]
    first = opening(view, tokens[head].sentence)
    words = [i for i in range(sentence.first, sentence.last) if tokens[i].start >= first]
    while words and (
        view.word(words[0]) in title_words().openers
        or tokens[words[0]].pos in ("PUNCT", "SPACE")
        or words[0] in view.dates
    ):
        words.pop(0)
    best = ""
    for n in range(2, min(len(words), most * 2) + 1):
        end = n == len(words)
        if not end and not _ends_at(view, words[n]):
            continue
        line = _line(view, words[:n])
        if len(line.split()) > most or len(line) > MOST_SIGNS:
            break
        if is_whole(line) and len(line.split()) >= 3:
            best = line
    if best:
        return best
    for n in range(min(len(words), most * 2), 1, -1):
        line = _line(view, words[:n])
        if (
            len(line.split()) <= most - 1
            and len(line) < MOST_SIGNS
            and is_whole(line)
            and tokens[words[n - 1]].pos in ("NOUN", "PROPN", "NUM", "VERB")
        ):
            return line + " …"
    return _line(view, words[:most]) or tokens[head].text


def _ends_at(view: View, i: int) -> bool:
    token = view.tokens[i]
    return (
        token.tag in (",", ":", ".")
        or token.text in (";", "–", "—", "-LRB-", "(")
        or (token.dep in ("mark", "cc") and view.is_verb(token.head))
    )


def _line(view: View, words: list[int]) -> str:
    items = named_items(view, words, "") or list(words)
    return write(view, without_article(items, view))
