"""Does a change of the code change what dateline says?  Frozen answers; `python -m tests.golden` makes them anew."""
