"""A server of its own, as `make demo` starts it: granian, hashed static files, Argon2."""

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
WITH_ENV = str(ROOT / "scripts" / "with-env")
PYTHON = str(ROOT / ".venv" / "bin" / "python")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def answers(url: str) -> bool:
    try:
        return urllib.request.urlopen(url, timeout=2).status == 200
    except (urllib.error.URLError, ConnectionError):
        return False


def prepare(data: Path, migrated: Path, **settings: str) -> dict[str, str]:
    """The environment of a demo whose data is in `data`. Makes its demo court.

    `migrated`: the database that it starts with, as the fixture `migrated` gives it.
    """
    shutil.copy(migrated, data / "db.sqlite3")
    env = os.environ | {
        "DATA_DIR": str(data), "DATABASE_URL": f"sqlite:///{data}/db.sqlite3", "HOST": "127.0.0.1",
        "DEBUG": "0", "HTTPS": "0", "WORKERS": "1", "SECRET_KEY": "",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }  # fmt: skip
    env |= settings
    subprocess.run([ROOT / "scripts" / "setup", "run"], check=True, cwd=ROOT)
    manage(env, "demo")
    return env


def manage(env: dict[str, str], *command: str) -> None:
    """Run a management command in the environment `env`."""
    subprocess.run(
        [WITH_ENV, PYTHON, "manage.py", *command],
        check=True, cwd=ROOT, env=env, stdout=subprocess.DEVNULL,
    )  # fmt: skip


@contextmanager
def serving(
    env: dict[str, str], log: IO[bytes] | None = None
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of a running server, and its process, which leads a process group.

    `log`: the file that receives what the server prints.
    """
    port = free_port()
    running = subprocess.Popen(
        [WITH_ENV, PYTHON, "-m", "config.server"],
        cwd=ROOT, env=env | {"PORT": str(port)}, start_new_session=True, stdout=log, stderr=log,
    )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        until = time.monotonic() + 30
        while not answers(f"{address}/readyz"):
            assert running.poll() is None, "the server has ended"
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.05)
        yield address, running
    finally:
        running.terminate()
        running.wait(timeout=30)
