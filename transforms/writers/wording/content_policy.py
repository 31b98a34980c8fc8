"""What a content security policy calls the one script or style that may run."""

from __future__ import annotations

import hashlib
from base64 import b64encode


def source_hash(text: str) -> str:
    """Return the hash of an inline script or style as a policy writes it, without its quotation marks (CSP level 3)."""
    return f"sha256-{b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}"
