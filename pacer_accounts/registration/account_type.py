from datetime import date, datetime
from zoneinfo import ZoneInfo

from pacer_accounts.choices import AccountType

UPGRADED_FROM_BIRTH = date(2014, 8, 11)


_SERVICE_CENTER_ZONE = ZoneInfo("America/Chicago")  # San Antonio, Texas


def account_type_at_registration(at: datetime) -> AccountType:
    """The type of an account opened at the court time `at` (aware).

    "Prior to August 11, 2014: must upgrade. After August 11, 2014: upgraded account" (seed, Step 2).
    The seed leaves the day itself open; PACER changed over on it, so it counts as after. This is
    asked once, when an account is opened: later only the stored type says what an account is.
    """
    opened_on = at.astimezone(_SERVICE_CENTER_ZONE).date()
    return AccountType.UPGRADED if opened_on >= UPGRADED_FROM_BIRTH else AccountType.LEGACY
