"""The go-live rush: attorneys sign on, link their CM/ECF account and open Civil, many at once."""

import re
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from html import unescape
from multiprocessing.queues import Queue
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

import psycopg

from benchmarks.load import SPAWN, Line, request_bytes
from benchmarks.measures import must_find
from benchmarks.server import cpu_seconds, shell

PASSWORD = "Mesa-Rush-2020"
POSTGRES = "postgresql://postgres@127.0.0.1:5432/postgres"
PATIENCE = 5  # how often an attorney starts again
HASHES = 2  # an attorney's passwords: PACER, then CM/ECF
PROCESSES = 2  # of clients: one would be short of CPU before the server is

# Every attorney has an individual upgraded PACER account and a CM/ECF account with the same password.
# The court clock runs from 8:01 am on go-live morning.
PREPARE = """
from datetime import datetime, timezone
from django.contrib.auth.hashers import make_password
from django.utils import timezone as wall
from cmecf.models import CmecfAccount
from pacer_accounts.models import PacerAccount
from rehearsals.models import Rehearsal

rehearsal, count = Rehearsal.objects.select_related("clock").get(code="demo"), {count}
clock, court = rehearsal.clock, rehearsal.courts.get(code="nmd")
clock.manner, clock.speed, clock.wall_at = "running", 1.0, wall.now()
clock.court_at = datetime(2020, 4, 20, 14, 1, tzinfo=timezone.utc)
clock.save()
rehearsal.keeps_bookmarks = False  # as a trainer switches it off for a class in one rehearsal
rehearsal.save(update_fields=["keeps_bookmarks"])
model = rehearsal.pacer_accounts.get(username="johnattorney")
hashed = make_password({password!r})
CmecfAccount.objects.filter(login__startswith="rush").delete()
PacerAccount.objects.filter(username__startswith="rush").delete()
for number in range(count):
    model.pk, model.account_number = None, str(3000000 + number)
    model.username = model.username_key = f"rush{{number}}"
    model.password = hashed
    model.save(force_insert=True)
    CmecfAccount.objects.create(
        rehearsal=rehearsal, court=court, login=f"rush{{number}}", password=hashed,
        first_name=model.first_name, last_name=model.last_name, email=model.email,
    )
"""
COUNT_LINKS = """
from cmecf.models import CmecfAccount
print(CmecfAccount.objects.filter(login__startswith="rush", pacer_account__isnull=False).count())
"""


DatabaseUrl = Callable[[], AbstractContextManager[dict[str, str]]]


def databases() -> Iterator[tuple[str, DatabaseUrl]]:
    """SQLite, and PostgreSQL if one trusts us at 127.0.0.1: a name, and a fresh database's setting."""
    yield "SQLite", lambda: nullcontext({})
    try:
        psycopg.connect(POSTGRES, connect_timeout=2).close()
    except psycopg.OperationalError:
        print("  … PostgreSQL: skipped, none at 127.0.0.1:5432 that trusts the user postgres")
        return
    yield "PostgreSQL", _postgres


@contextmanager
def _postgres() -> Iterator[dict[str, str]]:
    name = f"bench_{secrets.token_hex(4)}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield {"DATABASE_URL": f"postgres://postgres@127.0.0.1:5432/{name}"}
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


class NoAnswer(AssertionError):
    """A proxy answered instead of a server that went away."""


class Busy(AssertionError):
    """The server asks to try again in a moment (503)."""


@dataclass(frozen=True)
class Rush:
    """`seconds`: from the first request to the last answer. `cpu`: CPU seconds of the server."""

    attorneys: int
    linked: int
    requests: int
    seconds: float
    cpu: float

    @property
    def rate(self) -> float:
        """Attorneys per second."""
        return self.attorneys / self.seconds

    @property
    def cpu_ms(self) -> float:
        """CPU milliseconds of the server for each attorney."""
        return self.cpu * 1000 / self.attorneys


