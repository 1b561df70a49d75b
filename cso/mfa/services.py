"""Enrolling apps, proving oneself with a passcode, backup codes, and putting it off."""

import secrets
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac
from pyotp import random_base32

from cso.mfa import emails
from cso.mfa.queries import must_have_an_app
from cso.mfa.rules import (
    BACKUP_CODES,
    MOST_APPS,
    MOST_SKIPS,
    MfaRefusal,
    matching_step,
    plain,
)
from cso.models import AuthenticatorApp, BackupCode
from cso.sign_on.rules import DOOR, LOCKOUT
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import record_activity
from rehearsals.clock import clock
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome
from rehearsals.security import login_attempts

# Counted apart from the password: a right password forgives the tries of its own door, and whoever
# knows it could otherwise guess passcodes without end.
PASSCODE_DOOR = "cso.mfa"
MAIL_DOOR = "cso.mfa.mail"
PASSCODE = "mfa.passcode"
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that looks like another


# ---- at the login, and before a change


def refuse_if_locked(account: PacerAccount) -> None:
    """Raises Refused(LOCKED) while the account's passcodes are locked, before one is asked for."""
    if login_attempts.is_locked(
        account.rehearsal, PASSCODE_DOOR, account.account_number, at=clock.wall_now()
    ):
        raise Refused(MfaRefusal.LOCKED)


def prove(*, account: PacerAccount, code: str) -> None:
    """Take `code`, an app's passcode or a backup code, and use it up.

    Failures are counted by account, five in a row lock it. Raises Refused(MfaRefusal).
    """
    at, rehearsal = clock.wall_now(), account.rehearsal
    number = account.account_number
    if not login_attempts.admit(rehearsal, PASSCODE_DOOR, number, rule=LOCKOUT, at=at):
        _log(account, PASSCODE, MfaRefusal.LOCKED)
        raise Refused(MfaRefusal.LOCKED)
    used = _use(account, plain(code), at)
    if not used:
        is_locked = login_attempts.is_locked(rehearsal, PASSCODE_DOOR, number, at=at)
        reason = MfaRefusal.NOW_LOCKED if is_locked else MfaRefusal.INVALID
        _log(account, PASSCODE, reason)
        raise Refused(reason)
    login_attempts.forgive(rehearsal, PASSCODE_DOOR, number)
    login_attempts.forgive(rehearsal, DOOR, account.username)
    record_activity(rehearsal, PASSCODE, who=account.log_name, detail=used)


@transaction.atomic
def _use(account: PacerAccount, code: str, at: datetime) -> str:
    """What the code was, in words; "" when it was nothing. Of two at once only one gets it."""
    for app in account.authenticator_apps.select_for_update().order_by("pk"):
        step = matching_step(app.secret, code, at=at, last_step=app.last_step)
        if step is not None:
            app.last_step = step
            app.save(update_fields=["last_step"])
            return f"app {app.name}"
    unused = account.backup_codes.filter(code_digest=_digest(account, code), used_at=None)
    return "a backup code" if unused.update(used_at=at) else ""


# ---- enrolling


@transaction.atomic
def send_security_code(*, account: PacerAccount) -> str:
    """Mail a six-digit code; its digest, for the session. Raises Refused(NO_EMAIL, ENOUGH_APPS)."""
    if account.authenticator_apps.count() >= MOST_APPS:
        raise Refused(MfaRefusal.ENOUGH_APPS)
    if not account.email:
        raise Refused(MfaRefusal.NO_EMAIL)
    code = f"{secrets.randbelow(10**6):06}"
    emails.send_security_code(account, code)
    record_activity(account.rehearsal, "mfa.code_sent", who=account.log_name)
    return _digest(account, code)


def check_security_code(*, account: PacerAccount, code: str, digest: str) -> str:
    """A new app's secret, when `code` is the mailed one. Failures are counted by account.

    Raises Refused(MAILED_CODE, MAILED_CODE_LOCKED).
    """
    rehearsal, number = account.rehearsal, account.account_number
    at = clock.wall_now()
    if not login_attempts.admit(rehearsal, MAIL_DOOR, number, rule=LOCKOUT, at=at):
        _log(account, "mfa.code_typed", MfaRefusal.MAILED_CODE_LOCKED)
        raise Refused(MfaRefusal.MAILED_CODE_LOCKED)
    if not constant_time_compare(_digest(account, plain(code)), digest):
        _log(account, "mfa.code_typed", MfaRefusal.MAILED_CODE)
        raise Refused(MfaRefusal.MAILED_CODE)
    login_attempts.forgive(rehearsal, MAIL_DOOR, number)
    return random_base32()


