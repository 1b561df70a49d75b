"""Uploaded documents: which files are accepted, and the names under which they are stored."""

import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256

from rehearsals.web.uploads import LARGEST

LONGEST_NAME = 100

NO_PDF = "This file is not a PDF. Save it as a PDF, then choose it again."
TOO_LARGE = "This file is larger than 1 MB. Save a smaller version, then choose it again."
AGAIN = "Choose the file again. Your browser does not keep it after an error."
EMPTY = "This file is empty. Choose another one."


@dataclass(frozen=True)
class Document:
    """A PDF that was uploaded and checked, but isn't stored yet."""

    name: str
    content: bytes

    @property
    def digest(self) -> str:
        return sha256(self.content).hexdigest()


def fault(size: int, content: bytes) -> str | None:
    """Why a file is refused. The content counts, not the file's name or declared type."""
    if size == 0:
        return EMPTY
    if size > LARGEST:
        return TOO_LARGE
    is_pdf = content.startswith(b"%PDF-") and b"%%EOF" in content[-2048:]
    return None if is_pdf else NO_PDF


def safe_name(name: str) -> str:
    """The file name without its path, printable, ending in .pdf: safe in pages and HTTP headers."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    printable = re.sub(r"[^\w .()-]", "", last).strip()
    stem = (printable[:-4] if printable.lower().endswith(".pdf") else printable).strip(" .")
    return f"{stem[: LONGEST_NAME - 4].strip(' .') or 'document'}.pdf"
