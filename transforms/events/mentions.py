"""Finding the event words of a text: verbs, nouns and predicates, with their class and type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.events.rule_files import read_rules
from transforms.events.event_types import OTHER, typed_words
from transforms.language import Parse, Token
from transforms.model import EventClass, Mention, Span, TimeExpression

_RULES = read_rules("events.toml")
_CLASS_OF_VERB: dict[str, EventClass] = {
    lemma: name for name in ("light", "state", "aspect", "reporting") for lemma in _RULES[name]["verbs"]
}
_CLASS_OF_NOUN: dict[str, EventClass] = {
    lemma: name for name in ("aspect", "reporting") for lemma in _RULES[name]["nouns"]
}
_EVENT_NOUNS = frozenset(_RULES["nouns"]["event"]) | set(typed_words("nouns")) | set(_CLASS_OF_NOUN)
_NEVER = frozenset(_RULES["nouns"]["never"])
_ENDINGS = tuple(_RULES["nouns"]["endings"])


def find_mentions(parse: Parse, times: Sequence[TimeExpression]) -> tuple[Mention, ...]:
    """Every event word of a text, in text order; words within a time expression are none."""
    taken = {i for t in times for i in range(t.span.start, t.span.end)}
    found: list[Mention] = []
    for token in parse.tokens:
        if token.start in taken:
            continue
        mention = (
            _verb(parse, token)
            if token.tag[:2] == "VB"
            else _noun(parse, token)
            if token.tag in ("NN", "NNS")
            else None
        )
        if mention:
            found.append(mention)
    return _served(parse, found)


def _verb(parse: Parse, token: Token) -> Mention | None:
    if token.dep in ("aux", "auxpass", "prep", "amod", "case", "mark") or token.pos == "AUX":
        return None
    lemma = token.lemma.lower()
    event_class = _CLASS_OF_VERB.get(lemma, "event")
    return _mention(
        parse,
        token,
        lemma,
        "event" if event_class == "light" else event_class,
        typed_words("verbs").get(lemma, OTHER),
        "verb",
    )


def _noun(parse: Parse, token: Token) -> Mention | None:
    lemma = token.lemma.lower()
    if lemma in _EVENT_NOUNS or (lemma.endswith(_ENDINGS) and lemma not in _NEVER):
        return _mention(
            parse, token, lemma, _CLASS_OF_NOUN.get(lemma, "event"), typed_words("nouns").get(lemma, OTHER), "noun"
        )
    return None


def _mention(parse: Parse, token: Token, lemma: str, event_class: EventClass, event_type: str, rule: str) -> Mention:
    sentence = parse.sentences[token.sentence]
    return Mention(
        trigger=Span(token.start, token.end),
        text=token.text,
        sentence=Span(sentence.start, sentence.end),
        sentence_index=sentence.i,
        head=token.i,
        lemma=lemma,
        event_class=event_class,
        event_type=event_type,
        rule_id=f"event.{rule}",
    )


def _served(parse: Parse, found: list[Mention]) -> tuple[Mention, ...]:
    """Point light and aspectual verbs to the event they serve."""
    index = {m.head: i for i, m in enumerate(found)}
    light = frozenset(_RULES["light"]["verbs"])
    for i, mention in enumerate(found):
        is_light = mention.lemma in light and mention.rule_id == "event.verb"
        if is_light or mention.event_class == "aspect":
            deps = ("dobj", "nsubjpass") if is_light else ("xcomp", "dobj", "nsubj", "nsubjpass", "pobj")
            target = next(
                (index[c] for c in parse.children[mention.head] if c in index and parse.tokens[c].dep in deps), None
            )
            if target is not None:
                found[i] = replace(mention, event_class="light" if is_light else "aspect", serves=target)
    return tuple(found)
