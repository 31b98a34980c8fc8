"""What are the sentences, words and names of a text, and in which language is it?

In: plain text.  Out: a `Parse`, and what can be asked of one.  Open `parse.py` first: the values and the protocol.
"""
