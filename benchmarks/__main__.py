"""`make bench`: ratios of one run on this machine. Never a pass or fail: goals stand beside them."""

import json
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks import enumeration, measures
from benchmarks.load import Line, request_bytes
from benchmarks.server import ROOT, environment, free_port, manage, memory_mib, serving

NEW_REHEARSAL = """
import json, time
from django.conf import settings
from django.db import connection, reset_queries
from rehearsals.clock.clock import wall_now
from rehearsals import services
settings.DEBUG = True
services.end(services.start(wall_at=wall_now()))
times, queries = [], 0
for _ in range(20):
    reset_queries(); began = time.perf_counter(); made = services.start(wall_at=wall_now())
    times.append((time.perf_counter() - began) * 1000); queries = len(connection.queries)
    services.end(made)
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
    for door, ratio, is_alike in enumeration.measures_of(port):
        got = f"{ratio:.2f}{'' if is_alike else ', STATUS DIFFERS'}"
        say(f"{door}: time for a known / an unknown name", got, "0.9 to 1.1")


def new_rehearsal(env: dict[str, str]) -> None:
    run = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v0", "-c", NEW_REHEARSAL],
        cwd=ROOT, env=env, check=True, capture_output=True, text=True,
    )  # fmt: skip
    median, slow, queries = json.loads(run.stdout.strip().splitlines()[-1])
    say("a new rehearsal: median, 95th of 100", f"{median:.0f}, {slow:.0f} ms", "< 50 ms")
    say("a new rehearsal: queries", str(queries), "< 25")


def main() -> None:
    print("Measured on this machine, sides in turns; ratios above 1 would be faster than bare.")
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        env, bare_env = environment(data, free_port()), environment(data, free_port())
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
            say("memory of two workers after that", f"{memory_mib(master):.0f} MiB", "< 300 MiB")
        new_rehearsal(env)


if __name__ == "__main__":
    main()
