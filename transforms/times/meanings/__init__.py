"""What shapes mean: pure functions, shared by all languages, named in rule files."""

from transforms.times.meanings import (  # noqa: F401
    amounts,
    clocks,
    days,
    lengths,
    named,
    periods,
    repeats,
    reports,
    several,
    shifts,
    years,
)
from transforms.times.meanings.registry import LAZY, MEANINGS

__all__ = ["LAZY", "MEANINGS"]
