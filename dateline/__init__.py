"""Find what happened, and when, in news articles; publish a timeline; ask it.

    import dateline

    dateline.find_times("The court ruled last Friday.", published="2025-01-13")
    dateline.annotate("The court ruled last Friday.", published="2025-01-13").events
    dateline.read("articles/").articles
    dateline.run(["articles/"], store="news")
    with dateline.open_timeline("news") as timeline:
        timeline.query("SELECT edtf, title FROM timeline").pandas()
    print(dateline.explain("The court ruled last Friday.", published="2025-01-13"))

What is named in `__all__` is promised; nothing else of the packages is.  Importing takes a few milliseconds: what a
function needs is imported when it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.calls import annotate, explain, find_times, read, run
from dateline.deciding import decide
from dateline.shadows import require_own_packages
from dateline.timeline import Query, Rows, Timeline, open_timeline
from dateline.values import (
    Actor,
    Annotation,
    Decided,
    EventMention,
    Explanation,
    Place,
    Quantity,
    Reading,
    Statement,
    TimeExpression,
    When,
)

if TYPE_CHECKING:
    from flows.errors import DatelineError, GateClosedError
    from flows.receipt import Receipt
    from transforms.model import Article, Refusal

    __version__: str

__all__ = [
    "Actor",
    "Annotation",
    "Article",
    "DatelineError",
    "Decided",
    "EventMention",
    "Explanation",
    "GateClosedError",
    "Place",
    "Quantity",
    "Query",
    "Reading",
    "Receipt",
    "Refusal",
    "Rows",
    "Statement",
    "TimeExpression",
    "Timeline",
    "When",
    "__version__",
    "annotate",
    "decide",
    "explain",
    "find_times",
    "open_timeline",
    "read",
    "run",
]

require_own_packages()


def __getattr__(name: str) -> object:
    """Return what is imported only when it is asked for."""
    if name == "__version__":
        from dateline.release import release

        return release()
    if name in ("Article", "Refusal"):
        from transforms import model

        return getattr(model, name)
    if name in ("DatelineError", "GateClosedError"):
        from flows import errors

        return getattr(errors, name)
    if name == "Receipt":
        from flows.receipt import Receipt

        return Receipt
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
