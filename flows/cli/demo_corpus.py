"""The bundled corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Final

DEMO_STORE: Final = Path("dateline-demo")
"""Where `dateline demo` keeps its store, where nobody says otherwise."""


def corpus() -> Path:
    """Return the folder of the bundled articles: beside this module when installed, `examples/` in a checkout.

    Raises:
        FileNotFoundError: where neither is there.
    """
    here = Path(__file__).parents[1]
    for folder in (here / "demo_corpus", here.parent / "examples" / "demo"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("the demo's articles are not installed")
