"""What somebody says of himself, as a title: his name and his words in quotation marks."""

from __future__ import annotations

from transforms.titles.parts import Parts
from transforms.titles.phrases import add_inner
from transforms.titles.view import View
from transforms.titles.wording import filled, is_whole, with_capital, write

_ROOM = 11
_ASIDE = ("advcl", "relcl", "acl", "pcomp")


def quoted(view: View, verb: int, speaker: str) -> str | None:
    """Return "Ada Vale: “We have found two bodies”" for a verb in its own words; `None` for one in a clause beside."""
    if view.tokens[verb].dep in _ASIDE or not speaker:
        return None
    parts = Parts(view)
    add_inner(parts, verb, 0, None, 0)
    said = write(view, list(filled(view, parts.chosen(_ROOM))))
    return with_capital(f"{speaker}: “{with_capital(said)}”") if is_whole(said) else None
