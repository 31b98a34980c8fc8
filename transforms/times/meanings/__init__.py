"""What does a match denote?  Pure functions of the discourse and named slots, shared by all languages.

In: the discourse state and the slots of a match.  Out: an interpretation with its calendar period, or `None`.
A rule file names a meaning with its module ("days.weekday_shifted"); open `days.py` first.
"""

from transforms.times.meanings import (  # noqa: F401 -- importing a module enters its meanings
    amounts,
    clocks,
    days,
    edges,
    lengths,
    named,
    periods,
    repeats,
    reports,
    several,
    shifts,
    steps,
    years,
)
