"""Whether a text without a publication date speaks from a day of its own is shown by fields of its rules."""

import pytest

from transforms.model import Article
from transforms.times import read_times

FIRST = "The ferry sank off Orvel in 1903 and was never raised."


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", FIRST, "narrative"),
        ("en", f"{FIRST} Divers went down to it yesterday.", "news"),
        ("en", f"{FIRST} Divers will go down to it next Friday.", "news"),
        ("en", f"{FIRST} Divers went down to it this afternoon.", "news"),
        ("en", f"{FIRST} Divers went down to it in the afternoon of 3 May 1904.", "narrative"),
        ("de", "Die Fähre sank am 3. Mai 1903 vor Orvel.", "narrative"),
        ("de", "Die Fähre sank am 3. Mai 1903 vor Orvel. Gestern stiegen Taucher hinab.", "news"),
        ("es", "El barco se hundió el 3 de mayo de 1903. Ayer bajaron los buzos.", "news"),
    ],
)
def test_what_is_reckoned_from_today_makes_a_text_news(language: str, text: str, kind: str) -> None:
    assert read_times(Article("a", text, language=language)).kind.kind == kind
