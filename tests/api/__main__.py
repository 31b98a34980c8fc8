"""`python -m tests.api` writes anew what is promised; a change of it belongs in the changelog."""

from pathlib import Path

from tests.api.signatures import signatures

(Path(__file__).parent / "signatures.txt").write_text(signatures(), encoding="utf-8")
