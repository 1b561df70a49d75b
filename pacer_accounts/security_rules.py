"""What a PACER username and password had to be like in 2020, one sentence for each rule.

The pages print the same sentences beside the fields as they show when a rule is broken, so the two
cannot drift apart. Registration and upgrade share them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

from rehearsals.names import name_key

SHORTEST, LONGEST = 8, 45
SHORTEST_PART = 3
_KEYBOARD = re.compile(r"[!-~]*", re.ASCII)

USERNAME_LENGTH = f"The username must have at least {SHORTEST} and at most {LONGEST} characters."
USERNAME_SIGNS = (
    "The username must have no spaces, only letters, digits and signs of an English keyboard."
)
USERNAME_RULES = (USERNAME_LENGTH, USERNAME_SIGNS)

PASSWORD_LENGTH = f"The password must have at least {SHORTEST} and at most {LONGEST} characters."
PASSWORD_CASES = "The password must have a capital letter and a small letter."
PASSWORD_MIX = "The password must have a digit or a special character, such as 7 or !."
PASSWORD_PARTS = (
    "The password must not contain a word (three characters or more) of your name, your username,"
    " or your e-mail before the @."
)
PASSWORD_ENDS = "The password must not begin or end with a space."
PASSWORD_SIGNS = "The password must have only characters that can be typed and seen."
PASSWORD_RULES = (PASSWORD_LENGTH, PASSWORD_CASES, PASSWORD_MIX, PASSWORD_PARTS)


def username_faults(username: str) -> list[str]:
    """The rules this username breaks; empty when it may be used, if nobody has it yet."""
    faults = []
    if not SHORTEST <= len(username) <= LONGEST:
        faults.append(USERNAME_LENGTH)
    if not _KEYBOARD.fullmatch(username):
        faults.append(USERNAME_SIGNS)
    return faults


def personal_parts(*, username: str, email: str, names: Iterable[str]) -> frozenset[str]:
    """The words a password must not contain, folded: whole, and cut at spaces and signs."""
    wholes = [username, email.partition("@")[0], *names]
    pieces = [piece for whole in wholes for piece in re.split(r"[\W_]+", whole)]
    folded = {name_key(word) for word in wholes + pieces}
    return frozenset(word for word in folded if len(word) >= SHORTEST_PART)


def password_faults(password: str, *, parts: Iterable[str] = ()) -> list[str]:
    """The rules this password breaks, in the order of the page; `parts` from personal_parts()."""
    folded = name_key(password)
    checks: tuple[tuple[str, bool], ...] = (
        (PASSWORD_LENGTH, SHORTEST <= len(password) <= LONGEST),
        (PASSWORD_CASES, _has(password, str.isupper) and _has(password, str.islower)),
        (PASSWORD_MIX, _has(password, _is_digit_or_special)),
        (PASSWORD_PARTS, not any(part in folded for part in parts)),
        (PASSWORD_ENDS, password == password.strip()),
        (PASSWORD_SIGNS, password.isprintable()),
    )
    return [sentence for sentence, holds in checks if not holds]


def answer_key(answer: str) -> str:
    """What is hashed of an answer: case, outer and doubled spaces make no difference later."""
    return " ".join(name_key(answer).split())


def _has(text: str, is_one: Callable[[str], bool]) -> bool:
    return any(is_one(char) for char in text)


def _is_digit_or_special(char: str) -> bool:
    """Neither a letter nor an accent on one nor a space: digits, punctuation, symbols."""
    return unicodedata.category(char)[0] in "NPS"
