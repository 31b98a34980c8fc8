"""`python -m dateline` is the command `dateline`."""

from dateline.command import main

if __name__ == "__main__":
    main()
