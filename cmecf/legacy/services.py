from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from cmecf.courts.activity import (
    before_change_at_court,
    record_at_court,
    record_refusal_at_court,
)
from cmecf.courts.phases import CourtPhase
from cmecf.legacy import emails
from cmecf.legacy.authentication import (
    SIGN_IN,
    AnyAccount,
    Attempt,
    authenticate_filer,
    authenticate_filer_or_reader,
)
from cmecf.legacy.refusals import CmecfRefusal
from cmecf.legacy.rules import is_reset_link_valid, lockout_scope, why_not_unlock
from cmecf.models import CmecfAccount, Court, PasswordResetLink
from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome
from rehearsals.security import login_attempts
from rehearsals.security.one_time_links import digest, new_token

RESET_REQUESTED, PASSWORD_RESET = "cmecf.reset_requested", "cmecf.password_reset"
EMAIL_CHANGED, LOCKED, UNLOCKED = "cmecf.email_changed", "cmecf.locked", "cmecf.unlocked"


def sign_in(attempt: Attempt, *, redaction_confirmed: bool, must_pay: bool = False) -> AnyAccount:
    """Sign in with a filer login or a PACER login. A filer must confirm the redaction rules.

    `must_pay`: only with a PACER login. The attempt's court time becomes the filer's last sign-in.
    Raises Refused as `authenticate_filer_or_reader` does, and REDACTION_NOT_CONFIRMED. Never call it inside a
    transaction: it hashes.
    """
    court, at = attempt.court, attempt.at
    account = authenticate_filer_or_reader(attempt, must_pay=must_pay)
    if isinstance(account, CmecfAccount):
        if not redaction_confirmed:
            reason = CmecfRefusal.REDACTION_NOT_CONFIRMED
            record_refusal_at_court(court, SIGN_IN, reason, at=at, who=account)
            raise Refused(reason)
        account.last_signed_in_at = at
        account.save(update_fields=["last_signed_in_at"])
    kind = "filer" if isinstance(account, CmecfAccount) else "PACER login"
    record_at_court(court, SIGN_IN, at=at, who=account, detail=kind)
    return account


def sign_out(
    *, court: Court, account: AnyAccount, payer: PacerAccount | None = None, at: datetime
) -> None:
    """Record the end of a legacy sign-in. The view ends it (cmecf.courts.access.sign_out).

    `payer`: the PACER account that a filer searched with; its login ends too.
    """
    for who in (account, payer):
        if who:
            record_at_court(court, "cmecf.sign_out", at=at, who=who)


@transaction.atomic
def change_email(*, account: CmecfAccount, email: str, at: datetime, by: str = "") -> None:
    """Put `email` on file. E-mailed reset links end: they went to the old address.

    `by` names the clerk who does it; it is empty when the filer does it.
    """
    before_change_at_court(account, EMAIL_CHANGED, at=at)
    before, account.email = account.email, email
    account.save(update_fields=["email"])
    _drop_reset_links(account)
    detail = f"by {by}" if by else ""
    record_at_court(account.court, EMAIL_CHANGED, at=at, who=account, detail=detail)
    emails.send_email_changed(account, before, at=at)


def change_password(
    *, account: CmecfAccount, current: str, new: str, at: datetime, at_wall: datetime
) -> CmecfAccount:
    """Set the password `new` if `current` is right. Other sign-ins and e-mailed links end.

    Raises Refused as `authenticate_filer` does, with the same counter. Never call it inside a
    transaction: it hashes.
    """
    what = "cmecf.password_changed"
    attempt = Attempt(account.court, account.login, current, at=at, at_wall=at_wall, what=what)
    account = authenticate_filer(attempt)
    encoded = make_password(new)
    with transaction.atomic():
        before_change_at_court(account, what, at=at)
        _store_password(account, encoded)
        record_at_court(account.court, what, at=at, who=account)
        emails.send_password_changed(account, at=at)
    return account


def request_reset(*, court: Court, login: str, at: datetime, at_wall: datetime) -> None:
    """E-mail a reset link if `login` exists at `court`; don't say whether it does.

    Raises Refused(RESET_WHILE_LOCKED), for unknown logins too. `at_wall` starts the life of the link.
    """
    account = court.cmecf_accounts.filter(login=login).first()
    counter = lockout_scope(court.code)
    if login_attempts.is_locked(court.rehearsal, counter, login, at=at_wall):
        reason = CmecfRefusal.RESET_WHILE_LOCKED
        record_refusal_at_court(court, RESET_REQUESTED, reason, at=at, who=account)
        raise Refused(reason)
    if account is None:
        _record_unknown_login(court, login, at)
    else:
        send_reset_link(account=account, at=at, at_wall=at_wall)


