"""How is it said to people?  Words for dates, reasons and sources, and text made safe to show.

In: rows and values.  Out: plain text.  Open `dates.py` first.
"""
