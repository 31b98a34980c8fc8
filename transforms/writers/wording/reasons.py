"""What a rule that dates events means, in words for readers who do not know the rules."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def _words() -> dict[str, str]:
    return tomllib.loads((Path(__file__).parent / "reasons.toml").read_text(encoding="utf-8"))


def reason_in_words(rule_id: str | None) -> str | None:
    """Return the sentence for a rule's id; the id with spaces for hyphens where there is none, `None` for none."""
    return None if rule_id is None else _words().get(rule_id, rule_id.replace("-", " "))
