"""A real HTTP server on this machine that behaves as badly as servers do."""

from __future__ import annotations

import gzip
import threading
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from tests.transforms.readers.documents import PAGE, RSS

ROBOTS = "User-agent: *\nDisallow: /private/\nDisallow: /*.pdf$\nAllow: /private/open\nCrawl-delay: 0\n"

_BOMB = gzip.compress(b"\0" * 20_000_000, mtime=0)


class Server(ThreadingHTTPServer):
    """Counts what it was asked, and keeps the last request's headers by path."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.headers: dict[str, dict[str, str]] = {}
        self.sent: Counter[str] = Counter()
        """Bytes of bodies that were sent piece by piece."""
        self.robots: tuple[int, str] = (200, ROBOTS)
        self.stopping = threading.Event()

    @property
    def address(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.server.asked[path] += 1
        self.server.headers[path] = {k.lower(): v for k, v in self.headers.items()}
        name = "_" + path.strip("/").replace("/", "_").replace(".", "_").replace("-", "_")
        try:
            getattr(self, name, self._missing)()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def give(
        self, body: bytes | str, media_type: str = "text/html; charset=utf-8", status: int = 200, **headers: str
    ) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def _missing(self) -> None:
        self.give("nothing here", status=404)

    def _robots_txt(self) -> None:
        status, text = self.server.robots
        self.give(text, "text/plain", status)

    def _page(self) -> None:
        self.give(PAGE)

    def _private_page(self) -> None:
        self.give(PAGE)

    def _private_open(self) -> None:
        self.give(PAGE)

    def _tagged(self) -> None:
        if self.headers.get("If-None-Match") == '"v1"':
            self.give("", status=304, ETag='"v1"')
        else:
            self.give(PAGE, ETag='"v1"')

    def _dated(self) -> None:
        stamp = "Sat, 09 Mar 2024 08:00:00 GMT"
        if self.headers.get("If-Modified-Since") == stamp:
            self.give("", status=304)
        else:
            self.give(PAGE, Last_Modified=stamp)

    def _slow(self) -> None:
        self.server.stopping.wait(30)

    def _dripping(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        while not self.server.stopping.wait(0.1):
            self.wfile.write(b"x")
            self.wfile.flush()
            self.server.sent["/dripping"] += 1

    def _interim(self) -> None:
        while not self.server.stopping.wait(0.05):
            self.wfile.write(b"HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n")

    def _dripped_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not self.server.stopping.wait(0.05):
            self.wfile.write(b"X: y\r\n")

    def _trailers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nWords\r\n0\r\n")
        while not self.server.stopping.wait(0.05):
            self.wfile.write(b"X: y\r\n")

    def _list_of_itself_txt(self) -> None:
        here = self.server.address
        self.give(f"{here}/list-of-itself.txt\n{here}/page\n{here}/list-of-itself.txt\n", "text/plain")

    def _later(self) -> None:
        self.give("not now", status=503, Retry_After="\u00b2")

    def _endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while not self.server.stopping.is_set():
            self.wfile.write(b"word " * 10_000)
            self.server.sent["/endless"] += 50_000

    def _short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(b"<html>cut")
        self.close_connection = True

    def _loop(self) -> None:
        self.give("", status=302, Location="/loop2")

    def _loop2(self) -> None:
        self.give("", status=302, Location="/loop")

    def _far(self) -> None:
        n = int(urlsplit(self.path).query or 0)
        self.give("", status=302, Location=f"/far?{n + 1}")

    def _moved(self) -> None:
        self.give("", status=301, Location="/page")

    def _to_file(self) -> None:
        self.give("", status=302, Location="file:///etc/passwd")

    def _to_private_path(self) -> None:
        self.give("", status=302, Location="/private/page")

    def _to_metadata(self) -> None:
        self.give("", status=302, Location="http://169.254.169.254/latest/")

    def _latin(self) -> None:
        body = PAGE.replace("old bridge", "alte Brücke").encode("cp1252")
        self.give(body, "text/html; charset=utf-8")

    def _packed(self) -> None:
        self.give(gzip.compress(PAGE.encode(), mtime=0), Content_Encoding="gzip")

    def _deflated(self) -> None:
        packer = zlib.compressobj(wbits=-15)
        self.give(packer.compress(PAGE.encode()) + packer.flush(), Content_Encoding="deflate")

    def _bomb(self) -> None:
        self.give(_BOMB, Content_Encoding="gzip")

    def _cut_packed(self) -> None:
        self.give(gzip.compress(PAGE.encode(), mtime=0)[:-40], Content_Encoding="gzip")

    def _busy(self) -> None:
        if self.server.asked["/busy"] < 2:
            self.give("", status=429, Retry_After="2")
        else:
            self.give(PAGE)

    def _busy_until(self) -> None:
        if self.server.asked["/busy-until"] < 2:
            self.give(
                "", status=503, Retry_After=format_datetime(datetime.now(UTC) + timedelta(seconds=5), usegmt=True)
            )
        else:
            self.give(PAGE)

    def _busy_long(self) -> None:
        self.give("", status=429, Retry_After="86400")

    def _broken_once(self) -> None:
        if self.server.asked["/broken-once"] < 2:
            self.give("", status=500)
        else:
            self.give(PAGE)

    def _broken(self) -> None:
        self.give("", status=500)

    def _hangs_up(self) -> None:
        self.close_connection = True

    def _nonsense(self) -> None:
        self.wfile.write(b"\x00\xff this is no HTTP\r\n\r\n")
        self.close_connection = True

    def _feed(self) -> None:
        here = self.server.address
        text = RSS.replace("https://news.example.org/bridge", f"{here}/page")
        text = text.replace("https://news.example.org/ferry", f"{here}/gone").replace(
            "https://news.example.org/none", f"{here}/private/page"
        )
        self.give(text, "application/rss+xml")

    def _list(self) -> None:
        self.give(f"# pages\n{self.server.address}/page\n{self.server.address}/gone\nnonsense\n", "text/plain")

    def _list_csv(self) -> None:
        self.give("path,id\npage,p1\ngone,\n", "text/csv")


@contextmanager
def misbehaving_server() -> Iterator[Server]:
    """The server, running until the block ends."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()
