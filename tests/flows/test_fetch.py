"""Fetching from a real server that misbehaves: politely, safely, and never for ever."""

from __future__ import annotations

import ipaddress
import socket
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpcore
import pytest

from flows.settings import FetchSettings
from flows.sources import SourceOptions, open_source
from flows.sources.addresses import AddressRefusedError, GuardedNetwork, is_public, plain_address
from flows.sources.fetch import Fetched, Fetcher
from flows.sources.validators import Known, Memory
from tests.flows.misbehaving_server import Server, misbehaving_server
from transforms.model import Article, Refusal
from transforms.readers.identity import id_of_address
from transforms.readers.registry import read

SETTINGS = replace(FetchSettings(), allow_private=True, timeout_seconds=2.0, host_pause_seconds=0.0)


@pytest.fixture
def server() -> Iterator[Server]:
    with misbehaving_server() as running:
        yield running


class Waits(list[float]):
    """Takes the place of sleeping, and remembers for how long it was asked."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def got(server: Server, path: str, **changes: object) -> Fetched | Refusal | None:
    with Fetcher(replace(SETTINGS, **changes), max_bytes=1_000_000, sleep=Waits()) as fetcher:  # type: ignore[arg-type]
        return fetcher.get(f"{server.address}{path}", "source")


def articles(source: str, fetcher: Fetcher, **settings: object) -> list[Article | Refusal]:
    found: list[Article | Refusal] = []
    for item in open_source(source, SourceOptions(web=fetcher, **settings)):  # type: ignore[arg-type]
        found.extend([item] if isinstance(item, Refusal) else read(item))
    return found


def test_a_page_with_a_truthful_user_agent(server: Server) -> None:
    found = got(server, "/page")
    assert isinstance(found, Fetched)
    assert found.payload.startswith(b"<!DOCTYPE html>")
    assert found.media_type == "text/html; charset=utf-8"
    assert server.headers["/page"]["user-agent"] == "dateline/0.1"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/gone", "http_error"),
        ("/broken", "http_error"),
        ("/slow", "timed_out"),
        ("/dripping", "timed_out"),
        ("/dripped-headers", "timed_out"),
        ("/interim", "timed_out"),
        ("/trailers", "timed_out"),
        ("/later", "http_error"),
        ("/endless", "too_large"),
        ("/bomb", "too_large"),
        ("/short", "fetch_failed"),
        ("/cut-packed", "truncated"),
        ("/loop", "too_many_redirects"),
        ("/far", "too_many_redirects"),
        ("/to-file", "address_refused"),
        ("/to-private-path", "robots_disallowed"),
        ("/private/page", "robots_disallowed"),
        ("/report.pdf", "robots_disallowed"),
        ("/busy-long", "rate_limited"),
        ("/hangs-up", "fetch_failed"),
        ("/nonsense", "fetch_failed"),
    ],
)
def test_what_goes_wrong_is_a_refusal(server: Server, path: str, code: str) -> None:
    found = got(server, path)
    assert isinstance(found, Refusal)
    assert (found.reason_code, found.location) == (code, f"{server.address}{path}")


@pytest.mark.parametrize(
    ("path", "asked", "most"),
    [
        # What is in the buffers of the connection comes on top of the million bytes that are taken.
        ("/endless", 1, 20_000_000),
        ("/dripping", 1, 999_999),
        ("/slow", 3, 0),
        ("/broken", 3, 0),
        ("/busy-long", 1, 0),
        ("/gone", 1, 0),
    ],
)
def test_a_server_is_asked_and_listened_to_within_bounds(server: Server, path: str, asked: int, most: int) -> None:
    got(server, path)
    assert (server.asked[path], server.sent[path] <= most) == (asked, True)


def test_what_is_packed_is_never_unpacked_beyond_the_limit(server: Server) -> None:
    tracemalloc.start()
    try:
        assert isinstance(got(server, "/bomb"), Refusal)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000  # of the 20,000,000 that it unpacks to
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "path", ["/packed", "/deflated", "/moved", "/broken-once", "/busy", "/busy-until", "/private/open"]
)
def test_what_turns_out_well(server: Server, path: str) -> None:
    found = got(server, path)
    assert isinstance(found, Fetched)
    assert found.payload.startswith(b"<!DOCTYPE html>")


def test_a_page_in_another_encoding_than_it_says(server: Server) -> None:
    with Fetcher(SETTINGS) as fetcher:
        found = articles(f"{server.address}/latin", fetcher)
    assert [f.reason_code for f in found if isinstance(f, Refusal)] == ["encoding_guessed"]
    assert any("alte Brücke" in f.text for f in found if isinstance(f, Article))


def test_it_waits_as_long_as_it_is_asked_to(server: Server) -> None:
    waits = Waits()
    with Fetcher(SETTINGS, sleep=waits) as fetcher:
        assert isinstance(fetcher.get(f"{server.address}/busy", ""), Fetched)
    assert waits == [2.0]
    with Fetcher(SETTINGS, sleep=waits) as fetcher:
        fetcher.get(f"{server.address}/busy-long", "")
    assert waits == [2.0]


def test_a_pause_between_two_requests_to_one_host(server: Server) -> None:
    waits = Waits()
    with Fetcher(replace(SETTINGS, host_pause_seconds=60), sleep=waits) as fetcher:
        for path in ("/page", "/moved"):
            fetcher.get(f"{server.address}{path}", "")
    # robots.txt, the page, the redirect and where it leads; nothing was slept through, so the waits add up.
    assert sum(server.asked.values()) == 4
    assert [round(wait, -1) for wait in waits] == [60, 120, 180]


def test_a_crawl_delay_is_kept(server: Server) -> None:
    server.robots = (200, "User-agent: dateline\nCrawl-delay: 7\n")
    waits = Waits()
    with Fetcher(SETTINGS, sleep=waits) as fetcher:
        fetcher.get(f"{server.address}/page", "")
        fetcher.get(f"{server.address}/page", "")
    assert waits[-1] == pytest.approx(7, abs=0.5)


def test_robots_are_asked_for_once_a_site(server: Server) -> None:
    with Fetcher(SETTINGS) as fetcher:
        for path in ("/page", "/private/page", "/gone"):
            fetcher.get(f"{server.address}{path}", "")
    assert server.asked["/robots.txt"] == 1
    assert server.asked["/private/page"] == 0


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False)])
def test_a_site_whose_robots_cannot_be_read(server: Server, status: int, allowed: bool) -> None:
    server.robots = (status, "")
    found = got(server, "/page")
    assert isinstance(found, Fetched) is allowed
    assert allowed or (isinstance(found, Refusal) and found.reason_code == "robots_disallowed")


def test_robots_can_be_left_unasked(server: Server) -> None:
    assert isinstance(got(server, "/private/page", obey_robots=False), Fetched)
    assert server.asked["/robots.txt"] == 0


@pytest.mark.parametrize("path", ["/tagged", "/dated"])
def test_later_runs_ask_conditionally(server: Server, path: str, tmp_path: Path) -> None:
    url = f"{server.address}{path}"
    for expected in (True, False, False):
        with Fetcher(SETTINGS, memory=Memory(tmp_path / "fetched.json")) as fetcher:
            assert isinstance(fetcher.get(url, ""), Fetched) is expected
            fetcher.memory.save()
    assert server.asked[path] == 3


def test_what_was_not_saved_is_fetched_again(server: Server, tmp_path: Path) -> None:
    url = f"{server.address}/tagged"
    for _ in range(2):
        with Fetcher(SETTINGS, memory=Memory(tmp_path / "fetched.json")) as fetcher:
            assert isinstance(fetcher.get(url, ""), Fetched)


def test_a_damaged_memory_costs_fetching_again(tmp_path: Path) -> None:
    (tmp_path / "fetched.json").write_text("{broken")
    assert Memory(tmp_path / "fetched.json").get("https://example.org/") == Known()


def test_private_addresses_are_refused_before_anything_is_sent(server: Server) -> None:
    found = got(server, "/page", allow_private=False)
    assert isinstance(found, Refusal)
    assert found.reason_code == "address_refused"
    assert not server.asked


def test_a_name_that_stands_for_a_private_address_is_refused(server: Server) -> None:
    port = server.server_address[1]
    with Fetcher(replace(SETTINGS, allow_private=False)) as fetcher:
        found = fetcher.get(f"http://localhost:{port}/page", "")
    assert isinstance(found, Refusal)
    assert found.reason_code == "address_refused"
    assert not server.asked


def test_a_redirect_to_a_private_address_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    # This machine's address counts as public here, so that the redirect alone is what is refused.
    public = is_public
    monkeypatch.setattr("flows.sources.addresses.is_public", lambda a: str(a) == "127.0.0.1" or public(a))
    found = got(server, "/to-metadata", allow_private=False)
    assert isinstance(found, Refusal)
    assert (found.reason_code, "169.254.169.254" in found.detail) == ("address_refused", True)
    assert server.asked["/to-metadata"] == 1


def resolved(*addresses: str) -> Callable[..., list[object]]:
    """Takes the place of the system's resolver: another answer at each question, the last one for good."""
    left = list(addresses)

    def answer(_: object, port: int, **__: object) -> list[object]:
        now = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in now.split()]

    return answer


