"""`make bench`: ratios of one run on this machine. Never a pass or fail: goals stand beside them."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import bookmarks as bookmark_costs
from benchmarks import (
    deployed,
    dockets,
    enumeration,
    half_sent,
    measures,
    rush,
    size,
    soak,
    two_servers,
)
from benchmarks.load import Line, request_bytes
from benchmarks.server import ROOT, environment, free_port, manage, memory_mib, serving

NEW_REHEARSAL = """
import json, time
from django.conf import settings
from django.db import connection, reset_queries
from rehearsals.clock.clock import wall_now
from rehearsals import services
from rehearsals.cleanup.services import end
settings.DEBUG = True
end(services.start(wall_at=wall_now()))
times, queries = [], 0
for _ in range(20):
    reset_queries(); began = time.perf_counter(); made = services.start(wall_at=wall_now())
    times.append((time.perf_counter() - began) * 1000); queries = len(connection.queries)
    end(made)
print(json.dumps([sorted(times)[10], sorted(times)[18], queries]))
"""


def say(what: str, got: str, goal: str) -> None:
    print(f"  {what:<58} {got:>22}   goal {goal}", flush=True)


def pages(ours: int, bare: int, visit: measures.Visit, folder: Path) -> None:
    _, _, public = Line(ours).ask(request_bytes(measures.PUBLIC, ours))
    cookie = visit.signed_on_cookie()
    _, _, account = Line(ours).ask(request_bytes(measures.ACCOUNT, ours, cookie=cookie))
    filler = "{% for n in '12345678' %}<p>{{ title }}{{ name }} {{ n }}</p>{% endfor %}"
    for name, body in (("page", public), ("account", account)):
        (folder / f"{name}.html").write_text(filler + "x" * (len(body) - 200))
    _, head, _ = Line(bare).ask(request_bytes("/enter", bare))
    for what, path, own_cookie, bare_path, bare_cookie, goal in (
        ("public NextGen page / bare view of its size", measures.PUBLIC, "", "/page", "", "0.70"),
        ("signed-in account page / bare view of its size", measures.ACCOUNT, cookie, "/account",
         measures.cookies(head), "0.60"),
    ):  # fmt: skip
        own_request = [request_bytes(path, ours, cookie=own_cookie)]
        bare_request = [request_bytes(bare_path, bare, cookie=bare_cookie)]
        ratio = measures.in_turns(
            partial(measures.rate, ours, own_request, 200),
            partial(measures.rate, bare, bare_request, 200),
        )
        got = f"{ratio.value:.2f} ({ratio.ours:.0f} : {ratio.yardstick:.0f}/s)"
        say(what, got, f">= {goal}")


def sign_ons(port: int, visit: measures.Visit) -> None:
    ratio = measures.in_turns(
        lambda: measures.rate(port, visit.sign_ons(), 302, clients=6, seconds=3.0),
        lambda: measures.bare_verifies(3.0, processes=2),
    )
    got = f"{ratio.value:.2f} ({ratio.ours:.0f} : {ratio.yardstick:.0f}/s)"
    say("sign-on POST / bare Argon2 verify, two at once", got, ">= 0.85")
    peace, others, storming = measures.storm(port, visit)
    say("public page during a sign-on storm, median wait / in peace",
        f"{others.p50:.1f} : {peace.p50:.1f} ms", "<= 20 ms")  # fmt: skip
    say("… pages and sign-ons a second then", f"{others.rate:.0f} and {storming.rate:.0f}", "-")


def no_enumeration(port: int) -> None:
    for login_page, ratio, is_alike in enumeration.measures_of(port):
        got = f"{ratio:.2f}{'' if is_alike else ', STATUS DIFFERS'}"
        say(f"{login_page}: time for a known / an unknown name", got, "0.9 to 1.1")


def new_rehearsal(env: dict[str, str]) -> None:
    run = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v0", "-c", NEW_REHEARSAL],
        cwd=ROOT, env=env, check=True, capture_output=True, text=True,
    )  # fmt: skip
    median, slow, queries = json.loads(run.stdout.strip().splitlines()[-1])
    say("a new rehearsal: median, 95th of 100", f"{median:.0f}, {slow:.0f} ms", "< 50 ms")
    say("a new rehearsal: queries", str(queries), "< 25")


def bookmarks() -> None:
    """What a bookmark costs before each change, and a return to it, with the pack's cast."""
    for database, url in rush.databases():
        with tempfile.TemporaryDirectory() as folder, url() as database_url:
            env = environment(Path(folder), free_port()) | database_url
            manage(env, "migrate", "-v0")
            for what, got, goal in bookmark_costs.measure(env):
                say(f"{what} on {database}", got, goal)


