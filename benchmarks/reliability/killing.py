"""Runs killed at moments of chance: what is published stays readable, and the next run comes to the same end."""

from __future__ import annotations

import random
import signal
import subprocess
import time
import uuid
from pathlib import Path

from benchmarks.reliability.outcome import Outcome, command, digest, environment, run
from benchmarks.reliability.seeds import write_sound

ARTICLES = 16
KILLS_A_STORE = 10
"""So many kills, then a run that is left alone."""
GONE_WITHIN = 10.0
SMALL_CHUNKS = {"DATELINE_RUN_CHUNK_KILOBYTES": "16"}


def campaign(folder: Path, kills: int, seed: int) -> Outcome:
    """Kill so many runs."""
    outcome = Outcome("runs killed")
    chance = random.Random(seed)
    sound = write_sound(folder / "in", ARTICLES)
    begun = time.monotonic()
    first = run("run", sound, "--direct", "--workers", 2, "--store", folder / "undisturbed")
    longest = time.monotonic() - begun
    outcome.listen(first.stderr, "undisturbed")
    wanted = digest(folder / "undisturbed")
    for nth in range(kills):
        store = folder / f"store-{nth // KILLS_A_STORE}"
        before = digest(store)
        _kill(outcome, sound, store, chance.uniform(0.2, longest))
        outcome.count += 1
        after = digest(store)
        if after != before and after != wanted:
            outcome.note("lost", f"kill {nth}: {after} stands where {before or 'nothing'} or {wanted} should")
        if (nth + 1) % KILLS_A_STORE == 0 or nth + 1 == kills:
            last = run("run", sound, "--direct", "--workers", 2, "--store", store)
            outcome.listen(last.stderr, f"after kill {nth}")
            if last.returncode:
                outcome.note("ended", last.stderr)
            if digest(store) != wanted or (store / "work").exists():
                outcome.note("lost", f"after kill {nth}: another digest, or work left behind")
    return outcome


def _kill(outcome: Outcome, sound: Path, store: Path, moment: float) -> None:
    """Start a run, kill it at a moment, and wait for what it started to end by itself."""
    mark = uuid.uuid4().hex
    process = subprocess.Popen(
        command("run", sound, "--direct", "--workers", 2, "--store", store),
        env=environment(MARK=mark, **SMALL_CHUNKS),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    until = time.monotonic() + GONE_WITHIN
    while (left := _running(mark)) and time.monotonic() < until:
        time.sleep(0.1)
    for line in left:
        outcome.note("running", line)


def _running(mark: str) -> list[str]:
    """Return the command lines of the processes that carry the mark; none where there is no /proc."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            zombie = (folder / "stat").read_text().rpartition(")")[2].split()[0] == "Z"
            if f"MARK={mark}".encode() in (folder / "environ").read_bytes() and not zombie:
                found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue
    return found
