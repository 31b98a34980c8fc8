"""What does a PDF or a word processor's document say, and on which page?

In: the bytes of one document.  Out: its article, with the offsets at which pages begin.  Open `pdf.py` first.
"""
