"""A Prefect server that ends with its parent: `python -m flows.orchestration.server_process [--port N]`.

Prefect's own temporary server outlives a killed parent.  This one reads its standard input, which the system closes
when the parent dies however it dies, and ends then.  The port is bound before Prefect is imported and printed at once,
so that the parent can import Prefect meanwhile and no other process can take the port in between.

The parent's secret keeps other users out.  Web pages are kept out here: those that reach this machine under a name of
their own (the `Host` is foreign), and those that call from elsewhere (the `Origin` is).
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import threading
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uvicorn
    from starlette.types import ASGIApp, Receive, Scope, Send

GRACE_SECONDS = 3.0
NAMES = ("127.0.0.1", "localhost")
"""Under which this machine asks."""


def bound_socket(port: int) -> socket.socket:
    """Return a loopback socket bound to `port` (0: any free one)."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    return listener


def end_with_stdin(server: list[uvicorn.Server]) -> None:
    """Wait for the end of standard input, then stop the server, at the latest after `GRACE_SECONDS`."""
    while os.read(sys.stdin.fileno(), 4096):
        pass
    for running in server:
        running.should_exit = True
        running.force_exit = True
        time.sleep(GRACE_SECONDS)
    os._exit(0)


class SameOrigin:
    """Lets through what is asked under one of the server's own names, and by nobody else's page."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        """Guard `app`, which listens on `port`."""
        self._app = app
        self._hosts = {f"{name}:{port}".encode() for name in NAMES}
        self._origins = {b"http://" + host for host in self._hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] in ("http", "websocket") and not self._allowed(scope["headers"]):
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
                return
            await send({"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]})
            await send({"type": "http.response.body", "body": b"this server answers its own machine alone\n"})
            return
        await self._app(scope, receive, send)

    def _allowed(self, headers: Iterable[tuple[bytes, bytes]]) -> bool:
        hosts = [value.lower() for name, value in headers if name.lower() == b"host"]
        origins = [value.lower() for name, value in headers if name.lower() == b"origin"]
        return len(hosts) == 1 and hosts[0] in self._hosts and set(origins) <= self._origins


def main() -> None:
    """Bind, print the port, then serve until standard input ends."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    listener = bound_socket(parser.parse_args().port)
    port = listener.getsockname()[1]
    own = [f"http://{name}:{port}" for name in NAMES]
    os.environ["PREFECT_SERVER_CORS_ALLOWED_ORIGINS"] = ",".join(own)
    # Else its pages ask whoever listens on Prefect's usual port.
    os.environ["PREFECT_SERVER_UI_API_URL"] = f"{own[0]}/api"
    print(port, flush=True)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    running: list[uvicorn.Server] = []
    threading.Thread(target=end_with_stdin, args=(running,), daemon=True).start()

    import uvicorn
    from prefect.server.api.server import create_app

    def guarded() -> ASGIApp:
        return SameOrigin(create_app(), port)

    server = uvicorn.Server(
        uvicorn.Config(guarded, factory=True, log_level="error", lifespan="on", timeout_graceful_shutdown=2)
    )
    running.append(server)
    server.run(sockets=[listener])


if __name__ == "__main__":
    main()
