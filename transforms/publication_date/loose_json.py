"""Structured data as pages hold it: JSON with the slips that templates and editors leave in it.

Wrappers of older mark-up, comments, a comma too many, escapes of another language and quotes of a headline within its
own quotes do not change what was meant.  What stays broken after that is not guessed at.
"""

from __future__ import annotations

import html
import json
import re
from typing import Any

_LONGEST = 2_000_000
_WRAPPERS = re.compile(r"^(?:\s|//|/\*|\*/|<!\[CDATA\[|<!--)+|(?:\s|//|/\*|\*/|\]\]>|-->|;)+$")
_STRING_END = re.compile(r"\s*(?:[:}\]]|$|/[/*]|,\s*(?:[\"{\[}\]\d-]|true|false|null|/[/*]|$))")
_HEX_ESCAPE = re.compile(r"[0-9a-fA-F]{2}")


def loads(text: str) -> Any:
    """Return the value of a JSON text, with its slips mended where it has any.

    Raises:
        ValueError: where it is no JSON with its slips mended either.
        RecursionError: where it is nested too deeply.
    """
    text = text.strip().lstrip("\ufeff").strip(";")
    try:
        return json.loads(text, strict=False)
    except ValueError:
        if len(text) > _LONGEST:
            raise
    bare = _WRAPPERS.sub("", text)
    if bare.startswith(("{&quot;", "[{&quot;", "{ &quot;")):
        bare = html.unescape(bare)
    return json.loads(_mended(bare), strict=False)


def _mended(text: str) -> str:
    """Return the text without comments and commas before a closing bracket, its strings with escapes of JSON."""
    out: list[str] = []
    at = 0
    while at < len(text):
        c = text[at]
        if c == '"':
            words, at = _string(text, at + 1)
            out.append(words)
        elif text.startswith("//", at):
            at = _after(text, "\n", at)
        elif text.startswith("/*", at):
            at = _after(text, "*/", at)
        else:
            if c in "}]":
                _drop_comma(out)
            out.append(c)
            at += 1
    return "".join(out)


def _after(text: str, mark: str, at: int) -> int:
    end = text.find(mark, at)
    return len(text) if end < 0 else end + len(mark)


def _drop_comma(out: list[str]) -> None:
    last = len(out) - 1
    while last >= 0 and out[last].isspace():
        last -= 1
    if last >= 0 and out[last] == ",":
        del out[last:]


def _string(text: str, at: int) -> tuple[str, int]:
    """Return a string literal from behind its opening quote, and where it ends.

    A quote ends it where what follows can follow a string; any other belongs to its words.
    """
    out = ['"']
    while at < len(text):
        c = text[at]
        if c == "\\" and at + 1 < len(text):
            escape, length = _escape(text, at)
            out.append(escape)
            at += length
        elif c == '"' and _STRING_END.match(text, at + 1):
            at += 1
            break
        else:
            out.append('\\"' if c == '"' else c)
            at += 1
    out.append('"')
    return "".join(out), at


def _escape(text: str, at: int) -> tuple[str, int]:
    r"""Return the escape at a place, in JSON's own form, and its length: `\x27` and `\'` are those of scripts."""
    mark = text[at + 1]
    if mark in '"\\/bfnrt':
        return text[at : at + 2], 2
    if mark == "u" and re.match(r"[0-9a-fA-F]{4}", text[at + 2 : at + 6]):
        return text[at : at + 6], 6
    if mark == "x" and _HEX_ESCAPE.match(text[at + 2 : at + 4]):
        return f"\\u00{text[at + 2 : at + 4]}", 4
    return (mark, 2) if mark in "'`$" else (f"\\\\{mark}", 2)
