"""What of a page is no text of its article, and what did a browser note in it?

In: the tree or the markup of a page.  Out: the tree without that, or the note.  Open `parts.py` first.
"""