class Browser:
    """One attorney's browser: keeps cookies, follows redirects, fills in the page's first form."""

    def __init__(self, port: int, certificate: str = "") -> None:
        self.port, self.line = port, Line(port, certificate)
        self.requests = self.logins = 0
        self.scheme = "https" if certificate else "http"
        self.jar: dict[str, str] = {}
        self.path, self.page = "", ""

    def open(self, path: str, body: str = "") -> str:
        """The page that `path` leads to in the end; a POST when there is a body."""
        cookie = "; ".join(f"{name}={value}" for name, value in self.jar.items())
        status, head, content = self.line.ask(
            request_bytes(path, self.port, cookie=cookie, body=body, scheme=self.scheme)
        )
        self.requests += 1
        for name, value in re.findall(rb"\nset-cookie: ([^=]+)=([^;\r]*)", head, re.I):
            self.jar[name.decode()] = value.decode()
        if status in (301, 302):
            return self.open(must_find(rb"\nlocation: ([^\r]+)", head))
        if status in (502, 504):
            raise NoAnswer(path)
        if status == 503:
            raise Busy(path)
        if status != 200:
            raise AssertionError(f"{path} answered {status}")
        self.path, self.page = path, content.decode()
        return self.page

    def submit(self, **typed: str) -> str:
        self.logins += "loginForm__loginName" in typed
        form = must_find(rb'(?s)(<form[^>]*method="post".*?</form>)', self.page.encode())
        fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)) | {
            name.replace("__", ":"): value for name, value in typed.items()
        }
        return self.open(self.path, urlencode({k: unescape(v) for k, v in fields.items()}))


def go_live(browser: Browser, name: str) -> None:
    """All that an attorney does. If it was broken off, it goes on where it was."""
    menu = "/r/demo/ecf/nmd/cgi-bin/DisplayMenu.pl"
    browser.open("/r/demo/ecf/nmd/cgi-bin/login.pl")
    if "loginForm:loginName" in browser.page:
        browser.submit(loginForm__loginName=name, loginForm__password=PASSWORD)
    browser.open(menu + "?Utilities")
    browser.open("/r/demo/ecf/nmd/utilities/link/")
    if 'name="login"' in browser.page:
        browser.submit(login=name, password=PASSWORD)
        browser.submit()
    browser.open(menu + "?CivilEvents")


@dataclass(frozen=True)
class Attorney:
    """`logins`: forms of Central Sign-On that had to be sent. The others count NoAnswer and Busy."""

    requests: int
    logins: int
    no_answers: int
    busy: int


def attorney(port: int, number: int, certificate: str = "") -> Attorney:
    """Go live as attorney `number`; start again, in the same browser, when a server goes away."""
    browser, problems = Browser(port, certificate), list[type[Exception]]()
    while True:
        try:
            go_live(browser, f"rush{number}")
            counts = [problems.count(kind) for kind in (NoAnswer, Busy)]
            return Attorney(browser.requests, browser.logins, *counts)
        except (NoAnswer, Busy) as problem:
            problems.append(type(problem))
            if len(problems) == PATIENCE:
                raise
            time.sleep(1)


def _clients(
    port: int, numbers: list[int], at_once: int, certificate: str, results: "Queue[list[Attorney]]"
) -> None:
    waiting, done = list(numbers), list[Attorney]()

    def work() -> None:
        while waiting:
            done.append(attorney(port, waiting.pop(), certificate))

    threads = [Thread(target=work) for _ in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    results.put(done)


def let_in(
    port: int, *, attorneys: int, at_once: int, certificate: str = ""
) -> tuple[list[Attorney], float]:
    """Let the attorneys in whom `prepare` made, and wait for all: what each did, and the seconds."""
    results = SPAWN.Queue()
    processes = [
        SPAWN.Process(
            target=_clients,
            args=(
                port,
                list(range(attorneys))[n::PROCESSES],
                at_once // PROCESSES,
                certificate,
                results,
            ),
        )
        for n in range(PROCESSES)
    ]
    began = time.perf_counter()
    for process in processes:
        process.start()
    done = sum((results.get(timeout=600) for _ in processes), list[Attorney]())
    seconds = time.perf_counter() - began
    for process in processes:
        process.join()
    return done, seconds


def prepare(env: dict[str, str], root: Path, attorneys: int) -> None:
    """Make the accounts of so many attorneys in the demo rehearsal, on go-live morning."""
    shell(env, PREPARE.format(count=attorneys, password=PASSWORD), root=root)


def run(
    env: dict[str, str], master: int, root: Path, *, attorneys: int = 300, at_once: int = 32
) -> Rush:
    """Prepare the demo rehearsal of the server `master` that was started with `env`, and let them in."""
    prepare(env, root, attorneys)
    cpu = cpu_seconds(master)
    done, seconds = let_in(int(env["PORT"]), attorneys=attorneys, at_once=at_once)
    cpu = cpu_seconds(master) - cpu
    linked = int(shell(env, COUNT_LINKS, root=root))
    return Rush(attorneys, linked, sum(one.requests for one in done), seconds, cpu)
