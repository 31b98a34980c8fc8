"""How do the events of one article lie to one another, and which of them are one happening named again?

In: event words with the dates they have so far.  Out: temporal links, each with its cue.  Open `relations.py` first:
what syntax shows; `repeated_mentions.py` is what is named again; `propagation.py` passes days along.
"""
