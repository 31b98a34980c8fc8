"""Articles of one running matter are a story, whatever the order they come in."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.stories.grouping import central, fold, in_columns
from transforms.stories.terms import terms_of
from transforms.stories.values import UNDATED, StoryArticle, Term
from warehouse.stories.profiles import without

FIRST = date(2031, 5, 2)


def quake(town: str, nth: int) -> str:
    told = ("struck before dawn", "left roofs cracked", "sent people into the streets", "shook chimneys down")[nth % 4]
    mayor, river, bridge = {"Tarvik": ("Solveig Aune", "Lysna", "Kapp"), "Osselo": ("Renzo Maldi", "Terra", "Vigna")}[
        town
    ]
    return (
        f"An earthquake {told} in {town}. Mayor {mayor} said rescuers dug in the rubble by the {river} river, and the {bridge}"
        f" bridge in {town} fell. {mayor.split()[1]} asked for tents for {town}."
    )


def tunnel(nth: int) -> str:
    told = ("flooded", "was pumped dry", "stayed shut", "cost millions more")[nth % 4]
    return (
        f"The Brennick tunnel {told}, said Halvorsen Rail. Engineers of Halvorsen drill under the Orla fjord, and the"
        f" Brennick tunnel is years late; drilling stopped when seawater broke through the tunnel's wall."
    )


def article(article_id: str, text: str, day: int | None, *, ties: bool = True) -> StoryArticle:
    when = UNDATED if day is None else FIRST + timedelta(days=day)
    return StoryArticle(article_id, when, terms_of(None, text, "en"), ties)


TUNNEL = [article(f"tunnel-{n}", tunnel(n), 9 * n) for n in range(5)]
TARVIK = [article(f"tarvik-{n}", quake("Tarvik", n), n // 2) for n in range(5)]
OSSELO = [article(f"osselo-{n}", quake("Osselo", n), n // 2) for n in range(5)]
BREAD = [article("bread", "Bakers in Lund say that rye bread sells better with caraway seeds.", 1)]


def stories(articles: list[StoryArticle]) -> dict[str, str]:
    """Return the founder of each article, all folded at once."""
    columns, _ = in_columns(articles)
    ids = [a.article_id for a in sorted(articles, key=lambda a: (a.day, a.article_id))]
    founders: dict[str, str] = {}
    for _, moved in fold(columns, np.full(len(ids), -1, dtype=np.int64)):
        founders |= {ids[m.article]: ids[m.founder] for m in moved}
    return founders


def groups(articles: list[StoryArticle]) -> set[frozenset[str]]:
    of = stories(articles)
    return {frozenset(a for a in of if of[a] == founder) for founder in of.values()}


def ids(*parts: list[StoryArticle]) -> set[frozenset[str]]:
    return {frozenset(a.article_id for a in part) for part in parts}


def test_articles_of_one_matter_are_a_story_and_an_article_beside_them_is_in_none():
    assert groups([*TUNNEL, *BREAD]) == ids(TUNNEL, BREAD)


def test_two_like_happenings_of_one_week_stay_two_stories():
    assert groups([*TARVIK, *OSSELO]) == ids(TARVIK, OSSELO)


def test_a_story_pauses_and_comes_back():
    later = [article("tunnel-late", tunnel(1), 400)]

    assert groups([*TUNNEL, *later]) == ids([*TUNNEL, *later])


def test_articles_without_a_day_find_their_story_by_words():
    undated = [article("tunnel-undated", tunnel(3), None)]

    assert groups([*TUNNEL, *TARVIK, *undated]) == ids([*TUNNEL, *undated], TARVIK)


def test_a_page_of_many_stories_belongs_to_one_and_ties_none():
    both = article("latest", f"{tunnel(0)} {tunnel(1)} {quake('Tarvik', 1)}", 2, ties=False)
    found = groups([*TUNNEL, *TARVIK, both])

    assert found == ids([*TUNNEL, both], TARVIK)


def test_an_article_of_two_stories_has_its_main_one_and_the_other_is_noted():
    both = article("both", f"{tunnel(0)} {quake('Tarvik', 1)}", 90)
    columns, _ = in_columns([*TUNNEL, *TARVIK, both])
    last = list(fold(columns, np.full(11, -1, dtype=np.int64)))[-1][1]
    of = stories([*TUNNEL, *TARVIK, both])

    assert [m.other is not None for m in last] == [True]
    assert of["both"] in {"tunnel-0", "tarvik-0"}


def test_a_story_is_known_by_its_earliest_article_and_shown_by_its_most_central():
    columns, _ = in_columns(TUNNEL)
    founders = np.zeros(len(TUNNEL), dtype=np.int64)

    assert set(stories(TUNNEL).values()) == {"tunnel-0"}
    assert [(group, at in range(len(TUNNEL))) for group, at in central(columns, founders)] == [(0, True)]


def test_reasons_are_the_words_that_an_article_shares_with_its_story():
    columns, words = in_columns(TUNNEL)
    moved = [m for _, day in fold(columns, np.full(len(TUNNEL), -1, dtype=np.int64)) for m in day]
    last = moved[-1].reasons

    assert {words[number] for number, _ in last} & {("brennick", True), ("halvorsen", True), ("tunnel", False)}
    assert all(0 < part <= 1000 for _, part in last)


WORDS = st.lists(
    st.builds(Term, st.sampled_from("abcdefgh"), st.booleans(), st.integers(1, 1000)),
    max_size=5,
    unique_by=lambda w: (w.word, w.named),
)
ARTICLES = st.lists(
    st.builds(
        StoryArticle,
        st.integers(0, 40).map(str),
        st.one_of(st.integers(0, 5).map(lambda n: FIRST + timedelta(days=n)), st.just(UNDATED)),
        WORDS.map(tuple),
        st.booleans(),
    ),
    max_size=14,
    unique_by=lambda a: a.article_id,
)


@given(ARTICLES, st.integers(0, 14), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_any_order_and_any_number_of_runs_give_the_same_stories(articles, cut, random):
    whole = stories(articles)
    shuffled = random.sample(articles, len(articles))
    assert stories(shuffled) == whole

    early = shuffled[:cut]
    kept = _steps(early)
    late = min((a.day for a in shuffled[cut:]), default=None)
    if late is not None:
        before = {a: founder for day, a, founder in kept if day < late}
        columns, _ = in_columns(articles)
        ordered = [a.article_id for a in sorted(articles, key=lambda a: (a.day, a.article_id))]
        founders = np.array([ordered.index(before[a]) if a in before else -1 for a in ordered], dtype=np.int64)
        for _, moved in fold(columns, founders):
            before |= {ordered[m.article]: ordered[m.founder] for m in moved}
        assert before == whole


def _steps(articles: list[StoryArticle]) -> list[tuple[date, str, str]]:
    columns, _ = in_columns(articles)
    ordered = [a.article_id for a in sorted(articles, key=lambda a: (a.day, a.article_id))]
    steps = fold(columns, np.full(len(ordered), -1, dtype=np.int64))
    return [(day, ordered[m.article], ordered[m.founder]) for day, moved in steps for m in moved]


def test_words_are_weighed_against_their_own_language():
    german = {w.word: w.weight for w in terms_of(None, "Der Tunnel und der Zug und der Fjord: und so weiter.", "de")}

    assert german.get("und", 0) < german["fjord"]


def test_of_a_language_without_a_list_only_names_tell():
    norwegian = terms_of(
        None, "Tunnelen under Orlafjorden er stengt, og toget til Brennick venter på Orlafjorden.", "nb"
    )

    assert {w.word for w in norwegian} == {"tunnelen", "orlafjorden", "brennick"}


def test_what_is_no_part_of_an_article_tells_nothing_of_it():
    assert without("news read more end", [(5, 9), (7, 15)]) == "news end"
