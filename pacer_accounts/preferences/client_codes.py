"""Client codes: what an account asks of the code that its user bills a search to. Pure.

A format is a mask: 9 stands for a digit, A for a letter, X for a letter or a digit, and any other
sign for itself; the empty mask allows every code. That an account can require a code, and give it a
format, is PACER's ("Set PACER Billing Preferences", PACER FAQ); how the format is written is ours,
since no public source shows it.
"""

import re
from enum import Enum
from itertools import count, cycle, groupby

LONGEST = 32
"""PACER FAQ: "up to 32 characters". The same for a code and for its format."""

ERA_WITHOUT_SPACES = "2025"
"""Since 14 April 2024 a code has neither space nor comma (PACER announcement): rule of this era."""

_KINDS = {"9": "[0-9]", "A": "[A-Za-z]", "X": "[A-Za-z0-9]"}
_WORDS = {
    "9": ("a digit", "digits"),
    "A": ("a letter", "letters"),
    "X": ("a letter or digit", "letters or digits"),
}
_SIGNS = {
    "-": ("a hyphen", "hyphens"), " ": ("a space", "spaces"), ",": ("a comma", "commas"),
    ".": ("a period", "periods"), "/": ("a slash", "slashes"), "_": ("an underscore", "underscores"),
    ":": ("a colon", "colons"), "#": ("a number sign", "number signs"),
}  # fmt: skip
_TYPEABLE = re.compile(r"[ -~]*", re.ASCII)

ANY = "any code of up to 32 characters"
MASK_LENGTH = f"A format has room for {LONGEST} characters."
MASK_SIGNS = "A format has only letters, digits and signs of an English keyboard."
MASK_EDGES = "A format neither begins nor ends with a space."
MASK_FIXED = "A format needs at least one 9, A or X: otherwise every code would be the same."
MASK_SPACES = "A format has neither spaces nor commas: client codes no longer have them."


class CodeFault(Enum):
    """What is wrong with a code. Either way the login works; case search is withheld (PACER FAQ)."""

    MISSING = "missing"
    MALFORMED = "malformed"


MISSING, MALFORMED = CodeFault.MISSING, CodeFault.MALFORMED


def fault(code: str, requires: bool, mask: str, era: str = "2020") -> CodeFault | None:
    """What is wrong with `code`, as typed, for an account that `requires` one of the format `mask`.

    Blanks around it do not count. An account that requires none accepts no code, but still no
    malformed one. More than 32 characters are malformed, and in the era 2025 a space or a comma.
    """
    code = code.strip()
    if not code:
        return MISSING if requires else None
    if len(code) > LONGEST or not code.isprintable():
        return MALFORMED
    if era == ERA_WITHOUT_SPACES and re.search("[ ,]", code):
        return MALFORMED
    return None if not mask or _pattern(mask).fullmatch(code) else MALFORMED


def mask_faults(mask: str, era: str = "2020") -> list[str]:
    """Sentences: why `mask` cannot be a format; none for the empty one, which allows every code."""
    if not mask:
        return []
    checks = (
        (MASK_LENGTH, len(mask) <= LONGEST),
        (MASK_SIGNS, bool(_TYPEABLE.fullmatch(mask))),
        (MASK_EDGES, mask == mask.strip()),
        (MASK_FIXED, any(sign in _KINDS for sign in mask)),
        (MASK_SPACES, era != ERA_WITHOUT_SPACES or not re.search("[ ,]", mask)),
    )
    return [sentence for sentence, holds in checks if not holds]


def in_words(mask: str) -> str:
    """The format for people: "99999-AAA" is "5 digits, a hyphen, 3 letters"."""
    if not mask:
        return ANY
    runs = groupby(mask, key=lambda sign: sign if sign in _WORDS | _SIGNS else "")
    return ", ".join(_run(kind, "".join(signs)) for kind, signs in runs)


def example(mask: str) -> str:
    """A code of the format `mask`: "99999-AAA" gives "12345-ABC"."""
    digits, letters, any_of = cycle("1234567890"), cycle("ABCDEFGHJKLMNPQRSTUVWYZ"), count()
    made = {
        "9": lambda: next(digits),
        "A": lambda: next(letters),
        "X": lambda: next(letters if next(any_of) % 2 == 0 else digits),
    }
    return "".join(made[sign]() if sign in made else sign for sign in mask)


def _run(kind: str, signs: str) -> str:
    """Equal signs that have a word are counted (`kind`); others ("") are quoted as they stand."""
    if not kind:
        return f'"{signs}"'
    one, many = (_WORDS | _SIGNS)[kind]
    return one if len(signs) == 1 else f"{len(signs)} {many}"


def _pattern(mask: str) -> re.Pattern[str]:
    return re.compile("".join(_KINDS.get(sign, re.escape(sign)) for sign in mask), re.ASCII)
