"""Who says so stands in a title only where nobody's article says it in its own voice."""

from __future__ import annotations

import pytest

from tests.transforms.made_mentions import mention
from transforms.coreference.title import spoken

CLAIM = "Union says a fire breaks out on the ferry"
OPENING = len("Union says ")


@pytest.mark.parametrize(
    ("others", "title"),
    [
        ([], CLAIM),
        ([{"speakers": ("coast guard",)}], CLAIM),
        ([{"modality": "possible"}], CLAIM),
        ([{}], "A fire breaks out on the ferry"),
    ],
    ids=["alone", "another speaker", "another article's guess", "another article's own voice"],
)
def test_a_claim_loses_its_speaker_where_it_is_told_plainly(others, title):
    claim = mention("a1", title=CLAIM, title_opening=OPENING, speakers=("Union",))
    others_tell = [mention("b1", **other) for other in others]

    assert spoken(claim, [claim, *others_tell]) == title


def test_a_title_without_a_speaker_stays():
    plain = mention("a1", title="Says who, the union asks")

    assert spoken(plain, [plain, mention("b1")]) == "Says who, the union asks"
