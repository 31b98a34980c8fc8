"""What stands on a page and is no part of its news: every rule by its own examples, and what becomes of the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.steps import grows_linearly
from transforms.furniture import find_furniture, find_sentences, outside, readable
from transforms.furniture.rules import furniture_rules, read_furniture_rules
from transforms.furniture.sentences import stretches
from transforms.model import Span
from transforms.rules.files import RuleError, read_rule_file

FILLER = "The owner said nothing more. " * 12


def filled(text: str) -> str:
    return text.replace("<<300>>", FILLER.strip())


EXAMPLES = [(t["id"], filled(e["text"]), e["furniture"]) for t in furniture_rules().tables for e in t["examples"]]
REJECTS = [(t["id"], filled(text)) for t in furniture_rules().tables for text in t["rejects"]]


@pytest.mark.parametrize(("rule", "text", "furniture"), EXAMPLES)
def test_a_rule_finds_its_examples(rule, text, furniture):
    found = find_furniture(text)
    assert "|".join(item.span.of(text) for item in found) == furniture
    assert {item.rule_id for item in found} == {rule}


@pytest.mark.parametrize(("rule", "text"), REJECTS)
def test_a_rule_leaves_its_rejects_alone(rule, text):
    assert rule not in {item.rule_id for item in find_furniture(text)}


@pytest.mark.parametrize(
    ("text", "reasons", "left"),
    [
        (
            "By Ana R. Reis, Corvo Post Staff Writer\nCORVO, May 7 (AP) - The ferry sank on Monday.\n(Editing by Tom Hale)",
            ["byline", "dateline", "byline"],
            ["The ferry sank on Monday."],
        ),
        (
            "7 May 2019 Last updated at 17:57 GMT Help The ferry sank. Photograph: Ana Reis/AFP Its owner resigned.",
            ["stamp", "credit"],
            ["The ferry sank.", "Its owner resigned."],
        ),
        (
            "CORVO | Tue May 7, 2019 2:36 pm EDT CORVO (Reuters) - The ferry sank.",
            ["stamp", "dateline"],
            ["The ferry sank."],
        ),
        (
            "The mayor resigned.\nSee also: Storm shuts port\n\nThe port reopened in May.\nShare this article\nSubscribe to our letter.",
            ["link", "link", "terms"],
            ["The mayor resigned.", "The port reopened in May."],
        ),
        # Near misses: news that has the words of furniture.
        (
            "The agency published on Friday a list of all ferries.",
            [],
            ["The agency published on Friday a list of all ferries."],
        ),
        ("He contributed to this crisis, the report said.", [], ["He contributed to this crisis, the report said."]),
        (
            "Readers left 12 comments on the site before it was shut.",
            [],
            ["Readers left 12 comments on the site before it was shut."],
        ),
        (
            "The court ruled that the photos may not be published.",
            [],
            ["The court ruled that the photos may not be published."],
        ),
        ("By Tuesday the strike had spread.", [], ["By Tuesday the strike had spread."]),
    ],
)
def test_what_is_left_to_read_is_the_news(text, reasons, left):
    found = find_furniture(text)
    assert [item.reason for item in found] == reasons
    rest = readable(text, found)
    assert [part.of(rest) for part in stretches(rest)] == left


def test_a_sentence_goes_on_behind_a_credit_in_brackets():
    text = "The ferry (AP Photo/Ana Reis) sank."
    assert " ".join(readable(text, find_furniture(text)).split()) == "The ferry sank."


def test_comments_reach_to_the_end_of_the_page_and_not_into_the_article():
    comment = "I never liked him and he never liked the sea. Posted by: gull | May {day}, 2019 4:45 PM | Report abuse "
    text = FILLER + "\n" + "".join(comment.format(day=day) for day in range(1, 9))
    (thread,) = find_furniture(text)
    assert (thread.reason, thread.span.end) == ("comments", len(text.rstrip()))
    assert thread.span.start >= len(FILLER)


PIECES = st.sampled_from(
    [
        *(text for _, text, _ in EXAMPLES),
        *(text for _, text in REJECTS),
        "7 May 2019",
        "By ",
        "(",
        ")\n",
        " | ",
        "…",
        "\n",
        ". ",
    ]
)


@given(st.lists(PIECES, max_size=6).map(" ".join))
def test_nothing_moves_and_nothing_overlaps(text):
    found = find_furniture(text)
    spans = [item.span for item in found]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(not span.of(text)[-1].isspace() for span in spans)
    rest = readable(text, found)
    assert len(rest) == len(text)
    kept = [i for i in range(len(text)) if not any(span.start <= i < span.end for span in spans)]
    assert all(rest[i] == text[i] for i in kept)
    assert all(rest[i].isspace() for i in range(len(text)) if i not in set(kept))


@given(st.lists(PIECES, max_size=6).map(" ".join))
def test_stretches_cover_every_word_once(text):
    covered = "".join(part.of(text) for part in stretches(text))
    assert "".join(covered.split()) == "".join(text.split())


def test_only_spans_without_furniture_are_outside():
    text = "7 May 2019 Last updated at 09:12 GMT The ferry sank on 3 May."
    spans = [Span(0, 10), Span(27, 36), Span(text.index("3 May."), len(text) - 1)]
    assert outside(spans, find_furniture(text)) == [2]
    assert outside(spans, ()) == [0, 1, 2]


@pytest.mark.parametrize(
    "piece", ["Posted by gull. ", "By Ana Reis, ", "At 16:45 7th May ", "(Photo by ", "12 comments\n", "A.B. "]
)
def test_time_grows_with_the_length_of_the_page(piece):
    assert grows_linearly(lambda size: lambda: find_furniture(piece * size), 200)


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("The ferry sank near Corvo. Twelve drowned. {line} The ferry's owner fled Corvo.", True),
        ("The ferry carried forty people. The ferry sank near Corvo in May. {line}", True),
    ],
)
def test_a_line_that_speaks_of_nothing_on_its_page_is_foreign_to_it(text, foreign):
    line = "Puddings of the northern counties: which is finest?"
    page = text.format(line=line)
    (found,) = [s for s in find_sentences(page, ()) if s.span.of(page) == line]
    assert found.foreign is foreign


def test_background_that_speaks_of_what_its_page_speaks_of_is_not_foreign():
    page = "The ferry company was fined. The ferry sank near Corvo in May. Corvo mourned the ferry that had sunk."
    (found,) = [s for s in find_sentences(page, ()) if "sank near" in s.span.of(page)]
    assert not found.foreign


def test_the_hash_minds_the_words_and_neither_case_nor_marks():
    one, other, third = (
        find_sentences(text, ())[0].hash
        for text in ("Six ferries sank: why?", "SIX FERRIES SANK — WHY", "Six ferries sank why not")
    )
    assert one == other != third


RULE = """
[[rule]]
id = "x"
reason = "stamp"
where = "begin"
extent = "match"
pattern = 'a{1,3}'
examples = [{ text = "aa", furniture = "aa" }]
rejects = ["b"]
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"stamp"', '"clock"', "reason must be one of"),
        ('extent = "match"\n', "", "unknown or missing: extent"),
        ("a{1,3}", "a{1", ""),
        ("a{1,3}", "(", "no pattern"),
        ("a{1,3}", "<<day>>", "no part is called 'day'"),
        ('rejects = ["b"]', "rejects = []", "may not be empty"),
        ('rejects = ["b"]', 'rejects = ["b"]\nextra = 1', "unknown or missing: extra"),
    ],
)
def test_a_wrong_rule_is_refused_with_its_line(old, new, message, tmp_path):
    path = tmp_path / "furniture.toml"
    path.write_text(RULE.replace(old, new), encoding="utf-8")
    if not message:
        assert read_furniture_rules(read_rule_file(path)).rules[0].id == "x"
        return
    with pytest.raises(RuleError, match=message) as error:
        read_furniture_rules(read_rule_file(path))
    assert error.value.line == 2
    path.write_text(RULE * 2, encoding="utf-8")
    with pytest.raises(RuleError, match="occurs twice"):
        read_furniture_rules(read_rule_file(path))
