"""What a story is called where nobody named it."""

import pytest

from transforms.writers.wording.story_name import UNNAMED, story_name


def event(importance, *actors, level="key", place=None):
    return {"level": level, "importance": importance, "actors": list(actors), "place": place}


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        pytest.param([], UNNAMED, id="nothing"),
        pytest.param([event(0.9, "a ferry")], UNNAMED, id="nobody with a name"),
        pytest.param([event(0.9, "Astrid Maren", place="Ventspils")], "Astrid Maren and Ventspils", id="who and where"),
        pytest.param([event(0.6, "Brink"), event(0.5, "Brink"), event(0.9, "Vale")], "Brink and Vale", id="the most told first"),
        pytest.param([event(0.9, "Vale", level="detail"), event(0.5, "Brink")], "Brink", id="key events alone count"),
        pytest.param([event(0.5, "Brink", "Brink", place="Brink")], "Brink", id="nobody twice"),
    ],
)  # fmt: skip
def test_story_name(events, expected):
    assert story_name(events) == expected
    assert story_name(events[::-1]) == expected
