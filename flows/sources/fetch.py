"""Fetching pages and feeds, politely and safely.

Polite: robots.txt, a truthful user agent, a pause between two requests to one host, conditional requests, waiting when
asked to.  Safe: http(s) alone, no private address (looked at after name resolution and on every redirect), and limits
on time, redirects, bytes and what they unpack to.
"""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import httpcore

from flows.settings import FetchSettings
from flows.sources.addresses import AddressRefusedError, DeadlineError, GuardedNetwork, plain_address
from flows.sources.robots import Answer, Robots
from flows.sources.validators import Known, Memory
from flows.sources.web import Fetched
from transforms.model import Refusal
from transforms.readers.decoding import decode
from transforms.readers.reasons import refuse

_TRIES = 3
_LONGEST_WAIT = 60.0
"""Seconds that a run waits at most when a server says when to come back; for longer it gives up until the next run."""
_ROBOTS_BYTES = 512_000
_WHOLE = 3
"""The whole answer may take so many times as long as one wait for the server."""
_REDIRECTS = (301, 302, 303, 307, 308)
_AGAIN = (429, 500, 502, 503, 504)


class FetchError(Exception):
    """An address gave no document; `code` is a reason code of the quarantine, `status` the server's, 0 without one."""

    def __init__(self, code: str, detail: str, status: int = 0) -> None:
        super().__init__(detail)
        self.code = code
        self.status = status


@dataclass(frozen=True, slots=True)
class _Response:
    status: int
    headers: Mapping[str, str]
    payload: bytes


class Fetcher:
    """Fetches addresses one after the other; use it as a context, so that its connections are closed.

    Args:
        settings: how polite and how patient.
        max_bytes: of one document, unpacked.
        memory: what earlier runs fetched; without one nothing is conditional.
        sleep: waits; for tests.
    """

    def __init__(
        self,
        settings: FetchSettings,
        *,
        max_bytes: int = 20_000_000,
        memory: Memory | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._settings = settings
        self._max_bytes = max_bytes
        self.memory = memory or Memory()
        self.unmodified = 0
        """How often a server, or a feed of its pages, said that nothing changed."""
        self._sleep = sleep
        self._next_visit: dict[str, float] = {}
        self._robots = Robots(settings.user_agent, self._ask_robots)
        self._network = GuardedNetwork(allow_private=settings.allow_private)
        self._pool = httpcore.ConnectionPool(
            ssl_context=_trusted(),
            max_connections=4,
            keepalive_expiry=15,
            network_backend=self._network,
        )

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()

    def forget(self, url: str) -> None:
        """Fetch the address anew next time."""
        self.memory.forget(url)

    def get(self, url: str, source: str, *, feed_dates: str = "") -> Fetched | Refusal | None:
        """Return the document at an address; `None` where it is as it was when it was last fetched.

        Args:
            url: an http(s) address.
            source: the SOURCE that led here, for the refusal.
            feed_dates: the dates that a feed gives for it; while they stay as remembered, no request is made.
        """
        known = self.memory.get(url)
        if feed_dates and known.feed_dates == feed_dates:
            self.unmodified += 1
            return None
        try:
            found, response = self._follow(plain_address(url), known)
        except FetchError as e:
            return refuse(e.code, source, url, str(e))
        except AddressRefusedError as e:
            return refuse("address_refused", source, url, str(e))
        if response.status == 304:
            self.unmodified += 1
            return None
        headers = response.headers
        self.memory.put(url, Known(headers.get("etag", ""), headers.get("last-modified", ""), feed_dates))
        return Fetched(found, response.payload, headers.get("content-type", ""), datetime.now(UTC))

    def _follow(self, url: str, known: Known) -> tuple[str, _Response]:
        """Go where redirects lead, asking robots.txt of every site on the way."""
        seen = {url}
        for _ in range(self._settings.max_redirects + 1):
            if self._settings.obey_robots and (objection := self._robots.objection(url)):
                raise FetchError(objection.code, objection.detail)
            response = self._patiently(url, _conditions(known), self._max_bytes)
            if response.status not in _REDIRECTS or "location" not in response.headers:
                return url, _ok(response)
            url = plain_address(urljoin(url, response.headers["location"]))
            if url in seen:
                raise FetchError("too_many_redirects", f"it leads back to {url}")
            seen.add(url)
        raise FetchError("too_many_redirects", f"more than {self._settings.max_redirects}")

    def _patiently(self, url: str, headers: Mapping[str, str], limit: int) -> _Response:
        """Ask again where the server is in trouble or says when to come back."""
        for nth in range(1, _TRIES + 1):
            wait = float(2**nth - 1)
            try:
                response = self._request(url, headers, limit)
            except DeadlineError as e:
                raise FetchError("timed_out", str(e)) from None
            except httpcore.TimeoutException:
                failure = FetchError("timed_out", f"no answer within {self._settings.timeout_seconds:g} s")
            except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as e:
                failure = FetchError("fetch_failed", str(e) or type(e).__name__)
            else:
                if response.status not in _AGAIN:
                    return response
                failure = FetchError("http_error", f"status {response.status}", response.status)
                asked = _retry_after(response.headers.get("retry-after", ""))
                if asked is not None and asked > _LONGEST_WAIT:
                    raise FetchError(
                        "rate_limited", f"status {response.status}: come back in {asked:.0f} s", response.status
                    )
                if response.status == 429:
                    failure = FetchError("rate_limited", "status 429, several times", 429)
                wait = asked if asked is not None else wait
            if nth < _TRIES:
                self._sleep(wait)
        raise failure

    def _request(self, url: str, headers: Mapping[str, str], limit: int) -> _Response:
        """One request, at the pace its host is owed."""
        self._pace(url)
        seconds = self._settings.timeout_seconds
        sent = {
            "Host": urlsplit(url).netloc,
            "User-Agent": self._settings.user_agent,
            "Accept": "*/*",
            "Accept-Encoding": "gzip, deflate",
            **headers,
        }
        self._network.deadline.at = time.monotonic() + _WHOLE * seconds
        with self._pool.stream(
            "GET",
            url,
            headers=list(sent.items()),
            extensions={"timeout": dict.fromkeys(("connect", "read", "write", "pool"), seconds)},
        ) as response:
            said = {k.decode("latin-1").lower(): v.decode("latin-1").strip() for k, v in response.headers}
            if response.status != 200:
                return _Response(response.status, said, b"")
            packing = said.get("content-encoding", "")
            return _Response(200, said, _unpacked(response.iter_stream(), packing, limit))

    def _pace(self, url: str) -> None:
        host = urlsplit(url).netloc
        pause = self._settings.host_pause_seconds
        if self._settings.obey_robots and not url.endswith("/robots.txt"):
            pause = max(pause, self._robots.pause(url))
        now = time.monotonic()
        at = max(now, self._next_visit.get(host, 0.0))
        if at > now:
            self._sleep(at - now)
        self._next_visit[host] = at + pause

    def _ask_robots(self, address: str) -> Answer:
        try:
            for _ in range(self._settings.max_redirects + 1):
                response = self._patiently(address, {}, _ROBOTS_BYTES)
                if response.status not in _REDIRECTS or "location" not in response.headers:
                    decoded = decode(response.payload)
                    return Answer(response.status, decoded.text if decoded else "")
                address = plain_address(urljoin(address, response.headers["location"]))
        except FetchError as e:
            # Larger than rules are, or packed in ways not asked for: no rules can be read, so none are broken.
            return Answer(404 if e.code in ("too_large", "truncated") else e.status, str(e))
        return Answer(404, "")


def _ok(response: _Response) -> _Response:
    if response.status in (200, 304):
        return response
    raise FetchError("http_error", f"status {response.status}", response.status)


def _conditions(known: Known) -> dict[str, str]:
    said = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in said.items() if value}


