"""PostgreSQL and Redis of our own that can be stopped and started again while the server runs."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from benchmarks import deployed
from benchmarks.server import free_port


class Restartable:
    """A program of ours that can be stopped and started again at the same port."""

    def __init__(self, command: list[str], port: int, user: str | None = None) -> None:
        self._start: Callable[[], AbstractContextManager[int]] = lambda: deployed.running(
            command, port, user=user
        )
        self._running = ExitStack()

    def start(self) -> None:
        self.pid = self._running.enter_context(self._start())

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        os.kill(self.pid, how)
        self._running.close()


@contextmanager
def postgresql(parent: Path) -> Iterator[tuple[Restartable, dict[str, str]]]:
    """A PostgreSQL that trusts everyone at 127.0.0.1, and the setting of its database."""
    initdb, postgres = deployed.programs("initdb", "postgres")
    folder, port = deployed.own_folder(parent, "postgresql"), free_port()
    data = str(folder / "data")
    subprocess.run(
        [initdb, "-D", data, "-U", "postgres", "--auth=trust", "--no-sync"],
        check=True, capture_output=True, user=deployed.UNPRIVILEGED, cwd="/",
    )  # fmt: skip
    command = [postgres, "-D", data, "-p", str(port), "-h", "127.0.0.1", "-k", str(folder)]
    server = Restartable(command, port, deployed.UNPRIVILEGED)
    server.start()
    try:
        deployed.superuser(f"host={folder} port={port} user=postgres dbname=postgres").close()
        yield server, {"DATABASE_URL": f"postgres://postgres@127.0.0.1:{port}/postgres"}
    finally:
        server.stop(signal.SIGINT)


@contextmanager
def redis(parent: Path) -> Iterator[tuple[Restartable, dict[str, str]]]:
    (program,) = deployed.programs("redis-server")
    port = free_port()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir"]
    server = Restartable([*command, str(parent)], port)
    server.start()
    try:
        yield server, {"CACHE_URL": f"redis://127.0.0.1:{port}/0"}
    finally:
        server.stop()
