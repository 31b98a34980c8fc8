"""SQL lives in files: this reads them by name, each as it would run in the duckdb shell."""

from __future__ import annotations

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def statement(name: str) -> str:
    """The text of `warehouse/<name>.sql`.

    Raises:
        FileNotFoundError: where there is no such file.
    """
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")
