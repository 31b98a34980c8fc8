"""Why a source, a document or a row was refused: the closed list of reason codes, with meaning and remedy."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.model import Refusal


@dataclass(frozen=True, slots=True)
class Reason:
    """What a reason code means to a reader of the quarantine, and what they can do."""

    meaning: str
    remedy: str
    warning: bool = False
    """The document went through all the same: a note about it, not a refusal of it."""


REASONS: dict[str, Reason] = {
    # documents
    "empty": Reason("there are no bytes, or white space alone", "fetch the document again, or take it out"),
    "no_text": Reason(
        "the document holds no running text that could be read",
        "look at it in a browser: if the text is loaded by a script, save the page as shown",
    ),
    "binary": Reason(
        "the bytes are not text (a picture, a program)", "give the text itself: export it as HTML or plain text"
    ),
    "unknown_kind": Reason(
        "the kind of text named for it is none that is known; its own evidence decides",
        "write news, narrative, chronology, live or transcript, or leave it out",
        warning=True,
    ),
    "undecodable": Reason("no character encoding fits the bytes", "save it as UTF-8"),
    "encoding_guessed": Reason(
        "no encoding is named and the bytes are not UTF-8: the likeliest one was taken",
        "look at the article's accents and quotes; save it as UTF-8",
        warning=True,
    ),
    "too_large": Reason(
        "it is larger than the limit for one document", "split it, or raise the setting read.max_megabytes"
    ),
    "truncated": Reason("it ends before it should", "fetch it again; what could be read before the break was read"),
    "unknown_format": Reason(
        "neither its content nor its ending is that of a format that can be read",
        "see the list of formats in docs/data-sources.md",
    ),
    "malformed_html": Reason("the page could not be parsed at all", "look at the file; fetch it again"),
    "malformed_feed": Reason("the feed could not be parsed at all", "look at the address in a browser"),
    "malformed_mail": Reason("the message has no readable text part", "look at the message in a mail program"),
    "malformed_archive": Reason("the archive is damaged or in no known form", "fetch it again"),
    "malformed_document": Reason(
        "the document is damaged, or not what it says it is", "open it in the program it is made for, and save it anew"
    ),
    "needs_ocr": Reason(
        "its pages are pictures: there is no text in it", "run OCR over it (such as ocrmypdf), and give what comes out"
    ),
    "pages_without_text": Reason(
        "some of its pages are pictures without text, or damaged; the others were read",
        "run OCR over it (such as ocrmypdf), and give what comes out",
        warning=True,
    ),
    "encrypted": Reason(
        "the document, or the archive's member, is locked with a password",
        "save it without a password; unpack an archive by hand and give the folder",
    ),
    # rows
    "malformed_json": Reason("the line is not one JSON object", "repair the line: one object a line, UTF-8"),
    "malformed_row": Reason(
        "the row does not have what an article needs, or has it in another form",
        "repair the row; docs/data-sources.md lists the columns",
    ),
    "unreadable_date": Reason(
        "a date given for the article cannot be read as a date",
        "write it as 2024-03-09, with a time and an offset where known",
        warning=True,
    ),
    "missing_file": Reason("there is no such file", "correct the path: in a manifest it is relative to the manifest"),
    "unreadable_file": Reason("the file cannot be opened", "look at its permissions"),
    "outside_source": Reason(
        "the path leads out of the SOURCE's folder", "move the file below it, or set read.outside where this is meant"
    ),
    "id_collision": Reason(
        "two contents came under one id in one run", "give each article its own id, or leave one of the two out"
    ),
    "more_refused": Reason(
        "so much of one file was refused that not all of it is listed",
        "mend the file: its first refusals say what is wrong",
    ),
    # network
    "fetch_failed": Reason("the address gave no document", "try it in a browser; it is tried again with the next run"),
    "http_error": Reason(
        "the server answered with an error", "look at the address; it is tried again with the next run"
    ),
    "timed_out": Reason(
        "the server was too slow", "it is tried again with the next run; or raise the setting fetch.timeout_seconds"
    ),
    "rate_limited": Reason("the server asked to be left alone for longer than a run waits", "run less often, or later"),
    "too_many_redirects": Reason("the address leads in circles, or too far", "give the address it should end at"),
    "robots_disallowed": Reason(
        "the site's robots.txt asks programs not to fetch this", "ask the site, or give a copy saved by hand"
    ),
    "address_refused": Reason(
        "the address is not a public http(s) address", "set fetch.allow_private where this is meant"
    ),
}


def refuse(code: str, source: str, location: str, detail: str = "") -> Refusal:
    """Return a row for the quarantine.

    Raises:
        KeyError: where the code is not on the list.
    """
    reason = REASONS[code]
    return Refusal(source, location, code, detail or reason.meaning, reason.remedy)


def fault(stage: str, location: str, error: Exception) -> Refusal:
    """Return the quarantine's row for a document on which dateline itself failed."""
    detail = f"{type(error).__name__}: {error}"
    remedy = "a fault in dateline: please report it with the document; the rest went through"
    return Refusal(location, location, f"{stage}_fault", detail, remedy, stage)


def is_warning(refusal: Refusal) -> bool:
    """True if the document went through all the same."""
    reason = REASONS.get(refusal.reason_code)
    return reason is not None and reason.warning
