"""The number in the address that a form is sent to: `DktRpt.pl?4829133711-L_1_0-1`.

Some forms send nothing else that says which case they are about, so the number contains the case. It is
no secret, and it gives no access: every page looks the case up and checks again.
"""

import re
from hashlib import sha256

from dockets.models import Case

SUFFIX = "-L_1_0-1"
_CHECK_DIGITS = 9
_NONCE = re.compile(rf"(?P<digits>[0-9]{{1,30}}){SUFFIX}", re.ASCII)


def make_nonce(case: Case | None = None) -> str:
    """The number for a form about `case`, or for a form about no case yet."""
    key = case.pk if case else 0
    return f"{_check(key)}{key}{SUFFIX}"


def is_nonce(text: str) -> bool:
    """Whether `text`, a raw query string, is such a number. Client programs also send "1-L_1_0-1"."""
    return _NONCE.fullmatch(text) is not None


def nonce_case_key(text: str) -> int | None:
    """The primary key of the case in the number; None if there is none in it."""
    found = _NONCE.fullmatch(text)
    digits = found["digits"] if found else ""
    check, key = digits[:_CHECK_DIGITS], digits[_CHECK_DIGITS:]
    if not key or int(key) == 0 or check != _check(int(key)):
        return None
    return int(key)


def _check(key: int) -> str:
    """Nine digits that tell our numbers from others. The first is never 0."""
    number = int.from_bytes(sha256(f"nonce {key}".encode()).digest()[:8])
    return str(10 ** (_CHECK_DIGITS - 1) + number % (9 * 10 ** (_CHECK_DIGITS - 1)))
