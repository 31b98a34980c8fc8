"""What does dateline go by?  Rule files by language, tables, what reads them, and the versions of all stages.

In: TOML files.  Out: their tables, with faults that name file and line.  Open `files.py` first; `versions.py` says when
something must be made anew.
"""
