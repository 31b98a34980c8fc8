"""Articles are hostile: nothing in them may run, load, move the text around it, or break out of its place."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.page.rows import article, event, mention, timeline
from transforms.writers.page import write_page
from transforms.writers.report import ReportRows, report_html

PAYLOADS = [
    "<script>document.title='owned'</script>",
    "</script><script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "<svg onload=document.title='owned'>",
    "<a href=\"javascript:document.title='owned'\">link</a>",
    "<iframe srcdoc=\"<script>parent.document.title='owned'</script>\"></iframe>",
    "<style>body{display:none}</style>",
    "<!-- --><!--<script>",
    "]]><script>document.title='owned'</script>",
    "{{style}}{{script}}{{data}}{{policy}}",
    "${document.title='owned'}",
    "=HYPERLINK(\"https://evil.example\",\"click\")",
    "\u202egnp.exe \u2066hidden\u2069",
    "\ud800 broken \udfff",
    "\x1b[31mred\x1b[0m\x07",
    "line\u2028separator\u2029and\x00null",
    "' onmouseover='document.title=1' x='",
]  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payload_stays_words_in_page(payload: str, page: Page, tmp_path: Path) -> None:
    hostile = event("e1", payload, actors=[payload], place=payload, speakers=[payload], sites=[payload], reason=None)
    payload_mention = mention(
        "m1", "e1", f"before {payload} after", payload, speaker=payload, modality_cue=payload, when_reason=payload
    )
    rows = timeline(
        hostile,
        mentions=(payload_mention,),
        articles=(article(title=payload, site=payload, url="javascript:document.title='owned'"),),
        title="Safe",
    )
    path = tmp_path / "page.html"
    path.write_text(write_page(rows), encoding="utf-8")

    page.goto(path.as_uri() + "#event=e1")
    page.wait_for_selector("html[data-ready]")

    assert page.title() == "Safe"
    assert page.locator("#detail blockquote").count() == 1
    assert page.locator("#detail a[href^='javascript']").count() == 0
    assert page.locator("#detail img, #detail iframe, #detail svg, #list img").count() == 0
    assert page.evaluate("getComputedStyle(document.body).display") != "none"
    shown = page.locator("#detail").inner_text()
    assert not set("\u202e\u2066\u2069\x1b\x07\x00\ud800") & set(shown)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payload_stays_words_in_report(payload: str, page: Page, tmp_path: Path) -> None:
    check = {"check_name": "c", "table_name": "t", "severity": "critical", "passed": False, "rows_judged": 1, "rows_failed": 1,
             "description": payload, "remedy": payload, "sql": f"SELECT '{payload}'", "error": None}  # fmt: skip
    failure = {
        "check_name": "c",
        "row_key": payload,
        "article_id": payload,
        "detail": payload,
        "event_id": payload,
        "sentence": payload,
    }
    refused = {"reason_code": payload, "source": payload, "location": payload, "detail": payload, "remedy": payload}
    site = {"site": payload, "articles": 1, "events": 1, "dated": 1, "unknown_published": 0, "latest_published": None}
    run = {"run_id": payload, "started_at": "2024-05-20", "status": payload}
    path = tmp_path / "report.html"
    path.write_text(
        report_html(ReportRows(run, [check], [failure], [refused], [], [site]), "page.html"),
        encoding="utf-8",
        errors="replace",
    )

    page.goto(path.as_uri())

    assert page.title() == "Quality report"
    assert page.locator("script, img, iframe").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0


def test_data_element_holds_json_whatever_the_words() -> None:
    html = write_page(timeline(*(event(f"e{i}", payload) for i, payload in enumerate(PAYLOADS))))
    data = html.split('<script type="application/json" id="data">')[1].split("</script>")[0]

    assert len(json.loads(data)["events"]["id"]) == len(PAYLOADS)
