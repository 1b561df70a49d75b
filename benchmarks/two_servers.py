"""The go-live rush over two application servers, one of which is killed in the middle.

nginx, PgBouncer, PostgreSQL and Redis run from the files in deploy/ (benchmarks/deployed.py).
"""

import os
import re
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import psycopg

from benchmarks import deployed, rush
from benchmarks.server import (
    ROOT,
    cpu_seconds,
    environment,
    family,
    free_port,
    manage,
    memory_mib,
    serving,
)

LINKED = "SELECT count(*) FROM cmecf_cmecfaccount WHERE login LIKE 'rush%' AND pacer_account_id > 0"
LOGGED = (
    "SELECT count(*), count(DISTINCT who) FROM rehearsals_activity "
    "WHERE what = 'link.made' AND outcome = 'done'"
)
MAILED = "SELECT count(*) FROM rehearsals_mail WHERE subject LIKE '%was linked%'"
COMMITS = "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()"
WAL = "SELECT pg_current_wal_lsn() - '0/0'::pg_lsn"
CONNECTIONS = "SELECT count(*) FROM pg_stat_activity WHERE usename = 'nextgen'"


@dataclass
class Site:
    """What runs, by process id. `database`: a superuser's connection to the product's database."""

    port: int
    certificate: str
    log: Path
    env: dict[str, str]
    processes: dict[str, int]
    database: psycopg.Connection

    def ask(self, query: str) -> tuple[int, ...]:
        row = self.database.execute(query).fetchone()
        assert row
        return tuple(map(int, row))


@dataclass(frozen=True)
class Seen:
    """`cpu_ms`: CPU milliseconds for each attorney, of each part. `answers`: of each server."""

    expected: int
    attorneys: list[rush.Attorney]
    linked: int
    logged: int
    people_logged: int
    mailed: int
    seconds: float
    cpu_ms: dict[str, float]
    memory: dict[str, float]
    commits: float
    wal: float
    connections: int
    answers: dict[str, int]


@contextmanager
def site() -> Iterator[Site]:
    """Everything, ready for visitors. Raises deployed.Missing."""
    deployed.programs("initdb", "postgres", "pgbouncer", "redis-server", "nginx", "openssl")
    with ExitStack() as stack:
        folder = stack.enter_context(deployed.folder())
        port, postgres, admin = stack.enter_context(deployed.postgresql(folder))
        pool_port, pool = stack.enter_context(deployed.pgbouncer(folder, port, admin))
        redis_port = stack.enter_context(deployed.redis(folder))
        address = f"postgres://{deployed.NAME}:{deployed.PASSWORD}@127.0.0.1"
        env = environment(folder / "data", free_port()) | {
            "DATABASE_URL": f"{address}:{pool_port}/{deployed.NAME}", "PGBOUNCER": "true",
            "CACHE_URL": f"redis://127.0.0.1:{redis_port}/0",
            "HTTPS": "true", "TRUSTED_PROXIES": "1",
        }  # fmt: skip
        direct = env | {
            "DATABASE_URL": f"{address}:{port}/{deployed.NAME}", "PGBOUNCER": "false",
        }  # fmt: skip
        manage(direct, "migrate", "-v0")
        manage(direct, "demo")
        envs = [env, env | {"PORT": str(free_port())}]
        servers = [stack.enter_context(serving(one)) for one in envs]
        https, proxy, its_folder = stack.enter_context(
            deployed.nginx(folder, [int(one["PORT"]) for one in envs])
        )
        database = stack.enter_context(
            psycopg.connect(admin.info.dsn, dbname=deployed.NAME, autocommit=True)
        )
        yield Site(
            https, str(its_folder / "fullchain.pem"), its_folder / "rehearsal.log", env,
            {"server 1": servers[0], "server 2": servers[1], "nginx": proxy, "PgBouncer": pool,
             "PostgreSQL": postgres},
            database,
        )  # fmt: skip


