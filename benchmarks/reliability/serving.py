"""Servers on this machine that drip, loop, lie and never end: each costs its own document, within its time."""

from __future__ import annotations

import json
import time
from pathlib import Path

from benchmarks.reliability.outcome import Outcome, run
from benchmarks.reliability.seeds import write_sound
from tests.flows.misbehaving_server import misbehaving_server

PATHS = (
    "slow", "dripping", "interim", "dripped-headers", "trailers", "list-of-itself.txt", "later", "endless", "short",
    "loop", "far", "to-file", "to-private-path", "to-metadata", "latin", "packed", "deflated", "bomb", "cut-packed",
    "busy-long", "broken-once", "hangs-up", "nonsense", "feed", "list", "list.csv", "gone",
)  # fmt: skip
SOUND = 4
LONGEST = 30.0
"""Seconds that one address may take: three tries, and for each three times two seconds' patience."""
_SETTINGS = """[fetch]
allow_private = true
timeout_seconds = 2.0
host_pause_seconds = 0.0
[read]
max_megabytes = 2
"""


def campaign(folder: Path, rounds: int) -> Outcome:
    """Read every ill-behaved address beside sound articles, each in a run of its own."""
    outcome = Outcome("ill-behaved answers")
    settings = folder / "dateline.toml"
    settings.write_text(_SETTINGS, encoding="utf-8")
    sound = write_sound(folder / "in", SOUND)
    with misbehaving_server() as server:
        for nth in range(rounds):
            for path in PATHS:
                _read(outcome, [sound, f"{server.address}/{path}"], folder / f"store-{nth}", settings)
                outcome.count += 1
    return outcome


def _read(outcome: Outcome, sources: list[object], store: Path, settings: Path) -> None:
    begun = time.monotonic()
    done = run("run", *sources, "--direct", "--workers", 1, "--store", store, "--config", settings, "--json")
    outcome.listen(done.stderr + done.stdout, str(sources[1]))
    if done.returncode:
        outcome.note("ended", f"{sources[1]}: exit {done.returncode}: {done.stderr}")
    elif json.loads(done.stdout)["articles"]["seen"] < SOUND:
        outcome.note("lost", f"{sources[1]}: {done.stdout}")
    if (spent := time.monotonic() - begun) > LONGEST + 30:
        outcome.note("ended", f"{sources[1]}: took {spent:.0f} s")
