"""Which mentions of one article are one happening, and why?

In: an article's mentions in the order of the text.  Out: its happenings with what they are compared by, and the links.
Open `chains.py` first: each mention joins an earlier happening or starts one.
"""
