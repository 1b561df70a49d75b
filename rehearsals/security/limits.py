"""Limits on how often something may be tried, above the lockouts of the simulated systems.

A lockout belongs to a name and is part of the practice. A limit belongs to an address, or to a name at
one address, so nobody can lock out the owner of a name from somewhere else. Times are wall time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from math import ceil

from django.conf import settings

MINUTE, HOUR = 60, 3600  # seconds


class By(Enum):
    """What attempts are counted by."""

    ADDRESS = "address"
    NAME = "name at one address"
    SERVER = "whole server"


@dataclass(frozen=True)
class Limit:
    """At most `most` attempts within `seconds`, from the first attempt on; the next ones must wait.

    `rule`: its name in the database. `times`: the setting that multiplies `most`, if any. `sentence`:
    what happened, for the page of a refused attempt.
    """

    rule: str
    most: int
    seconds: int
    by: By
    sentence: str
    times: str = ""

    @property
    def allowed(self) -> int:
        """How many attempts are allowed within `seconds` on this server."""
        factor: int = getattr(settings, self.times) if self.times else 1
        return self.most * factor

    def wait(self, attempts: int, ends_at: datetime, at: datetime) -> int:
        """Seconds to wait at the wall time `at` after `attempts` in a window that ends at `ends_at`.

        0 if the last of these attempts is allowed.
        """
        if attempts <= self.allowed:
            return 0
        return max(1, ceil((ends_at - at).total_seconds()))


class TooManyAttempts(Exception):
    """An attempt over a limit. Nothing was checked. `wait`: seconds until the next one is allowed.

    `keep`: fields of the form that the page of the refusal sends again.
    """

    def __init__(self, limit: Limit, wait: int) -> None:
        super().__init__(limit.rule)
        self.limit = limit
        self.wait = wait
        self.keep: Sequence[str] = ()


PEOPLE = "PEOPLE_PER_ADDRESS"

# Every check of a practice password, passcode or code, on every site of a rehearsal.
SIGN_IN = (
    Limit(
        "sign_in.name",
        30,
        15 * MINUTE,
        By.NAME,
        "There were too many tries with this login or account from your network."
        " We didn't check this one.",
    ),
    Limit(
        "sign_in.address",
        20,
        10 * MINUTE,
        By.ADDRESS,
        "There were too many tries to log in from your network. We didn't check this one.",
        PEOPLE,
    ),
)
# Requests for a forgotten username or password.
RECOVERY = (
    Limit(
        "recovery.name",
        20,
        15 * MINUTE,
        By.NAME,
        "There were too many requests for this login or e-mail address from your network."
        " We did nothing with this one.",
    ),
    Limit(
        "recovery.address",
        10,
        15 * MINUTE,
        By.ADDRESS,
        "There were too many requests for forgotten usernames and passwords from your network."
        " We did nothing with this one.",
        PEOPLE,
    ),
)
# The staff pages have no other lockout.
STAFF_SIGN_IN = (
    Limit(
        "staff.name",
        6,
        15 * MINUTE,
        By.NAME,
        "There were too many wrong passwords for this staff username from your network."
        " We didn't check this one.",
    ),
    Limit(
        "staff.address",
        3,  # a password, a passcode and a mistake
        15 * MINUTE,
        By.ADDRESS,
        "There were too many tries to sign in as court staff from your network."
        " We didn't check this one.",
        PEOPLE,
    ),
)
START = (
    Limit(
        "start.minute",
        2,
        MINUTE,
        By.ADDRESS,
        "Too many rehearsals were started from your network within a minute."
        " We didn't start this one.",
        PEOPLE,
    ),
    Limit(
        "start.hour",
        10,
        HOUR,
        By.ADDRESS,
        "Too many rehearsals were started from your network within an hour."
        " We didn't start this one.",
        PEOPLE,
    ),
    Limit(
        "start.server",
        1,
        MINUTE,
        By.SERVER,
        "Too many people are starting a rehearsal on this server right now."
        " We didn't start yours yet.",
        "STARTS_PER_MINUTE",
    ),
)
UPLOAD = (
    Limit(
        "upload.address",
        10,
        10 * MINUTE,
        By.ADDRESS,
        "Too many documents were uploaded from your network. We didn't keep this one.",
        PEOPLE,
    ),
)
ALL = (*SIGN_IN, *RECOVERY, *STAFF_SIGN_IN, *START, *UPLOAD)
