"""Numbers of documents, as in /doc1/12118574961.

The court's three digits, a flag, and the document's own number. The flag isn't part of the identity: a link
with 0 leads to the attachment menu of an entry, and one with 1 directly to the document.
"""

import re

MENU, DIRECT = "0", "1"
_NUMBER = re.compile(r"(?P<prefix>[0-9]{3})(?P<flag>[01])(?P<key>[0-9]{7,15})", re.ASCII)


def document_number(prefix: str, key: int, flag: str = DIRECT) -> str:
    """The number of the document with the primary key `key` in the court with this prefix."""
    return f"{prefix}{flag}{key:07}"


def parse_document_number(text: str, prefix: str) -> tuple[int, str] | None:
    """The document's primary key and the flag; None if `text` is no number of the court."""
    found = _NUMBER.fullmatch(text)
    if found is None or found["prefix"] != prefix:
        return None
    return int(found["key"]), found["flag"]
