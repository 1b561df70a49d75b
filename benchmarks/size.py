"""A hundred thousand rehearsals: the pages that anyone opens, and the daily deletion of idle ones."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlencode

from benchmarks.load import Line, request_bytes
from benchmarks.measures import cookies, must_find, token
from benchmarks.server import ROOT, shell

REHEARSALS, IDLE = 100_000, 2_000  # in all; complete ones that are deleted
LATEST_POSTS = 40.0  # a second, from all the people who work while rehearsals go

# Complete idle rehearsals, and many more that have only their two rows and are in use.
PREPARE = """
from datetime import timedelta
from django.db import transaction
from rehearsals import services
from rehearsals.clock.clock import wall_now
from rehearsals.models import CourtClock, Rehearsal

now = wall_now()
for first in range(0, {idle}, 50):
    with transaction.atomic():
        for _ in range(first, min(first + 50, {idle})):
            services.start(wall_at=now)
Rehearsal.objects.filter(kind="private").update(last_used_at=now - timedelta(days=30))
clocks = CourtClock.objects.bulk_create([CourtClock() for _ in range({rows})], batch_size=5000)
Rehearsal.objects.bulk_create(
    [
        Rehearsal(title=f"Private rehearsal {{clock.pk}}", pack="nmd-2020", clock=clock)
        for clock in clocks
    ],
    batch_size=5000,
)
"""
PLANS = """
from django.db import connection
if connection.vendor == "postgresql":
    connection.cursor().execute("ANALYZE")
"""


class Poster:
    """Someone in the demo court who sets its clock; `waits` are the answers' times in milliseconds."""

    def __init__(self, port: int) -> None:
        self.port, self.line, self.path = port, Line(port), "/r/demo/clock/"
        _, head, body = self.line.ask(request_bytes(self.path, port))
        self.cookie, self.token, self.waits = cookies(head), token(body), list[float]()

    def post(self) -> None:
        minute = len(self.waits) % 50 + 10
        typed = {"at": f"2020-04-20 08:{minute}:00", "manner": "held"}
        body = urlencode(typed | {"csrfmiddlewaretoken": self.token})
        began = time.perf_counter()
        status, _, _ = self.line.ask(
            request_bytes(self.path, self.port, cookie=self.cookie, body=body)
        )
        self.waits.append((time.perf_counter() - began) * 1000)
        assert status == 302, f"the clock answered {status}"


@contextmanager
def posting(port: int, people: int = 2) -> Iterator[list[float]]:
    """People who post at a steady pace during the block; their waits are there after it."""
    done, waits = Event(), list[float]()

    def work(poster: Poster) -> None:
        while not done.wait(people / LATEST_POSTS):
            poster.post()

    posters = [Poster(port) for _ in range(people)]
    threads = [Thread(target=work, args=(poster,)) for poster in posters]
    for thread in threads:
        thread.start()
    try:
        yield waits
    finally:
        done.set()
        for thread in threads:
            thread.join()
        for poster in posters:
            waits += poster.waits


def summary(waits: list[float]) -> tuple[float, float, float]:
    """Median, 99th of 100 and longest wait."""
    ordered = sorted(waits)
    return statistics.median(ordered), ordered[int(len(ordered) * 0.99)], ordered[-1]


def fill(env: dict[str, str], *, rehearsals: int, idle: int) -> None:
    shell(env, PREPARE.format(idle=idle, rows=rehearsals - idle))
    shell(env, PLANS)


def page_times(port: int) -> Iterator[tuple[str, float, str]]:
    """For each page that depends on how many rehearsals there are: its name, median ms, and goal."""
    for name, path in (("lobby", "/"), ("unknown code", "/r/nobody-has-this/")):
        yield name, _median(lambda path=path: _get(port, path)), "< 20 ms"  # type: ignore[misc]
    yield "POST /start/", _median(lambda: _start(port)), "< 100 ms"


def _median(act: Callable[[], None], times: int = 15) -> float:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def _get(port: int, path: str) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    connection.getresponse().read()
    connection.close()


def _start(port: int) -> None:
    line = Line(port)
    _, head, body = line.ask(request_bytes("/", port))
    form = urlencode({"csrfmiddlewaretoken": token(body)})
    status, head, _ = line.ask(request_bytes("/start/", port, cookie=cookies(head), body=form))
    must_find(rb"location: (/r/)", head)
    assert status == 302, f"/start/ answered {status}"


def delete_while_posting(env: dict[str, str]) -> tuple[list[float], list[float], float, str]:
    """Waits of people in peace and during the deletion; its seconds and what it printed."""
    port = int(env["PORT"])
    with posting(port) as peace:
        time.sleep(10)
    began = time.perf_counter()
    with posting(port) as during:
        run = subprocess.run(
            [sys.executable, "manage.py", "delete_idle_rehearsals"],
            cwd=ROOT, env=env, check=True, capture_output=True, text=True,
        )  # fmt: skip
    return peace, during, time.perf_counter() - began, run.stdout.strip()


def file_mib(data_dir: Path) -> float:
    return sum(path.stat().st_size for path in data_dir.glob("db.sqlite3*")) / 2**20
