import unicodedata


def name_key(name: str) -> str:
    """The key by which a typed name is looked up and counted: trimmed, NFKC, case-folded.

    So a full-width or capital spelling finds the same account and the same attempt counter.
    """
    return unicodedata.normalize("NFKC", name.strip()).casefold()
