"""Which words have the form of a time expression?  Lexicon, shapes and a chart parser that know no meaning.

In: rule files and a text.  Out: matches of rules with their slots.  Open `values.py` first, then `chart.py`.
"""
