"""Chunks of work: pieces of a stream, handed from stage to stage as files.

A stage gets a chunk's name, not its content: a name is small whatever it leads to, and any process on this machine can
open it.  The files lie in the store's `work` folder while a run lasts and are gone when it ends.
"""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar, cast

Content = TypeVar("Content")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class ChunkKind(Generic[Content]):
    """What the chunks of one kind hold: its name begins their files' names."""

    name: str

    def write(self, folder: Path, number: int, content: Content) -> Chunk[Content]:
        """Write a chunk of this kind."""
        chunk = Chunk(self, folder, number)
        with chunk.path.open("wb") as file:
            pickle.dump(content, file, protocol=pickle.HIGHEST_PROTOCOL)
        return chunk


@dataclass(frozen=True, slots=True)
class Chunk(Generic[Content]):
    """The name of a chunk that this run has written."""

    kind: ChunkKind[Content]
    folder: Path
    number: int

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / f"{self.kind.name}-{self.number:05}"

    def read(self) -> Content:
        """Return what the chunk holds."""
        with self.path.open("rb") as file:
            return cast("Content", pickle.load(file))

    def take(self) -> Content:
        """Return what the chunk holds, and remove its file."""
        content = self.read()
        self.path.unlink()
        return content

    def replace(self, kind: ChunkKind[Other], content: Other) -> Chunk[Other]:
        """Write the result of this chunk under its number, and remove the chunk's own file."""
        made = kind.write(self.folder, self.number, content)
        self.path.unlink()
        return made


@contextmanager
def work_folder(store: Path) -> Iterator[Path]:
    """Make an empty folder for a run's chunks, after removing what a killed run left in it."""
    folder = store / "work"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
