"""Figures of one event side by side, as a table a person can read."""

from __future__ import annotations

import pytest

from tests.transforms.made_mentions import day, figure, mention
from transforms.coreference.rival_figures import agree, figures

TWELVE, THIRTY, FORTY = figure("12", 12, 12), figure("30", 30, 30), figure("40", 40, 40)
AT_LEAST_30 = figure("at least 30", 30, None, qualifier="at least")
ABOUT_30 = figure("about 30", 30, 30, qualifier="about")
NEARLY_40 = figure("nearly 40", None, 40, qualifier="nearly")
UP_TO_20 = figure("up to 20", None, 20, qualifier="up to")
TEN_MORE = figure("ten more", 10, 10, additive=True)
THIRTY_HURT = figure("30", 30, 30, "injured")


@pytest.mark.parametrize(
    ("first", "second", "both_true"),
    [
        (THIRTY, THIRTY, True),
        (THIRTY, FORTY, False),
        (AT_LEAST_30, FORTY, True),
        (AT_LEAST_30, TWELVE, False),
        (UP_TO_20, TWELVE, True),
        (UP_TO_20, THIRTY, False),
        (ABOUT_30, figure("32", 32, 32), True),
        (ABOUT_30, FORTY, False),
        (NEARLY_40, figure("38", 38, 38), True),
        (NEARLY_40, TWELVE, False),
        (NEARLY_40, figure("45", 45, 45), False),
    ],
    ids=lambda value: getattr(value, "text", str(value)),
)
def test_can_both_be_true(first, second, both_true):
    assert agree(first, second) is both_true
    assert agree(second, first) is both_true


def figures_of(*rows):
    """(outlet, published, speaker, figure) → mentions."""
    return [
        mention(
            f"{chr(97 + n)}1", site=site, published=day(published), speakers=(speaker,) if speaker else (), figures=[f]
        )
        for n, (site, published, speaker, f) in enumerate(rows)
    ]


@pytest.mark.parametrize(
    ("rows", "rivals", "replaced"),
    [
        pytest.param(
            [("x", "2025-03-01", None, THIRTY), ("y", "2025-03-01", None, FORTY)], "30|40", "", id="two outlets"
        ),
        pytest.param(
            [("x", "2025-03-01", None, THIRTY), ("x", "2025-03-02", None, FORTY)], "", "30", id="one outlet, later"
        ),
        pytest.param(
            [("x", "2025-03-01", "the mayor", THIRTY), ("y", "2025-03-02", "the mayor", FORTY)],
            "",
            "30",
            id="one speaker, later",
        ),
        pytest.param(
            [("x", "2025-03-01", "the mayor", THIRTY), ("x", "2025-03-02", "the police", FORTY)],
            "30|40",
            "",
            id="two speakers",
        ),
        pytest.param([("x", "2025-03-01", None, AT_LEAST_30), ("y", "2025-03-01", None, FORTY)], "", "", id="at least"),
        pytest.param([("x", "2025-03-01", None, THIRTY), ("y", "2025-03-01", None, TEN_MORE)], "", "", id="adds"),
        pytest.param(
            [("x", "2025-03-01", None, FORTY), ("y", "2025-03-01", None, THIRTY_HURT)], "", "", id="other measure"
        ),
        pytest.param(
            [
                ("x", "2025-03-01", None, figure("40 %", 40, 40, "share", unit="%", scope="the homes")),
                ("y", "2025-03-01", None, figure("60 %", 60, 60, "share", unit="%", scope="the shops")),
            ],
            "",
            "",
            id="other scope",
        ),
    ],
)
def test_rival_figures(rows, rivals, replaced):
    found = figures("e1", figures_of(*rows))

    assert "|".join(f.quantity.text for f in found if f.rival_group) == rivals
    assert "|".join(f.quantity.text for f in found if not f.current) == replaced


def test_each_figure_says_who_gave_it_and_when():
    (found,) = figures("e1", figures_of(("x", "2025-03-01", "the mayor", THIRTY)))

    assert (found.speaker, found.site, found.as_of) == ("the mayor", "x", day("2025-03-01"))
