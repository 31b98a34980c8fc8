"""Reading every rule file once, so that a mistake in one stops a run before it has begun."""

from __future__ import annotations

from transforms import concepts
from transforms.events import (
    actors,
    dating_rules,
    figures,
    gazetteer,
    lexicon,
    modality_cues,
    names,
    reporting_cues,
    sources,
)
from transforms.times import rules


def read_every_rule() -> None:
    """Read and check the rules of all languages and all layers; what was read is kept for the work that follows.

    Raises:
        RuleError: where a file is not as it must be, naming file and line.
    """
    for language in rules.languages():
        rules.grammar(language)
    for field in ("verbs", "nouns", "weak", "adjectives"):
        lexicon.words(field)
    actors.role_words()
    dating_rules.dating_rules()
    figures.quantity_rules()
    gazetteer.place_words()
    modality_cues.modal_cues()
    names.name_rules()
    reporting_cues.reporting_cues()
    sources.kinds_of_nouns()
    concepts.concept("")
    concepts.families("")
    concepts.light_words()