def confirm_app(
    *, account: PacerAccount, secret: str, name: str, passcode: str
) -> AuthenticatorApp:
    """Add the app that has `secret`, once it has shown a right passcode.

    Raises Refused(PASSCODE, ENOUGH_APPS, NAME_TAKEN).
    """
    at = clock.wall_now()
    step = matching_step(secret, plain(passcode), at=at, last_step=-1)
    if step is None:
        _log(account, "mfa.app_added", MfaRefusal.PASSCODE)
        raise Refused(MfaRefusal.PASSCODE)
    try:
        with transaction.atomic():
            return _add(account, secret, name, step, at)
    except IntegrityError:
        raise Refused(MfaRefusal.NAME_TAKEN) from None


def _add(
    account: PacerAccount, secret: str, name: str, step: int, at: datetime
) -> AuthenticatorApp:
    _lock(account)
    apps = account.authenticator_apps
    if apps.count() >= MOST_APPS:
        raise Refused(MfaRefusal.ENOUGH_APPS)
    if pressed_twice := apps.filter(secret=secret).first():
        return pressed_twice  # not a second app with this secret: its passcodes would work twice
    if apps.filter(name__iexact=name).exists():
        raise Refused(MfaRefusal.NAME_TAKEN)
    app = apps.create(
        rehearsal=account.rehearsal, name=name, secret=secret, added_at=at, last_step=step
    )
    record_activity(account.rehearsal, "mfa.app_added", who=account.log_name, detail=name)
    emails.send_app_added(account, name)
    return app


# ---- afterwards


@transaction.atomic
def remove_app(*, app: AuthenticatorApp) -> int:
    """Remove an app; how many are left. The last one takes the backup codes with it.

    The caller has proven who asks. Raises Refused(COMPULSORY) for the last app of a filer who has
    no skips left.
    """
    account = app.account
    _lock(account)
    left = account.authenticator_apps.exclude(pk=app.pk).count()
    if not left and must_have_an_app(account):
        raise Refused(MfaRefusal.COMPULSORY)
    app.delete()
    if not left:
        account.backup_codes.all().delete()
    record_activity(account.rehearsal, "mfa.app_removed", who=account.log_name, detail=app.name)
    emails.send_app_removed(account, app.name, left)
    return left


@transaction.atomic
def make_backup_codes(*, account: PacerAccount) -> list[str]:
    """Ten new codes, to be shown once; all old ones die. Only digests are kept."""
    _lock(account)
    codes = [get_random_string(8, _LETTERS) for _ in range(BACKUP_CODES)]
    account.backup_codes.all().delete()
    BackupCode.objects.bulk_create(
        BackupCode(rehearsal=account.rehearsal, account=account, code_digest=_digest(account, code))
        for code in codes
    )
    record_activity(account.rehearsal, "mfa.codes_made", who=account.log_name)
    emails.send_codes_made(account)
    return [f"{code[:4]}-{code[4:]}" for code in codes]


@transaction.atomic
def skip(*, account: PacerAccount, is_filer: bool) -> int | None:
    """Put enrolling off once more; how often a filer still may, None when nobody counts.

    Raises Refused(NO_SKIPS_LEFT).
    """
    left = None
    if is_filer:
        row = PacerAccount.objects.filter(pk=account.pk, mfa_skips__lt=MOST_SKIPS)
        if not row.update(mfa_skips=F("mfa_skips") + 1):
            raise Refused(MfaRefusal.NO_SKIPS_LEFT)
        account.refresh_from_db(fields=["mfa_skips"])
        left = MOST_SKIPS - account.mfa_skips
    record_activity(account.rehearsal, "mfa.skipped", who=account.log_name)
    return left


def _lock(account: PacerAccount) -> None:
    """One change of an account's apps after the other."""
    PacerAccount.objects.select_for_update().only("pk").get(pk=account.pk)


def _digest(account: PacerAccount, code: str) -> str:
    """Keyed, and another one for each account: a copy of the database tells no code."""
    return salted_hmac("cso.mfa", f"{account.pk}:{code}", algorithm="sha256").hexdigest()


def _log(account: PacerAccount, what: str, reason: MfaRefusal) -> None:
    record_activity(
        account.rehearsal,
        what,
        who=account.log_name,
        outcome=Outcome.FAILED,
        detail=reason.name.lower().replace("_", " "),
    )
