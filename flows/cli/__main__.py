"""`python -m flows.cli` is the command `dateline`."""

from flows.cli import main

main()
