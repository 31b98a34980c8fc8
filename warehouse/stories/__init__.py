"""Which story does each article belong to, now that some came, changed or went?

In: articles of core.  Out: core.story_step and core.story, the same whatever the order and number of runs.  The
grouping itself is `transforms.stories`.  Open `regroup.py` first.
"""
