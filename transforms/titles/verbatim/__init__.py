"""How much of a sentence can stand as it is?

In: a verb or a mention in its sentence.  Out: the sentence's own words, in order, up to an end behind which nothing
needed is left out.  Open `predicate.py` first.
"""
