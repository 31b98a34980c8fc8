"""What happened, by one article: event words, found, typed, attributed, judged, dated and placed.

In: a parse with its expressions of time.  Out: one `EventMention` for each event word, one room for each question.
Open `mentions` first: what counts as an event word.
"""
