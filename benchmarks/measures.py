"""What is measured. Each gives numbers of one run, the compared sides taken in turns (A B A B)."""

import multiprocessing
import re
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.queues import Queue
from typing import Any
from urllib.parse import urlencode

from benchmarks.load import Line, Load, Result, load, request_bytes
from benchmarks.server import cpu_seconds

ROUNDS = 4
SIGN_ON = "/r/demo/cso/csologin/login.jsf"
PUBLIC = "/r/demo/www/nmd/cmecf-nextgen/"
ACCOUNT = "/r/demo/psc/account/"
PEOPLE = (
    ("noelattorney", "Mesa-Noel-09"),
    ("johnattorney", "Mesa-John-16"),
    ("teresaadvocate", "Mesa-Teresa-18"),
    ("hectortrustee", "Mesa-Hector-14"),
)


@dataclass(frozen=True)
class Ratio:
    """Rates of ours and of the yardstick, medians over rounds taken in turns."""

    ours: float
    yardstick: float

    @property
    def value(self) -> float:
        return self.ours / self.yardstick


def in_turns(ours: Callable[[], float], yardstick: Callable[[], float]) -> Ratio:
    """Run both sides ROUNDS times in turns, A B A B, so that noise on the machine affects both."""
    pairs = [(ours(), yardstick()) for _ in range(ROUNDS)]
    return Ratio(*(statistics.median(side) for side in zip(*pairs, strict=True)))


def token(body: bytes) -> str:
    """The CSRF token of the form in `body`."""
    return must_find(rb'name="csrfmiddlewaretoken" value="(\w+)"', body)


def must_find(pattern: bytes, text: bytes) -> str:
    """The first group of `pattern` in `text`. Raises LookupError if it isn't there."""
    match = re.search(pattern, text, re.I)
    if match is None:
        raise LookupError(pattern.decode())
    return match[1].decode()


def cookies(head: bytes) -> str:
    values = re.findall(rb"Set-Cookie: ([^;\r]+)", head, re.I)
    return "; ".join(cookie.decode() for cookie in values)


class Visit:
    """A sign-on form fetched once, and the requests that can be made with it."""

    def __init__(self, port: int) -> None:
        self.port = port
        _, head, body = Line(port).ask(request_bytes(SIGN_ON, port))
        self.cookie = cookies(head)
        self.token = token(body)

    def sign_on(self, username: str, password: str) -> bytes:
        fields = {"username": username, "password": password, "csrfmiddlewaretoken": self.token}
        return request_bytes(SIGN_ON, self.port, cookie=self.cookie, body=urlencode(fields))

    def sign_ons(self) -> list[bytes]:
        return [self.sign_on(*pair) for pair in PEOPLE]

    def signed_on_cookie(self) -> str:
        status, head, _ = Line(self.port).ask(self.sign_on(*PEOPLE[0]))
        assert status == 302, f"sign-on answered {status}"
        return f"{self.cookie}; {cookies(head)}"


def rate(port: int, requests: list[bytes], want: int, **options: Any) -> float:
    seen = load(port, requests, **options)
    assert set(seen.statuses) == {want}, f"expected {want}, got {seen.statuses}"
    return seen.rate


Requests = list[list[bytes]]  # of each side


def compared(visits: list[Visit]) -> Iterator[tuple[str, int, str, Requests]]:
    """What is compared between two checkouts: name, status, goal, and each side's requests."""
    cookies_of = [visit.signed_on_cookie() for visit in visits]
    yield "public page", 200, ">= 1.25", [[request_bytes(PUBLIC, v.port)] for v in visits]
    yield (
        "account page",
        200,
        ">= 1.3",
        [
            [request_bytes(ACCOUNT, visit.port, cookie=cookie)]
            for visit, cookie in zip(visits, cookies_of, strict=True)
        ],
    )
    yield "sign-on", 302, ">= 1.0", [visit.sign_ons() for visit in visits]


def side_by_side(
    ports: tuple[int, int], masters: tuple[int, int], requests: Requests, want: int
) -> tuple[Ratio, Ratio]:
    """Rates of both sides, and the CPU milliseconds of each server for one request."""
    rates: tuple[list[float], list[float]] = ([], [])
    costs: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for side in (0, 1):
            before = cpu_seconds(masters[side])
            rates[side].append(rate(ports[side], requests[side], want, seconds=2.0))
            used = cpu_seconds(masters[side]) - before
            costs[side].append(used * 1000 / (rates[side][-1] * 2.0))
    return Ratio(*map(statistics.median, rates)), Ratio(*map(statistics.median, costs))


def _verify_for(seconds: float, encoded: str, counts: "Queue[float]") -> None:
    from argon2 import PasswordHasher

    hasher, done, until = PasswordHasher(2, 19 * 1024, 1), 0, time.perf_counter() + seconds
    while time.perf_counter() < until:
        hasher.verify(encoded, "practice")
        done += 1
    counts.put(done / seconds)


def bare_verifies(seconds: float, processes: int) -> float:
    """Argon2id verifies a second at the product's parameters, `processes` at once, nothing else."""
    from argon2 import PasswordHasher

    spawn = multiprocessing.get_context("spawn")
    encoded, counts = PasswordHasher(2, 19 * 1024, 1).hash("practice"), spawn.Queue()
    workers = [
        spawn.Process(target=_verify_for, args=(seconds, encoded, counts)) for _ in range(processes)
    ]
    for worker in workers:
        worker.start()
    total = sum(counts.get(timeout=seconds + 60) for _ in workers)
    for worker in workers:
        worker.join()
    return total


def storm(port: int, visit: Visit, seconds: float = 4.0) -> tuple[Result, Result, Result]:
    """Other people's public page: in peace, and while eight people sign on without pause."""
    page = [request_bytes(PUBLIC, port)]
    peace = load(port, page, clients=2, seconds=2.0)
    sign_ons = Load(port, visit.sign_ons(), clients=8, seconds=seconds + 1).start()
    time.sleep(0.7)
    others = load(port, page, clients=2, seconds=seconds - 1.5)
    return peace, others, sign_ons.result()
