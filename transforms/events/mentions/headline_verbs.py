"""Headlines, and their verbs where all words have a capital: taggers take those for names ("Actor Dies in Crash")."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from transforms.events.mentions.lexicon import Entry, in_place, word_set, words
from transforms.language.parse import Parse, Token

_VERBS = words("verbs")
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")
_VOWELS = "aeiou"
_NAME_TAGS = frozenset(["NNP", "NNPS"])
_SHORT = 3
"""Words up to this length, and lines with fewer words, say nothing about capitals."""
_CAPITALISED = 0.6
_FINAL = frozenset(".?!…:;,\"'”’)")
_SEPARATORS = frozenset("|»›•·")
_SHORTEST_LINE, _LONGEST_LINE = 3, 40
"""The least words of a headline, and the most tokens that are looked at: hostile texts have thousands."""


def is_headline(parse: Parse, sentence: int) -> bool:
    """True if this is a line rather than a sentence: headlines leave out articles and the final mark.

    Neither is a page's furniture: a lone word, or words between bars and bullets.
    """
    line = parse.sentences[sentence]
    if parse.tokens[line.last - 1].text[-1] in _FINAL:
        return False
    opening = parse.tokens[line.first : min(line.last, line.first + _LONGEST_LINE)]
    return sum(token.text.isalpha() for token in opening) >= _SHORTEST_LINE and all(
        token.text not in _SEPARATORS for token in opening
    )


class Form(NamedTuple):
    """A verb in one of its forms."""

    lemma: str
    is_participle: bool


@cache
def _forms() -> dict[str, Form]:
    """Return the third-person and past forms of the lexicon's verbs."""
    found: dict[str, Form] = {}
    for lemma in _VERBS.alone:
        stem = lemma[:-1] + "i" if lemma[-1] == "y" and lemma[-2:-1] not in _VOWELS else lemma
        past = lemma + "d" if lemma[-1] == "e" else stem + "ed"
        third = stem + "es" if stem != lemma or lemma.endswith(_SIBILANTS) else lemma + "s"
        found |= {past: Form(lemma, is_participle=True), third: Form(lemma, is_participle=False)}
    for pair in word_set("headlines", "participles"):
        form, _, lemma = pair.partition(":")
        found[form] = Form(lemma, is_participle=True)
    return found


def verb_form(word: str) -> Form | None:
    """Return the form of a verb that a word in lower case may be."""
    return _forms().get(word)


def headline_verb(parse: Parse, token: Token) -> Entry | None:
    """Return the verb that a capitalised word of a line is; never its first word, which is mostly a name.

    An infinitive is `in_passing`: what is to happen has not.
    """
    if token.entity in ("GPE", "DATE"):
        return None
    word = token.text.lower()
    before = parse.tokens[token.i - 1].text.lower() if token.i else ""
    form = Form(word, is_participle=False) if before == "to" else verb_form(word)
    entry = in_place(_VERBS, parse, token, form.lemma) if form is not None else None
    if form is None or entry is None or not _is_capitalised(parse, token):
        return None
    if form.is_participle and _stands_before_name(parse, token):
        return None
    return entry._replace(lemma=form.lemma, in_passing=before == "to")


def _stands_before_name(parse: Parse, token: Token) -> bool:
    """True if a participle only says which one is meant ("Convicted Mobster Dies")."""
    after = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else token
    return after.sentence == token.sentence and after.tag in _NAME_TAGS and after.text.lower() not in _forms()


def _is_capitalised(parse: Parse, token: Token) -> bool:
    """True if most words of the line have a capital, and this is not the first."""
    sentence = parse.sentences[token.sentence]
    if token.i == sentence.first:
        return False
    last = min(sentence.last, sentence.first + _LONGEST_LINE)
    line = [t.text for t in parse.tokens[sentence.first : last] if len(t.text) > _SHORT and t.text.isalpha()]
    return len(line) >= _SHORT and sum(text[0].isupper() for text in line) >= _CAPITALISED * len(line)
