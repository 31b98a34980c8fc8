"""How do mentions become events without merging everything at every run?

In: the marks that intake leaves.  Out: events, groups and joins of `core`, the same as merging everything at once.
Open `resolve.py` first.
"""
