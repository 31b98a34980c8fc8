"""What of a saved page is its article, and where was it saved from?

In: the tree or the bytes of a page.  Out: the tree without what is no text, or the page in its wrapper.

Open `parts.py` first.
"""
