"""No rule file is left for a run to stumble over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
SCRIPT = """
import transforms.rules.files as reader
read, seen = reader.read_rule_file, []
reader.read_rule_file = lambda path: seen.append(path) or read(path)
from transforms.validate_rules import read_every_rule
read_every_rule()
print(*seen, sep="\\n")
"""


def test_every_rule_file_is_read() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    files = set((REPOSITORY / "transforms" / "rules").rglob("*.toml"))
    assert set(map(Path, done.stdout.split())) == files
