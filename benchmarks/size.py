"""A hundred thousand rehearsals: the pages that anyone opens, and the daily deletion of idle ones."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlencode

from benchmarks.load import Line, request_bytes
from benchmarks.measures import cookies, must_find, token
from benchmarks.server import ROOT, serving, shell

REHEARSALS, IDLE = 100_000, 2_000  # in all; complete ones that are deleted
PEACE_SECONDS = 10
POSTS = 40.0  # a second, of all the people who work while rehearsals are deleted

# Complete idle rehearsals, and many more that are in use and have only their court.
PREPARE = """
from datetime import timedelta
from django.db import transaction
from cmecf.models import Court
from rehearsals import services
from rehearsals.clock.clock import wall_now
from rehearsals.models import CourtClock, Rehearsal

now = wall_now()
for first in range(0, {idle}, 50):
    with transaction.atomic():
        for _ in range(first, min(first + 50, {idle})):
            services.start(wall_at=now)
Rehearsal.objects.filter(kind="private").update(last_used_at=now - timedelta(days=30))
court = Court.objects.filter(rehearsal__code="demo", code="nmd").values().get()
del court["id"], court["rehearsal_id"]
for _ in range(0, {rows}, 5000):
    clocks = CourtClock.objects.bulk_create(CourtClock() for _ in range(5000))
    rows = Rehearsal.objects.bulk_create(
        Rehearsal(title=f"Private rehearsal {{clock.pk}}", pack="nmd-2020", clock=clock)
        for clock in clocks
    )
    Court.objects.bulk_create(Court(rehearsal=row, **court) for row in rows)
"""
PLANS = """
from django.db import connection
if connection.vendor == "postgresql":
    connection.cursor().execute("ANALYZE")
"""

# Staff pages, through Django's client: median milliseconds of each.
STAFF_PAGES = """
import json, statistics, time
from django.contrib.auth.models import User
from django.test import Client
from rehearsals.clock.clock import wall_now
from rehearsals.staff.accounts import sessions
from rehearsals.staff.working_in import ALL, KEY

client = Client(headers={"host": "127.0.0.1"})
client.force_login(User.objects.get(username="trainer"))
session = client.session
session[KEY] = ALL
sessions.begin(session, wall_now())
session.save()
for name, path in (
    ("recent rehearsals for staff", "/staff/rehearsals/"),
    ("staff search by title", "/staff/rehearsals/?q=90417"),
    ("staff list of all rehearsals", "/admin/rehearsals/rehearsal/"),
):
    times = []
    for _ in range(7):
        began = time.perf_counter()
        assert client.get(path).status_code == 200, path
        times.append((time.perf_counter() - began) * 1000)
    print(json.dumps([name, statistics.median(times)]))
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
        while not done.wait(people / POSTS):
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


def staff_page_times(env: dict[str, str]) -> Iterator[tuple[str, float]]:
    for line in shell(env, STAFF_PAGES).splitlines():
        name, took = json.loads(line)
        yield name, took


@dataclass(frozen=True)
class Deletion:
    """Waits of people who post: before the deletion, during it and after it. `said`: what it printed."""

    peace: list[float]
    during: list[float]
    seconds: float
    said: str


def delete_while_posting(env: dict[str, str]) -> Deletion:
    port = int(env["PORT"])
    with posting(port) as before:
        time.sleep(PEACE_SECONDS)
    began = time.perf_counter()
    with posting(port) as during:
        run = subprocess.run(
            [sys.executable, "manage.py", "daily_cleanup"],
            cwd=ROOT, env=env, check=True, capture_output=True, text=True,
        )  # fmt: skip
        seconds = time.perf_counter() - began
    with posting(port) as after:
        time.sleep(PEACE_SECONDS)
    return Deletion(before + after, during, seconds, run.stdout.splitlines()[0])


def file_mib(data_dir: Path) -> float:
    """The size of SQLite's files; 0 on PostgreSQL."""
    return sum(path.stat().st_size for path in data_dir.glob("db.sqlite3*")) / 2**20


def measure(env: dict[str, str], *, rehearsals: int, idle: int) -> Iterator[tuple[str, str, str]]:
    """What was measured, the figure and the goal, on a new database with so many rehearsals."""
    data_dir = Path(env["DATA_DIR"])
    fill(env, rehearsals=rehearsals, idle=idle)
    with serving(env):
        for name, took, goal in page_times(int(env["PORT"])):
            yield name, f"{took:.1f} ms", goal
        full = file_mib(data_dir)
        seen = delete_while_posting(env)
    peace, during = summary(seen.peace), summary(seen.during)
    for name, index in (("median", 0), ("99th of 100", 1), ("longest", 2)):
        got = f"{during[index]:.0f} : {peace[index]:.0f} ms"
        yield f"a POST during the deletion / in peace, {name}", got, "<= 2x"
    yield seen.said, f"{seen.seconds:.0f} s", "-"
    if full:
        yield "database file before and after", f"{full:.0f}, {file_mib(data_dir):.0f} MiB", "-"
    for name, took in staff_page_times(env):
        yield name, f"{took:.0f} ms", "< 500 ms"
