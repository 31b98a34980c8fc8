"""What kind of text is this: news, narrative, chronology, live page or transcript?

In: an article and its expressions of time.  Out: a kind and the evidence for it, in words.
Open `kinds.py` first; `chronology.py` finds the parts of a list of dated entries.
"""

from transforms.text_kind.kinds import NAMED, TextKind, text_kind

__all__ = ["NAMED", "TextKind", "text_kind"]
