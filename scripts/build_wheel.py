"""The hook that builds the wheel: flows, expectations, warehouse and transforms become packages within `dateline`.

Installed at the top of site-packages, names as common as `flows` would collide with anybody's own.  In the repository
they stay where they are, and so they do for an editable install.  What changes on the way is the imports: the words
`from flows.` in an import statement become `from dateline.flows.`, line by line, so that a traceback's lines are those
of the repository.
"""

from __future__ import annotations

import ast
import json
import re
import runpy
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGES = ("flows", "expectations", "warehouse", "transforms")
WHOLE = "dateline"
DEMO = ("examples/demo", "flows/demo_corpus")
_NAME = re.compile(rf"\b(from|import)(\s+)({'|'.join(PACKAGES)})\b")


class CustomBuildHook(BuildHookInterface[Any]):
    """Called by Hatch before and after it makes a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put the packages, their imports rewritten, below `dateline` in the wheel."""
        if version == "editable":
            return
        root, self._made = Path(self.root), Path(tempfile.mkdtemp())
        for name in (*PACKAGES, WHOLE):
            target = self._made / (name if name == WHOLE else f"{WHOLE}/{name}")
            shutil.copytree(root / name, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        shutil.copytree(root / DEMO[0], self._made / WHOLE / DEMO[1])
        for path in (self._made / WHOLE).rglob("*.py"):
            path.write_text(within(path.read_text(encoding="utf-8"), str(path)), encoding="utf-8")
        # What an installed copy would have to find out at every start: which code and rules it is made of.
        versions = runpy.run_path(str(root / "transforms/rules/versions.py"))
        hashes = versions["file_hashes"](self._made / WHOLE)
        (self._made / WHOLE / versions["BUILT"]).write_text(json.dumps(hashes), encoding="utf-8")
        build_data["force_include"][str(self._made / WHOLE)] = WHOLE

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made on the way."""
        del build_data, artifact_path
        if version != "editable":
            shutil.rmtree(self._made)


def within(source: str, name: str) -> str:
    """Return a module's source with our packages imported from within `dateline`.

    Raises:
        ValueError: where a package is imported in a way that this does not rewrite.
    """
    lines = source.split("\n")
    for node in ast.walk(ast.parse(source, name)):
        if isinstance(node, ast.Import):
            if any(alias.name.partition(".")[0] in PACKAGES for alias in node.names):
                raise ValueError(f"{name}:{node.lineno}: write `from package import module`, which a wheel can rewrite")
        elif isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").partition(".")[0] in PACKAGES:
            at = node.lineno - 1
            lines[at] = lines[at][: node.col_offset] + _NAME.sub(rf"\1\2{WHOLE}.\3", lines[at][node.col_offset :], 1)
    return "\n".join(lines)
