"""The names under which uploaded documents are stored."""

import re
import unicodedata

LONGEST_NAME = 100


def safe_name(name: str) -> str:
    """The file name without its path, printable, ending in .pdf: safe in pages and HTTP headers."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    printable = re.sub(r"[^\w .()-]", "", last).strip()
    stem = (printable[:-4] if printable.lower().endswith(".pdf") else printable).strip(" .")
    return f"{stem[: LONGEST_NAME - 4].strip(' .') or 'document'}.pdf"
