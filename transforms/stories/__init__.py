"""Which articles tell of one running story?

In: articles with their days of publication and terms.  Out: for every article the story it belongs to, and why.
Stories read articles and never events.  Open `grouping.py` first.
"""
