"""Answers that change only in a commit that says why."""

from __future__ import annotations

import json
from pathlib import Path

from tests.golden import frozen


def _by_article(lines: str) -> dict[str, str]:
    return {json.loads(line)["article"]: line for line in lines.splitlines()}


def test_annotations_of_our_own_sentences() -> None:
    expected = _by_article(frozen.ANNOTATIONS.read_text(encoding="utf-8"))

    found = _by_article(frozen.annotations())

    changed = [article for article in expected if found.get(article) != expected[article]]
    assert changed == []
    assert found.keys() == expected.keys()


def test_receipt_and_digest_of_the_demo(tmp_path: Path) -> None:
    assert frozen.demo(tmp_path / "store") == json.loads(frozen.DEMO.read_text(encoding="utf-8"))