def _record_unknown_login(court: Court, login: str, at: datetime) -> None:
    """The trainer's log says whether it was a PACER username. The page doesn't."""
    pacer_account = court.rehearsal.pacer_accounts.named(login).first()
    detail = "a PACER username, not a CM/ECF login" if pacer_account else "no such login"
    record_at_court(
        court,
        RESET_REQUESTED,
        at=at,
        who=pacer_account,
        outcome=Outcome.REFUSED,
        detail=detail,
    )


@transaction.atomic
def send_reset_link(*, account: CmecfAccount, at: datetime, at_wall: datetime) -> None:
    """E-mail a new link, which ends older ones. A linked or inactive login gets an e-mail without one."""
    court = account.court
    if account.is_linked or not account.is_active:
        reason = CmecfRefusal.LINKED if account.is_linked else CmecfRefusal.INACTIVE
        record_refusal_at_court(court, RESET_REQUESTED, reason, at=at, who=account)
        emails.send_reset_refused(account, at=at)
        return
    _drop_reset_links(account)
    token = new_token()
    account.reset_links.create(
        rehearsal_id=account.rehearsal_id, token_digest=digest(token), made_at=at_wall
    )
    record_at_court(court, RESET_REQUESTED, at=at, who=account)
    is_nextgen = court.phase(at) is CourtPhase.NEXTGEN
    emails.send_reset_link(account, token, at=at, for_linking_only=is_nextgen)


def find_reset_link(
    *, court: Court, token: str, at_wall: datetime, lock: bool = False
) -> PasswordResetLink:
    """The valid link of `token` at `court`. Raises Refused(RESET_LINK_ENDED)."""
    links = court.rehearsal.password_reset_links.select_related("account")
    if lock:
        links = links.locked()
    link = links.filter(token_digest=digest(token), account__court=court).first()
    if link is None or not is_reset_link_valid(link, at_wall):
        raise Refused(CmecfRefusal.RESET_LINK_ENDED)
    link.account.court = court
    return link


def reset_password(
    *, court: Court, token: str, new: str, at: datetime, at_wall: datetime
) -> CmecfAccount:
    """Set a new password by an e-mailed link and unlock the login. No one is signed in.

    The row lock lets only one of two uses at once through. Raises Refused(RESET_LINK_ENDED). Never
    call it inside a transaction: it hashes.
    """
    account = find_reset_link(court=court, token=token, at_wall=at_wall).account
    encoded = make_password(new)  # slow, so only for a valid link
    with transaction.atomic():
        before_change_at_court(account, PASSWORD_RESET, at=at)
        link = find_reset_link(court=court, token=token, at_wall=at_wall, lock=True)
        link.used_at = at_wall
        link.save(update_fields=["used_at"])
        _store_password(link.account, encoded)
        login_attempts.clear_attempts(
            court.rehearsal, lockout_scope(court.code), link.account.login
        )
        record_at_court(court, PASSWORD_RESET, at=at, who=link.account)
        emails.send_password_changed(link.account, at=at)
    return link.account


@transaction.atomic
def lock(*, account: CmecfAccount, at: datetime, by: str) -> None:
    """Deactivate an account: it can't sign in or be linked until a clerk unlocks it."""
    before_change_at_court(account, LOCKED, at=at)
    account.is_active = False
    account.save(update_fields=["is_active"])
    record_at_court(account.court, LOCKED, at=at, who=account, detail=f"by {by}")


@transaction.atomic
def unlock(*, account: CmecfAccount, at: datetime, by: str) -> None:
    """Reactivate an account and clear its failed tries. Raises Refused(RECORD_ENDED)."""
    if refusal := why_not_unlock(account):
        raise Refused(refusal)
    before_change_at_court(account, UNLOCKED, at=at)
    account.is_active = True
    account.save(update_fields=["is_active"])
    court = account.court
    login_attempts.clear_attempts(court.rehearsal, lockout_scope(court.code), account.login)
    record_at_court(court, UNLOCKED, at=at, who=account, detail=f"by {by}")


def send_reset_by_clerk(*, account: CmecfAccount, at: datetime, at_wall: datetime, by: str) -> None:
    """As `send_reset_link`, on a clerk's request."""
    record_at_court(account.court, "cmecf.reset_by_clerk", at=at, who=account, detail=f"by {by}")
    send_reset_link(account=account, at=at, at_wall=at_wall)


def _store_password(account: CmecfAccount, encoded: str) -> None:
    """Keep a new hash. It ends the login's sign-ins, which carry a stamp of the old one."""
    account.password, account.must_reset_password = encoded, False
    account.save(update_fields=["password", "must_reset_password"])
    _drop_reset_links(account)


def _drop_reset_links(account: CmecfAccount) -> None:
    """Unused links end with a newer link and with a change of password or e-mail."""
    account.reset_links.filter(used_at=None).delete()
