"""What shapes mean: pure functions, shared by all languages, named in rule files."""

from transforms.times.meanings import amounts, clocks, days, lengths, named, periods, repeats, several, shifts  # noqa: F401
from transforms.times.meanings.registry import LAZY, MEANINGS

__all__ = ["LAZY", "MEANINGS"]