def run(here: Site, *, attorneys: int, at_once: int, kill: bool) -> Seen:
    """Let the attorneys in. `kill`: end server 2 with SIGKILL when half of the links are made."""
    rush.prepare(here.env, ROOT, attorneys)
    here.log.write_text("")
    before = {name: cpu_seconds(pid) for name, pid in here.processes.items()}
    commits, wal, mailed = here.ask(COMMITS)[0], here.ask(WAL)[0], here.ask(MAILED)[0]
    logged = here.ask(LOGGED)[0]
    watch = _Watch(here, attorneys // 2 if kill else attorneys + 1)
    watch.start()
    done, seconds = rush.let_in(
        here.port, attorneys=attorneys, at_once=at_once, certificate=here.certificate
    )
    watch.stop()
    after = {name: cpu_seconds(pid) for name, pid in here.processes.items()} | watch.cpu_of_killed
    time.sleep(1)  # PostgreSQL's counters are a second late
    return Seen(
        attorneys, done, here.ask(LINKED)[0], here.ask(LOGGED)[0] - logged, here.ask(LOGGED)[1],
        here.ask(MAILED)[0] - mailed, seconds,
        {name: (after[name] - before[name]) * 1000 / attorneys for name in after},
        watch.memory, (here.ask(COMMITS)[0] - commits) / attorneys,
        (here.ask(WAL)[0] - wal) / attorneys / 1024, watch.connections,
        _answers(here.log),
    )  # fmt: skip


def report(seen: Seen, *, is_killed: bool) -> Iterator[tuple[str, str, str]]:
    """Lines to print: what, the figure, its goal. Raises AssertionError if a link was lost or doubled."""
    count = seen.expected
    logins = sum(one.logins for one in seen.attorneys)
    no_answers = sum(one.no_answers for one in seen.attorneys)
    busy = sum(one.busy for one in seen.attorneys)
    links = (seen.linked, seen.logged, seen.people_logged, seen.mailed)
    assert links == (count,) * 4, f"{count} attorneys: {links} linked, logged, persons, mailed"
    assert logins - count <= no_answers + busy, f"{logins} logins of {count} attorneys"
    name = "server 2 killed half-way" if is_killed else "both run"
    answers = " : ".join(map(str, seen.answers.values()))
    yield (
        f"… {name}: attorneys/s; answers of each server",
        f"{count / seen.seconds:.1f}; {answers}",
        "-",
    )
    yield (
        f"… {name}: links, and those logged and mailed",
        f"{seen.linked}, {seen.logged}",
        f"{count}",
    )
    yield (
        f"… {name}: no answer, busy; logins repeated",
        f"{no_answers}, {busy}; {logins - count}", "-" if is_killed else "0, 0; 0",
    )  # fmt: skip
    if not is_killed:
        servers = seen.cpu_ms["server 1"] + seen.cpu_ms["server 2"]
        others = [f"{seen.cpu_ms[part]:.0f}" for part in ("nginx", "PgBouncer", "PostgreSQL")]
        yield "… CPU for each attorney: both servers", f"{servers:.0f} ms", "-"
        yield "… the same: nginx, PgBouncer, PostgreSQL", f"{', '.join(others)} ms", "-"
        memory = [f"{seen.memory[part]:.0f}" for part in ("server 1", "PgBouncer", "PostgreSQL")]
        yield "… memory: a server, PgBouncer, PostgreSQL", f"{', '.join(memory)} MiB", "-"
        yield (
            "… transactions and WAL for each attorney",
            f"{seen.commits:.0f}; {seen.wal:.0f} KiB",
            "-",
        )
        yield "… connections to PostgreSQL at most", f"{seen.connections}", "-"


class _Watch(Thread):
    """Looks at the database during the rush, and kills server 2 once `kill_at` links are made."""

    def __init__(self, here: Site, kill_at: int) -> None:
        super().__init__()
        self.here, self.kill_at = here, kill_at
        self.connections, self.memory = 0, dict[str, float]()
        self.cpu_of_killed = dict[str, float]()
        self._stops = False

    def run(self) -> None:
        while not self._stops:
            self.connections = max(self.connections, self.here.ask(CONNECTIONS)[0])
            links = self.here.ask(LINKED)[0]
            if not self.memory and links >= self.kill_at // 2:
                self.memory = {n: memory_mib(pid) for n, pid in self.here.processes.items()}
            if not self.cpu_of_killed and links >= self.kill_at:
                self._kill("server 2")
            time.sleep(0.05)

    def stop(self) -> None:
        self._stops = True
        self.join()

    def _kill(self, name: str) -> None:
        master = self.here.processes[name]
        self.cpu_of_killed[name] = cpu_seconds(master)
        for pid in family(master):  # the main process first: it would replace its workers
            os.kill(pid, signal.SIGKILL)


def _answers(log: Path) -> dict[str, int]:
    """How many requests each upstream answered last, from nginx's log."""
    answers: dict[str, int] = {}
    for line in log.read_text().splitlines():
        for address in re.findall(r"(127\.0\.0\.1:\d+) \d{3} \w{32}$", line):
            answers[address] = answers.get(address, 0) + 1
    return answers
