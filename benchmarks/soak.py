"""Minutes of mixed traffic while workers are killed, Redis stops and PostgreSQL restarts.

Each write that the server acknowledged is looked up at the end. PostgreSQL and Redis are our own.
"""

import json
import os
import random
import signal
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event, Thread
from urllib.parse import urlencode

from benchmarks import deployed, restartable
from benchmarks.load import Line
from benchmarks.measures import must_find, token
from benchmarks.restartable import Restartable
from benchmarks.rush import Browser, Busy, NoAnswer
from benchmarks.server import environment, family, free_port, manage, serving, shell

PEOPLE = 6  # at once
LIVE = datetime(2020, 4, 20, 8, 5)  # the court's time: linking is open
PUBLIC = ("/", "/r/demo/", "/r/demo/www/nmd/cmecf-nextgen/", "/r/demo/pacer/", "/r/demo/mail/")
REDIS_STOPS_SECONDS = 20

Promise = tuple[str, str, str]  # "clock", a rehearsal's code, the court time

# What each acknowledged write must have left. Prints those of which there is no trace.
LOOK_UP = """
import json
from cmecf.models import CmecfAccount
from rehearsals.models import Activity, Mail, Rehearsal

codes = set(Rehearsal.objects.values_list("code", flat=True))
moves = {{
    (code, at.isoformat())
    for code, at in Activity.objects.filter(what="clock.moved").values_list(
        "rehearsal__code", "court_at"
    )
}}
signed_on = set(
    Activity.objects.filter(what="cso.sign_on", outcome="done").values_list("rehearsal__code", flat=True)
)
linked = set(
    CmecfAccount.objects.filter(login="jattorney", pacer_account__isnull=False).values_list(
        "rehearsal__code", flat=True
    )
)
mailed = set(Mail.objects.values_list("rehearsal__code", flat=True))
lost = []
for kind, code, at in json.load(open({path!r})):
    is_there = {{
        "start": code in codes,
        "clock": (code, at) in moves,
        "sign-on": code in signed_on,
        "link": code in linked and code in mailed,
    }}[kind]
    if not is_there:
        lost.append([kind, code, at])
print(json.dumps(lost))
"""


@dataclass
class Seen:
    """What all the people saw. `waits`: milliseconds of each answer."""

    kept: list[Promise] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)
    broken: int = 0  # connections that ended without an answer
    stories: int = 0
    errors: list[str] = field(default_factory=list)


class OneTry(Line):
    """A line that sends each request once, so that a write is acknowledged or not."""

    def __init__(self, port: int, seen: Seen) -> None:
        self.seen = seen
        self.promise: Promise | None = None  # what the next request writes, if it is acknowledged
        super().__init__(port)

    def ask(self, request: bytes) -> tuple[int, bytes, bytes]:
        began, promise = time.perf_counter(), self.promise
        self.promise = None
        try:
            self.socket.sendall(request)
            status, head, body = self._answer()
        except (OSError, IndexError) as error:
            self.seen.broken += 1
            self.socket.close()
            raise NoAnswer(str(error)) from None
        self.seen.waits.append((time.perf_counter() - began) * 1000)
        self.seen.statuses[status] += 1
        if status == 302 and promise:
            kind, code, at = promise
            code = code or must_find(rb"\nlocation: /r/([^/]+)/", head)
            self.seen.kept.append((kind, code, at))
        return status, head, body


class Attorney(Browser):
    """Someone who starts a rehearsal, goes to the go-live morning, logs in and links."""

    line: OneTry

    def __init__(self, port: int, seen: Seen) -> None:
        super().__init__(port)
        self.line.socket.close()
        self.line = OneTry(port, seen)

    def live(self) -> None:
        self.open("/")
        self.line.promise = ("start", "", "")
        self.open("/start/", urlencode({"csrfmiddlewaretoken": token(self.page.encode())}))
        home = self.path
        code = home.split("/")[2]
        self.move_clock(home, code, LIVE)
        self.open(f"{home}ecf/nmd/cgi-bin/login.pl")
        self.line.promise = ("sign-on", code, "")
        self.submit(loginForm__loginName="johnattorney", loginForm__password="Mesa-John-16")
        self.open(f"{home}ecf/nmd/utilities/link/")
        self.submit(login="jattorney", password="Docket-John-2")
        self.line.promise = ("link", code, "")
        self.submit()
        for minute in range(1, 4):
            self.open(f"{home}mail/")
            self.move_clock(home, code, LIVE + timedelta(minutes=minute))

    def move_clock(self, home: str, code: str, court_time: datetime) -> None:
        at = court_time + timedelta(seconds=random.randrange(60))
        self.open(f"{home}clock/")
        fields = {"at": f"{at:%Y-%m-%d %H:%M:%S}", "manner": "held"}
        fields["csrfmiddlewaretoken"] = token(self.page.encode())
        in_utc = at + timedelta(hours=6)  # Mountain Daylight Time
        self.line.promise = ("clock", code, f"{in_utc.isoformat()}+00:00")
        self.open(f"{home}clock/", urlencode(fields))