def _retry_after(value: str) -> float | None:
    """Seconds to wait: the header holds them, or a date."""
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    return max(0.0, (at - datetime.now(UTC)).total_seconds()) if at.tzinfo else None


def _unpacked(parts: Iterator[bytes], encoding: str, limit: int) -> bytes:
    """Return the decompressed body, never holding more than its limit in memory."""
    name = encoding.strip().lower()
    if name not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchError("fetch_failed", f"packed as {encoding}, which was not asked for")
    unpack = _Unpacker() if name not in ("", "identity") else None
    found, size = [], 0
    for part in parts:
        try:
            out = unpack.feed(part, limit + 1 - size) if unpack else part
        except zlib.error as e:
            raise FetchError("fetch_failed", f"packed data damaged: {e}") from None
        size += len(out)
        if size > limit:
            raise FetchError("too_large", f"more than {limit:,} bytes")
        found.append(out)
    if unpack and not unpack.finished:
        raise FetchError("truncated", "the packed data ends before it should")
    return b"".join(found)


class _Unpacker:
    """gzip, zlib or bare deflate, recognised by the first bytes: servers call all three “deflate”."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=47)
        self._begun = False
        self.finished = False

    def feed(self, part: bytes, most: int) -> bytes:
        """Return what the next bytes unpack to, at most `most` bytes of it."""
        try:
            out = self._inner.decompress(part, most)
        except zlib.error:
            if self._begun:
                raise
            self._inner = zlib.decompressobj(wbits=-15)
            out = self._inner.decompress(part, most)
        self._begun = True
        self.finished = self._inner.eof
        return out


def _trusted() -> ssl.SSLContext:
    """Return a context that trusts the system's certificates, and certifi's where a slim system has none."""
    context = ssl.create_default_context()
    if not context.get_ca_certs():
        import certifi

        context.load_verify_locations(certifi.where())
    return context
