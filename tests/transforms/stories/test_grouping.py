"""Articles of one running matter are a story, whatever the order they come in."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.stories.columns import UNDATED, StoryArticle, in_columns, in_order
from transforms.stories.grouping import group
from transforms.stories.reasons import central, reasons
from transforms.stories.terms import terms_of
from transforms.stories.values import Earlier, Grouped, Joined, Term
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


def at_once(articles: list[StoryArticle]) -> Grouped:
    columns, _ = in_columns(articles)
    return group(columns, Earlier(fresh=frozenset(range(len(articles)))))


def stories(articles: list[StoryArticle]) -> dict[str, str]:
    """Return the founder of each article, all grouped at once."""
    return by_id(articles, at_once(articles))


def by_id(articles: list[StoryArticle], grouped: Grouped) -> dict[str, str]:
    named = [a.article_id for a in in_order(articles)]
    return {named[at]: named[founder] for at, founder in enumerate(grouped.founders.tolist())}


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
    others = at_once([*TUNNEL, *TARVIK, both]).others
    of = stories([*TUNNEL, *TARVIK, both])

    assert [at for at, other in others.items() if other is not None] == [len(others) - 1]
    assert of["both"] in {"tunnel-0", "tarvik-0"}


def test_a_story_is_known_by_its_earliest_article_and_shown_by_its_most_central():
    columns, _ = in_columns(TUNNEL)

    assert set(stories(TUNNEL).values()) == {"tunnel-0"}
    assert central(columns, np.arange(len(TUNNEL))) in range(len(TUNNEL))


def test_reasons_are_the_words_that_an_article_shares_with_its_story():
    columns, words = in_columns(TUNNEL)
    last = reasons(columns, np.arange(len(TUNNEL)))[len(TUNNEL) - 1]

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


@given(ARTICLES, st.integers(0, 14), st.integers(0, 14), st.randoms(use_true_random=False))
@settings(max_examples=400, deadline=None)
def test_what_came_and_went_one_after_the_other_gives_what_all_at_once_give(articles, came, went, random):
    shuffled = random.sample(articles, len(articles))
    before, after = shuffled[:came], shuffled[min(went, came) :]
    whole = at_once(after)

    again = group(in_columns(after)[0], _carried(before, at_once(before), after))

    assert (again.founders.tolist(), again.joins, again.others) == (whole.founders.tolist(), whole.joins, whole.others)


def _carried(before: list[StoryArticle], grouped: Grouped, after: list[StoryArticle]) -> Earlier:
    """Return what grouping some articles found, by the places of the articles that came after them."""
    place = {a.article_id: at for at, a in enumerate(in_order(after))}
    moved = [place.get(a.article_id, -1) for a in in_order(before)]
    return Earlier(
        [Joined(j.day, moved[j.one], moved[j.other], j.product) for j in grouped.joins],
        {moved[at]: None if o is None else moved[o] for at, o in grouped.others.items() if moved[at] >= 0},
        frozenset(place.values()) - frozenset(moved),
    )


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
