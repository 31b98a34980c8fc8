"""Bytes to text: by the declared encoding if it fits, else by the likeliest one, else not at all."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Signatures of what people put into folders beside articles.
_BINARY = (
    *(b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x00\x00\x01\x00", b"wOFF", b"OggS", b"ID3", b"RIFF"),
    *(b"\x7fELF", b"MZ\x90", b"\xca\xfe\xba\xbe", b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"PAR1"),
    *(b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!"),
)
_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE
)
_XML_ENCODING = re.compile(rb"""^\s{0,20}<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([A-Za-z0-9_.:-]{1,40})""")
_HEADER_CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
# The web's own reading of these names (WHATWG Encoding): pages that say Latin-1 or ASCII mean Windows-1252.
_WEB_NAMES = {
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    "iso-8859-9": "cp1254",
    "shift_jis": "cp932",
}
_COMMON = {name: n for n, name in enumerate(("cp1252", "cp1251", "cp1250", "cp932", "gb18030"))}
_GUESS_FROM = 200_000
# Of C0 controls, text has tab, line feed, form feed and carriage return; a few more are slips, many are not text.
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


class Decoded(NamedTuple):
    """Text, the encoding that gave it, and whether nobody had named that encoding."""

    text: str
    encoding: str
    guessed: bool


def is_binary(payload: bytes) -> bool:
    """True if the bytes are certainly not text in any encoding."""
    head = payload[:4096]
    if head.startswith(tuple(mark for mark, _ in _BOMS)):
        return False
    return head.startswith(_BINARY) or len(_CONTROLS.findall(head)) > len(head) // 50 + 1


def declared_encoding(payload: bytes, media_type: str = "") -> str | None:
    """Return the encoding that the server, the page's markup or the XML declaration names, where Python knows it."""
    named = [m.group(1) for m in (_HEADER_CHARSET.search(media_type),) if m]
    head = payload[:4096]
    named += [m.group(1).decode("ascii") for m in (_XML_ENCODING.search(head), _META_CHARSET.search(head)) if m]
    for name in named:
        try:
            codec = codecs.lookup(_WEB_NAMES.get(name.lower(), name)).name
            # Refuses the codecs that are not character encodings (base64, zip).
            b"".decode(codec)
        except (LookupError, ValueError):
            continue
        return codec
    return None


def decode(payload: bytes, media_type: str = "") -> Decoded | None:
    """Return the text of the bytes, or `None` where no encoding fits.

    A byte order mark decides; then UTF-8 where the bytes are valid UTF-8 (long valid UTF-8 by chance does not happen,
    wrong declarations do); then what is declared; then the likeliest.  Line ends become line feeds.
    """
    found = _decode(payload, media_type)
    if found is None:
        return None
    return found._replace(
        text=found.text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\N{REPLACEMENT CHARACTER}")
    )


def _decode(payload: bytes, media_type: str) -> Decoded | None:
    for mark, name in _BOMS:
        if payload.startswith(mark):
            try:
                return Decoded(payload.decode(name), name, False)
            except UnicodeDecodeError:
                break
    declared = declared_encoding(payload, media_type)
    # Seven-bit escapes are valid UTF-8 too, so these two are believed first.
    if declared in ("iso2022_jp", "hz"):
        return Decoded(payload.decode(declared, errors="replace"), declared, False)
    try:
        return Decoded(payload.decode("utf-8"), "utf-8", False)
    except UnicodeDecodeError as e:
        # A page cut off, or one stray byte in a long one, is still UTF-8.
        text = payload.decode("utf-8", errors="replace")
        lost = text.count("\N{REPLACEMENT CHARACTER}")
        if declared in (None, "utf-8") and lost <= max(1, len(text) // 2000) and e.start > 0 and not text.isascii():
            beyond = sum(1 for c in text if c > "\x7f")
            if beyond > 10 * lost or e.start >= len(payload) - 4:
                return Decoded(text, "utf-8", True)
    if declared is not None and declared != "utf-8":
        try:
            return Decoded(payload.decode(declared), declared, False)
        except UnicodeDecodeError:
            text = payload.decode(declared, errors="replace")
            if text.count("\N{REPLACEMENT CHARACTER}") <= len(text) // 500 + 1:
                return Decoded(text, declared, False)
    return _guess(payload)


def _guess(payload: bytes) -> Decoded | None:
    # Imported here: most documents are UTF-8 or say what they are, and the tables take time to load.
    from charset_normalizer import from_bytes

    fit = list(from_bytes(payload[:_GUESS_FROM], threshold=0.2))
    if not fit:
        return None
    # The library cannot tell encodings apart that give equally clean text; the commoner one is likelier.
    best = min(fit, key=lambda m: (round(m.chaos, 2), _COMMON.get(m.encoding, len(_COMMON))))
    try:
        return Decoded(
            payload.decode(best.encoding, errors="strict" if len(payload) <= _GUESS_FROM else "replace"),
            best.encoding,
            True,
        )
    except (UnicodeDecodeError, LookupError):
        return None
