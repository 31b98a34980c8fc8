"""The examples and rejects beside the rules of dating, and what a faulty rule file says."""

from __future__ import annotations

import pytest

from tests.transforms.events.dated import read
from transforms.events.dating.rules import assemble, dating_rules
from transforms.rules.files import RuleError, read_rule_file

_EXAMPLES = [(r["id"], e) for r in dating_rules().examples for e in r["examples"]]
_REJECTS = [(r["id"], text) for r in dating_rules().examples for text in r["rejects"]]
_LISTS = {
    r["id"] for r in dating_rules().examples if any("edtf" in e for e in r["examples"]) and r["id"][:5] != "date-"
}
"""Lists of words: no rules of their own, so that their rejects are sentences in which nothing is dated."""


@pytest.mark.parametrize(("rule", "example"), _EXAMPLES, ids=[f"{r}: {e['text']}" for r, e in _EXAMPLES])
def test_example(rule, example, parse):
    dated = read(parse(example["text"]), assume_reporting_day=example.get("assume_reporting_day", False))

    if "relation" in example:
        assert (example["first"], example["relation"], example["second"]) in dated.links()
        assert rule in dated.rule_ids()
    else:
        when = dated.when(example["word"])
        assert when is not None
        assert when.edtf == example["edtf"]
        if rule.startswith("date-"):
            assert rule in {e.rule_id for e in when.evidence}


@pytest.mark.parametrize(("rule", "text"), _REJECTS, ids=[f"{r}: {t}" for r, t in _REJECTS])
def test_reject(rule, text, parse):
    dated = read(parse(text), assume_reporting_day=rule == "speech-acts")

    assert rule not in dated.rule_ids()
    assert "reporting-convention" not in dated.rule_ids()
    if rule in _LISTS:
        assert not any(w.dated for w in dated.whens if w)


_RULE = '[[connective]]\nid = "date-on"\nwords = ["on"]\nmeaning = "within"\nexamples = [{}]\nrejects = ["x"]\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[connective]]\nid = 3\n", "rules.toml:2: rule '3': words is missing"),
        (_RULE.replace("within", "upon"), "rules.toml:2: rule 'date-on': meaning is one of"),
        (_RULE + "\n" + _RULE, "rules.toml:2: rule 'date-on': there is another rule of that name"),
        (_RULE.replace('["x"]', "[]"), "rules.toml:2: rule 'date-on': a rule needs examples and rejects"),
        ("\n[[conective]]\nid = 'x'\n", "rules.toml:2: no such kind of rule: conective"),
        ("[[connective]\n", "rules.toml:1: not TOML"),
    ],
)
def test_a_faulty_file_says_where(text, message, tmp_path):
    file = tmp_path / "rules.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as error:
        assemble([read_rule_file(file)])

    assert message in str(error.value)
