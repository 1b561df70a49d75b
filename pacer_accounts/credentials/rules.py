"""What a PACER username and password must be like, in each era, one sentence for each rule.

The era is the rehearsal's (2020 or 2025); only passwords differ between them. The pages print the same
sentences beside the fields as they show when a rule is broken, so the two cannot drift apart.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from rehearsals.models import Era
from rehearsals.security.normalization import name_key

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

# PACER's announcement of 27 June 2025 and the courts' notices that repeat it.
SHORTEST_2025 = 14
PASSWORD_AGE_2025 = timedelta(days=180)
PASSWORD_LENGTH_2025 = (
    f"The password must have at least {SHORTEST_2025} and at most {LONGEST} characters."
)
PASSWORD_SPECIAL = "The password must have a special character, such as ! or -."


@dataclass(frozen=True)
class Rules:
    """What an era asks of a password. `life`: after it the password must be changed; None: never.

    `mix`: the sentence about what must stand beside the letters, and whether a sign is of that kind.
    """

    shortest: int
    length: str
    mix: str
    counts_as_mix: Callable[[str], bool]
    life: timedelta | None

    @property
    def sentences(self) -> tuple[str, ...]:
        return (self.length, PASSWORD_CASES, self.mix, PASSWORD_PARTS)


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


def password_rules(era: str = Era.Y2020) -> tuple[str, ...]:
    """The sentences beside a password field in the rehearsal's `era`."""
    return RULES[era].sentences


def password_faults(password: str, *, era: str = Era.Y2020, parts: Iterable[str] = ()) -> list[str]:
    """The rules this password breaks, in the order of the page; `parts` from personal_parts()."""
    rules, folded = RULES[era], name_key(password)
    checks: tuple[tuple[str, bool], ...] = (
        (rules.length, rules.shortest <= len(password) <= LONGEST),
        (PASSWORD_CASES, _has(password, str.isupper) and _has(password, str.islower)),
        (rules.mix, _has(password, rules.counts_as_mix)),
        (PASSWORD_PARTS, not any(part in folded for part in parts)),
        (PASSWORD_ENDS, password == password.strip()),
        (PASSWORD_SIGNS, password.isprintable()),
    )
    return [sentence for sentence, holds in checks if not holds]


def is_too_old(set_at: datetime | None, era: str, at: datetime) -> bool:
    """Whether a password set at `set_at` must be changed at `at` (both court time).

    Unknown (None: set before the story) is never too old. The last day of its life still counts.
    """
    life = RULES[era].life
    return life is not None and set_at is not None and at - set_at > life


def answer_key(answer: str) -> str:
    """What is hashed of an answer: case, outer and doubled spaces make no difference later."""
    return " ".join(name_key(answer).split())


def _has(text: str, is_one: Callable[[str], bool]) -> bool:
    return any(is_one(char) for char in text)


def _is_digit_or_special(char: str) -> bool:
    """Neither a letter nor an accent on one nor a space: digits, punctuation, symbols."""
    return unicodedata.category(char)[0] in "NPS"


def _is_special(char: str) -> bool:
    """Punctuation or a symbol: no letter, no digit, no space."""
    return unicodedata.category(char)[0] in "PS"


RULES = {
    Era.Y2020: Rules(SHORTEST, PASSWORD_LENGTH, PASSWORD_MIX, _is_digit_or_special, None),
    Era.Y2025: Rules(
        SHORTEST_2025, PASSWORD_LENGTH_2025, PASSWORD_SPECIAL, _is_special, PASSWORD_AGE_2025
    ),
}
