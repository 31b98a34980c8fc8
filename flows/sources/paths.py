"""Which files a folder or a manifest leads to, what they are called, and whether they lie below the SOURCE."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from transforms.model import Refusal
from transforms.readers.containers import without_ending
from transforms.readers.decoding import decode
from transforms.readers.format import HEAD
from transforms.readers.manifest import Row, read_manifest
from transforms.readers.origin import Limits
from transforms.readers.reasons import refuse
from transforms.readers.registry import recognise


def folder_of(source: str) -> Path | None:
    """Return the folder that a SOURCE's files lie below, links resolved; `None` where it is no path."""
    path = Path(source)
    try:
        return (path if path.is_dir() else path.parent).resolve()
    except (OSError, ValueError, RuntimeError):
        return None


def files(root: Path) -> Iterator[Path | Refusal]:
    """Return the files below, hidden ones left out; a folder that cannot be looked into is a refusal."""
    closed: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder, name)
    for error in closed:
        where = shown(error.filename or root)
        yield refuse("unreadable_file", where, where, error.strerror or str(error))


def shown(path: str | Path) -> str:
    """Return the path as text that can be stored: names need not be UTF-8."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def claimed(manifest: Path, limits: Limits) -> set[Path]:
    """Return the files that a manifest names."""
    try:
        if not manifest.is_file():
            return set()
        with manifest.open("rb") as stream:
            payload = stream.read(limits.document_bytes)
    except OSError:
        return set()
    decoded = decode(payload) if recognise(payload[:HEAD], manifest.name).name == "manifest" else None
    rows = read_manifest(decoded.text.splitlines(keepends=True), str(manifest)) if decoded else iter(())
    return {below(manifest, row.path) for row in rows if isinstance(row, Row) and row.path}


def below(manifest: Path, path: str) -> Path:
    """Return the file that a manifest's relative path names."""
    return Path(os.path.normpath(manifest.parent / path))


def relative_id(path: Path, root: Path) -> str:
    """Return the id of a file: its path relative to the SOURCE, without its ending."""
    return without_ending(Path(os.path.relpath(path, root)).as_posix())
