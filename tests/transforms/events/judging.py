"""Judging one word of a text, for tables of examples."""

from __future__ import annotations

from collections.abc import Callable

from transforms.events.attribution import chains_of, find_statements
from transforms.events.modality import judge
from transforms.language.parse import Parse, Sentence, Token
from transforms.model import Judgement, Mention, Span


def mention_of(parsed: Parse, token: Token) -> Mention:
    """A mention made of one word, whatever the lexicon of events says of it."""
    sentence = parsed.sentences[token.sentence]
    return Mention(
        trigger=Span(token.start, token.end),
        text=token.text,
        sentence=Span(sentence.start, sentence.end),
        sentence_index=sentence.i,
        head=token.i,
        lemma=token.lemma,
        event_class="event",
        event_type="other",
        rule_id="test",
    )


def judgement_of(parse: Callable[[str], Parse], text: str, word: str) -> Judgement:
    """The judgement of the one word of a text that is spelled so."""
    parsed = parse(text)
    (token,) = [t for t in parsed.tokens if t.text == word]
    mention = mention_of(parsed, token)
    chains = chains_of((mention.trigger,), find_statements(parsed))
    return judge(parsed, (mention,), chains)[0]


def flat_parse(word: str, tag: str, dep: str, lemma: str, count: int, *, nested: bool) -> Parse:
    """A parse of one repeated word, all hanging on the first, or each on the one before: what no parser's user writes."""
    width = len(word) + 1
    tokens = []
    for i in range(count):
        head = 0 if i == 0 or not nested else i - 1
        label = "ROOT" if i == 0 else dep
        tokens.append(Token(i, i * width, i * width + len(word), word, lemma, tag, "X", label, head, "", False, 0))
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens[1:]:
        children[token.head].append(token.i)
    text = " ".join([word] * count)
    return Parse(text, tuple(tokens), (Sentence(0, 0, len(text), 0, count),), tuple(map(tuple, children)))
