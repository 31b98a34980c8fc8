"""How many lines of Python a call runs: what grows with its input can be told without a clock, the same on any machine.

Loops written in C (patterns, parsers of markup) are not seen; `benchmarks/speed/hostile.py` times those.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(call: Callable[[], object]) -> int:
    """Run the call and count the lines it ran, those of comprehensions once a turn."""
    count = 0

    def trace(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal count
        if event == "line":
            count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def grows_linearly(work: Callable[[int], Callable[[], object]], size: int, times: int = 4) -> bool:
    """Whether input that many times as long takes no more than a quarter above that many times the steps.

    Args:
        work: for a size, the call to be judged; making its input is not counted.
        size: of the shorter input; large enough that what is done once is small beside what is done for each part.
        times: how many times as long the longer input is.
    """
    work(size)()  # what is loaded or cached at the first call is not the input's
    return steps(work(times * size)) <= 1.25 * times * steps(work(size)) + 1_000
