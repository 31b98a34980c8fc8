"""By what name does a title call what its sentence calls by less?

In: a parsed article and who is who in it.  Out: for each word that stands for somebody or something named elsewhere in
the article, the name.  Open `references.py` first: it has the steps, the surest first.
"""
