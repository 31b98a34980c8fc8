"""Every file of a store emptied, torn, overwritten and lost: one line says so, and there is a way back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.reliability.outcome import Outcome, digest, run_here
from benchmarks.reliability.seeds import article, write_sound

FILES = (
    "timeline.duckdb", "quality.duckdb", "warehouse.duckdb", "versions/1.duckdb", "versions/2.duckdb",
    "candidate.duckdb", "fetched.json", "writer.lock",
)  # fmt: skip
READING = (["status"], ["versions"], ["timeline"], ["stories"], ["doctor"])


def emptied(file: Path) -> None:
    """Leave the name alone."""
    file.write_bytes(b"")


def torn(file: Path) -> None:
    """Cut it within its first block."""
    file.write_bytes(file.read_bytes()[:100_000] or b"x")


def overwritten(file: Path) -> None:
    """Put something else in its place."""
    file.write_bytes(b"no database at all" * 5_000)


def lost(file: Path) -> None:
    """Remove it."""
    file.unlink(missing_ok=True)


WAYS: tuple[Callable[[Path], None], ...] = (emptied, torn, overwritten, lost)


def campaign(folder: Path) -> Outcome:
    """Damage each file in each way."""
    outcome = Outcome("files damaged")
    sound = write_sound(folder / "in", 8)
    whole = folder / "whole"
    for _ in range(2):
        done = run_here("run", sound, "--direct", "--store", whole)
        outcome.listen(done.stderr, "undamaged")
        (sound / "later.jsonl").write_text(json.dumps(article(99)) + "\n", encoding="utf-8")
    for name in FILES:
        for way in WAYS:
            _damage(outcome, folder, whole, name, way)
    return outcome


def _damage(outcome: Outcome, folder: Path, whole: Path, name: str, way: Callable[[Path], None]) -> None:
    store, sound, what = folder / "store", folder / "in", f"{name} {way.__name__}"
    shutil.rmtree(store, ignore_errors=True)
    shutil.copytree(whole, store)
    if not (store / name).exists():
        (store / name).write_bytes(b"{}" if name.endswith("json") else b"")
    way(store / name)
    outcome.count += 1
    for words in READING:
        _ask(outcome, what, [*words, "--store", store])
    words = ["publish"] if outcome.count % 2 else ["run", sound, "--direct"]
    code = _ask(outcome, what, [*words, "--store", store])
    if code and name != "warehouse.duckdb":
        outcome.note("ended", f"{what}: {words[0]} does not lead back")
    if digest(store) != digest(whole):
        outcome.note("lost", f"{what}: another timeline, or none")
    if _ask(outcome, what, ["rollback", "--store", store]) not in (0, 1):
        outcome.note("ended", f"{what}: rollback")


def _ask(outcome: Outcome, what: str, words: list[object]) -> int:
    done = run_here(*words)
    outcome.listen(done.stderr, f"{what}: {words[0]}")
    if done.returncode and done.stderr.count("\n") != 1:
        outcome.note("ended", f"{what}: {words[0]}: not one line but {done.stderr!r}")
    return done.returncode
