"""Which addresses may be fetched: public http(s) ones, by name and by every address the name stands for."""

from __future__ import annotations

import ipaddress
import math
import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import httpcore

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
_TOO_SLOW = "the server sends too slowly"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_GIVEN_OUT = ipaddress.ip_network("2000::/3")


class AddressRefusedError(Exception):
    """The address is not one that may be fetched."""


def plain_address(url: str) -> str:
    """Return the address as a request carries it: ASCII only, without fragment, user name and password.

    Raises:
        AddressRefusedError: where it is not an http(s) address with a host.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
        ascii_host = host.encode("idna").decode("ascii") if host and not host.isascii() else host
    except (ValueError, UnicodeError) as e:
        raise AddressRefusedError(f"not an address: {e}") from None
    if parts.scheme not in ("http", "https") or not ascii_host:
        raise AddressRefusedError(f"{parts.scheme or 'no scheme'}: only http and https addresses are fetched")
    if ":" in ascii_host:
        ascii_host = f"[{ascii_host}]"
    netloc = ascii_host if port is None else f"{ascii_host}:{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def is_public(address: IPAddress) -> bool:
    """True if the address lies on the open internet, looked at through the wrappings of IPv4 in IPv6."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        # Of IPv6 only 2000::/3 is given out to the internet (RFC 4291): no ::a.b.c.d, no site-local fec0::/10.
        return address in _GIVEN_OUT and address.is_global
    return address.is_global and not address.is_multicast


class DeadlineError(httpcore.ReadTimeout):
    """The whole exchange took too long, however lively it was."""


class Deadline:
    """When the present exchange must be over, in seconds of the monotonic clock."""

    def __init__(self) -> None:
        self.at = math.inf

    @contextmanager
    def left(self, timeout: float | None) -> Iterator[float | None]:
        """Give how long the wait inside may take.

        Raises:
            DeadlineError: where no time is left, before the wait or after it.
        """
        seconds = self.at - time.monotonic()
        if seconds <= 0:
            raise DeadlineError(_TOO_SLOW)
        try:
            yield seconds if timeout is None else min(timeout, seconds)
        except httpcore.TimeoutException:
            if time.monotonic() >= self.at:
                raise DeadlineError(_TOO_SLOW) from None
            raise


class _TimedStream(httpcore.NetworkStream):
    """A stream whose waits count against one deadline: a server may drip headers, interim answers and trailers."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has come."""
        with self._deadline.left(timeout) as left:
            return self._inner.read(max_bytes, left)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send."""
        with self._deadline.left(timeout) as left:
            self._inner.write(buffer, left)

    def close(self) -> None:
        """Close."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Go on encrypted."""
        with self._deadline.left(timeout) as left:
            return _TimedStream(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Tell of the socket."""
        return self._inner.get_extra_info(info)


class GuardedNetwork(httpcore.NetworkBackend):
    """Connects to the very addresses that were looked at, so that a name cannot change between look and connection."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self.deadline = Deadline()
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve the name, look at what it stands for, connect to the first address that answers.

        Raises:
            AddressRefusedError: where any of its addresses is not public.
            httpcore.ConnectError: where the name is unknown or nothing answers.
        """
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as e:
            raise httpcore.ConnectError(f"the name {host} is unknown: {e}") from None
        addresses = list(dict.fromkeys(str(info[4][0]).partition("%")[0] for info in found))
        if not self._allow_private:
            for address in addresses:
                if not is_public(ipaddress.ip_address(address)):
                    raise AddressRefusedError(f"{host} is {address}, not a public address")
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                with self.deadline.left(timeout) as left:
                    stream = self._inner.connect_tcp(address, port, left, local_address, socket_options)
                return _TimedStream(stream, self.deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as e:
                failure = e
        raise failure

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002 - the library's protocol
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """No address leads to a socket of this machine.

        Raises:
            AddressRefusedError: always.
        """
        raise AddressRefusedError(path)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        self._inner.sleep(seconds)
