"""The parses that a store keeps: packed values by the hash of an article's text, in a file of their own.

    with kept_parses(store, made_by) as kept:
        known = kept.of({article_id: text})    # packed parses by article
        kept.keep({text: content})

The file can always be made again.  So one that is damaged, or that other code or another model filled, is dropped, and
where nothing can be written the run goes on without; `notes` says so in a line.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from transforms.ids import sha256
from transforms.language.kept import is_whole
from warehouse.storage.store import Store

_MAKER = "made_by"
_SHAPE = """
CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS parse (text_sha256 TEXT PRIMARY KEY, content BLOB NOT NULL);
"""
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_FOUND = "SELECT content FROM parse WHERE text_sha256 = ?"


class KeptParses:
    """The kept parses of one store, open."""

    def __init__(self, path: Path, made_by: str) -> None:
        """Open the file, or begin it."""
        self.notes: list[str] = []
        self._path = path
        self._made_by = made_by
        self._con: sqlite3.Connection | None = None
        with self._guarded():
            self._open()

    def of(self, texts: Mapping[str, str]) -> dict[str, bytes]:
        """Return the packed parses of some articles' texts, by article, as far as there are any."""
        found: dict[str, bytes] = {}
        with self._guarded():
            for article_id, text in texts.items() if self._con else ():
                row = self._con.execute(_FOUND, [_key(text)]).fetchone() if self._con else None
                if row and is_whole(row[0]):
                    found[article_id] = row[0]
                elif row:
                    self._note(f"{self._path}: what was damaged in it is made anew")
        return found

    def keep(self, contents: Mapping[str, bytes]) -> None:
        """Keep packed parses by their texts, all or none."""
        with self._guarded():
            if self._con and contents:
                rows = [(_key(text), content) for text, content in contents.items()]
                with self._con:
                    self._con.executemany("INSERT OR REPLACE INTO parse VALUES (?, ?)", rows)

    def close(self) -> None:
        """Close the file."""
        if self._con:
            self._con.close()
            self._con = None

    def _open(self) -> None:
        self._con = _connect(self._path)
        with self._con:
            self._con.executescript(_SHAPE)
        row = self._con.execute("SELECT value FROM fact WHERE name = ?", [_MAKER]).fetchone()
        if row and row[0] != self._made_by:
            self.close()
            drop_parses(self._path)
            self._open()
        elif not row:
            with self._con:
                self._con.execute("INSERT INTO fact VALUES (?, ?)", [_MAKER, self._made_by])

    def _note(self, line: str) -> None:
        if line not in self.notes:
            self.notes.append(line)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Begin anew where the file is damaged, and go on without where it cannot be read or written."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            self.close()
            if getattr(error, "sqlite_errorcode", None) not in _DAMAGED:
                self._note(f"{self._path}: {error}: this run keeps no parse")
                return
            self._note(f"{self._path} was damaged ({error}) and is made anew")
            with suppress(sqlite3.Error, OSError):
                drop_parses(self._path)
                self._open()


@contextmanager
def kept_parses(store: Store, made_by: str) -> Iterator[KeptParses]:
    """Open the kept parses of a store whose writer this process is."""
    kept = KeptParses(store.parses, made_by)
    try:
        yield kept
    finally:
        kept.close()


def drop_parses(path: Path) -> bool:
    """Remove a file of kept parses with its journal; true if there was one."""
    there = path.exists()
    for file in (path, path.with_name(f"{path.name}-journal")):
        file.unlink(missing_ok=True)
    return there


def forget_texts(path: Path, text_hashes: list[str]) -> bool:
    """Remove the parses of some texts, given by SHA-256, so that no byte of them is left; true if they are gone.

    A file that cannot be read is removed: nobody can tell what is in it.
    """
    if not path.exists():
        return False
    try:
        con = _connect(path)
        try:
            with con:
                con.executemany("DELETE FROM parse WHERE text_sha256 = ?", [(key,) for key in text_hashes])
        finally:
            con.close()
    except sqlite3.Error:
        drop_parses(path)
    return True


def parses_damage(path: Path) -> str | None:
    """Return what is wrong with a file of kept parses, in one line, or `None`."""
    try:
        con = _connect(path)
        try:
            said = con.execute("PRAGMA quick_check(1)").fetchone()[0]
            if said != "ok":
                return str(said).partition("\n")[0]
            broken = sum(not is_whole(content) for (content,) in con.execute("SELECT content FROM parse"))
            return f"{broken} parses are not as they were written" if broken else None
        finally:
            con.close()
    except sqlite3.Error as error:
        return str(error)


def _connect(path: Path) -> sqlite3.Connection:
    con = sqlite3.connect(path, timeout=5, check_same_thread=False)
    try:
        con.execute("PRAGMA secure_delete = ON")
        # A parse that a power cut tears is found by its hash and made again.
        con.execute("PRAGMA synchronous = OFF")
    except BaseException:
        con.close()
        raise
    return con


def _key(text: str) -> str:
    return sha256(text.encode("utf-8", "replace"))
