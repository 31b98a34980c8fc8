"""Web archives are packed record by record: a damaged record is left out, and reading goes on with the next."""

from __future__ import annotations

import io
import zlib
from typing import Any

from transforms.readers.origin import Allowance, Unpacked

_MAGIC = b"\x1f\x8b\x08"
_CHUNK = 65_536
_GZIP = 31


class ExpansionError(Exception):
    """Packed data gives far more than text would."""


def begins_with(head: bytes, content: bytes) -> bool:
    """Return True if packed data of which this is the beginning unpacks to something that begins with `content`."""
    try:
        return zlib.decompressobj(_GZIP).decompress(head, len(content)) == content
    except zlib.error:
        return False


class Members(Unpacked):
    """The content of a gzip stream of many members, without those that are damaged.

    A member is handed on when it was unpacked whole.  One that is larger than `held` bytes is handed on as it comes:
    where that is damaged, reading ends.
    """

    def __init__(self, packed: io.BufferedReader, allowance: Allowance, *, outermost: bool, held: int) -> None:
        self._packed, self._allowance, self._outermost, self._held = packed, allowance, outermost, held
        self._window = bytearray()
        self._ready = bytearray()
        self._ended = False
        self._large: Any = None
        self._number = 0
        self.damaged: list[int] = []
        """The numbers of the members that were left out, from 1."""
        self.is_cut = False
        """True if the last member ends before it should."""

    def readable(self) -> bool:
        """Return True: it is a stream to read."""
        return True

    def readinto(self, into: Any) -> int:
        """Fill `into` with the next content; 0 at the end."""
        while not self._ready and not self._ended and self.failure is None:
            if self._large is not None:
                self._pump()
            else:
                self._next_member()
        found = self._ready[: len(into)]
        del self._ready[: len(found)]
        into[: len(found)] = found
        return len(found)

    def _next_member(self) -> None:
        if not self._find_magic(0):
            self._ended = True
            return
        self._number += 1
        unpacker, at, content = zlib.decompressobj(_GZIP), 0, bytearray()
        try:
            while not unpacker.eof:
                if at == len(self._window) and not self._more():
                    raise EOFError
                part = unpacker.decompress(bytes(self._window[at:]), _CHUNK)
                at = len(self._window) - len(unpacker.unconsumed_tail) - len(unpacker.unused_data)
                self._count(len(part))
                content += part
                if len(content) > self._held:
                    self._large = unpacker
                    break
        except (zlib.error, EOFError) as e:
            follows = self._find_magic(1)
            if isinstance(e, EOFError) and not follows:
                self.is_cut = True
            else:
                self.damaged.append(self._number)
            return
        except ExpansionError as e:
            self.failure = e
            return
        del self._window[:at]
        self._ready += content

    def _pump(self) -> None:
        """Hand on the next part of a large member."""
        unpacker = self._large
        try:
            if not self._window and not self._more():
                raise EOFError
            self._ready += (part := unpacker.decompress(bytes(self._window), _CHUNK))
            self._count(len(part))
        except (zlib.error, EOFError, ExpansionError) as e:
            self.failure = e
            return
        del self._window[: len(self._window) - len(unpacker.unconsumed_tail) - len(unpacker.unused_data)]
        if unpacker.eof:
            self._large = None

    def _find_magic(self, start: int) -> bool:
        """Drop what stands before the next member; False where there is none."""
        while (found := self._window.find(_MAGIC, start)) < 0:
            del self._window[: max(len(self._window) - len(_MAGIC) + 1, 0)]
            start = 0
            if not self._more():
                return False
        del self._window[:found]
        return True

    def _more(self) -> bool:
        part = self._packed.read1(_CHUNK)
        if self._outermost:
            self._allowance.packed += len(part)
        self._window += part
        return bool(part)

    def _count(self, size: int) -> None:
        self._allowance.unpacked += size
        if self._allowance.exceeded:
            raise ExpansionError
