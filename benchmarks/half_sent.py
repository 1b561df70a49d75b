"""Other people's pages while 64 browsers don't finish their heads, and 64 their forms."""

import socket
import ssl
import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks import deployed
from benchmarks.load import Line, request_bytes
from benchmarks.measures import PUBLIC
from benchmarks.server import environment, free_port, manage, serving

SLOW = 64  # of each kind
PAGES = 50
HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
FORM = (
    b"POST /r/demo/psc/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nusername="
)


@dataclass(frozen=True)
class Seen:
    """Milliseconds for a page, median, before and meanwhile; seconds until the last one was cut."""

    before: float
    meanwhile: float
    slowest: float
    cut_after: float


def behind(proxy: str) -> Seen:
    """What others see behind "nginx" or "Caddy" from deploy/. Raises deployed.Missing."""
    with ExitStack() as stack:
        folder = stack.enter_context(deployed.folder())
        env = environment(folder / "data", free_port()) | {"HTTPS": "true", "TRUSTED_PROXIES": "1"}
        deployed.programs(proxy.lower(), "openssl")
        manage(env, "migrate", "-v0")
        manage(env, "demo")
        stack.enter_context(serving(env))
        port, own = _start(stack, proxy, folder, int(env["PORT"]))
        return _look(port, str(own / "fullchain.pem"))


def _start(stack: ExitStack, proxy: str, folder: Path, server: int) -> tuple[int, Path]:
    if proxy == "nginx":
        port, _, own = stack.enter_context(deployed.nginx(folder, [server]))
        return port, own
    return stack.enter_context(deployed.caddy(folder, server))


def _look(port: int, certificate: str) -> Seen:
    before = list(_waits(port, certificate))
    slow = [_half(port, certificate, what) for what in (HEAD, FORM) for _ in range(SLOW)]
    began = time.perf_counter()
    meanwhile = list(_waits(port, certificate))
    for line in slow:
        _wait_for_the_end(line)
    cut_after = time.perf_counter() - began
    return Seen(statistics.median(before), statistics.median(meanwhile), max(meanwhile), cut_after)


def _waits(port: int, certificate: str) -> Iterator[float]:
    """The milliseconds of each of PAGES pages, each on a new connection."""
    for _ in range(PAGES):
        began = time.perf_counter()
        status, _, _ = Line(port, certificate).ask(request_bytes(PUBLIC, port, scheme="https"))
        assert status == 200, f"the page answered {status}"
        yield (time.perf_counter() - began) * 1000


def _half(port: int, certificate: str, part: bytes) -> socket.socket:
    line = Line(port, certificate).socket
    line.sendall(part)
    return line


def _wait_for_the_end(line: socket.socket) -> None:
    """Read until the proxy closes the line. Raises TimeoutError after 30 seconds."""
    try:
        while line.recv(4096):
            pass
    except (ConnectionError, ssl.SSLError):
        pass
    line.close()
