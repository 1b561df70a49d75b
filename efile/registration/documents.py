"""Uploaded documents: what is taken, and under which name it is kept."""

import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256

from rehearsals.web.uploads import LARGEST

LONGEST_NAME = 100

NO_PDF = "This file is not a PDF. Save it as a PDF, then choose it again."
TOO_LARGE = "This file is larger than 1 MB. Save it with less detail, then choose it again."
AGAIN = "Choose the file again: a browser does not send it twice."
EMPTY = "This file is empty. Choose another one."


@dataclass(frozen=True)
class Document:
    """A PDF on its way into a request."""

    name: str
    content: bytes

    @property
    def digest(self) -> str:
        return sha256(self.content).hexdigest()


def fault(size: int, content: bytes) -> str | None:
    """Why a file is not taken; looks at what is in it, not at what its sender calls it."""
    if size == 0:
        return EMPTY
    if size > LARGEST:
        return TOO_LARGE
    is_pdf = content.startswith(b"%PDF-") and b"%%EOF" in content[-2048:]
    return None if is_pdf else NO_PDF


def safe_name(name: str) -> str:
    """The last part of a path, printable, ending in .pdf: it stands in pages and in a header."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    kept = re.sub(r"[^\w .()-]", "", last).strip()
    stem = (kept[:-4] if kept.lower().endswith(".pdf") else kept).strip(" .")
    return f"{stem[: LONGEST_NAME - 4].strip(' .') or 'document'}.pdf"
