"""What does the timeline look like elsewhere?

In: published rows.  Out: the bytes of an export.  Each module is one format and holds its `Writer`; open `registry.py`
first.  CSV, JSON and Parquet are tables, not documents: `warehouse/access/export.py`.
"""
