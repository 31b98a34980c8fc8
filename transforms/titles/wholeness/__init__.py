"""Does a shortened sentence still say what the whole one says?

In: a sentence with the words that a title keeps, or the finished line.  Out: what is wrong with it.  Open `faults.py`
first.
"""
