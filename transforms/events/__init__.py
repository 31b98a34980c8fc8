"""What happened, by one article?

In: a parse with its time expressions.  Out: one `EventMention` for each event word: typed, attributed, judged, dated
and placed, one room for each question.  Open `mentions` first: what counts as an event word.
"""
