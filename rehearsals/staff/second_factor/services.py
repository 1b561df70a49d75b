"""The second factor of staff accounts: enroll, verify once, remove. All times are wall time."""

from dataclasses import asdict
from datetime import datetime, timedelta
from enum import Enum

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from rehearsals.models import StaffRecoveryCode, StaffSecondFactor
from rehearsals.security import totp
from rehearsals.security.login_attempts import AttemptCount, LockoutRule, after_attempt

# Only someone who has the password gets this far, so nobody else can lock a member of staff out.
LOCKOUT = LockoutRule(free=5, lock=timedelta(minutes=15))
SALT = "rehearsals.staff.second_factor"


class Verdict(Enum):
    """The result of a code."""

    RIGHT = "right"
    WRONG = "wrong"
    LOCKED = "locked"


def confirm(user: User, *, secret: str, passcode: str, wall_at: datetime) -> list[str] | None:
    """Turn the second factor on, if `passcode` comes from an app with `secret`.

    Returns the recovery codes, to be shown once; None if the passcode is wrong, or if the user already
    has a second factor.
    """
    code = totp.normalized_code(passcode)
    step = totp.matching_step(secret, code, at=wall_at, last_step=-1)
    if step is None:
        return None
    codes = totp.new_codes()
    try:
        with transaction.atomic():
            factor = StaffSecondFactor.objects.create(
                user=user, secret=secret, confirmed_at=wall_at, last_step=step
            )
            StaffRecoveryCode.objects.bulk_create(
                StaffRecoveryCode(factor=factor, code_digest=_digest(factor, one)) for one in codes
            )
    except IntegrityError:  # confirmed in another window
        return None
    return [totp.shown_code(one) for one in codes]


@transaction.atomic
def verify(user: User, *, code: str, wall_at: datetime) -> Verdict:
    """Accept a passcode or a recovery code of `user` once. Five wrong ones in a row lock for 15 minutes.

    The row is locked meanwhile, so of two simultaneous uses of one code only one is right. Raises
    StaffSecondFactor.DoesNotExist.
    """
    factor = StaffSecondFactor.objects.select_for_update().get(user=user)
    before = AttemptCount(factor.failures, factor.locked_until)
    may_try, count = after_attempt(before, LOCKOUT, wall_at)
    if not may_try:
        return Verdict.LOCKED
    is_right = _use(factor, totp.normalized_code(code), wall_at)
    count = AttemptCount() if is_right else count
    for name, value in asdict(count).items():
        setattr(factor, name, value)
    factor.save(update_fields=["last_step", *asdict(count)])
    return Verdict.RIGHT if is_right else Verdict.WRONG


def _use(factor: StaffSecondFactor, code: str, wall_at: datetime) -> bool:
    """Use up `code`, if it is right."""
    step = totp.matching_step(factor.secret, code, at=wall_at, last_step=factor.last_step)
    if step is not None:
        factor.last_step = step
        return True
    unused = factor.recovery_codes.filter(code_digest=_digest(factor, code), used_at=None)
    return bool(unused.update(used_at=wall_at))


def remove(user: User) -> bool:
    """Turn the second factor off; whether there was one. The caller has checked who asks."""
    return bool(StaffSecondFactor.objects.filter(user=user).delete()[0])


def end_wait(user: User) -> None:
    """Let `user` type a code again at once, after too many wrong ones."""
    StaffSecondFactor.objects.filter(user=user).update(failures=0, locked_until=None)


def _digest(factor: StaffSecondFactor, code: str) -> str:
    return totp.code_digest(SALT, factor.pk, code)
