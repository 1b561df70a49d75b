"""The web server: `python -m config.server`, as `make demo` and a real installation run it.

Reads HOST, PORT, WORKERS, THREADS and FREEZE (.env.example). SIGTERM and Ctrl+C let running requests finish.
SIGHUP replaces the workers one after the other. To load new code, stop the server and start it again.

On Linux the workers are forks of a process that has loaded everything. On Windows and macOS each worker
is a new process that loads the application itself, as granian does there by default.
"""

import ctypes
import gc
import logging
import multiprocessing
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.template.loader import get_template
from django.utils.module_loading import import_string
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from config import environment, files, port, startup

STOP_SECONDS = 20  # how long a running request may take to finish when the server stops
# How long the head of a request may take to come, or the next request of a connection. A proxy must keep
# its own idle connections for a shorter time.
HEAD_SECONDS = 20
log = logging.getLogger("server")
# Its records go where ours go.
GRANIAN_LOGGING = {
    "formatters": {},
    "handlers": {},
    "loggers": {"_granian": {"handlers": [], "propagate": True}},
}
M_ARENA_MAX = -8  # of mallopt(3)


def main(wsgi: str = "config.wsgi") -> None:
    """Serve `application` of the module `wsgi` until a signal stops it."""
    host, number = environment.setting("HOST"), environment.setting("PORT")
    # Granian's sockets would share a port that another server of the same user listens on.
    if problem := port.problem(host, number):
        sys.exit(problem)
    # A caller may have chosen how processes start.
    if sys.platform == "linux" and multiprocessing.get_start_method(allow_none=True) is None:
        multiprocessing.set_start_method("fork")
    _empty_metrics()
    if _forks():
        _keep_one_heap()
        _load_before_fork(wsgi)
    log.info("started", extra=_facts(host, number))
    Granian(
        f"{wsgi}:application",
        address=host,
        port=int(number),
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEAD_SECONDS * 1000),
        websockets=False,
        workers=_workers(),
        # Several threads, so that a wait for a password check doesn't hold up other people's pages.
        blocking_threads=environment.number("THREADS"),
        backlog=1024,
        # Ours is rehearsals.web.access_log: query strings may contain what people typed.
        log_access=False,
        log_level=LogLevels.warning,
        log_dictconfig=GRANIAN_LOGGING,
        respawn_failed_workers=True,
        respawn_interval=1,
        workers_kill_timeout=STOP_SECONDS,
    ).serve(target_loader=application)
    log.info("stopped")


def _facts(host: str, number: str) -> dict[str, str | int]:
    """What the first line of the log says about this server. Nothing secret."""
    return {
        "version": files.version(),
        "address": f"{host}:{number}",
        "workers": _workers(),
        "threads": int(environment.setting("THREADS")),
        "database": settings.DATABASES["default"]["ENGINE"].rpartition(".")[2],
        "cache": settings.CACHES["default"]["BACKEND"].rpartition(".")[2],
    }


def _empty_metrics() -> None:
    """Delete the figures that the processes of an earlier run left (METRICS)."""
    for path in (environment.data_dir() / "metrics").glob("*.db"):
        path.unlink()


def _forks() -> bool:
    return multiprocessing.get_start_method() == "fork"


def _workers() -> int:
    """Processes. Granian can have only one on Windows, and a server that starts in 2020 needs one clock."""
    one = settings.FREEZE or sys.platform == "win32"
    return 1 if one else environment.number("WORKERS")


def _keep_one_heap() -> None:
    """With several heap arenas, each thread's would keep the 19 MiB of a password hash (glibc only)."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt and "MALLOC_ARENA_MAX" not in os.environ:
        mallopt(M_ARENA_MAX, 1)


def application(target: str) -> Callable[..., Any]:
    """The WSGI application `target` ("module:name"), for a worker that has just started."""
    # A terminal's Ctrl+C then reaches the main process only. A worker that gets both that signal and
    # the main process's SIGTERM hangs as long as a browser keeps a connection open.
    if hasattr(os, "setpgrp"):
        os.setpgrp()
    module, _, name = target.partition(":")
    if not _forks():
        _load(module)
    loaded: Callable[..., Any] = getattr(import_module(module), name)
    return loaded


def _load_before_fork(wsgi: str) -> None:
    """Load everything once. It opens no connection.

    The workers share its memory, and a worker that replaces another one runs the same code.
    """
    _load(wsgi)
    gc.collect()
    gc.freeze()


def _load(wsgi: str) -> None:
    """Import the application, compile all its pages, and set the clock of this process if FREEZE is set."""
    import_module(wsgi)
    for urls in (settings.ROOT_URLCONF, settings.REHEARSAL_URLCONF):
        import_module(urls)
    for folder in cast(list[Path], settings.TEMPLATES[0].get("DIRS", [])):
        for path in Path(folder).rglob("*.html"):
            get_template(path.relative_to(folder).as_posix())
    if settings.FREEZE:
        import_string("rehearsals.clock.process_clock.freeze")(settings.FREEZE)


if __name__ == "__main__":
    with startup.in_one_sentence():
        main(*sys.argv[1:])
