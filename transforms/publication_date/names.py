"""The names and words under which pages state their dates, read once from `names.toml`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from transforms.publication_date.evidence import Field

_TABLES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))


def _any_of(parts: list[str], *, whole: bool) -> re.Pattern[str]:
    joined = "|".join(re.escape(part) for part in sorted(parts, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)" if whole else joined, re.IGNORECASE)


META: dict[str, tuple[Field, int]] = {
    **dict.fromkeys(_TABLES["meta"]["published"], ("published", 0)),
    **dict.fromkeys(_TABLES["meta"]["date"], ("published", -26)),
    **dict.fromkeys(_TABLES["meta"]["generated"], ("published", -40)),
    **dict.fromkeys(_TABLES["meta"]["updated"], ("updated", 0)),
}
"""Which date a meta element's name means, and how much less its kind is trusted than others of that place."""

PUBLISHED_WORD = _any_of(_TABLES["words"]["published"], whole=True)
DATE_WORD = _any_of([*_TABLES["words"]["published"], *_TABLES["words"]["date"]], whole=True)
UPDATED_WORD = _any_of(_TABLES["words"]["updated"], whole=True)
OTHER_WORD = _any_of(_TABLES["words"]["other"], whole=True)
PUBLISHED_CLASS = _any_of(_TABLES["classes"]["published"], whole=False)
UPDATED_CLASS = _any_of(_TABLES["classes"]["updated"], whole=False)
ANOTHER_CLASS = _any_of(_TABLES["classes"]["another"], whole=False)
MARGIN_CLASS = _any_of(_TABLES["classes"]["margin"], whole=False)
BRITISH_WORD = _any_of(_TABLES["spelling"]["british"], whole=True)
AMERICAN_WORD = _any_of(_TABLES["spelling"]["american"], whole=True)
