"""Which release of dateline this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def release() -> str:
    """Return the version of the installed package; `0+unknown` where it is only on the path."""
    try:
        return version("dateline")
    except PackageNotFoundError:
        return "0+unknown"
