"""Who takes part in an event, where does it take place, and how many does it count?

In: a parse with its mentions.  Out: actors, a place and figures of each mention, names in their fullest form.
Open `actors.py` first; `entities.py` resolves names within the article.
"""
