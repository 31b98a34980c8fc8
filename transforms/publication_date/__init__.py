"""When was an article published?  Every signal is kept, one decides, and without one the day stays unknown.

In: a page's markup, headers and words.  Out: signals and the decision.  Open `decision.py` first.
"""
