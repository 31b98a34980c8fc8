"""What belongs on a timeline: how important each event is, at which level it stands, under which other, in what order.

In: compact rows over all mentions of an event (`values.EventFeatures`) and pairs of events told together.  Out: level,
importance, parent and place in its day, each with its reasons.  Open first: `choose.py`.
"""
