"""Which mentions tell of the same event, and what do they tell together?

In: mentions with what comparing needs (`features.py`).  Out: groups of mentions, each an event with its date and title.
Open `resolve.py` first: the order of the steps.
"""