def _work(port: int, seen: Seen, done: Event) -> None:
    while not done.is_set():
        try:
            attorney = Attorney(port, seen)
            for path in random.sample(PUBLIC, 3):
                attorney.open(path)
            attorney.live()
            seen.stories += 1
        except (NoAnswer, Busy, ConnectionError):
            done.wait(0.5)  # as the page asks: try again in a moment
        except (AssertionError, LookupError) as error:
            seen.errors.append(f"{type(error).__name__}: {error}")


def _disturb(
    minutes: float, master: int, database: Restartable, cache: Restartable
) -> Iterator[str]:
    """What happens, spread over the minutes: what it was, as it happens."""

    def kill(count: int) -> None:
        for worker in family(master)[1:][:count]:
            os.kill(worker, signal.SIGKILL)

    def restart_database() -> None:
        database.stop(signal.SIGINT)  # "fast": connections are cut, nothing is lost
        time.sleep(2)
        database.start()

    began, seconds = time.perf_counter(), minutes * 60
    acts: tuple[tuple[float, str, Callable[[], None]], ...] = (
        (0.10, "one worker killed", lambda: kill(1)),
        (0.25, "Redis stopped", cache.stop),
        (0.25 + REDIS_STOPS_SECONDS / seconds, "Redis started", cache.start),
        (0.40, "one worker killed", lambda: kill(1)),
        (0.55, "PostgreSQL restarted", restart_database),
        (0.70, "both workers killed", lambda: kill(2)),
        (0.85, "PostgreSQL restarted", restart_database),
    )
    for share, what, act in acts:
        time.sleep(max(0, began + share * seconds - time.perf_counter()))
        act()
        yield what
    time.sleep(max(0, began + seconds - time.perf_counter()))


@dataclass(frozen=True)
class Report:
    seen: Seen
    happened: list[str]
    lost: list[list[str]]
    log: str


def run(minutes: float) -> Report:
    """Raises deployed.Missing if PostgreSQL or Redis isn't installed here."""
    with (
        deployed.folder() as parent,
        restartable.postgresql(parent) as (database, database_url),
        restartable.redis(parent) as (cache, cache_url),
        tempfile.TemporaryFile() as said,
    ):
        env = environment(parent / "data", free_port()) | database_url | cache_url
        manage(env, "migrate", "-v0")
        manage(env, "demo")
        with serving(env, said=said) as master:
            seen, happened = _traffic(int(env["PORT"]), minutes, master, database, cache)
        path = parent / "kept.json"
        path.write_text(json.dumps(seen.kept))
        lost = json.loads(shell(env, LOOK_UP.format(path=str(path))).splitlines()[-1])
        said.seek(0)
        return Report(seen, happened, lost, said.read().decode())


def _traffic(
    port: int, minutes: float, master: int, database: Restartable, cache: Restartable
) -> tuple[Seen, list[str]]:
    done, everyone = Event(), [Seen() for _ in range(PEOPLE)]
    people = [Thread(target=_work, args=(port, seen, done)) for seen in everyone]
    for person in people:
        person.start()
    try:
        happened = list(_disturb(minutes, master, database, cache))
    finally:
        done.set()
        for person in people:
            person.join()
    return _together(everyone), happened


def _together(everyone: list[Seen]) -> Seen:
    total = Seen()
    for seen in everyone:
        total.kept += seen.kept
        total.statuses += seen.statuses
        total.waits += seen.waits
        total.broken += seen.broken
        total.stories += seen.stories
        total.errors += seen.errors
    return total


def lines(report: Report) -> Iterator[tuple[str, str, str]]:
    """What was measured, the figure and the goal."""
    seen, waits = report.seen, sorted(report.seen.waits)
    yield (
        "what happened",
        ", ".join(f"{n}x {what}" for what, n in Counter(report.happened).items()),
        "-",
    )
    yield "answers; walks from start to link", f"{len(waits)}; {seen.stories}", "-"
    kinds = Counter(kind for kind, _, _ in seen.kept)
    yield "acknowledged writes", ", ".join(f"{n} {kind}" for kind, n in kinds.items()), "-"
    yield "acknowledged writes that are lost", str(len(report.lost)), "0"
    yield "answers 500", str(seen.statuses[500]), "0"
    others = {
        status: n for status, n in seen.statuses.items() if status not in (200, 302, 503, 500)
    }
    yield (
        "answers 503; other than 200 and 302",
        f"{seen.statuses[503]}; {others or 'none'}",
        "-; none",
    )
    yield "connections cut by a kill", str(seen.broken), "-"
    yield (
        "waits: median, 99th of 100, longest",
        (
            f"{statistics.median(waits):.0f}, {waits[int(len(waits) * 0.99)]:.0f}, {waits[-1]:.0f} ms"
        ),
        "-",
    )
    for text in (*seen.errors[:5], *map(str, report.lost[:5])):
        yield "problem", text, "none"
    if seen.statuses[500]:
        yield "end of the server's log", report.log[-3000:], "-"
