"""The words by which a page shows its kind find their examples and nothing of their rejects."""

import pytest

from transforms.rules.files import read_rule_file
from transforms.text_kind.words import PATH, addressing, called_chronology, opening_a_line, running, stamped

FOUND_BY = {
    "stamped": stamped, "running": running, "addressing": addressing, "chronology": called_chronology, "before_a_day": opening_a_line,
}  # fmt: skip
CASES = [
    (table, text, field == "examples")
    for table, rule in read_rule_file(PATH).tables.items()
    for field in ("examples", "rejects")
    for text in rule[field]
]


def test_every_list_has_a_pattern():
    assert set(read_rule_file(PATH).tables) == set(FOUND_BY)


@pytest.mark.parametrize(("table", "text", "found"), CASES)
def test_words_of_a_kind(table, text, found):
    assert bool(FOUND_BY[table]().search(text)) is found
