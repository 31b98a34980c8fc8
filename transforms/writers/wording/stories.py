"""What became of a story, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_TURNS = {
    "new": "new with {articles} articles",
    "grown": "grown from {articles_before} to {articles} articles",
    "merged": "merged with {others}, which together had {articles_before} articles, now {articles}",
    "shrunk": "shrunk from {articles_before} to {articles} articles",
    "changed": "holds other articles, {articles} as before",
    "fell apart": "fell apart: of {articles_before} articles no more than {articles} are together, in {others}",
    "gone": "gone: none of its {articles_before} articles is in a story",
}


def turn_in_words(change: Mapping[str, Any]) -> str:
    """Return what became of a story since the version before."""
    others = ", ".join(change["other_story_ids"]) or "itself"
    return _TURNS[change["change"]].format(**{**change, "others": others})