@pytest.mark.parametrize("answer", ["10.0.0.1", "93.184.216.34 127.0.0.1", "127.0.0.1 93.184.216.34"])
def test_a_name_of_which_one_address_is_private_is_refused(answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getaddrinfo", resolved(answer))
    with pytest.raises(AddressRefusedError):
        GuardedNetwork(allow_private=False).connect_tcp("paper.example", 80)


def test_a_name_that_changes_after_the_look_leads_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[str] = []

    def connect(_: object, host: str, *__: object) -> None:
        went.append(host)
        raise httpcore.ConnectError("nobody there")

    monkeypatch.setattr("socket.getaddrinfo", resolved("93.184.216.34", "127.0.0.1"))
    monkeypatch.setattr("httpcore.SyncBackend.connect_tcp", connect)
    with pytest.raises(httpcore.ConnectError):
        GuardedNetwork(allow_private=False).connect_tcp("paper.example", 80)
    assert went == ["93.184.216.34"]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1:248:1893:25c8:1946", True), ("127.0.0.1", False), ("10.1.2.3", False),
        ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False),
        ("0.0.0.0", False), ("224.0.0.1", False), ("::1", False), ("fe80::1", False), ("fd00::1", False),
        ("::ffff:127.0.0.1", False), ("::ffff:93.184.216.34", True), ("::127.0.0.1", False), ("::93.184.216.34", False), ("fec0::1", False),
        ("ff02::1", False), ("100::1", False), ("2001:db8::1", False), ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("http://example.org", "http://example.org/"),
        ("https://bücher.example/größe?q=ä#part", "https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe?q=%C3%A4"),
        ("https://name:secret@example.org/a%20b", "https://example.org/a%20b"),
        ("http://[2001:db8::1]:8080/", "http://[2001:db8::1]:8080/"),
    ],
)
def test_an_address_as_a_request_bears_it(url: str, plain: str) -> None:
    assert plain_address(url) == plain


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/", "file:///etc/passwd", "http://", "javascript:alert(1)", "http://a:b:c/", "https://x:99999/"],
)
def test_what_is_no_web_address(url: str) -> None:
    with pytest.raises(AddressRefusedError):
        plain_address(url)


