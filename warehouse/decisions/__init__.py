"""What did people decide about this store, and which of its rows are meant?

In: `decisions.jsonl`.  Out: `core.decision`, and for each decision the mentions and events of today.  Open `file.py`
first, then `targets.py`.
"""
