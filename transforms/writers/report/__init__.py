"""The quality report: what was judged and how it came out, as one HTML file, as Markdown and as JSON."""

from transforms.writers.report.as_html import report_html
from transforms.writers.report.as_text import report_json, report_markdown
from transforms.writers.report.rows import ReportRows

__all__ = ["ReportRows", "report_html", "report_json", "report_markdown"]
