"""What do the answers look like on a terminal and in files?

In: rows of the published file.  Out: tables, lines, exports, the state of a store.  Open `tables.py` first.
"""
