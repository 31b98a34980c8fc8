"""How does the store become a published file, and that file another version?

In: the rows of `core`.  Out: a candidate, a published version, quality.duckdb.  Open `build.py` first, then
`publish.py`.
"""
