"""The lexicon as loaded, and what a wrong rule file says."""

from __future__ import annotations

import pytest

from transforms.events.mentions import lexicon
from transforms.events.mentions.event_types import EVENT_TYPES, OTHER, TYPE_FILES
from transforms.rules import event_files as rule_files
from transforms.rules.event_files import read_rules
from transforms.rules.files import RuleError

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "DEMAND", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def test_types_are_a_closed_list_with_their_nearest_plover_category():
    names = [t.name for t in EVENT_TYPES]

    assert len(names) == len(set(names))
    assert OTHER in names
    assert {t.plover for t in EVENT_TYPES if t.plover} == PLOVER
    assert all(t.description.endswith(".") for t in EVENT_TYPES)


@pytest.mark.parametrize("file", TYPE_FILES)
def test_every_type_has_examples_and_rejects(file):
    for table in read_rules(file)["type"]:
        assert table["examples"], table["name"]
        assert table["rejects"], table["name"]
        assert set(table) <= {
            "name",
            "description",
            "plover",
            "verbs",
            "nouns",
            "weak",
            "names",
            "name_starts",
            "name_ends",
            "adjectives",
            "examples",
            "rejects",
        }


def test_a_noun_is_either_plain_or_weak():
    assert not set(lexicon.words("nouns").alone) & set(lexicon.words("weak").alone)


def test_a_word_with_two_types_is_refused_with_file_and_line(monkeypatch, fresh_rules):
    def twice(text: str) -> str:
        return text.replace('verbs = "drizzle ', 'verbs = "evacuate drizzle ')

    monkeypatch.setattr(rule_files, "RULES", fresh_rules("types/world.toml", twice))

    with pytest.raises(RuleError, match=r"types/world\.toml:\d+: 'evacuate' is natural_disaster already$"):
        lexicon.words("verbs")


def test_broken_toml_is_refused_with_file_and_line(monkeypatch, fresh_rules):
    monkeypatch.setattr(rule_files, "RULES", fresh_rules("types/law.toml", lambda text: text + "\n[[type"))

    with pytest.raises(RuleError, match=r"types/law\.toml:\d+: not TOML: Expected"):
        lexicon.words("verbs")


@pytest.fixture
def fresh_rules(tmp_path):
    """A copy of the rule files with one of them changed, read anew and forgotten afterwards."""
    import shutil

    def copy(file, change):
        folder = tmp_path / "rules"
        shutil.copytree(rule_files.RULES, folder)
        path = folder / file
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
        forget()
        return folder

    def forget():
        rule_files.rule_file.cache_clear()

    yield copy
    forget()


@pytest.mark.parametrize("name", ["reporting", "aspect", "state"])
def test_words_with_a_class_of_their_own_have_a_type(name):
    rule = read_rules("events.toml")[name]
    known = {field: {*lexicon.words(field).alone} for field in ("verbs", "nouns")}

    for field, lemmas in known.items():
        assert set(rule.get(field, "").split()) <= lemmas
    either = {w for field in known for w in [*lexicon.words(field).alone, *lexicon.words("weak").alone]}
    either |= {lemma + other for lemma, beside in lexicon.words("verbs").beside.items() for other in beside}
    assert set(rule["not"].split()) <= either
