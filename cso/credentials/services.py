"""Changing the credentials of an account and its security information.

Each change verifies the current password first; that counts as a login attempt. Hashes are made
outside of the transaction that stores them.
"""

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.views.decorators.debug import sensitive_variables

from cso.credentials import emails
from cso.credentials.rules import CredentialRefusal
from cso.sign_on.services import end_sign_ons, verify_password
from cso.sign_on.sessions import SessionStore
from pacer_accounts.credentials.rules import answer_key
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import before_change, record_activity
from rehearsals.help.refusals import Refused

USERNAME, PASSWORD, SECURITY = "cso.username", "cso.password", "cso.security_information"


@sensitive_variables()
def change_username(
    *, account: PacerAccount, current: str, username: str, at: datetime, wall_at: datetime
) -> None:
    """Give the account a new username; the old one stops working.

    `at`: court time; `wall_at`: wall time. Raises Refused as `verify_password` does, and
    USERNAME_TAKEN (also for the slower of two requests) or CHANGED_MEANWHILE.
    """
    verified = _verify_current_password(account, current, USERNAME, at, wall_at)
    try:
        with transaction.atomic():
            before_change(account.rehearsal, USERNAME, who=account.log_name, at=at)
            account = _locked(verified)
            account.rename(username)
            account.save(update_fields=["username", "username_key"])
            record_activity(account.rehearsal, USERNAME, who=account.log_name, at=at)
            emails.send_username_changed(account, at=at)
    except IntegrityError:  # the username is the only unique column that changes
        raise Refused(CredentialRefusal.USERNAME_TAKEN) from None


@sensitive_variables()
def change_password(
    *, session: SessionStore, current: str, new: str, at: datetime, wall_at: datetime
) -> int:
    """Set the password `new` for the account signed on in `session`.

    Every other sign-on of the account ends and recovery links stop working; this browser stays signed
    on under a new session key. Returns how many sign-ons ended. `at`: court time; `wall_at`: wall
    time. Raises Refused as `verify_password` does, and CHANGED_MEANWHILE.
    """
    verified = _verify_current_password(session.account, current, PASSWORD, at, wall_at)
    hashed = make_password(new)
    with transaction.atomic():
        before_change(session.rehearsal, PASSWORD, who=verified.log_name, at=at)
        account = _locked(verified)
        account.password, account.password_set_at = hashed, at
        account.save(update_fields=["password", "password_set_at"])
        ended = end_sign_ons(account, except_key=session.session_key or "")
        account.recovery_links.all().delete()
        detail = f"{ended} other sign-ons ended"
        record_activity(account.rehearsal, PASSWORD, who=account.log_name, detail=detail, at=at)
        emails.send_password_changed(account, at=at)
    session.cycle_key()
    return ended


@sensitive_variables()
def set_security_information(
    *,
    account: PacerAccount,
    current: str,
    questions: tuple[str, str],
    answers: tuple[str, str],
    at: datetime,
    wall_at: datetime,
) -> None:
    """Replace the security questions and answers; only hashes of the answers are stored.

    `at`: court time; `wall_at`: wall time. Raises Refused as `verify_password` does, and
    CHANGED_MEANWHILE.
    """
    verified = _verify_current_password(account, current, SECURITY, at, wall_at)
    hashed = [make_password(answer_key(answer)) for answer in answers]
    values: Mapping[str, str] = {
        "question_1": questions[0],
        "answer_1": hashed[0],
        "question_2": questions[1],
        "answer_2": hashed[1],
    }
    with transaction.atomic():
        before_change(account.rehearsal, SECURITY, who=account.log_name, at=at)
        account = _locked(verified)
        for name, value in values.items():
            setattr(account, name, value)
        account.save(update_fields=values.keys())
        record_activity(account.rehearsal, SECURITY, who=account.log_name, at=at)
        emails.send_security_changed(account, at=at)


def _verify_current_password(
    account: PacerAccount, current: str, what: str, at: datetime, wall_at: datetime
) -> PacerAccount:
    verified = verify_password(
        rehearsal=account.rehearsal,
        username=account.username,
        password=current,
        what=what,
        at=at,
        wall_at=wall_at,
    )
    if verified.pk != account.pk:  # renamed in another window, and the old username taken at once
        raise Refused(CredentialRefusal.CHANGED_MEANWHILE)
    return verified


def _locked(verified: PacerAccount) -> PacerAccount:
    """The account row, locked. Of two requests with the same old password the second is refused."""
    account = PacerAccount.objects.select_related("rehearsal").locked().get(pk=verified.pk)
    if account.password != verified.password:
        raise Refused(CredentialRefusal.CHANGED_MEANWHILE)
    return account
