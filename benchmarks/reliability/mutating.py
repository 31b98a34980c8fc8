"""Documents of every format, mutated, read beside sound ones: each run ends well, and no sound article is missing."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

from benchmarks.reliability.outcome import Outcome, run, run_here
from benchmarks.reliability.seeds import documents, write_sound

A_RUN = 100
"""Documents that one run is given."""
SOUND = 8
_DAYS = (b"9999-12-31", b"0001-01-01", b"2024-02-30", b"20240514T990000Z", b"1 Jan 99999", b"\0", b"((((")
_PIECES = (
    *(b"\0", b"\xff\xfe", b"\xe2\x80\xae", b"]]>", b"<![CDATA[", b"&#0;", b"{" * 500, b"(" * 500, b"<a " * 300),
    *(b"\r\n\r\n", b"\x1b[2J", b"\xf0\x9f\x94\xa5", b"9" * 400, b'"', b"{{ locale }}", b"and Tuesday " * 80),
)
Mutation = Callable[[bytes, random.Random], bytes]


def cut(data: bytes, chance: random.Random) -> bytes:
    """Cut the end off."""
    return data[: chance.randrange(len(data) + 1)]


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Change single bytes."""
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 20)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def inserted(data: bytes, chance: random.Random) -> bytes:
    """Put strange pieces in."""
    for _ in range(chance.randrange(1, 6)):
        place = chance.randrange(len(data) + 1)
        data = data[:place] + chance.choice(_PIECES) + data[place:]
    return data


def redated(data: bytes, chance: random.Random) -> bytes:
    """Change the date of publication."""
    day = chance.choice(_DAYS)
    for known in (b"2024-05-14", b"Tue, 14 May 2024 08:00:00 +0200", b"14 February 2024", b"Monday"):
        data = data.replace(known, day)
    return data


def doubled(data: bytes, chance: random.Random) -> bytes:
    """Repeat a stretch many times."""
    first = chance.randrange(len(data))
    last = min(len(data), first + chance.randrange(1, 200))
    return data[:last] + data[first:last] * chance.randrange(2, 60) + data[last:]


def shuffled(data: bytes, chance: random.Random) -> bytes:
    """Put the lines into another order."""
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def recoded(data: bytes, chance: random.Random) -> bytes:
    """Write it in another encoding than it says."""
    text = data.decode("utf-8", errors="replace")
    return text.encode(chance.choice(["utf-16", "utf-32", "cp1252", "utf-7", "shift_jis"]), errors="replace")


MUTATIONS: tuple[Mutation, ...] = (cut, flipped, inserted, redated, doubled, shuffled, recoded)


def campaign(folder: Path, count: int, seed: int) -> Outcome:
    """Mutate so many documents."""
    outcome = Outcome("documents mutated")
    chance = random.Random(seed)
    for nth, first in enumerate(range(0, count, A_RUN)):
        sources = write_sound(folder / f"in-{nth}", SOUND)
        for number in range(first, min(first + A_RUN, count)):
            forms = documents(number * 2)
            ending = chance.choice(sorted(forms))
            data = forms[ending]
            for mutate in chance.choices(MUTATIONS, k=chance.randrange(1, 4)):
                data = mutate(data or b" ", chance)
            (sources / f"mutated-{number}.{ending}").write_bytes(data)
            outcome.count += 1
        _read(outcome, sources, folder / f"store-{nth}")
    return outcome


def _read(outcome: Outcome, sources: Path, store: Path) -> None:
    done = run("run", sources, "--direct", "--store", store, "--json")
    outcome.listen(done.stderr, sources.name)
    if done.returncode:
        outcome.note("ended", f"exit {done.returncode}: {done.stderr}")
        return
    sound = "SELECT count(*) AS n FROM article WHERE article_id LIKE 'sound-%/sound-%' OR article_id LIKE 'sound-%'"
    here = json.loads(run_here("query", "--store", store, sound, "--format", "json").stdout)[0]["n"]
    if here < SOUND:
        outcome.note("lost", f"{sources.name}: {here} of {SOUND} sound articles")
    faults = "SELECT location, reason_code, detail FROM quarantine WHERE reason_code LIKE '%fault'"
    for row in json.loads(run_here("query", "--store", store, faults, "--format", "json").stdout):
        outcome.note("faults", f"{row['location']}: {row['reason_code']}: {row['detail']}")
