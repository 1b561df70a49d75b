"""The code of a completion record: 60 bits, as "7KQ2-M4XT-9ZPA".

The bits are a digest of the record under the server's secret key. Nobody can guess a code, and the same
record always has the same one. With 2**60 codes no limit on tries at the verification page is needed:
at a thousand tries a second, a hit on one of a million records takes 35 years on average.
"""

import json
from collections.abc import Sequence

from django.utils.crypto import salted_hmac

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # 32, without I, L, O and U
BITS, GROUP = 5, 4
LENGTH = 12
_LOOK_ALIKE = str.maketrans("ILO", "110")


def code_of(record: Sequence[object]) -> str:
    """The code for everything that a record says, and for the run that it is about."""
    text = json.dumps(record, sort_keys=True, default=str)
    digest = salted_hmac("training.records", text, algorithm="sha256").digest()
    number = int.from_bytes(digest)
    letters = [LETTERS[(number >> (BITS * place)) % len(LETTERS)] for place in range(LENGTH)]
    return grouped("".join(letters))


def grouped(letters: str) -> str:
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def normalized(typed: str) -> str:
    """A typed code as records have it: any case, spaces and dashes; I and L count as 1, O as 0."""
    letters = "".join(char for char in typed.upper() if char.isalnum()).translate(_LOOK_ALIKE)
    return grouped(letters[:LENGTH]) if len(letters) == LENGTH else ""
