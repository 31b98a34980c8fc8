"""A page that leads to another one: of a story that was merged into it, or whose page moved."""

from __future__ import annotations

from transforms.writers.wording.content_policy import source_hash
from transforms.writers.wording.sanitize import safe_html

_SCRIPT = 'location.replace(document.getElementById("to").href + location.hash);'
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
</head>
<body>
<p>This story is told on another page now: <a id="to" href="{to}">{title}</a></p>
<script>{script}</script>
</body>
</html>
"""


def moved_page(to: str, title: str) -> str:
    """Return a page that leads to a file of the site, with whatever stands behind the address."""
    policy = f"default-src 'none'; script-src '{source_hash(_SCRIPT)}'; base-uri 'none'; form-action 'none'"
    return _PAGE.format(policy=policy, to=safe_html(to), title=safe_html(title), script=_SCRIPT)
