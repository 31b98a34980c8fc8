"""A Prefect server that ends with its parent: `python -m flows.orchestration.server_process [--port N]`.

Prefect's own temporary server outlives a killed parent.  This one reads its standard input, which the system closes
when the parent dies however it dies, and ends then.  The port is bound before Prefect is imported and printed at once,
so that the parent can import Prefect meanwhile and no other process can take the port in between.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uvicorn

GRACE_SECONDS = 3.0


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


def main() -> None:
    """Bind, print the port, then serve until standard input ends."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    listener = bound_socket(parser.parse_args().port)
    print(listener.getsockname()[1], flush=True)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    running: list[uvicorn.Server] = []
    threading.Thread(target=end_with_stdin, args=(running,), daemon=True).start()

    import uvicorn
    from prefect.server.api.server import create_app

    server = uvicorn.Server(
        uvicorn.Config(create_app, factory=True, log_level="error", lifespan="on", timeout_graceful_shutdown=2)
    )
    running.append(server)
    server.run(sockets=[listener])


if __name__ == "__main__":
    main()
