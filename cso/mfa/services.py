"""Enrolling apps, verifying passcodes, backup codes, and skipping enrollment."""

import secrets
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare

from cso.mfa import emails
from cso.mfa.queries import must_keep_an_app
from cso.mfa.rules import (
    MAX_APPS,
    MAX_SKIPS,
    MfaRefusal,
)
from cso.models import AuthenticatorApp, BackupCode
from cso.sign_on.rules import LOCKOUT, LOGIN_ATTEMPTS
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import before_change, record_activity, record_refusal
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome
from rehearsals.security import login_attempts, totp

# Counted apart from the password: a right password clears its own attempts, and anyone who knows it
# could otherwise guess passcodes forever.
PASSCODE_ATTEMPTS = "cso.mfa"
SECURITY_CODE_ATTEMPTS = "cso.mfa.mail"
PASSCODE = "mfa.passcode"
CODE_TYPED = "mfa.code_typed"
APP_ADDED, APP_REMOVED = "mfa.app_added", "mfa.app_removed"
REMOVED_BY_STAFF, CODES_MADE = "mfa.removed_by_staff", "mfa.codes_made"


# ---- passcodes


def refuse_if_locked(account: PacerAccount, *, wall_at: datetime) -> None:
    """Raises Refused(LOCKED) while the account's passcodes are locked at this wall time."""
    if login_attempts.is_locked(
        account.rehearsal, PASSCODE_ATTEMPTS, account.account_number, at=wall_at
    ):
        raise Refused(MfaRefusal.LOCKED)


def verify_passcode(*, account: PacerAccount, code: str, at: datetime, wall_at: datetime) -> None:
    """Accept `code`, an app's passcode or a backup code, once.

    Failures are counted by account, and five in a row lock it. `at`: court time; `wall_at`: wall time.
    Raises Refused(INVALID, NOW_LOCKED, LOCKED).
    """
    rehearsal, number = account.rehearsal, account.account_number
    if not login_attempts.register_attempt(
        rehearsal, PASSCODE_ATTEMPTS, number, rule=LOCKOUT, at=wall_at
    ):
        _record_failure(account, PASSCODE, MfaRefusal.LOCKED, at)
        raise Refused(MfaRefusal.LOCKED)
    used = _use_code(account, totp.normalized_code(code), wall_at)
    if not used:
        is_locked = login_attempts.is_locked(rehearsal, PASSCODE_ATTEMPTS, number, at=wall_at)
        reason = MfaRefusal.NOW_LOCKED if is_locked else MfaRefusal.INVALID
        _record_failure(account, PASSCODE, reason, at)
        raise Refused(reason)
    login_attempts.clear_attempts(rehearsal, PASSCODE_ATTEMPTS, number)
    login_attempts.clear_attempts(rehearsal, LOGIN_ATTEMPTS, account.username)
    record_activity(rehearsal, PASSCODE, who=account.log_name, detail=used, at=at)


@transaction.atomic
def _use_code(account: PacerAccount, code: str, wall_at: datetime) -> str:
    """Use up `code`; return what it was, for the log, or "" if it is wrong or already used."""
    for app in account.authenticator_apps.select_for_update().order_by("pk"):
        step = totp.matching_step(app.secret, code, at=wall_at, last_step=app.last_step)
        if step is not None:
            app.last_step = step
            app.save(update_fields=["last_step"])
            return f"app {app.name}"
    unused = account.backup_codes.filter(code_digest=_digest(account, code), used_at=None)
    return "a backup code" if unused.update(used_at=wall_at) else ""


# ---- enrollment


@transaction.atomic
def send_security_code(*, account: PacerAccount, at: datetime) -> str:
    """E-mail a six-digit code; return its digest, for the session. `at`: court time.

    Raises Refused(NO_EMAIL, TOO_MANY_APPS).
    """
    if account.authenticator_apps.count() >= MAX_APPS:
        raise Refused(MfaRefusal.TOO_MANY_APPS)
    if not account.email:
        raise Refused(MfaRefusal.NO_EMAIL)
    code = f"{secrets.randbelow(10**6):06}"
    emails.send_security_code(account, code, at=at)
    record_activity(account.rehearsal, "mfa.code_sent", who=account.log_name, at=at)
    return _digest(account, code)


def check_security_code(
    *, account: PacerAccount, code: str, digest: str, at: datetime, wall_at: datetime
) -> str:
    """Return a secret for a new app if `code` is the e-mailed one. Failures are counted by account.

    `at`: court time; `wall_at`: wall time. Raises Refused(EMAILED_CODE, EMAILED_CODE_LOCKED).
    """
    rehearsal, number = account.rehearsal, account.account_number
    if not login_attempts.register_attempt(
        rehearsal, SECURITY_CODE_ATTEMPTS, number, rule=LOCKOUT, at=wall_at
    ):
        _record_failure(account, CODE_TYPED, MfaRefusal.EMAILED_CODE_LOCKED, at)
        raise Refused(MfaRefusal.EMAILED_CODE_LOCKED)
    if not constant_time_compare(_digest(account, totp.normalized_code(code)), digest):
        _record_failure(account, CODE_TYPED, MfaRefusal.EMAILED_CODE, at)
        raise Refused(MfaRefusal.EMAILED_CODE)
    login_attempts.clear_attempts(rehearsal, SECURITY_CODE_ATTEMPTS, number)
    return totp.new_secret()


