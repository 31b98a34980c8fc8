"""What does an article say?  Pure functions over frozen values.

In: the bytes of a document.  Out: expressions of time and events, and of many articles the events that they tell of.
Open `annotate.py` first: an article's way; the values are in `model.py`.
"""
