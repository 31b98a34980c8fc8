"""What would a mention be called on a timeline?  A line of 5 to 14 words that can be understood alone.

In: a parsed article with its annotation.  Out: a `Title` for each mention.  Open `title.py` first.
"""
