"""The newest of every dependency, whatever its bound, in an environment of its own, and what the tests say.

    python scripts/try_newest.py                          the whole suite
    python scripts/try_newest.py tests/expectations       some of it

Prints a report in Markdown and ends with the tests' exit code, or with 124 where they did not end within `PATIENCE`.
`.ci/weekly` does it once a week.
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
PATIENCE = 7_200
"""Seconds that the tests may take."""
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_MISSING = re.compile(r"requires (\S+), which is not installed")


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


def install(python: Path, wanted: list[str]) -> str:
    """Install the newest of everything, and return what the packages then say of one another."""
    pip = [python, "-m", "pip"]
    # An older pip takes the extras "html_clean" and "html-clean" for two, and leaves out what one of them brings.
    subprocess.run([*pip, "install", "-q", "-U", "pip"], check=True)
    # The resolver would hold packages back that others bound: each is taken by itself, after all that they need.
    for options in (["-U", *wanted], ["-U", "--no-deps", *wanted], ["--no-deps", "-e", str(ROOT)]):
        subprocess.run([*pip, "install", "-q", *options], check=True)
    while True:
        conflicts = subprocess.run([*pip, "check"], capture_output=True, text=True, check=False).stdout
        # A newest release may need what the one that the resolver chose did not.
        missing = sorted({normal(name) for name in _MISSING.findall(conflicts)})
        if not missing:
            return conflicts
        subprocess.run([*pip, "install", "-q", *missing], check=True)


def test(python: Path, arguments: list[str]) -> tuple[int, str]:
    """Return the exit code and the words of the tests."""
    command = [python, "-m", "pytest", "-q", *arguments]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        try:
            done = subprocess.run(command, cwd=ROOT, stdout=said, stderr=said, timeout=PATIENCE, check=False)
            code = done.returncode
        except subprocess.TimeoutExpired:
            code = 124
        said.seek(0)
        return code, said.read()


def main() -> int:
    """Install, test, report."""
    with tempfile.TemporaryDirectory(prefix="dateline-newest-") as name:
        folder = Path(name)
        venv.create(folder, with_pip=True)
        python = folder / "bin" / "python"
        wanted = bounds()
        conflicts = install(python, list(wanted))
        there = installed(folder)
        print("| package | bound | newest |\n|---|---|---|")
        for package, bound in wanted.items():
            print(f"| {package} | `{bound or 'none'}` | {there.get(normal(package), 'missing')} |")
        print(f"\nWhat packages say of one another:\n\n```\n{conflicts}```", flush=True)
        code, said = test(python, sys.argv[1:])
    print(f"\nWhat the tests say:\n\n```\n{said[-6_000:]}```")
    return code


if __name__ == "__main__":
    sys.exit(main())
