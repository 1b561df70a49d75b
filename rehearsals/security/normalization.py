"""How the name a person types becomes the key it is looked up and counted by."""

import unicodedata


def name_key(name: str) -> str:
    """`name` trimmed, folded to one Unicode spelling and one case.

    A full-width or capital spelling must reach the same account and the same attempt counter.
    """
    return unicodedata.normalize("NFKC", name.strip()).casefold()
