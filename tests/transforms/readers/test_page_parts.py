"""What stands in a page's article and is none of its text."""

from __future__ import annotations

import pytest

from tests.transforms.readers.documents import article

ABOVE = "<p>The lighthouse on the northern cape went dark on Tuesday after a cable had been torn by the storm, its keeper said.</p>"
BELOW = "<p>Fishermen were told to stay in port, and a tug from the town lay off the cape through the night to warn others.</p>"
OTHER = "Crane fell on 4 June 1998"


def text_of(between: str, language: str = "en") -> str:
    page = (
        f'<html lang="{language}"><head><title>Lighthouse</title></head><body><article><h1>Lighthouse goes dark</h1>'
        f"{ABOVE}{between}{BELOW}</article></body></html>"
    )
    found = article(page, "lighthouse.html").text
    assert "lighthouse" in found
    assert "Fishermen" in found
    return found


@pytest.mark.parametrize(
    "line",
    [
        f'<p><strong>Read more:</strong> <a href="/a">{OTHER}</a></p>',
        f'<p>Related: <a href="/a">{OTHER}</a> | <a href="/b">Harbour to close</a></p>',
        f'<p><a href="/a">See also: {OTHER}</a></p>',
        f'<div><b>READ NEXT</b><br><a href="/a">{OTHER}</a></div>',
        f'<h4>You may also like</h4><ul><li><a href="/a">{OTHER}</a></li><li><a href="/b">Harbour to close</a></li></ul>',
        f'<p>» Lesen Sie auch: <a href="/a">{OTHER}</a></p>',
        f'<p><em>Mehr zum Thema</em> – <a href="/a">{OTHER}</a></p>',
        f'<p>Lee también: <a href="/a">{OTHER}</a></p>',
        f'<blockquote><p>Te puede interesar <a href="/a">{OTHER}</a></p></blockquote>',
        f'<p>Lire aussi : <a href="/a">{OTHER}</a></p>',
    ],
)
def test_a_line_that_leads_to_another_story_is_no_text(line: str) -> None:
    assert "1998" not in text_of(line)


@pytest.mark.parametrize(
    "line",
    [
        f'<p>Read more about the day when the <a href="/a">{OTHER}</a>, which cost two men their lives.</p>',
        '<p>More <a href="/a">than nine ships were lost there since 1998</a></p>',
        '<p>The keeper said: <a href="/a">the cape was dark in 1998 too</a>, for a week.</p>',
        '<p><a href="/a">A dark cape in 1998 cost two ships, the harbour office wrote then.</a></p>',
        "<p>See also what happened in 1998, when the cape was dark for a week and two ships were lost on the rocks.</p>",
        '<p>In der Chronik von 1998 steht mehr dazu: <a href="/a">Zwei Schiffe</a> liefen damals auf die Klippen.</p>',
    ],
)
def test_a_sentence_with_a_link_is_text(line: str) -> None:
    assert "1998" in text_of(line)


@pytest.mark.parametrize(
    "hidden",
    [
        f"<p hidden>{OTHER}, the company said in a statement.</p>",
        f'<p style="display:none">{OTHER}, the company said in a statement.</p>',
        f'<div style="DISPLAY : none !important"><p>{OTHER}, the company said in a statement.</p></div>',
        f'<p style="visibility: hidden">{OTHER}, the company said in a statement.</p>',
        f"<dialog><p>{OTHER}, the company said in a statement.</p></dialog>",
        f"<template><p>{OTHER}, the company said in a statement.</p></template>",
    ],
)
def test_what_nobody_sees_is_no_text(hidden: str) -> None:
    assert "1998" not in text_of(hidden)


@pytest.mark.parametrize(
    "shown",
    [
        f"<details><summary>More</summary><p>{OTHER}, the company said in a statement.</p></details>",
        f'<p class="hidden-gem">{OTHER}, the company said in a statement.</p>',
        f'<p style="display:block">{OTHER}, the company said in a statement.</p>',
    ],
)
def test_what_is_seen_is_text(shown: str) -> None:
    assert "1998" in text_of(shown)


def test_a_page_that_a_script_shows_is_read() -> None:
    page = f'<html><body><p>Loading</p><div style="visibility:hidden"><h1>Lighthouse</h1>{ABOVE}{BELOW}</div></body></html>'
    assert "Fishermen" in article(page, "lighthouse.html").text
