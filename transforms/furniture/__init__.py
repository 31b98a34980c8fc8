"""What stands on a page without being part of its news?

In: an article's text.  Out: spans with a reason (stamps, datelines, bylines, credits, links, comments, terms), and the
hash of every other sentence, by which the warehouse recognises what an outlet prints under every article.
Open `finder.py` first; the rules are `transforms/rules/en/furniture.toml`.
"""

from __future__ import annotations

from transforms.furniture.finder import find_furniture, outside, readable
from transforms.furniture.repeats import find_sentences

__all__ = ["find_furniture", "find_sentences", "outside", "readable"]