def test_an_address_as_source(server: Server) -> None:
    with Fetcher(SETTINGS) as fetcher:
        (found,) = articles(f"{server.address}/moved", fetcher)
    assert isinstance(found, Article)
    assert (found.article_id, found.url) == (id_of_address(f"{server.address}/moved"), f"{server.address}/page")


def test_a_list_of_addresses_as_source(server: Server, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(f"# pages\n{server.address}/page\n{server.address}/gone\n")
    with Fetcher(SETTINGS) as fetcher:
        for source in (str(tmp_path / "list.txt"), f"{server.address}/list"):
            found = articles(source, fetcher)
            assert isinstance(found[0], Article)
            assert [f.reason_code for f in found[1:] if isinstance(f, Refusal)][:1] == ["http_error"]
    assert isinstance(found[2], Refusal)
    assert found[2].reason_code == "malformed_row"


def test_a_manifest_with_addresses(server: Server, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(f"url,id,published\n{server.address}/page,p1,2024-03-08\n")
    with Fetcher(SETTINGS) as fetcher:
        (found,) = articles(str(tmp_path / "list.csv"), fetcher)
        assert isinstance(found, Article)
        assert (found.article_id, found.published) == ("p1", date(2024, 3, 8))
        remote = articles(f"{server.address}/list.csv", fetcher)
    assert [f.article_id if isinstance(f, Article) else f.reason_code for f in remote] == ["p1", "http_error"]


def test_a_feed_gives_its_own_words(server: Server) -> None:
    with Fetcher(SETTINGS) as fetcher:
        found = articles(f"{server.address}/feed", fetcher)
    assert [f.text for f in found if isinstance(f, Article)] == [
        "The old bridge reopened.\n\nFour hundred people watched.", "The ferry made its last trip.",
    ]  # fmt: skip
    assert server.asked["/page"] == 0


def test_a_feed_gives_the_pages_it_links_to_and_its_words_where_it_cannot(server: Server, tmp_path: Path) -> None:
    def run() -> list[Article | Refusal]:
        with Fetcher(SETTINGS, memory=Memory(tmp_path / "fetched.json")) as fetcher:
            found = articles(f"{server.address}/feed", fetcher, linked=True)
            fetcher.memory.save()
        return found

    found = run()
    page, gone, ferry, private = found
    assert isinstance(page, Article)
    assert page.text.count("\n") >= 2
    assert {(s.source, s.chosen) for s in page.signals if s.field == "published"} == {
        ("feed", False),
        ("json-ld", True),
    }
    assert isinstance(gone, Refusal)
    assert isinstance(ferry, Article)
    assert ferry.text == "The ferry made its last trip."
    assert isinstance(private, Refusal)
    assert (gone.reason_code, private.reason_code) == ("http_error", "robots_disallowed")
    # A second run asks again only for what the feed tells anew or could not be had.
    assert [f.reason_code for f in run() if isinstance(f, Refusal)] == ["http_error", "robots_disallowed"]
    assert server.asked["/page"] == 1


def test_one_bad_source_does_not_stop_the_next(server: Server) -> None:
    with Fetcher(SETTINGS, sleep=Waits()) as fetcher:
        found = [item for path in ("/nonsense", "/page") for item in articles(f"{server.address}{path}", fetcher)]
    assert isinstance(found[0], Refusal)
    assert isinstance(found[1], Article)
