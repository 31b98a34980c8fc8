"""What does an article say?  Pure functions over frozen values.

In: the bytes of a document.  Out: time expressions and events; of many articles, the events they report together.
Open `annotate.py` first, the order in which one article is read; the values are in `model.py`.
"""
