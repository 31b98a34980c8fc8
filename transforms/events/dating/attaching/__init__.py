"""Which event does a time expression belong to?

In: an article's parse, its expressions and its event words.  Out: attachments, each an expression at an event with
the word in front of it.  Open `attachment.py` first; the other modules are what it asks, one question each.
"""
