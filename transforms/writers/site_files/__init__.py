"""What are the pages of a store of many stories? A list of stories, a page and feeds for each.

In: stories, and the published rows of each page.  Out: files of the folder `site`, as text.  Open `plan.py` first.
"""
