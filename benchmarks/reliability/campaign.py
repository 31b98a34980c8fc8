"""A campaign of faults: kills runs, mutates documents, drips from ill-behaved servers, damages files, sets limits.

    python benchmarks/reliability/campaign.py                       everything, some 40 minutes
    python benchmarks/reliability/campaign.py --kills 10 --documents 200

Everything happens in a temporary folder and on loopback; every wait is bounded.  The last lines are a table: what was
done, how often, and what went wrong, by kind.  It ends with 1 where anything did.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.reliability import damaging, killing, limiting, mutating, serving
from benchmarks.reliability.outcome import HEAD, Outcome

Part = Callable[[Path], Outcome]


def parts(arguments: argparse.Namespace) -> dict[str, Part]:
    """Return what is to be done, by name."""
    seed: int = arguments.seed
    return {
        "kills": lambda folder: killing.campaign(folder, arguments.kills, seed),
        "documents": lambda folder: mutating.campaign(folder, arguments.documents, seed),
        "servers": lambda folder: serving.campaign(folder, arguments.rounds),
        "files": damaging.campaign,
        "limits": limiting.campaign,
    }


def main(given: Sequence[str] | None = None) -> int:
    """Carry out the campaign and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100, help="runs that are killed (100)")
    parser.add_argument("--documents", type=int, default=2_000, help="documents that are mutated (2000)")
    parser.add_argument("--rounds", type=int, default=1, help="rounds of ill-behaved servers (1)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other moments and mutations (1)")
    parser.add_argument("--only", nargs="*", default=[], help="some of: kills documents servers files limits")
    arguments = parser.parse_args(given)
    outcomes = []
    print(HEAD, flush=True)
    for name, part in parts(arguments).items():
        if arguments.only and name not in arguments.only:
            continue
        with tempfile.TemporaryDirectory(prefix=f"dateline-{name}-") as folder:
            begun = time.monotonic()
            outcome = part(Path(folder))
            outcome.seconds = time.monotonic() - begun
        outcomes.append(outcome)
        print(outcome.row(), flush=True)
    for outcome in outcomes:
        for line in outcome.examples:
            print(f"- {line}")
    return int(any(outcome.wrong for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
