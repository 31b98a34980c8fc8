"""May this be published?

In: a candidate file.  Out: a verdict: which checks failed, and which rows.  Great Expectations judges; a check is one
SQL file in `queries/<table>/`.  Open `checks.py` first, then `gate.py`.
"""
