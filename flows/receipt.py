"""What a run did, as one frozen value: printed at its end, as JSON for `--json`, and kept as Prefect's artifact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class ArticleCounts:
    """How many of the articles offered by the sources were new, changed, unchanged or refused."""

    seen: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    quarantined: int = 0
    """Refusals of this run: what could not be read, and rows that the checks took out."""

    def __add__(self, other: ArticleCounts) -> ArticleCounts:
        """Return the sum of both."""
        return ArticleCounts(**{name: value + asdict(other)[name] for name, value in asdict(self).items()})


@dataclass(frozen=True, slots=True)
class FailedCheck:
    """A check that did not pass."""

    name: str
    severity: str
    rows: int


@dataclass(frozen=True, slots=True)
class CheckCounts:
    """Outcomes of the checks; all zero if nothing had to be judged."""

    passed: int = 0
    warned: int = 0
    failed: int = 0
    failures: tuple[FailedCheck, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """The version that is published after the run."""

    version: int
    events: int
    path: str
    unchanged: bool
    """Nothing differed from the version before, so no new one was made."""


@dataclass(frozen=True, slots=True)
class StoryCounts:
    """How many stories there are, and what became of them since the last version."""

    stories: int = 0
    new: int = 0
    grown: int = 0
    merged: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """The outcome of one run."""

    run: str
    logical_date: str = ""
    """The day that the run stands for: the schedule's, else that of its start; ISO 8601."""
    articles: ArticleCounts = ArticleCounts()
    languages: Mapping[str, int] = field(default_factory=dict)
    time_expressions: int = 0
    event_mentions: int = 0
    events: int = 0
    dated: int = 0
    checks: CheckCounts = CheckCounts()
    published: Published | None = None
    """`None` where the gate stayed closed."""
    report: str | None = None
    page: str | None = None
    seconds: Mapping[str, float] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    """One line each: what went wrong without ending the run, and what to do."""
    lost_sources: tuple[str, ...] = ()
    """Sources that gave this run nothing but refusals, each with the first of them."""
    stories: StoryCounts = StoryCounts()

    def as_dict(self) -> dict[str, Any]:
        """Return the receipt in JSON's types."""
        return asdict(self)

    @classmethod
    def from_dict(cls, given: Mapping[str, Any]) -> Receipt:
        """Return the receipt that `as_dict` wrote."""
        checks = dict(given["checks"])
        checks["failures"] = tuple(FailedCheck(**item) for item in checks["failures"])
        published = given["published"]
        return cls(
            **{
                **given,
                "articles": ArticleCounts(**given["articles"]),
                "stories": StoryCounts(**given.get("stories", {})),
                "checks": CheckCounts(**checks),
                "published": Published(**published) if published else None,
                "warnings": tuple(given["warnings"]),
                "lost_sources": tuple(given.get("lost_sources", ())),
            }
        )


def lines(receipt: Receipt) -> list[str]:
    """Return the receipt as lines for people: one fact a line, the next command last."""
    a, c, p = receipt.articles, receipt.checks, receipt.published
    made = [
        f"articles    {a.seen} seen: {a.new} new, {a.changed} changed, {a.unchanged} unchanged"
        + (f"; {a.quarantined} in quarantine" if a.quarantined else ""),
        f"found       {receipt.time_expressions} time expressions, {receipt.event_mentions} event mentions",
        f"events      {receipt.events}, of which {receipt.dated} dated by what a text says",
    ]
    if receipt.stories.stories:
        s = receipt.stories
        made.append(f"stories     {s.stories}: {s.new} new, {s.grown} grown, {s.merged} merged")
    if c.passed or c.warned or c.failed:
        made.append(f"checks      {c.passed} passed, {c.warned} warned, {c.failed} failed")
        made += [f"  {item.severity:<9} {item.name}: {_rows(item.rows)}" for item in c.failures]
    if p:
        standing = "unchanged, still version" if p.unchanged else "version"
        made.append(f"published   {standing} {p.version}: {p.events} events in {p.path}")
    elif any(item.severity == "critical" for item in c.failures):
        made.append("published   nothing: the gate is closed, the last good timeline stays")
    else:
        made.append("published   nothing: this was a check, and nothing closes the gate")
    made += [f"{name:<11} {path}" for name, path in (("report", receipt.report), ("page", receipt.page)) if path]
    total = sum(receipt.seconds.values())
    slowest = ", ".join(f"{name} {spent:.1f}" for name, spent in receipt.seconds.items() if spent >= 0.1)
    made.append(f"seconds     {total:.1f}" + (f" ({slowest})" if slowest else ""))
    made += [f"nothing     from {line}" for line in receipt.lost_sources]
    return made + [f"warning     {text}" for text in receipt.warnings]


def summary_table(receipt: Receipt) -> list[dict[str, str | int]]:
    """Return the receipt's counts and places as rows of two columns."""
    a, p = receipt.articles, receipt.published
    rows: dict[str, str | int] = {
        "articles seen": a.seen,
        "articles new": a.new,
        "articles changed": a.changed,
        "documents refused": a.quarantined,
        "event mentions": receipt.event_mentions,
        "events": receipt.events,
        "stories": receipt.stories.stories,
        "version": p.version if p else "none",
        "events on the timeline": p.events if p else "",
        "timeline": p.path if p else "",
        "report": receipt.report or "",
        "page": receipt.page or "",
    }
    return [{"what": name, "value": value} for name, value in rows.items()]


def _rows(count: int) -> str:
    return f"{count} row" + ("" if count == 1 else "s")
