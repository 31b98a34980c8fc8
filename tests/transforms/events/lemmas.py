"""The lemma of one word, for rule examples that name words alone."""

from __future__ import annotations

from functools import cache

from transforms.language.spacy_model import load_model

IRREGULAR = {"talks": "talk", "airstrikes": "airstrike"}


@cache
def lemma_of(word: str) -> str:
    """As the parser gives it for a verb in the past, else for the word alone."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    model = _model()
    tokens = next(model.parse([f"They {word} it."])).tokens
    verb = next(t for t in tokens if t.text == word)
    if verb.pos == "VERB":
        return verb.lemma
    return next(t.lemma for t in next(model.parse([f"The {word} was there."])).tokens if t.text == word)


@cache
def _model():
    return load_model()
