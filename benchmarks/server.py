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
        "MALLOC_ARENA_MAX": "2",  # as scripts/with-env sets it for `make demo`
    }


def manage(env: dict[str, str], *words: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *words], cwd=ROOT, env=env, check=True, capture_output=True
    )


@contextmanager
def serving(env: dict[str, str], *, wsgi: str = "config.wsgi") -> Iterator[int]:
    """Run the server as `make demo` does; gives its main process's id."""
    server = subprocess.Popen(
        [sys.executable, "-m", "config.server", wsgi], cwd=ROOT, env=env, stderr=subprocess.DEVNULL
    )
    try:
        _wait(int(env["PORT"]))
        yield server.pid
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait(port: int) -> None:
    until = time.perf_counter() + 30
    while time.perf_counter() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("The server did not start.")


def memory_mib(master: int) -> float:
    """Memory of the master and its workers: shared pages counted once (PSS), in MiB."""
    pids = [master]
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    pids += [int(child) for child in children]
    total = 0
    for pid in pids:
        for row in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if row.startswith("Pss:"):
                total += int(row.split()[1])
    return total / 1024
