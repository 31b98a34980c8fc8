"""Which mentions are one event, and what do they say together?

In: mentions with the features that comparing needs (`features.py`).  Out: groups of mentions, each an event with its
date and title.  Open `resolve.py` first: the order of the steps.
"""
