"""The rules for PACER usernames and passwords, one sentence for each rule.

A rehearsal's era is 2020 or 2025; only the password rules differ. Pages show the same sentences
beside the fields and as errors.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from pacer_accounts.models import PacerAccount
from rehearsals.models import Era
from rehearsals.security.normalization import name_key

SHORTEST, LONGEST = 8, 45
SHORTEST_PART = 3
_KEYBOARD = re.compile(r"[!-~]*", re.ASCII)

USERNAME_LENGTH = f"The username must have at least {SHORTEST} and at most {LONGEST} characters."
USERNAME_SIGNS = (
    "The username can have letters, digits and symbols of a U.S. keyboard, but no spaces."
)
USERNAME_RULES = (USERNAME_LENGTH, USERNAME_SIGNS)

PASSWORD_LENGTH = f"The password must have at least {SHORTEST} and at most {LONGEST} characters."
PASSWORD_CASES = "The password must have an uppercase letter and a lowercase letter."
PASSWORD_MIX = "The password must have a digit or a special character, such as 7 or !."
PASSWORD_PARTS = (
    "The password must not contain any part (three or more characters) of your name, your username,"
    " or your e-mail address before the @."
)
PASSWORD_ENDS = "The password must not start or end with a space."
PASSWORD_SIGNS = "The password must have only visible characters."

# PACER's announcement of June 27, 2025, and the courts' notices that repeat it.
SHORTEST_2025 = 14
PASSWORD_AGE_2025 = timedelta(days=180)
PASSWORD_LENGTH_2025 = (
    f"The password must have at least {SHORTEST_2025} and at most {LONGEST} characters."
)
PASSWORD_SPECIAL = "The password must have a special character, such as ! or -."


@dataclass(frozen=True)
class Rules:
    """An era's password rules.

    `mix`: the sentence about characters other than letters; `counts_as_mix`: whether one is such a
    character. `life`: how long a password is valid; None: forever.
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
    """The rules that this username breaks; empty if it is valid. It may still be taken."""
    faults = []
    if not SHORTEST <= len(username) <= LONGEST:
        faults.append(USERNAME_LENGTH)
    if not _KEYBOARD.fullmatch(username):
        faults.append(USERNAME_SIGNS)
    return faults


def personal_parts(*, username: str, email: str, names: Iterable[str]) -> frozenset[str]:
    """The words a password must not contain, case-folded: whole, and split at other characters."""
    wholes = [username, email.partition("@")[0], *names]
    pieces = [piece for whole in wholes for piece in re.split(r"[\W_]+", whole)]
    folded = {name_key(word) for word in wholes + pieces}
    return frozenset(word for word in folded if len(word) >= SHORTEST_PART)


def password_rules(era: str = Era.Y2020) -> tuple[str, ...]:
    """The sentences beside a password field, by the rehearsal's era."""
    return RULES[era].sentences


def password_faults(password: str, *, era: str = Era.Y2020, parts: Iterable[str] = ()) -> list[str]:
    """The rules that this password breaks, in the order shown. `parts`: from personal_parts()."""
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


def new_password_faults(password: str, account: PacerAccount, era: str) -> list[str]:
    """The rules of `era` that a new `password` for `account` breaks."""
    names = (account.first_name, account.middle_name, account.last_name)
    parts = personal_parts(username=account.username, email=account.email, names=names)
    return password_faults(password, era=era, parts=parts)


def is_too_old(set_at: datetime | None, era: str, at: datetime) -> bool:
    """Whether a password set at `set_at` must be changed at `at` (both court time).

    A password set before the rehearsal (None) is never too old. It is still valid on its last day.
    """
    life = RULES[era].life
    return life is not None and set_at is not None and at - set_at > life


def answer_key(answer: str) -> str:
    """The text of an answer to hash. Case and extra spaces make no difference."""
    return " ".join(name_key(answer).split())


def _has(text: str, is_one: Callable[[str], bool]) -> bool:
    return any(is_one(char) for char in text)


def _is_digit_or_special(char: str) -> bool:
    """A digit, punctuation or a symbol; not a letter, an accent or a space."""
    return unicodedata.category(char)[0] in "NPS"


def _is_special(char: str) -> bool:
    """Punctuation or a symbol; not a letter, a digit or a space."""
    return unicodedata.category(char)[0] in "PS"


RULES: dict[str, Rules] = {
    Era.Y2020: Rules(SHORTEST, PASSWORD_LENGTH, PASSWORD_MIX, _is_digit_or_special, None),
    Era.Y2025: Rules(
        SHORTEST_2025, PASSWORD_LENGTH_2025, PASSWORD_SPECIAL, _is_special, PASSWORD_AGE_2025
    ),
}
