"""Where the files of a store are.  A store is a folder; everything dateline keeps is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Store:
    """The files of one store, none of which needs to exist yet.

    `warehouse` is the writer's own; `candidate` what is being judged; `timeline` the published file, which readers open
    at any time; `quality` the outcome of every run; `versions` the last few published files; `decisions` what people
    settled.
    """

    path: Path

    @property
    def warehouse(self) -> Path:
        """raw, core and ops: the writer's own."""
        return self.path / "warehouse.duckdb"

    @property
    def candidate(self) -> Path:
        """What would be published: kept where the gate stays closed."""
        return self.path / "candidate.duckdb"

    @property
    def timeline(self) -> Path:
        """The published file."""
        return self.path / "timeline.duckdb"

    @property
    def quality(self) -> Path:
        """Runs, checks and quarantine."""
        return self.path / "quality.duckdb"

    @property
    def decisions(self) -> Path:
        """What people decided, one decision a line: the store's second input beside the articles."""
        return self.path / "decisions.jsonl"

    @property
    def parses(self) -> Path:
        """The parses that are kept, so that other rules need no other parse: gone, they are made again."""
        return self.path / "parses.sqlite"

    @property
    def lock(self) -> Path:
        """Held by the one writer; names it."""
        return self.path / "writer.lock"

    @property
    def versions(self) -> Path:
        """Folder of the published files that are kept."""
        return self.path / "versions"

    @property
    def reports(self) -> Path:
        """Folder of the quality report."""
        return self.path / "reports"

    @property
    def site(self) -> Path:
        """Folder of the page."""
        return self.path / "site"

    @property
    def exports(self) -> Path:
        """Folder of exports written without a path of their own."""
        return self.path / "exports"

    @property
    def work(self) -> Path:
        """Folder of what a run under way hands from stage to stage; a killed run leaves it behind."""
        return self.path / "work"

    def version(self, number: int) -> Path:
        """Return the file of one published version."""
        return self.versions / f"{number}.duckdb"

    def kept_versions(self) -> tuple[int, ...]:
        """Numbers of the published versions that are kept, in order."""
        return tuple(sorted(int(file.stem) for file in self._version_files()))

    def _version_files(self) -> Iterator[Path]:
        return (file for file in self.versions.glob("*.duckdb") if file.stem.isdigit())
