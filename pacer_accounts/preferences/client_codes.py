"""Client codes and their formats.

A format is a mask: 9 is a digit, A is a letter, X is a letter or a digit, and any other character is
itself. The empty mask allows every code. In PACER, an account can require a code and set its format
("Set PACER Billing Preferences", PACER FAQ). How a format is written is our own, because no public
source shows it.
"""

import re
from enum import Enum
from itertools import count, cycle, groupby

LONGEST = 32
"""PACER FAQ: "up to 32 characters". Applies to a code and to its format."""

ERA_WITHOUT_SPACES = "2025"
"""Since April 14, 2024, codes can't have spaces or commas (PACER announcement)."""

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
MASK_LENGTH = f"Use a format of {LONGEST} characters or fewer."
MASK_SIGNS = "Use only letters, digits and symbols on an English keyboard in a format."
MASK_EDGES = "A format can't start or end with a space."
MASK_FIXED = "Use at least one 9, A or X in a format. Otherwise every code would be the same."
MASK_SPACES = "A format can't have spaces or commas, because client codes can't have them."


class CodeFault(Enum):
    """What is wrong with a code. The login still works, but case search is withheld (PACER FAQ)."""

    MISSING = "missing"
    MALFORMED = "malformed"


MISSING, MALFORMED = CodeFault.MISSING, CodeFault.MALFORMED


def fault(code: str, requires: bool, mask: str, era: str = "2020") -> CodeFault | None:
    """What is wrong with `code`, as typed, or None.

    `requires`: whether the account requires a code. `mask`: its format. Spaces around the code are
    ignored. A code that is optional must still have the right format. A code of more than 32
    characters is malformed, and in the era 2025 one with a space or a comma.
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
    """The sentences that say why `mask` can't be a format. The empty mask is valid."""
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


def describe(mask: str) -> str:
    """The format in words: "99999-AAA" is "5 digits, a hyphen, 3 letters"."""
    if not mask:
        return ANY
    runs = groupby(mask, key=lambda sign: sign if sign in _WORDS | _SIGNS else "")
    return ", ".join(_run(kind, "".join(signs)) for kind, signs in runs)


def describe_rule(requires: bool, mask: str) -> str:
    """An account's client code rule in one sentence, for e-mails and pages."""
    if not requires and not mask:
        return "You can enter a client code when you log in, but you don't have to."
    if requires:
        return f"A client code is required for case search: {describe(mask)}."
    return f"A client code is optional. If you enter one, use this format: {describe(mask)}."


def example(mask: str) -> str:
    """A code in the format `mask`: "99999-AAA" gives "12345-ABC"."""
    digits, letters, any_of = cycle("1234567890"), cycle("ABCDEFGHJKLMNPQRSTUVWYZ"), count()
    made = {
        "9": lambda: next(digits),
        "A": lambda: next(letters),
        "X": lambda: next(letters if next(any_of) % 2 == 0 else digits),
    }
    return "".join(made[sign]() if sign in made else sign for sign in mask)


def explain(mask: str, era: str) -> str:
    """What the format `mask` allows, with an example; or what is wrong with it."""
    mask = mask.strip()
    if faults := mask_faults(mask, era):
        return " ".join(faults)
    if not mask:
        return f"Allowed: {describe(mask)}."
    return f"Allowed: {describe(mask)}. Example: {example(mask)}"


def _run(kind: str, signs: str) -> str:
    """Describe a run of one character: counted if `kind` has a word for it, else ("") quoted."""
    if not kind:
        return f'"{signs}"'
    one, many = (_WORDS | _SIGNS)[kind]
    return one if len(signs) == 1 else f"{len(signs)} {many}"


def _pattern(mask: str) -> re.Pattern[str]:
    return re.compile("".join(_KINDS.get(sign, re.escape(sign)) for sign in mask), re.ASCII)
