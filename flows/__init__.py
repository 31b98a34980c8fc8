"""How is a run carried out, and how does a user ask for one?  Everything with side effects is sequenced here.

In: settings, sources, a command.  Out: a receipt, files of the store, lines on a terminal.  Open `pipeline.py` first.
"""
