"""Check an uploaded PDF in a process of its own, one at a time in each server process."""

import os
import subprocess
import sys
from collections import OrderedDict
from hashlib import sha256
from pathlib import Path
from threading import Lock

from rehearsals.documents.faults import Fault
from rehearsals.documents.limits import REQUEST, Limits

SECONDS = 10  # for one check, which takes 0.15 s
REMEMBERED = 64  # results: people choose the same file again after another error on the page
WAIT_SECONDS = 10
CODE = "import sys; sys.path.append(sys.argv[1]); from rehearsals.documents.pdf import main; main()"
ROOT = Path(__file__).resolve().parents[2]
# What a process needs to start. The server's settings and keys stay here.
KEPT_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")

_one_at_a_time = Lock()
_results: OrderedDict[tuple[bytes, Limits], int | Fault] = OrderedDict()


def check(content: bytes, size: int, limits: Limits = REQUEST) -> int | Fault:
    """The number of pages of an uploaded PDF, or why it is refused.

    The content counts, not the file's name or declared type. `size`: bytes of the upload, of which
    `content` holds at most one more than the limit.
    """
    if size == 0:
        return Fault.EMPTY
    if size > limits.size:
        return Fault.TOO_LARGE
    if not content.startswith(b"%PDF-"):
        return Fault.NOT_PDF
    if not _one_at_a_time.acquire(timeout=WAIT_SECONDS):
        return Fault.BUSY
    try:
        return _remembered(content, limits)
    except OSError:  # the process couldn't start
        return Fault.BUSY
    finally:
        _one_at_a_time.release()


def _remembered(content: bytes, limits: Limits) -> int | Fault:
    """As `_inspect`; remembers the last results, not the contents."""
    key = sha256(content).digest(), limits
    if key not in _results:
        _results[key] = _inspect(content, limits)
        if len(_results) > REMEMBERED:
            _results.popitem(last=False)
    return _results[key]


def _inspect(content: bytes, limits: Limits) -> int | Fault:
    try:
        done = run(CODE, content, str(limits.pages), str(limits.values), str(limits.seconds))
    except subprocess.TimeoutExpired:
        return Fault.TOO_COMPLEX
    answer = done.stdout.decode(errors="replace")
    if done.returncode or not answer:
        return Fault.TOO_COMPLEX
    return int(answer) if answer.isdecimal() else Fault[answer]


def run(code: str, content: bytes, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run Python code on an untrusted file in a process of its own. Raises OSError or TimeoutExpired.

    `words`: arguments of the code, after the path to import from. The code limits its own memory and
    CPU time (`rehearsals.documents.pdf.limit_process`).
    """
    return subprocess.run(
        [sys.executable, "-I", "-c", code, str(ROOT), *words],
        input=content,
        capture_output=True,
        timeout=SECONDS,
        env={name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ},
    )
