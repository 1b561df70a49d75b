"""Signing on and off. A court's own login page that takes PACER credentials shares LOGIN_ATTEMPTS."""

from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from cso.models import SignOnSession
from cso.sign_on.client_code import store_client_code
from cso.sign_on.rules import LOCKOUT, LOGIN_ATTEMPTS, SignOnRefusal, sign_on_refusal
from cso.sign_on.sessions import WENT_BACK, SessionStore
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import record_activity, record_refusal
from rehearsals.cleanup.services import delete_expired
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome, Rehearsal
from rehearsals.security import login_attempts
from rehearsals.security.hashers import hash_slot
from rehearsals.security.normalization import name_key
from rehearsals.web.rows import find_row

SIGN_ON = "cso.sign_on"


def complete_sign_on(
    *,
    session: SessionStore,
    account: PacerAccount,
    at: datetime,
    wall_at: datetime,
    client_code: str = "",
    site: str = "PACER Login",
) -> PacerAccount:
    """Sign this browser on as `account`, for every court and the Service Center of its rehearsal.

    The caller has verified the password (`verify_password`) and any passcode. Another account's
    sign-on in the same browser ends. A client code that the account does not accept is not stored and
    withholds search (`cso.sign_on.client_code`).

    `at`: court time; `wall_at`: wall time; `site`: the login page, for the log. Raises
    Refused(CHANGED_MEANWHILE) when the account's password, username or state changed after it was
    verified. The session row is written while the account row is locked, so that a later change of
    the password finds the row and ends the sign-on.
    """
    if _sign_on(session, account, client_code, site, at, wall_at):
        return account
    reason = SignOnRefusal.CHANGED_MEANWHILE
    record_refusal(session.rehearsal, SIGN_ON, reason, who=account.log_name, at=at)
    raise Refused(reason)


@transaction.atomic
def _sign_on(
    session: SessionStore,
    verified: PacerAccount,
    client_code: str,
    site: str,
    at: datetime,
    wall_at: datetime,
) -> bool:
    rows = PacerAccount.objects.select_related("rehearsal").locked()
    account = rows.filter(pk=verified.pk).first()
    if account is None or account.is_disabled or _credentials(account) != _credentials(verified):
        return False
    session.sign_on(account, at=wall_at)
    store_client_code(session, account, client_code)
    record_activity(session.rehearsal, SIGN_ON, who=account.log_name, detail=site, at=at)
    session.save()
    return True


def _credentials(account: PacerAccount) -> tuple[str, ...]:
    """What a login verifies: the password, username and type of the account."""
    return account.password, account.username_key, account.account_type


def verify_password(
    *,
    rehearsal: Rehearsal,
    username: str,
    password: str,
    at: datetime,
    wall_at: datetime,
    what: str = SIGN_ON,
) -> PacerAccount:
    """Return the account that has this username and password.

    Failures are counted by username (LOGIN_ATTEMPTS) and logged as `what`. `at`: court time; `wall_at`:
    wall time. Raises Refused(SignOnRefusal), with the same work for an unknown username.
    """
    account = _find_account(rehearsal, username)
    with hash_slot():
        may_try = login_attempts.register_attempt(
            rehearsal, LOGIN_ATTEMPTS, username, rule=LOCKOUT, at=wall_at
        )
        is_right = may_try and _check_password(rehearsal, account, username, password)
    reason: SignOnRefusal | None = SignOnRefusal.LOCKED
    if may_try:
        is_locked = not is_right and _is_locked(rehearsal, username, wall_at)
        is_disabled = account is not None and account.is_disabled
        reason = sign_on_refusal(is_right=is_right, is_disabled=is_disabled, is_locked=is_locked)
    if account is None or reason is not None:
        reason = reason or SignOnRefusal.INVALID
        outcome = Outcome.FAILED if may_try and not is_right else Outcome.REFUSED
        who = account.log_name if account else ""
        record_refusal(rehearsal, what, reason, who=who, outcome=outcome, at=at)
        raise Refused(reason)
    return account


def sign_off(*, session: SessionStore, at: datetime) -> None:
    """End the sign-on of this browser, at every court and the Service Center of its rehearsal.

    The session row is deleted, so a copied cookie is useless. Legacy sign-ins and unfinished forms go
    with it; the selected persona and the help setting stay. `at`: court time.
    """
    session.load_once()
    account = session.pacer_account
    with transaction.atomic():
        session.sign_off()
        if account:
            record_activity(session.rehearsal, "cso.sign_off", who=account.log_name, at=at)


def end_sign_ons(account: PacerAccount, *, except_key: str = "", keep_rows: bool = False) -> int:
    """End the account's sign-ons, except the session `except_key`; return how many there were.

    Called inside the transaction that changes the account. With `keep_rows` the sessions stay, so that
    the next request can say why the sign-on ended (a disabled account).
    """
    sessions = SignOnSession.objects.of_account(account).exclude(session_key=except_key)
    if keep_rows:
        return sessions.stop()
    ended, _ = sessions.delete()
    return ended


def end_sign_ons_after_return(rehearsal: Rehearsal, *, session: SessionStore | None = None) -> int:
    """End the sign-ons of a rehearsal that went back to an earlier point; how many in other browsers.

    `session`: the browser that asked for it. It stays signed on if its account still exists, enabled
    and with the same password. Call it inside the transaction that replaced the accounts.
    """
    stays = session is not None and _is_unchanged(session.pacer_account)
    sessions = SignOnSession.objects.filter(rehearsal=rehearsal, pacer_account__isnull=False)
    key = session.session_key if session is not None else ""
    ended = sessions.exclude(session_key=key or "").detach()
    if session is not None and session.pacer_account and not stays:
        sessions.filter(session_key=key).detach()
        session.lapse(WENT_BACK)
    return ended


def _is_unchanged(account: PacerAccount | None) -> bool:
    if account is None:
        return False
    accounts = PacerAccount.objects.filter(pk=account.pk, is_disabled=False)
    return accounts.filter(password=account.password).exists()


def _find_account(rehearsal: Rehearsal, username: str) -> PacerAccount | None:
    key: list[str | int] = [rehearsal.pk, name_key(username)]
    account = find_row(PacerAccount, "r.rehearsal_id = %s AND r.username_key = %s", key)
    if account:
        account.rehearsal = rehearsal
    return account


def _check_password(
    rehearsal: Rehearsal, account: PacerAccount | None, username: str, password: str
) -> bool:
    """Always one hash, so that timing does not reveal known usernames. Never in a transaction."""
    if account is None:
        make_password(password)
        return False
    is_right = account.has_password(password)
    if is_right:
        login_attempts.clear_attempts(rehearsal, LOGIN_ATTEMPTS, username)
    return is_right


def _is_locked(rehearsal: Rehearsal, username: str, wall_at: datetime) -> bool:
    return login_attempts.is_locked(rehearsal, LOGIN_ATTEMPTS, username, at=wall_at)


def delete_expired_sessions(*, wall_at: datetime) -> int:
    """Delete the expired sessions of all rehearsals; how many. Ends no sign-on that is valid."""
    return delete_expired(SignOnSession.objects.filter(expire_date__lte=wall_at))
