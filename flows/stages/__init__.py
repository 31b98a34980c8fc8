"""What does a run do?  One module a stage: ingest, annotate, candidate, release; `record.py` keeps how it ended.

In: the `RunContext`.  Out: what the stage leaves in the store, counted.  Open `flows/pipeline.py` first: the order.
"""
