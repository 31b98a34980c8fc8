"""How does what was found look on a terminal and in files?

In: rows of the published file.  Out: tables, lines, exports, the state of a store.  Open `tables.py` first.
"""
