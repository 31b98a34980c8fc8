"""What was judged, and how did it come out?

In: rows of quality.duckdb.  Out: the report as HTML, Markdown and JSON.  Open `rows.py` first.
"""

from transforms.writers.report.as_html import report_html
from transforms.writers.report.as_text import report_json, report_markdown
from transforms.writers.report.rows import ReportRows

__all__ = ["ReportRows", "report_html", "report_json", "report_markdown"]
