"""What an outlet prints on page after page gives no events, whatever the order of its pages, and comes back with them."""

import itertools
from dataclasses import replace

from flows.explain.stored import explain_article, explain_mention
from flows.explain.tree import drawn
from tests.warehouse.toy import NOW, article, run
from warehouse.forget import forget
from warehouse.storage.connect import open_reader
from warehouse.storage.store import Store

LINE = "Latest: Mirov attacked Quillon harbour yesterday. "
OWN = {
    "north-1": "Kord attacked Selm on 2024-03-09. Selm mourned those whom Kord attacked. ",
    "north-2": "Dara visited Tarn on 2024-03-08. Dara and Tarn agreed on little. ",
    "north-3": "A quake hit Vell on 2024-03-07. Those who lived in Vell fled the quake. ",
}
PAGES = [article(key, text + LINE) for key, text in OWN.items()]
ELSEWHERE = article("south-1", "Vell visited Órrin on 2024-03-06. " + LINE)


def rows(store, sql):
    with open_reader(store) as con:
        return con.execute(sql).fetchall()


def attacks(store):
    """The articles that tell of the attack in the repeated line, as far as it is an event."""
    return rows(
        store,
        "SELECT article_id FROM event_mention WHERE lemma = 'attack' AND sentence LIKE 'Latest%' AND event_id IS NOT NULL ORDER BY 1",
    )


def repeated(store):
    return rows(
        store,
        "SELECT f.article_id, substring(a.text, char_start + 1, char_end - char_start) FROM article_furniture AS f"
        " JOIN article AS a USING (article_id) WHERE reason = 'repeated' ORDER BY ALL",
    )


def test_two_pages_are_no_proof(tmp_path):
    store = Store(tmp_path)
    run(store, "r1", PAGES[:2])
    assert (attacks(store), repeated(store)) == ([("north-1",), ("north-2",)], [])


def test_three_pages_of_one_outlet_are_and_another_outlet_keeps_its_own(tmp_path):
    store = Store(tmp_path)
    run(store, "r1", [*PAGES, ELSEWHERE])
    assert attacks(store) == [("south-1",)]
    assert repeated(store) == [(f"north-{n}", LINE.strip()) for n in (1, 2, 3)]
    left_out = "SELECT DISTINCT on_timeline, reason FROM event_mention WHERE sentence LIKE 'Latest%' AND site = 'north'"
    assert rows(store, left_out) == [(False, "furniture")]
    assert rows(store, "SELECT count(*) FROM event_mention WHERE sentence NOT LIKE 'Latest%' AND event_id IS NULL") == [
        (0,)
    ]


def test_every_order_and_number_of_runs_gives_the_same_timeline(tmp_path):
    digests = set()
    for nth, order in enumerate(itertools.permutations([*PAGES, ELSEWHERE])):
        if nth % 4:
            continue
        store = Store(tmp_path / str(nth))
        cuts = [order[:1], order[1:3], order[3:]] if nth % 8 else [order]
        for part, articles in enumerate(cuts):
            candidate, _ = run(store, f"r{part}", articles)
        digests.add((candidate.digest, tuple(repeated(store))))
    assert len(digests) == 1


def test_a_page_that_changes_or_is_forgotten_gives_the_line_back_to_the_others(tmp_path):
    store = Store(tmp_path)
    run(store, "r1", PAGES)
    assert attacks(store) == []
    run(store, "r2", [replace(PAGES[0], text=OWN["north-1"], updated=PAGES[0].published)])
    assert attacks(store) == [("north-2",), ("north-3",)]
    run(store, "r3", [article("north-4", "Kord did not attack Dunmore. Dunmore thanked Kord. " + LINE)])
    assert attacks(store) == []
    forget(store, "north-4", NOW)
    run(store, "r4", [article("north-5", "Dara visited Vell on 2024-03-01. ")])
    assert attacks(store) == [("north-2",), ("north-3",)]
    assert rows(store, "SELECT count(*) FROM article_furniture") == [(0,)]


def test_one_in_many_runs_equals_one_in_one(tmp_path):
    changed = replace(PAGES[0], text=OWN["north-1"], updated=PAGES[0].published)
    many, once = Store(tmp_path / "many"), Store(tmp_path / "once")
    run(many, "r1", PAGES)
    run(many, "r2", [changed, ELSEWHERE])
    run(once, "r1", [changed, *PAGES[1:], ELSEWHERE])
    events = "SELECT event_id, title, mentions, edtf FROM event ORDER BY ALL"
    assert rows(many, events) == rows(once, events)


def test_background_that_its_pages_speak_of_stays_news(tmp_path):
    background = "Mirov attacked Selm harbour on 2024-02-01. "
    pages = [
        article(f"north-{n}", f"{background}Mirov and those of Selm harbour met again for the {word} time. ")
        for n, word in enumerate(("second", "third", "fourth"), start=1)
    ]
    store = Store(tmp_path)
    run(store, "r1", pages)
    assert repeated(store) == []
    assert rows(store, "SELECT mentions FROM event WHERE event_type = 'attack'") == [(3,)]


def test_explain_says_furniture_of_a_page_and_of_a_mention(tmp_path):
    store = Store(tmp_path)
    run(
        store,
        "r1",
        [
            *PAGES,
            article("north-4", "Dara visited Dunmore on 2024-03-01. Dunmore liked Dara. Sign up for our letter. "),
        ],
    )
    with open_reader(store) as con:
        assert "furniture from 56 to 79: terms (rule subscribe)" in "\n".join(drawn(explain_article(con, "north-4")))
        assert "repeated (other pages of its outlet)" in "\n".join(drawn(explain_article(con, "north-1")))
        ((mention,),) = con.execute(
            "SELECT mention_id FROM event_mention WHERE sentence LIKE 'Latest%' LIMIT 1"
        ).fetchall()
        assert "belongs to no event: furniture" in "\n".join(drawn(explain_mention(con, mention)))
