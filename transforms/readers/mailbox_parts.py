"""Mailboxes (mbox): one message after the other, separated by lines that begin with “From ”."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace

from transforms.model import Refusal
from transforms.readers.format import Documents, Format
from transforms.readers.identity import id_of_address
from transforms.readers.mail import FIELD
from transforms.readers.origin import Origin, too_large
from transforms.readers.snapshot import Snapshot, take

_FROM_LINE = re.compile(rb"From \S{1,200}.{0,60}\d{4}\s{0,2}\r?\n?$")


def messages(stream: io.BufferedReader, origin: Origin, documents: Documents) -> Iterator[Snapshot | Refusal]:
    """Return the messages of a mailbox, one at a time; each is known by its Message-ID, else by its place."""
    del documents
    limit, number, size = origin.limits.document_bytes, 0, 0
    lines: list[bytes] = []
    after_empty = True
    while True:
        line = stream.readline(limit)
        if not line or (after_empty and line.startswith(b"From ") and _FROM_LINE.match(line)):
            if number and size > limit:
                yield too_large(origin, f"{origin.uri}#{number}")
            elif lines:
                yield _message(b"".join(lines), number, origin)
            if not line:
                return
            number, size, lines = number + 1, 0, []
            continue
        after_empty = not line.strip()
        size += len(line)
        if size <= limit:
            # "From " at a line's beginning was quoted when the mailbox was written.
            lines.append(line[1:] if re.match(rb">+From ", line) else line)


def _message(payload: bytes, number: int, origin: Origin) -> Snapshot:
    named = re.search(
        rb"^message-id:\s*<([^<>\r\n]{3,250})>", payload.partition(b"\n\n")[0], re.IGNORECASE | re.MULTILINE
    )
    if named:
        name = id_of_address("mid:" + named.group(1).decode("ascii", errors="replace"))
    else:
        name = f"{origin.hints.fallback_id or 'mail'}-{number}"
    return take(
        f"{origin.uri}#{number}", payload, origin.now, "message/rfc822", replace(origin.hints, fallback_id=name)
    )


def is_mailbox(head: bytes) -> bool:
    """True if the text begins with the line that parts messages, and a message's header after it."""
    return head.startswith(b"From ") and bool(FIELD.match(head.partition(b"\n")[2]))


MBOX = Format(
    "mbox",
    unpack=messages,
    endings=("mbox",),
    media_types=("application/mbox",),
    by_name=False,
    recognise_text=is_mailbox,
)
