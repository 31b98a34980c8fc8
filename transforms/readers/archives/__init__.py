"""Which documents lie in a web archive, and how is a damaged record passed over?

In: a stream.  Out: its records, one at a time.  Open `web_archive.py` first.
"""
