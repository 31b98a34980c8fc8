"""The pairs that the store keeps are those that comparing everything anew would give, whatever came and went."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.warehouse.toy import annotate, article, offer
from transforms.coreference import blocking as compared
from transforms.coreference.aggregation import order
from transforms.coreference.clustering import weigh
from transforms.coreference.resolve import happenings
from warehouse.intake.articles import articles
from warehouse.resolution import pair_weights as pairing
from warehouse.resolution.resolve import Resolved, resolve
from warehouse.storage.store import Store
from warehouse.writer import open_writer

SENTENCES = (
    "Kord attacked Selm on 2024-03-09. ",
    "Kord attacked Mirov. ",
    "Dara struck Selm, 12 killed. ",
    "Kord did not attack Dara. ",
    "Selm will attack Kord on 2024-03-20. ",
    "Dara visited Kord, then Mirov visited Selm. ",
)


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch):
    """Blocks that are large with five mentions: a handful of articles crosses the line in both directions."""
    for module in (compared, pairing):
        monkeypatch.setattr(module, "LARGE_BLOCK", 4)
        monkeypatch.setattr(module, "REACH", 2)


@st.composite
def histories(draw):
    """Runs over six articles; an article that comes again has another text, or none that tells of anything."""
    texts = st.lists(st.sampled_from(SENTENCES), max_size=3).map("".join)
    one = st.tuples(st.integers(0, 5), texts, st.sampled_from(["2024-03-10", "2024-03-12", None]))
    return draw(st.lists(st.lists(one, min_size=1, max_size=4, unique_by=lambda a: a[0]), min_size=1, max_size=5))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(histories())
def test_pairs_are_what_comparing_everything_gives(tmp_path_factory, history):
    with open_writer(Store(tmp_path_factory.mktemp("pairs"))) as con:
        for nth, run in enumerate(history):
            offer(con, f"r{nth}", [article(f"north{key}-1", text + "Ends. ", day) for key, text, day in run])
            resolve(con)
        kept = con.execute(
            "SELECT a.mention_id, b.mention_id, weight FROM core.happening_pair"
            " JOIN core.happening AS a ON a.number = one JOIN core.happening AS b ON b.number = other"
        ).fetchall()
        ids = [row[0] for row in con.execute("SELECT article_id FROM core.article").fetchall()]
        mentions = sorted((m for a in articles(con, ids) for m in annotate(a).mentions), key=order)

    found = happenings(mentions)
    name = [h.signature.first.mention_id for h in found]
    expected = {frozenset((name[i], name[j])): weight for (i, j), weight in weigh([h.signature for h in found]).items()}
    assert {frozenset(pair): weight for *pair, weight in kept} == expected
    assert len(kept) == len(expected)


def test_a_new_article_leaves_other_stories_alone(tmp_path):
    with open_writer(Store(tmp_path)) as con:
        offer(con, "r1", [article("north-1", SENTENCES[0]), article("south-1", "Orrin visited Tev. ")])
        assert resolve(con).mentions == 2
        offer(con, "r2", [article("east-1", SENTENCES[0])])

        assert resolve(con) == Resolved(mentions=2, events=1)
        assert resolve(con) == Resolved(mentions=0, events=0)
