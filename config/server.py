"""The web server: `python -m config.server`, as `make demo` and a real installation run it.

Reads HOST, PORT, WORKERS, THREADS and FREEZE (.env.example). SIGTERM and Ctrl+C let running requests finish.
SIGHUP replaces the workers one after the other. To load new code, stop the server and start it again.
"""

import gc
import multiprocessing
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import cast

from django.conf import settings
from django.template.loader import get_template
from django.utils.module_loading import import_string
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels

from scripts import port_free

STOP_SECONDS = 20  # how long a running request may take to finish when the server stops


def main(wsgi: str = "config.wsgi") -> None:
    """Serve `application` of the module `wsgi` until a signal stops it."""
    host, port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000")
    # Granian's sockets would share a port that another server of the same user listens on.
    if problem := port_free.main(host, port):
        sys.exit(problem)
    _load_before_fork(wsgi)
    if settings.FREEZE:
        import_string("rehearsals.clock.process_clock.freeze")(settings.FREEZE)
    Granian(
        f"{wsgi}:application",
        address=host,
        port=int(port),
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=1 if settings.FREEZE else int(os.environ.get("WORKERS", "2")),
        # Several threads, so that a wait for a password check doesn't hold up other people's pages.
        blocking_threads=int(os.environ.get("THREADS", "4")),
        backlog=1024,
        # No access log: query strings may contain what people typed.
        log_access=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        respawn_interval=1,
        workers_kill_timeout=STOP_SECONDS,
    ).serve()


def _load_before_fork(wsgi: str) -> None:
    """Import the application and compile all its pages once. It opens no connection.

    The workers share its memory, and a worker that replaces another one runs the same code.
    """
    multiprocessing.set_start_method("fork")
    # A terminal's Ctrl+C then reaches the main process only. A worker that gets both that signal and
    # the main process's SIGTERM hangs as long as a browser keeps a connection open.
    os.register_at_fork(after_in_child=os.setpgrp)
    import_module(wsgi)
    for urls in (settings.ROOT_URLCONF, settings.REHEARSAL_URLCONF):
        import_module(urls)
    for folder in cast(list[Path], settings.TEMPLATES[0].get("DIRS", [])):
        for path in Path(folder).rglob("*.html"):
            get_template(str(path.relative_to(folder)))
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    main(*sys.argv[1:])
