"""How do articles and their annotations come into the store?

In: read documents, annotated articles.  Out: rows of `raw` and `core`, and marks of what must be merged.  Open
`articles.py` first, then `annotations.py`.
"""
