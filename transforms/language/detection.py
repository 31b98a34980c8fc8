"""The language of an article: named by its source, by its markup, else detected from its text, once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_CODE = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8}){0,3}")
_ENOUGH = 40
"""Fewer letters than this are too few for a detector."""
_SAMPLE = 4_000
"""Characters looked at: more changes nothing and costs time."""


def language_code(named: str | None) -> str | None:
    """The bare language of a tag such as `en-GB` or `pt_BR`; `None` where it is not one.

    `und`, `mul` and `zxx` (ISO 639: undetermined, several, none) name no language.
    """
    m = _CODE.fullmatch((named or "").strip())
    if m is None:
        return None
    code = m["language"].lower()
    return None if code in ("und", "mul", "zxx", "xx") else code


def detect_language(text: str, named: str | None = None) -> tuple[str | None, float | None]:
    """The language and how sure that is: 1.0 where named, else the detector's probability; twice `None` is unknown."""
    code = language_code(named)
    if code is not None:
        return code, 1.0
    sample = text[:_SAMPLE]
    if sum(c.isalpha() for c in sample) < _ENOUGH:
        return None, None
    code, probability = _identifier().classify(sample)
    return str(code), round(float(probability), 4)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    # Imported here: most articles come with their language named, and the model takes a fifth of a second.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
