"""What a site's robots.txt asks of programs (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

_LONGEST_PAUSE = 30.0
"""Seconds between requests that are granted at most, whatever a site's crawl-delay asks."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for a robots.txt: the status, 0 where there was no answer, and its text or the failure."""

    status: int
    text: str


@dataclass(frozen=True, slots=True)
class Objection:
    """Why an address must not be fetched, by reason code."""

    code: str
    detail: str


class Robots:
    """The rules of every site met in a run, each asked for once."""

    def __init__(self, user_agent: str, ask: Callable[[str], Answer]) -> None:
        self._agent = user_agent.partition("/")[0]
        self._ask = ask
        self._rules: dict[str, Protego | Objection | None] = {}

    def objection(self, url: str) -> Objection | None:
        """Why this program must not fetch the address; `None` where it may."""
        rules = self._of(url)
        if rules is None or isinstance(rules, Objection):
            return rules
        if rules.can_fetch(url, self._agent):
            return None
        return Objection("robots_disallowed", f"{urlsplit(url).netloc}/robots.txt disallows it")

    def pause(self, url: str) -> float:
        """Seconds that the site wants between two requests; 0 where it does not say."""
        rules = self._of(url)
        delay = rules.crawl_delay(self._agent) if isinstance(rules, Protego) else None
        return min(float(delay or 0), _LONGEST_PAUSE)

    def _of(self, url: str) -> Protego | Objection | None:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._read(f"{site}/robots.txt")
        return self._rules[site]

    def _read(self, address: str) -> Protego | Objection | None:
        """Return the rules; a missing file allows everything, a failing server nothing (RFC 9309, 2.3.1)."""
        answer = self._ask(address)
        if 200 <= answer.status < 300:
            return Protego.parse(answer.text)
        if answer.status == 0:
            return Objection("fetch_failed", answer.text)
        if answer.status >= 500:
            return Objection("robots_disallowed", f"the site's robots.txt cannot be read (status {answer.status})")
        return None
