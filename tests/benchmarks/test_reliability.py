"""The campaign of faults, in small: that it finds what goes wrong is seen on something that does."""

import random

import pytest

from benchmarks.reliability import campaign, mutating, seeds
from benchmarks.reliability.outcome import Outcome
from flows.sources import open_source
from flows.stages.ingest import read_snapshot
from transforms.model import Article, Refusal


@pytest.mark.parametrize("ending", sorted(seeds.documents(0)))
def test_every_seed_is_read_as_an_article(ending, tmp_path):
    file = tmp_path / f"part-0.{ending}"
    file.write_bytes(seeds.documents(0)[ending])
    if ending == "csv":
        (tmp_path / "part-0.txt").write_text(seeds.text_of(0), encoding="utf-8")

    found = list(open_source(str(file)))
    articles = [one for item in found if not isinstance(item, Refusal) for one in read_snapshot(item)[0]]

    assert [item for item in found if isinstance(item, Refusal)] == []
    assert any(isinstance(one, Article) and "Sandvik" in one.text for one in articles)


@pytest.mark.parametrize("mutate", mutating.MUTATIONS, ids=lambda one: one.__name__)
def test_a_mutation_changes_a_document_and_comes_to_the_same_with_the_same_seed(mutate):
    data = seeds.documents(0)["html"]

    made = [mutate(data, random.Random(seed)) for seed in range(5)]

    assert made == [mutate(data, random.Random(seed)) for seed in range(5)]
    assert any(one != data for one in made)


def test_what_is_said_is_listened_to():
    outcome = Outcome("x")
    outcome.listen("all is well", "here")
    assert not outcome.wrong

    outcome.listen("Traceback (most recent call last):", "here")
    outcome.listen("dateline: a fault in dateline itself at x.py:1", "there")

    assert (outcome.tracebacks, outcome.faults, len(outcome.examples)) == (1, 1, 2)


def test_a_part_that_went_wrong_makes_the_campaign_fail(monkeypatch, capsys):
    wrong = Outcome("files damaged", count=1, lost=1, examples=["files damaged: lost: 1.duckdb"])
    monkeypatch.setattr(campaign, "parts", lambda _: {"files": lambda _: wrong, "kills": lambda _: Outcome("kills", 2)})

    assert campaign.main(["--only", "files"]) == 1
    assert "| files damaged | 1 | 1 |" in capsys.readouterr().out
    assert campaign.main(["--only", "kills"]) == 0