def confirm_app(
    *,
    account: PacerAccount,
    secret: str,
    name: str,
    passcode: str,
    at: datetime,
    wall_at: datetime,
) -> AuthenticatorApp:
    """Add the app that has `secret`, after a right passcode from it.

    `at`: court time; `wall_at`: wall time. Raises Refused(PASSCODE, TOO_MANY_APPS, NAME_TAKEN).
    """
    step = totp.matching_step(secret, totp.normalized_code(passcode), at=wall_at, last_step=-1)
    if step is None:
        _record_failure(account, APP_ADDED, MfaRefusal.PASSCODE, at)
        raise Refused(MfaRefusal.PASSCODE)
    app = AuthenticatorApp(
        rehearsal=account.rehearsal,
        account=account,
        name=name,
        secret=secret,
        added_at=wall_at,
        last_step=step,
    )
    try:
        return _add_app(app, at)
    except IntegrityError:
        raise Refused(MfaRefusal.NAME_TAKEN) from None


@transaction.atomic
def _add_app(app: AuthenticatorApp, at: datetime) -> AuthenticatorApp:
    """Save `app`; for a form that was submitted twice, return the app that the first one added."""
    account = app.account
    before_change(account.rehearsal, APP_ADDED, who=account.log_name, detail=app.name, at=at)
    _lock(account)
    apps = account.authenticator_apps
    if apps.count() >= MAX_APPS:
        raise Refused(MfaRefusal.TOO_MANY_APPS)
    if same_secret := apps.filter(secret=app.secret).first():
        return same_secret  # a second app with this secret would make its passcodes work twice
    if apps.filter(name__iexact=app.name).exists():
        raise Refused(MfaRefusal.NAME_TAKEN)
    app.save()
    record_activity(account.rehearsal, APP_ADDED, who=account.log_name, detail=app.name, at=at)
    emails.send_app_added(account, app.name, at=at)
    return app


# ---- apps and backup codes of an enrolled account


@transaction.atomic
def remove_app(*, app: AuthenticatorApp, at: datetime) -> int:
    """Remove an app, and the backup codes with the last one; return how many apps are left.

    The caller has verified a password or passcode. `at`: court time. Raises Refused(REQUIRED) for the
    last app of a filer who has no skips left.
    """
    account = app.account
    before_change(account.rehearsal, APP_REMOVED, who=account.log_name, detail=app.name, at=at)
    _lock(account)
    left = account.authenticator_apps.exclude(pk=app.pk).count()
    if not left and must_keep_an_app(account):
        raise Refused(MfaRefusal.REQUIRED)
    app.delete()
    if not left:
        account.backup_codes.all().delete()
    record_activity(account.rehearsal, APP_REMOVED, who=account.log_name, detail=app.name, at=at)
    emails.send_app_removed(account, app.name, left, at=at)
    return left


@transaction.atomic
def remove_second_factor(*, account: PacerAccount, by: str, at: datetime) -> int:
    """Remove all apps and backup codes, as the Service Center does for a lost phone.

    Returns how many apps there were. `by`: who did it, for the log. `at`: court time.
    """
    before_change(account.rehearsal, REMOVED_BY_STAFF, who=by, detail=account.log_name, at=at)
    removed, _ = account.authenticator_apps.all().delete()
    account.backup_codes.all().delete()
    detail = f"{account.log_name}: {removed} removed"
    record_activity(account.rehearsal, REMOVED_BY_STAFF, who=by, detail=detail, at=at)
    emails.send_second_factor_removed(account, at=at)
    return removed


@transaction.atomic
def make_backup_codes(*, account: PacerAccount, at: datetime) -> list[str]:
    """Replace the account's backup codes by ten new ones, to be shown once. Only digests are stored.

    `at`: court time.
    """
    before_change(account.rehearsal, CODES_MADE, who=account.log_name, at=at)
    _lock(account)
    codes = totp.new_codes()
    account.backup_codes.all().delete()
    BackupCode.objects.bulk_create(
        BackupCode(rehearsal=account.rehearsal, account=account, code_digest=_digest(account, code))
        for code in codes
    )
    record_activity(account.rehearsal, CODES_MADE, who=account.log_name, at=at)
    emails.send_codes_made(account, at=at)
    return [totp.shown_code(code) for code in codes]


@transaction.atomic
def skip_enrollment(*, account: PacerAccount, is_filer: bool, at: datetime) -> int | None:
    """Skip enrolling once; return how many skips a filer has left, None if skips are not limited.

    `at`: court time. Raises Refused(NO_SKIPS_LEFT).
    """
    left = None
    if is_filer:
        row = PacerAccount.objects.filter(pk=account.pk, mfa_skips__lt=MAX_SKIPS)
        if not row.update(mfa_skips=F("mfa_skips") + 1):
            raise Refused(MfaRefusal.NO_SKIPS_LEFT)
        account.refresh_from_db(fields=["mfa_skips"])
        left = MAX_SKIPS - account.mfa_skips
    record_activity(account.rehearsal, "mfa.skipped", who=account.log_name, at=at)
    return left


def _lock(account: PacerAccount) -> None:
    """Serialize the changes of an account's apps and codes."""
    PacerAccount.objects.locked().only("pk").get(pk=account.pk)


def _digest(account: PacerAccount, code: str) -> str:
    return totp.code_digest("cso.mfa", account.pk, code)


def _record_failure(account: PacerAccount, what: str, reason: MfaRefusal, at: datetime) -> None:
    record_refusal(
        account.rehearsal, what, reason, who=account.log_name, outcome=Outcome.FAILED, at=at
    )
