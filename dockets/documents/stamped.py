"""Documents as they are shown: with the header on each page. Made when needed, and kept for a day."""

import logging
import subprocess
from hashlib import sha256
from io import BytesIO
from threading import Lock
from typing import BinaryIO

from dockets.documents import store
from dockets.models import EntryDocument
from rehearsals.documents import checks

FOLDER, VERSION = "stamped", 1
MOST_FILES = 500  # of the folder; a full folder makes pages slower, and the cleanup empties it
END = b"%%EOF"
CODE = (
    "import sys; sys.path.append(sys.argv[1]);"
    " from dockets.documents.page_header import main; main()"
)

log = logging.getLogger(__name__)
_one_at_a_time = Lock()


def header_of(document: EntryDocument) -> str:
    """ "Case 1:20-cv-90001-TRN-SIM   Document 1-2   Filed 01/14/20". `document`: with entry and case."""
    entry = document.entry
    number = str(entry.number or entry.sequence)
    if document.attachment:
        number += f"-{document.attachment}"
    return f"Case {entry.case.full_number}   Document {number}   Filed {entry.filed_on:%m/%d/%y}"


def open_document(document: EntryDocument, *, has_header: bool) -> BinaryIO:
    """The file to show. Raises FileNotFoundError, or StorageDown. The original is never changed."""
    if not has_header:
        return store.open_file(document.path)
    text = header_of(document)
    key = sha256(f"{VERSION}|{document.path}|{text}".encode()).hexdigest()
    path = store.path_of(FOLDER, key)
    return _kept(path) or _make(document, text, path)


def _kept(path: str) -> BinaryIO | None:
    try:
        file = store.open_file(path)
    except FileNotFoundError:
        return None
    file.seek(max(0, file.size - 1024))
    if END not in file.read():  # cut off by a crash
        file.close()
        return None
    file.seek(0)
    return file


def _make(document: EntryDocument, text: str, path: str) -> BinaryIO:
    content = store.read(document.path)
    stamped = _stamped(content, text, is_ours=store.is_shared(document.path))
    if stamped is None:
        return BytesIO(content)
    if len(store.names_in(FOLDER)[1]) < MOST_FILES:
        try:
            store.write(path, stamped)
        except store.StorageDown:
            log.warning("a document with its header wasn't kept")
    return BytesIO(stamped)


def _stamped(content: bytes, text: str, *, is_ours: bool) -> bytes | None:
    """The file with its header; None if it is damaged or takes too long, so that it is shown without."""
    if is_ours:
        return _stamped_here(content, text)
    if not _one_at_a_time.acquire(timeout=checks.WAIT_SECONDS):
        return None
    try:
        done = checks.run(CODE, content, text)
    except (OSError, subprocess.TimeoutExpired) as error:
        log.warning("no header: %s", type(error).__name__)
        return None
    finally:
        _one_at_a_time.release()
    if done.returncode or END not in done.stdout[-1024:]:
        log.warning("no header: the process ended with %s", done.returncode)
        return None
    return done.stdout


def _stamped_here(content: bytes, text: str) -> bytes | None:
    from pikepdf import PdfError  # only when it is needed

    from dockets.documents.page_header import add_headers

    try:
        return add_headers(content, text)
    except PdfError as error:
        log.warning("no header: %s", error)
        return None