def go_live_rush(attorneys: int, at_once: int) -> None:
    """Attorneys per second over what their password hashes alone would allow in the same minute."""
    print(f"  Go-live rush: {attorneys} attorneys, {at_once} at once, {rush.HASHES} hashes each")
    for database, url in rush.databases():
        for server in ("granian", "gunicorn"):
            with tempfile.TemporaryDirectory() as folder, url() as database_url:
                env = environment(Path(folder), free_port()) | database_url
                manage(env, "migrate", "-v0")
                manage(env, "demo")
                with serving(env, server=server) as master:
                    limit = measures.bare_verifies(2.0, processes=2) / rush.HASHES
                    seen = rush.run(env, master, ROOT, attorneys=attorneys, at_once=at_once)
                    memory = memory_mib(master)
            assert seen.linked == attorneys, f"{seen.linked} of {attorneys} are linked"
            say(f"… {server} on {database}: attorneys/s over the limit of the hashes",
                f"{seen.rate / limit:.2f} ({seen.rate:.1f} : {limit:.1f}/s)",
                ">= 0.45" if database == "SQLite" else "-")  # fmt: skip
            say(f"… {server} on {database}: server CPU for each; memory of two workers",
                f"{seen.cpu_ms:.0f} ms; {memory:.0f} MiB", "< 220 MiB")  # fmt: skip


def over_two_servers(attorneys: int, at_once: int) -> None:
    """The rush over the files of deploy/: once with both servers, once with one killed half-way."""
    print(f"  Two servers behind nginx and PgBouncer: {attorneys} attorneys, {at_once} at once")
    try:
        with two_servers.site() as here:
            for kill in (False, True):
                seen = two_servers.run(here, attorneys=attorneys, at_once=at_once, kill=kill)
                for what, got, goal in two_servers.report(seen, is_killed=kill):
                    say(what, got, goal)
    except deployed.Missing as missing:
        print(f"  … skipped, {missing}")


def half_sent_requests() -> None:
    print(f"  {half_sent.SLOW} half-sent heads and {half_sent.SLOW} half-sent forms")
    for proxy in ("nginx", "Caddy"):
        try:
            seen = half_sent.behind(proxy)
        except deployed.Missing as missing:
            print(f"  … {proxy}: skipped, {missing}")
            continue
        say(f"… {proxy}: others' page, median and slowest / before",
            f"{seen.meanwhile:.0f}, {seen.slowest:.0f} : {seen.before:.0f} ms", "<= 2x")  # fmt: skip
        say(f"… {proxy}: the last slow browser is cut after", f"{seen.cut_after:.0f} s", "<= 21 s")


def many_rehearsals(rehearsals: int, idle: int) -> None:
    print(f"  {rehearsals} rehearsals, of which {idle} are idle and complete")
    for database, url in rush.databases():
        with tempfile.TemporaryDirectory() as folder, url() as database_url:
            env = environment(Path(folder), free_port()) | database_url
            manage(env, "migrate", "-v0")
            manage(env, "demo")
            for what, got, goal in size.measure(env, rehearsals=rehearsals, idle=idle):
                say(f"… {database}: {what}", got, goal)


def full_court(cases: int) -> None:
    print(f"  A court of {cases} cases, and one of 400: they still fill a page of results")
    for database, url in rush.databases():
        many, few = (dockets.court_of(count, url) for count in (cases, 400))
        for what, got, goal in dockets.lines(many, few):
            say(f"… {database}: {what}", got, goal)


def soaked(minutes: float) -> None:
    print(f"  {minutes:g} minutes of traffic while servers are killed and restarted")
    try:
        report = soak.run(minutes)
    except deployed.Missing as missing:
        print(f"  … skipped, {missing}")
        return
    for what, got, goal in soak.lines(report):
        say(f"… {what}", got, goal)


