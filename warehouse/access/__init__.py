"""What can be asked of a published file?

In: a published file, filters or SQL.  Out: rows, as values or as CSV, JSON and Parquet.  Open `timeline.py` first.
"""
