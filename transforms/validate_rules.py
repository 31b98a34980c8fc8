"""Reading every rule file once, so that a mistake in one stops a run before it has begun."""

from __future__ import annotations

from transforms.coreference import joining_rules, predicates
from transforms.events.attribution import cues as reporting_cues
from transforms.events.attribution import sources
from transforms.events.dating import rules as dating_rules
from transforms.events.mentions import lexicon, senses
from transforms.events.modality import cues as modality_cues
from transforms.events.participants import actors, gazetteer
from transforms.events.participants import numeric_phrases as figures
from transforms.furniture import rules as furniture_rules
from transforms.language import concepts, names, run_ons
from transforms.selection import importance, news_value
from transforms.text_kind import words as text_kind
from transforms.times import languages as rules
from transforms.titles import words as titles
from transforms.titles.naming import described


def read_every_rule() -> None:
    """Read and check the rules of all languages and all layers; what was read is kept for the work that follows.

    Raises:
        RuleError: where a file is not as it must be, naming file and line.
    """
    for language in rules.codes():
        rules.grammar(language)
    for field in ("verbs", "nouns", "weak", "adjectives"):
        lexicon.words(field)
    senses.senses()
    actors.role_words()
    dating_rules.dating_rules()
    figures.quantity_rules()
    furniture_rules.furniture_rules()
    gazetteer.place_words()
    modality_cues.modal_cues()
    names.name_rules()
    run_ons.run_on()
    run_ons.line_ends()
    described.reference_words()
    reporting_cues.reporting_cues()
    sources.kinds_of_nouns()
    titles.title_words()
    predicates.load()
    concepts.concept("")
    concepts.families("")
    concepts.light_words()
    joining_rules.joining_rules()
    importance.weights()
    news_value.read_lists()
    for pattern in (text_kind.stamped, text_kind.running, text_kind.addressing, text_kind.called_chronology):
        pattern()
