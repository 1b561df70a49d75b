"""What a member of staff still has to do after the password. The one place that decides it.

`StaffMiddleware` asks at every request: until nothing is left to do, the user is nobody on all pages
but one.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.backends.base import SessionBase

from rehearsals.models import StaffSecondFactor
from rehearsals.staff.accounts.sessions import PASSED, begun_at

OFF, REQUIRED = "off", "required"
PASSCODE_PAGE, ENROLL_PAGE, QR_PICTURE = (
    "staff_passcode",
    "staff_enroll",
    "staff_second_factor_qr",
)
TIME_FOR_PASSCODE = timedelta(minutes=10)
SECRET = "staff_secret"  # of an enrollment that isn't confirmed yet


def is_offered() -> bool:
    return bool(settings.STAFF_SECOND_FACTOR != OFF)


def required_page(session: SessionBase, user: User) -> str:
    """The name of the only page that `user` may open now; empty if they may open all."""
    if not is_offered():
        return ""
    factor = StaffSecondFactor.objects.filter(user=user).values_list("pk", flat=True).first()
    if factor is None:
        return ENROLL_PAGE if settings.STAFF_SECOND_FACTOR == REQUIRED else ""
    return "" if session.get(PASSED) == factor else PASSCODE_PAGE


def is_too_late(session: SessionBase, wall_at: datetime) -> bool:
    """Whether the password was typed too long ago to be followed by a passcode."""
    begun = begun_at(session)
    return begun is not None and wall_at - begun > TIME_FOR_PASSCODE


def pass_(session: SessionBase, user: User) -> None:
    """A passcode of `user` was right: this session may open all pages, under a new key."""
    session.cycle_key()
    session.pop(SECRET, None)
    session[PASSED] = StaffSecondFactor.objects.values_list("pk", flat=True).get(user=user)
