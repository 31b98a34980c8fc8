"""The checks as a page of the reference: `python -m expectations.describe > docs/reference/checks.md`."""

from __future__ import annotations

from expectations.suites import suites

_HEAD = """# Checks

What must hold before a timeline is published. Made from the checks themselves: `python -m expectations.describe >
docs/reference/checks.md`.

*critical, row*: a failing row goes to quarantine and the rest is published. *critical, table*: the gate stays
closed, `dateline run` ends with 3 and the last good timeline stays. *warning* and *info* are reported and
close nothing. `dateline check` judges what would be published; the failing rows stand in `check_failure` of
`quality.duckdb` with the SQL that shows them.
"""


def describe() -> str:
    """Return the page as Markdown."""
    lines = [_HEAD]
    for suite in suites():
        lines += [
            f"## {suite.table}",
            "",
            "| check | what must hold | severity | what to do where it fails |",
            "|---|---|---|---|",
        ]
        for expectation in suite.expectations:
            meta, severity = expectation.meta, expectation.severity.value
            grave = f"critical, {meta['fault']}" if severity == "critical" else severity
            lines.append(f"| `{meta['name']}` | {expectation.description} | {grave} | {meta['remedy']} |")
        lines.append("")
    return "\n".join(lines).rstrip()


if __name__ == "__main__":
    print(describe())
