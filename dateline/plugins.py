"""What a package needs to add formats, exports, languages and checks to dateline, without changing it.

A package names what it brings in its own metadata, as an entry point of one of four groups: a value of the group's
type, several, or a function without parameters that gives them.

| group | type | what it adds |
|---|---|---|
| `dateline.formats` | `Format` | a format of documents that are read |
| `dateline.writers` | `Writer` | a format of `dateline export` |
| `dateline.languages` | `Language` | a folder of rules for the times of a language |
| `dateline.checks` | `Check` | what must hold before a timeline is published |
"""

from __future__ import annotations

from typing import Literal

from expectations.checks import Check, checks_in
from transforms.model import Article, Refusal
from transforms.publication_date.evidence import DateSignal, Locale, read_signal
from transforms.publication_date.page_signals import RANKS
from transforms.readers.assemble import Found, assemble
from transforms.readers.decoding import decode
from transforms.readers.format import Format
from transforms.readers.reasons import refuse
from transforms.readers.snapshot import Snapshot
from transforms.times.languages import Language
from transforms.writers.rows import TimelineRows
from transforms.writers.writer import Writer

GROUPS = ("dateline.formats", "dateline.writers", "dateline.languages", "dateline.checks")


def date_signal(text: str, *, updated: bool = False, language: str | None = None) -> DateSignal:
    """Return the date that a document gives for itself, as a signal of when it was published or updated.

    Args:
        text: the date as it is written; one that cannot be read is kept as such, and never chosen.
        updated: whether it is the date of the last change.
        language: the language that it is written in.
    """
    field: Literal["published", "updated"] = "updated" if updated else "published"
    return read_signal("record", field, text, RANKS["record"], field, Locale(language))


__all__ = [
    "GROUPS",
    "Article",
    "Check",
    "Format",
    "Found",
    "Language",
    "Refusal",
    "Snapshot",
    "TimelineRows",
    "Writer",
    "assemble",
    "checks_in",
    "date_signal",
    "decode",
    "refuse",
]
