"""What is kept, and how do rows become other rows?  DuckDB, the schema, and everything set-shaped, in SQL files.

In: articles and annotations.  Out: the published file and answers from it.  Open `writer.py` first; the schema is in
`migrations/` and, for what is published, in `models/published.sql`.
"""
