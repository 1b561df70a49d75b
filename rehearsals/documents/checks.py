"""Check an uploaded PDF in a process of its own, one at a time in each server process."""

import os
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from threading import Lock

from rehearsals.documents.faults import Fault
from rehearsals.web.uploads import LARGEST

SECONDS = 10  # for one check, which takes 0.15 s
WAIT_SECONDS = 10
CODE = "import sys; sys.path.append(sys.argv[1]); from rehearsals.documents.pdf import main; main()"
ROOT = Path(__file__).resolve().parents[2]
# What a process needs to start. The server's settings and keys stay here.
KEPT_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")

_one_at_a_time = Lock()


def check(content: bytes, size: int) -> int | Fault:
    """The number of pages of an uploaded PDF, or why it is refused.

    The content counts, not the file's name or declared type. `size`: bytes of the upload, of which
    `content` holds at most one more than the limit.
    """
    if size == 0:
        return Fault.EMPTY
    if size > LARGEST:
        return Fault.TOO_LARGE
    if not content.startswith(b"%PDF-"):
        return Fault.NOT_PDF
    if not _one_at_a_time.acquire(timeout=WAIT_SECONDS):
        return Fault.BUSY
    try:
        return _inspect(content)
    except OSError:  # the process couldn't start
        return Fault.BUSY
    finally:
        _one_at_a_time.release()


@lru_cache(maxsize=4)  # people choose the same file again after another error on the page
def _inspect(content: bytes) -> int | Fault:
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", CODE, str(ROOT)],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            env={name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ},
        )
    except subprocess.TimeoutExpired:
        return Fault.TOO_COMPLEX
    answer = done.stdout.decode(errors="replace")
    if done.returncode or not answer:
        return Fault.TOO_COMPLEX
    return int(answer) if answer.isdecimal() else Fault[answer]
