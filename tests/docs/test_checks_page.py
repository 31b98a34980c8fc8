"""The page of the checks is what the suites say."""

from expectations.describe import describe
from tests.conftest import REPOSITORY


def test_page_of_checks_is_made_from_the_suites() -> None:
    assert (REPOSITORY / "docs" / "reference" / "checks.md").read_text(encoding="utf-8") == describe() + "\n"
