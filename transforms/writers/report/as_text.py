"""The quality report as Markdown for people at a terminal, and as JSON for programs."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from transforms.writers.markdown_file import safe
from transforms.writers.report.rows import ReportRows, Row

_ROWS_SHOWN = 10


def report_json(rows: ReportRows) -> str:
    """Everything in the report, with stable keys; dates as ISO 8601."""
    report = {
        "verdict": rows.verdict(),
        "run": dict(rows.run),
        "checks": [dict(check) | {"outcome": rows.outcome(check)} for check in rows.checks],
        "failures": [dict(row) for row in rows.failures],
        "quarantine": [dict(row) for row in rows.quarantine],
        "runs": [dict(row) for row in rows.runs],
        "sites": [dict(row) for row in rows.sites],
    }
    return json.dumps(report, ensure_ascii=False, indent=1, default=_json) + "\n"


def _json(value: Any) -> str:
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)


def report_markdown(rows: ReportRows) -> str:
    """Return the same as headings, lists and tables."""
    lines = ["# Quality report", "", rows.verdict(), "", f"Run {rows.run['run_id']}, {rows.run['started_at']}", ""]
    troubled = [check for check in rows.checks if not check["passed"]]
    if troubled:
        lines += ["## Checks that did not pass", ""]
        for check in troubled:
            lines += _check(rows, check)
    if rows.quarantine:
        lines += ["## Refused, and what to do about it", ""]
        for code, refused in rows.refused().items():
            lines += [f"- **{code}** ({len(refused)}): {_safe(refused[0]['remedy'])}"]
            lines += [
                f"  - {_safe(row['source'])} {_safe(row['location'])}: {_safe(row['detail'])}"
                for row in refused[:_ROWS_SHOWN]
            ]
        lines += [""]
    lines += ["## Sources", "", *_table(rows.sites, _SITES), ""]
    lines += [
        "## Checks that passed",
        "",
        *(f"- {c['check_name']}: {_safe(c['description'])}" for c in rows.checks if c["passed"]),
    ]
    return "\n".join(lines) + "\n"


_SITES = {
    "site": "outlet", "articles": "articles", "events": "events", "dated": "dated",
    "unknown_published": "without a publication day", "latest_published": "newest",
}  # fmt: skip


def _check(rows: ReportRows, check: Row) -> list[str]:
    lines = [f"### {check['check_name']} ({check['severity']})", ""]
    if check["error"]:
        return [*lines, f"{_safe(check['description'])}. It could not be judged: {_safe(check['error'])}", ""]
    counted = f"{check['rows_failed']} of {check['rows_judged']} rows failed"
    lines += [f"{_safe(check['description'])}. {counted}. To do: {_safe(check['remedy'])}.", ""]
    for row in rows.failures_of(check)[:_ROWS_SHOWN]:
        sentence = f" — “{_safe(row['sentence'])}”" if row["sentence"] else ""
        lines.append(f"- `{row['row_key']}` {_safe(row['detail'])}{sentence}")
    return [*lines, "", "```sql", str(check["sql"]).strip(), "```", ""]


def _table(rows: Any, columns: dict[str, str]) -> list[str]:
    head = ["| " + " | ".join(columns.values()) + " |", "|" + " --- |" * len(columns)]
    return head + ["| " + " | ".join(_safe(row[name]) for name in columns) + " |" for row in rows]


def _safe(value: Any) -> str:
    return safe("" if value is None else str(value))
