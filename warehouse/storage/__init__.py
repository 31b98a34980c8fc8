"""Where does the store lie, and how is it opened, migrated and written whole?

In: a folder.  Out: connections, files, records of runs.  Open `store.py` first, then `connect.py`.
"""
