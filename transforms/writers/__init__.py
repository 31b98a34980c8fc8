"""What does the timeline look like elsewhere?  Published rows in, the bytes of an export format out.

Each module is one format and holds its `Writer`; begin with `registry`.
"""
