"""What do all stages of a run need: chunks of work, processes, progress, time?

In: a `Job`.  Out: a `RunContext`, which every stage is handed.  Open `context.py` first.
"""