def pages_and_sign_ons() -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        env, bare_env = environment(data, free_port()), environment(data, free_port())
        env["TRUSTED_PROXIES"] = "1"  # benchmarks.enumeration forwards addresses
        manage(env, "migrate", "-v0")
        manage(env, "demo")
        subprocess.run(
            [sys.executable, "-m", "benchmarks.bare", "migrate"], cwd=ROOT, env=bare_env, check=True
        )
        with serving(env) as master, serving(bare_env, wsgi="benchmarks.bare"):
            ours, bare = int(env["PORT"]), int(bare_env["PORT"])
            visit = measures.Visit(ours)
            pages(ours, bare, visit, data)
            sign_ons(ours, visit)
            no_enumeration(ours)
            say("memory of two workers after that", f"{memory_mib(master):.0f} MiB", "< 220 MiB")
        new_rehearsal(env)


def against(other: Path) -> None:
    """The same requests to this checkout and to `other`, in turns: what a change costs or saves."""
    with tempfile.TemporaryDirectory() as folder:
        sides = []
        for name, root in (("this", ROOT), ("other", other)):
            env = environment(Path(folder) / name, free_port()) | {"PYTHONPATH": str(root)}
            manage(env, "migrate", "-v0", root=root)
            manage(env, "demo", root=root)
            sides.append(
                (env, root, "granian" if (root / "config/server.py").exists() else "gunicorn")
            )
        (env, root, server), (old_env, old_root, old_server) = sides
        with (
            serving(env, server=server, root=root) as master,
            serving(old_env, server=old_server, root=old_root) as old_master,
        ):
            masters, ports = (master, old_master), (int(env["PORT"]), int(old_env["PORT"]))
            visits = [measures.Visit(port) for port in ports]
            for what, want, goal, requests in measures.compared(visits):
                rates, cpu = measures.side_by_side(ports, masters, requests, want)
                got = f"{rates.value:.2f}; CPU {cpu.ours:.2f} : {cpu.yardstick:.2f} ms"
                say(f"{what}: rate over that of {other}", got, goal)
            for side in ((env, master, root), (old_env, old_master, old_root)):
                seen = rush.run(*side, attorneys=100)
                got = f"{seen.rate:.1f}/s, {seen.cpu_ms:.0f} ms CPU; {memory_mib(side[1]):.0f} MiB"
                say(f"rush of 100 in {side[2]}", got, "-")


PARTS: dict[str, Callable[[argparse.Namespace], None]] = {
    "pages": lambda _: pages_and_sign_ons(),
    "bookmarks": lambda _: bookmarks(),
    "rush": lambda options: go_live_rush(options.attorneys, options.at_once),
    "two-servers": lambda options: over_two_servers(options.attorneys, options.at_once),
    "half-sent": lambda _: half_sent_requests(),
    "size": lambda options: many_rehearsals(options.rehearsals, options.idle),
    "dockets": lambda options: full_court(options.cases),
    "soak": lambda options: soaked(options.minutes),
}
ONLY_IF_CHOSEN = ("size", "dockets", "soak")  # they take many minutes


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--attorneys", type=int, default=300, help="in the rush (300)")
    parser.add_argument("--at-once", type=int, default=32, help="of them (32)")
    parser.add_argument(
        "--only", choices=PARTS, help="a part; size, dockets and soak run only if chosen"
    )
    parser.add_argument("--rehearsals", type=int, default=size.REHEARSALS, help="in size (100,000)")
    parser.add_argument("--idle", type=int, default=size.IDLE, help="of them (2,000)")
    parser.add_argument("--cases", type=int, default=100_000, help="in dockets (100,000)")
    parser.add_argument("--minutes", type=float, default=10, help="of soak (10)")
    parser.add_argument("--against", type=Path, help="compare with another checkout instead")
    options = parser.parse_args()
    print("Measured on this machine, sides in turns; ratios above 1 would be faster than bare.")
    if options.against:
        against(options.against.resolve())
        return
    for part in (
        [options.only] if options.only else [name for name in PARTS if name not in ONLY_IF_CHOSEN]
    ):
        PARTS[part](options)


if __name__ == "__main__":
    main()
