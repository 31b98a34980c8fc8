"""The titles of invented sentences, against those that an editor would give."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from transforms import times
from transforms.annotate import annotate_parsed
from transforms.model import Article
from transforms.rules.event_files import RULES
from transforms.titles.article import article_titles
from transforms.titles.title import LONGEST
from transforms.titles.verbatim.cut import MOST_SIGNS
from transforms.titles.wholeness.faults import FAULTS, Fault, faults_of, is_sound
from transforms.titles.wording import is_whole

TESTS = Path(__file__).parents[2]
CORPUS = tomllib.loads((TESTS / "corpus" / "titles.toml").read_text(encoding="utf-8"))
ROWS = [(kind, text, titles) for kind, table in CORPUS.items() for text, *titles in table.get("whole", ())]
_BRACKETS = re.compile(r"\[([^\]]+)\]")


def titled(text: str, parse, title: str | None = None) -> str:
    """The title of the mention in brackets."""
    found = _BRACKETS.search(text)
    assert found
    plain = text[: found.start()] + found[1] + text[found.end() :]
    article = Article("a", plain, title=title, language="en")
    annotation = annotate_parsed(article, parse(plain), times.find_times(article)).annotation
    titles = article_titles(annotation, parse(plain))
    at = {e.mention.trigger.start: t for e, t in zip(annotation.events, titles, strict=True)}
    assert found.start() in at, "no mention there"
    return at[found.start()].text


@pytest.mark.parametrize(("kind", "text", "titles"), ROWS)
def test_title(kind, text, titles, parse):
    assert titled(text, parse) in titles


@pytest.mark.parametrize(("headline", "text", "title"), CORPUS["headlines"]["headed"])
def test_an_articles_headline_is_the_title_of_what_it_tells(headline, text, title, parse):
    assert titled(text, parse, headline) == title


LISTS = tomllib.loads((RULES / "titles.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("words", "row"), [(name, row) for name, table in LISTS.items() for row in table["examples"]])
def test_a_list_of_words_gives_the_titles_that_stand_beside_it(words, row, parse):
    *headline, text, title = row
    assert titled(text, parse, *headline) == title


@pytest.mark.parametrize(("words", "row"), [(name, row) for name, table in LISTS.items() for row in table["rejects"]])
def test_a_list_of_words_keeps_from_the_titles_that_stand_beside_it(words, row, parse):
    *headline, text, title = row
    assert titled(text, parse, *headline) != title


@pytest.mark.parametrize(("fault", "line"), [(f, line) for f in FAULTS for line in f.examples])
def test_a_line_with_a_fault_is_found_out(fault: Fault, line):
    assert fault.kind in faults_of(line)


@pytest.mark.parametrize("line", [line for f in FAULTS for line in f.rejects])
def test_a_sound_line_is_let_through(line):
    assert is_sound(line)


def test_there_are_many_sentences():
    assert len(ROWS) + len(CORPUS["headlines"]["headed"]) >= 260


_SENTENCES = [
    json.loads(line)["text"] for line in (TESTS / "golden" / "sentences.jsonl").read_text("utf-8").splitlines()
]
_PLAIN = [_BRACKETS.sub(r"\1", row[1]) for row in ROWS]


@pytest.mark.parametrize("sentences", [_SENTENCES, _PLAIN], ids=["frozen", "corpus"])
def test_every_title_is_a_whole_line(sentences, parse):
    for text in sentences:
        article = Article("a", text, language="en")
        annotation = annotate_parsed(article, parse(text), times.find_times(article)).annotation
        for event, title in zip(annotation.events, article_titles(annotation, parse(text)), strict=True):
            line = title.text
            assert line, (text, event.mention.text)
            assert line == " ".join(line.split()), line
            assert not re.search(r" [,.;:!?]|[,;:]$|[(\[]$", line), line
            assert line.count("“") == line.count("”"), line
            assert line.count("(") == line.count(")"), line
            assert len(line) <= MOST_SIGNS + 2, line
            assert not line[0].islower(), line
            if title.source != "sentence":
                assert len(line.split()) <= LONGEST, line
                assert is_whole(line), line
