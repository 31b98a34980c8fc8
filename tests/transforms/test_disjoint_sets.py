"""What is joined, directly or through others, is in one set, and nothing else is."""

from hypothesis import given
from hypothesis import strategies as st

from transforms.disjoint_sets import DisjointSets

nodes = st.integers(0, 12)


@given(st.lists(st.tuples(nodes, nodes), max_size=30))
def test_sets_are_what_links_reach(links):
    sets: DisjointSets[int] = DisjointSets()
    for one, other in links:
        sets.join(one, other)

    for start in range(13):
        reached, waiting = {start}, [start]
        while waiting:
            at = waiting.pop()
            for one, other in links:
                for near, far in ((one, other), (other, one)):
                    if near == at and far not in reached:
                        reached.add(far)
                        waiting.append(far)
        assert {n for n in range(13) if sets.root(n) == sets.root(start)} == reached


def test_a_set_is_known_by_the_node_that_was_named_first():
    sets: DisjointSets[str] = DisjointSets()
    sets.join("b", "c")
    sets.join("a", "c")

    assert {sets.root(n) for n in "abc"} == {"a"}
    assert sorted(sets) == ["a", "b", "c"]
