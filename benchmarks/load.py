"""A light load generator: raw sockets with keep-alive, in processes of their own."""

import multiprocessing
import socket
import ssl
import statistics
import time
from dataclasses import dataclass
from multiprocessing.queues import Queue

SPAWN = multiprocessing.get_context("spawn")
Sample = tuple[list[float], list[int]]  # waits in seconds, statuses


@dataclass(frozen=True)
class Result:
    """What one load saw: answers a second, waiting times in milliseconds, statuses."""

    rate: float
    p50: float
    p99: float
    statuses: dict[int, int]

    @classmethod
    def of(cls, waits: list[float], statuses: list[int], seconds: float) -> "Result":
        waits.sort()
        counted = {status: statuses.count(status) for status in set(statuses)}
        return cls(
            rate=len(waits) / seconds,
            p50=statistics.median(waits) * 1000,
            p99=waits[int(len(waits) * 0.99)] * 1000,
            statuses=counted,
        )


def request_bytes(
    path: str,
    port: int,
    *,
    cookie: str = "",
    body: str = "",
    scheme: str = "http",
    client: str = "",
) -> bytes:
    """One HTTP/1.1 request; a POST when it has a body. `client`: whose address a proxy would forward."""
    lines = [f"{'POST' if body else 'GET'} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}"]
    if cookie:
        lines.append(f"Cookie: {cookie}")
    if client:
        lines.append(f"X-Forwarded-For: {client}")
    if body:
        lines += [
            "Content-Type: application/x-www-form-urlencoded",
            f"Content-Length: {len(body)}",
            f"Referer: {scheme}://127.0.0.1:{port}/",
        ]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


class Line:
    """A kept-alive connection that reconnects when the server closes it.

    `certificate`: the file of the only one that is trusted; without it the line is plain HTTP.
    """

    def __init__(self, port: int, certificate: str = "") -> None:
        self.port, self.certificate = port, certificate
        self._open()

    def _open(self) -> None:
        self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.certificate:
            context = ssl.create_default_context(cafile=self.certificate)
            self.socket = context.wrap_socket(self.socket, server_hostname="127.0.0.1")

    def ask(self, request: bytes) -> tuple[int, bytes, bytes]:
        """Status, head and body of the answer to `request`."""
        try:
            self.socket.sendall(request)
            return self._answer()
        except (ConnectionError, IndexError):
            self._open()
            self.socket.sendall(request)
            return self._answer()

    def _answer(self) -> tuple[int, bytes, bytes]:
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._more()
        head, _, body = data.partition(b"\r\n\r\n")
        if b"transfer-encoding: chunked" in head.lower():
            while not body.endswith(b"0\r\n\r\n"):
                body += self._more()
            return int(head.split(b" ", 2)[1]), head, body
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        while len(body) < length:
            body += self._more()
        return int(head.split(b" ", 2)[1]), head, body

    def _more(self) -> bytes:
        part = self.socket.recv(262144)
        if not part:
            raise ConnectionError
        return part


def _client(port: int, requests: list[bytes], seconds: float, results: "Queue[Sample]") -> None:
    line, waits, statuses = Line(port), [], []
    until, turn = time.perf_counter() + seconds, 0
    while (started := time.perf_counter()) < until:
        status, _, _ = line.ask(requests[turn % len(requests)])
        waits.append(time.perf_counter() - started)
        statuses.append(status)
        turn += 1
    results.put((waits, statuses))


class Load:
    """Clients that each send their requests one after the other for some seconds."""

    def __init__(self, port: int, requests: list[bytes], *, clients: int, seconds: float) -> None:
        self.seconds = seconds
        self._results: Queue[Sample] = SPAWN.Queue()
        self._clients = [
            SPAWN.Process(
                target=_client, args=(port, requests[n:] + requests[:n], seconds, self._results)
            )
            for n in range(clients)
        ]

    def start(self) -> "Load":
        for client in self._clients:
            client.start()
        return self

    def result(self) -> Result:
        waits: list[float] = []
        statuses: list[int] = []
        for _ in self._clients:
            some_waits, some_statuses = self._results.get(timeout=self.seconds + 60)
            waits += some_waits
            statuses += some_statuses
        for client in self._clients:
            client.join()
        return Result.of(waits, statuses, self.seconds)


def load(port: int, requests: list[bytes], *, clients: int = 4, seconds: float = 2.0) -> Result:
    return Load(port, requests, clients=clients, seconds=seconds).start().result()
