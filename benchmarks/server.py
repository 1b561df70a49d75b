"""Servers to measure: the product as `make demo` runs it, and a bare Django project beside it."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(data_dir: Path, port: int) -> dict[str, str]:
    return {
        **os.environ,
        "DATA_DIR": str(data_dir),
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "SECRET_KEY": secrets.token_hex(24),
        "PYTHONPATH": str(ROOT),
        "WORKERS": os.environ.get("WORKERS", "2"),
        "THREADS": os.environ.get("THREADS", "4"),
        "LOG_LEVEL": "WARNING",
        # Everyone is at 127.0.0.1. The limits are counted, but not reached.
        "PEOPLE_PER_ADDRESS": "1000000",
        "STARTS_PER_MINUTE": "1000000",
    }


def manage(env: dict[str, str], *words: str, root: Path = ROOT) -> None:
    Path(env["DATA_DIR"]).mkdir(exist_ok=True)
    subprocess.run(
        [sys.executable, "manage.py", *words], cwd=root, env=env, check=True, capture_output=True
    )


def shell(env: dict[str, str], code: str, *, root: Path = ROOT) -> str:
    """Run `code` in the product's own Django, and give what it printed."""
    return subprocess.run(
        [sys.executable, "manage.py", "shell", "-v0", "-c", code],
        cwd=root, env=env, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip


@contextmanager
def serving(
    env: dict[str, str],
    *,
    wsgi: str = "config.wsgi",
    server: str = "granian",
    root: Path = ROOT,
    said: IO[bytes] | None = None,
) -> Iterator[int]:
    """Run "granian", as `make demo` does, or "gunicorn" in the checkout `root`; its main process's id.

    `said`: the file that receives what it prints.
    """
    command = [sys.executable, "-m", *_command(env, wsgi, server)]
    run = subprocess.Popen(command, cwd=root, env=env, stdout=said, stderr=said)
    try:
        _wait(int(env["PORT"]))
        yield run.pid
    finally:
        run.terminate()
        run.wait(timeout=30)


def _command(env: dict[str, str], wsgi: str, server: str) -> list[str]:
    if server == "granian":
        return ["config.server", wsgi]
    return [
        "gunicorn", wsgi, "--bind", f"127.0.0.1:{env['PORT']}", "--preload", "--no-control-socket",
        "--workers", env["WORKERS"], "--threads", env["THREADS"], "--log-level", "warning",
    ]  # fmt: skip


def _wait(port: int) -> None:
    until = time.perf_counter() + 30
    while time.perf_counter() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("The server did not start.")


def memory_mib(master: int) -> float:
    """Memory of the server and its workers: shared pages counted once (PSS), in MiB."""
    total = 0
    for pid in family(master):
        for row in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if row.startswith("Pss:"):
                total += int(row.split()[1])
    return total / 1024


def cpu_seconds(master: int) -> float:
    """CPU time that the server and its workers have used: other programs' load doesn't count."""
    ticks = 0
    for pid in family(master):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += sum(map(int, fields[11:15]))  # user and system, its own and of ended children
    return ticks / os.sysconf("SC_CLK_TCK")


def family(master: int) -> list[int]:
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    return [master, *map(int, children)]
