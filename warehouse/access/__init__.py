"""What can be asked of a published file?

In: a file that was published, filters or SQL.  Out: rows, in a terminal's or a program's formats.  Open `timeline.py`
first.
"""
