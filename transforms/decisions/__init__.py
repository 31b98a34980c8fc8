"""What did a person decide about the timeline, what of it holds, and what does it make of a row?

In: lines of `decisions.jsonl`, and rows as dateline reads them.  Out: decisions, which of them hold, rows as decided.
Open `values.py` first, then `standing.py`.
"""
