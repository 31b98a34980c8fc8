"""The newest of every dependency, whatever its bound, in an environment of its own, and what the tests say.

    python scripts/try_newest.py                          the whole suite
    python scripts/try_newest.py tests/expectations       some of it

Prints a report in Markdown and ends with the tests' exit code.  `.ci/weekly` does it once a week.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def bounds() -> dict[str, str]:
    """Return each dependency with its bound, as pyproject.toml has it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = [*project["project"]["dependencies"], *project["dependency-groups"]["test"]]
    found = {}
    for line in declared:
        match = _NAME.match(line)
        if match:
            found[match[0]] = line[match.end() :].strip()
    return found


def installed(folder: Path) -> dict[str, str]:
    """Return what an environment holds, by normal name."""
    (packages,) = folder.glob("lib/python*/site-packages")
    found: list[Distribution] = list(distributions(path=[str(packages)]))
    return {normal(one.metadata["Name"]): one.version for one in found}


def normal(name: str) -> str:
    """Return a package's name as the registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> int:
    """Install, test, report."""
    with tempfile.TemporaryDirectory(prefix="dateline-newest-") as name:
        folder = Path(name)
        venv.create(folder, with_pip=True)
        python = folder / "bin" / "python"
        wanted = bounds()
        # The resolver would hold packages back that others bound: each is taken by itself, after all that they need.
        for options in (["-U", *wanted], ["-U", "--no-deps", *wanted], ["--no-deps", "-e", str(ROOT)]):
            subprocess.run([python, "-m", "pip", "install", "-q", *options], check=True)
        conflicts = subprocess.run([python, "-m", "pip", "check"], capture_output=True, text=True, check=False).stdout
        tests = subprocess.run(
            [python, "-m", "pytest", "-q", *sys.argv[1:]], cwd=ROOT, capture_output=True, text=True, check=False
        )
        there = installed(folder)
    print("| package | bound | newest |\n|---|---|---|")
    for package, bound in wanted.items():
        print(f"| {package} | `{bound or 'none'}` | {there.get(normal(package), 'missing')} |")
    print(f"\nWhat packages say of one another:\n\n```\n{conflicts}```")
    print(f"\nWhat the tests say:\n\n```\n{tests.stdout[-6_000:]}```")
    return tests.returncode


if __name__ == "__main__":
    sys.exit(main())
