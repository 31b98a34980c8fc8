"""The language of an article: named by its source, by its markup, else detected from its text, once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_CODE = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8}){0,3}")
_ALIASES = {
    "no": "nb", "nor": "nb", "nob": "nb", "nno": "nn", "iw": "he", "in": "id", "ji": "yi", "mo": "ro", "sh": "sr",
    "eng": "en", "deu": "de", "ger": "de", "spa": "es", "fra": "fr", "fre": "fr", "ita": "it", "por": "pt", "nld": "nl",
    "dut": "nl", "rus": "ru", "ukr": "uk", "pol": "pl", "ces": "cs", "cze": "cs", "slk": "sk", "slo": "sk", "slv": "sl",
    "hun": "hu", "ron": "ro", "rum": "ro", "bul": "bg", "srp": "sr", "hrv": "hr", "bos": "bs", "mkd": "mk", "mac": "mk",
    "ell": "el", "gre": "el", "tur": "tr", "ara": "ar", "heb": "he", "fas": "fa", "per": "fa", "hin": "hi", "ben": "bn",
    "urd": "ur", "tam": "ta", "tel": "te", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko", "vie": "vi", "tha": "th",
    "ind": "id", "msa": "ms", "may": "ms", "swe": "sv", "dan": "da", "fin": "fi", "isl": "is", "ice": "is", "est": "et",
    "lav": "lv", "lit": "lt", "cat": "ca", "glg": "gl", "eus": "eu", "baq": "eu", "gle": "ga", "cym": "cy", "wel": "cy",
    "sqi": "sq", "alb": "sq", "hye": "hy", "arm": "hy", "kat": "ka", "geo": "ka", "kaz": "kk", "swa": "sw", "afr": "af",
}  # fmt: skip
"""Codes of ISO 639-2 and old ones of 639-1, as the code of 639-1 that is in use; Norwegian is mostly Bokmål."""
_ENOUGH = 40
"""Fewer letters than this are too few for a detector."""
_SAMPLE = 4_000
"""Characters looked at: more changes nothing and costs time."""


def language_code(named: str | None) -> str | None:
    """Return the bare language of a tag such as `en-GB`, `pt_BR` or `eng`; `None` where it names no known language.

    Markup holds anything: `und`, `x-default`, `en, de`, a template's placeholder.  What nothing here could use is
    unknown, so that the text itself decides.
    """
    m = _CODE.fullmatch((named or "").strip())
    if m is None:
        return None
    code = m["language"].lower()
    code = _ALIASES.get(code, code)
    return code if code in _known() else None


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """Return the languages that have month names: those of CLDR, as dateparser carries them."""
    from dateparser.data.languages_info import language_order

    return frozenset(code.partition("-")[0] for code in language_order)


def detect_language(text: str, named: str | None = None) -> tuple[str | None, float | None]:
    """Return the language and its probability: 1.0 if the article names it, else the detector's; `None` if unknown."""
    code = language_code(named)
    if code is not None:
        return code, 1.0
    sample = text[:_SAMPLE]
    if sum(c.isalpha() for c in sample) < _ENOUGH:
        return None, None
    code, probability = _identifier().classify(sample)
    return _ALIASES.get(str(code), str(code)), round(float(probability), 4)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    # Imported here: most articles come with their language named, and the model takes a fifth of a second.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
