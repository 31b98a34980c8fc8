"""Whether the packages that dateline is made of are dateline's own.

Installed, they lie within this package and nothing can stand in their way.  In a checkout, and in an editable install,
they are folders beside it (`flows`, `transforms`, …), names that a project of somebody else's may have as well.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import PathFinder
from pathlib import Path

PACKAGES = ("flows", "expectations", "warehouse", "transforms")
_HERE = Path(__file__).resolve().parent


def require_own_packages() -> None:
    """Find out whether each name leads to the folder beside this package.

    Raises:
        SystemExit: where the command is what was started.
        ImportError: where another package of that name stands in the way, naming its place and what to do.
    """
    if (_HERE / "flows").is_dir():
        return
    for name in PACKAGES:
        place = _place(name)
        if place is not None and place != _HERE.parent / name:
            line = (
                f"{place} stands in the way of dateline's own package {name!r}, since this is a checkout or an editable"
                " install of dateline: install it as it is meant to be (pip install dateline), or use another folder"
            )
            if _is_command():
                sys.exit(f"dateline: {line}")
            raise ImportError(line)


@contextmanager
def without_current_folder() -> Iterator[None]:
    """Import nothing from the current folder within the block, unless it is where this package itself lies."""
    before, here = list(sys.path), Path.cwd().resolve()
    if here != _HERE.parent:
        sys.path[:] = [entry for entry in before if Path(entry or ".").resolve() != here]
    try:
        yield
    finally:
        sys.path[:] = before


def _is_command() -> bool:
    """True if Python was started for the command: as its script, or with `-m`, of which it says no more so far."""
    return sys.argv[0] == "-m" or Path(sys.argv[0]).name == "dateline"


def _place(name: str) -> Path | None:
    """Return the folder of a package, without importing it; `None` where there is none."""
    loaded = sys.modules.get(name)
    spec = loaded.__spec__ if loaded is not None else PathFinder.find_spec(name)
    if spec is None:
        return None
    if spec.origin:
        return Path(spec.origin).resolve().parent
    return next((Path(folder).resolve() for folder in spec.submodule_search_locations or ()), None)
