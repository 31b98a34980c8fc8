"""Files put in place so that a reader sees the old one or the new one, never a part, even where the power goes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def sync(path: Path) -> None:
    """Wait until a file or a folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_file(working: Path, path: Path) -> None:
    """Put a finished file in the place of another, at once."""
    sync(working)
    working.replace(path)
    sync(path.parent)


def keep_file(path: Path, kept: Path) -> None:
    """Keep a finished file under a second name: a link where the disk allows it, since neither is ever written to."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    working = kept.with_name(kept.name + ".new")
    working.unlink(missing_ok=True)
    try:
        os.link(path, working)
    except OSError:
        shutil.copyfile(path, working)
    replace_file(working, kept)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file for people, whole or not at all: the folder is made where there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    working = path.with_name(path.name + ".new")
    try:
        working.write_bytes(content)
        replace_file(working, path)
    finally:
        working.unlink(missing_ok=True)


def put_whole(path: Path, content: bytes) -> int:
    """Write one of many files whole and return how many bytes; `sync_all` waits for all of them once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    working = path.with_name(path.name + ".new")
    try:
        working.write_bytes(content)
        working.replace(path)
    finally:
        working.unlink(missing_ok=True)
    return len(content)


def sync_all() -> None:
    """Wait until everything written is on the disk."""
    os.sync()
