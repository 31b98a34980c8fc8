"""Who takes part in an event, where it took place, and how many it counts.

In: a parse with its mentions; out: actors, a place and figures of each mention, names in their fullest form.
Open `actors.py` first; `entities.py` says who is who.
"""
