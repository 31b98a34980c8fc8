"""What belongs on a timeline?

In: compact rows over all mentions of an event (`values.EventFeatures`) and pairs of events mentioned together.  Out:
importance, level, parent and place in its day, each with its reasons.  Open `choose.py` first.
"""
