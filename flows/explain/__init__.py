"""Why does a row say what it says?  A tree of facts that lead to it.

In: an id of the published file, or a sentence.  Out: a `Fact` with the facts it rests on.  Open `stored.py` first for
ids and `sentence.py` for sentences.
"""
