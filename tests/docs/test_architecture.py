"""The page on architecture and the tree say the same."""

import re
from pathlib import Path

from tests.conftest import REPOSITORY
from tests.test_rooms import NAMES

PAGE = (REPOSITORY / "docs" / "architecture.md").read_text(encoding="utf-8")
PATHS = re.findall(r"`((?:dateline|docs|expectations|flows|transforms|warehouse)/[\w./-]*)`", PAGE)


def test_every_room_is_on_the_page():
    assert set(NAMES) - {path.rstrip("/") for path in PATHS} == set()


def test_every_path_on_the_page_exists():
    assert [path for path in PATHS if not Path(REPOSITORY / path).exists()] == []


def test_every_stage_of_the_pipeline_is_on_the_page_in_its_order():
    named = [PAGE.find(f"`flows/stages/{stage}.py`") for stage in ("ingest", "annotate", "candidate", "release")]

    assert -1 not in named
    assert named == sorted(named)
