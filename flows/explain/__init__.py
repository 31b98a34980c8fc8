"""Why does a row say what it says?

In: an id of the published file, or a sentence.  Out: a tree of facts, each with the facts it rests on.  Open
`stored.py` first for ids and `sentence.py` for sentences.
"""
