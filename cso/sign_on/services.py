"""Signing on and off.

A court's logout calls `sign_off(session=request.session)`. A court's own login page that also takes
PACER credentials calls `prove(...)`, which shares the tries of the PACER login.
"""

from django.contrib.auth.hashers import make_password
from django.db import transaction

from cso.models import SignOnSession
from cso.sign_on.client_code import take
from cso.sign_on.rules import DOOR, LOCKOUT, SignOnRefusal, why_not
from cso.sign_on.sessions import SessionStore
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import record_activity
from rehearsals.clock import clock
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome, Rehearsal
from rehearsals.security import login_attempts
from rehearsals.security.hashers import hash_slot
from rehearsals.security.normalization import name_key
from rehearsals.web.lookups import Lookup

SIGN_ON = "cso.sign_on"

_find_account = Lookup(
    lambda rehearsal_id, username_key: PacerAccount.objects.filter(
        rehearsal_id=rehearsal_id, username_key=username_key
    )
)


def complete_sign_on(
    *,
    session: SessionStore,
    account: PacerAccount,
    client_code: str = "",
    site: str = "PACER Login",
) -> PacerAccount:
    """Sign this browser on as `account`, for every court and the Service Center of its rehearsal.

    Its holder has proven herself with `prove`, and with a second step if she has one (`cso.sign_on.pending`);
    nothing is asked again. Another account's sign-on in the same browser ends. `site` is the page it
    happens at, for the log. A client code that the account does not accept is not kept, and withholds
    search (`cso.sign_on.client_code`).

    Raises Refused(CHANGED_MEANWHILE) when the account has another password, name or state now than
    the one that was proven. The session's row is written under the account's lock: whoever changes
    the password next finds it and ends it.
    """
    if _sign_on(session, account, client_code, site):
        return account
    _log_failure(
        session.rehearsal, SIGN_ON, account, Outcome.REFUSED, SignOnRefusal.CHANGED_MEANWHILE
    )
    raise Refused(SignOnRefusal.CHANGED_MEANWHILE)


@transaction.atomic
def _sign_on(session: SessionStore, proven: PacerAccount, client_code: str, site: str) -> bool:
    rows = PacerAccount.objects.select_related("rehearsal").select_for_update(of=("self",))
    held = rows.filter(pk=proven.pk).first()
    if held is None or held.is_disabled or _proof(held) != _proof(proven):
        return False
    session.sign_on(held, at=clock.wall_now())
    take(session, held, client_code)
    record_activity(session.rehearsal, SIGN_ON, who=held.log_name, detail=site)
    session.save()
    return True


def _proof(account: PacerAccount) -> tuple[str, ...]:
    """What a login proves: a password, of a name, of an account in its state."""
    return account.password, account.username_key, account.account_type


def prove(
    *, rehearsal: Rehearsal, username: str, password: str, what: str = SIGN_ON
) -> PacerAccount:
    """The account whose password this is. A failure is counted by name and logged as `what`.

    Raises Refused(SignOnRefusal), the same way and after the same work for a name nobody has.
    """
    account = _find_account(rehearsal.pk, name_key(username))
    with hash_slot():
        may_try = login_attempts.admit(rehearsal, DOOR, username, rule=LOCKOUT, at=clock.wall_now())
        is_right = may_try and _check(rehearsal, account, username, password)
    if not may_try:
        _log_failure(rehearsal, what, account, Outcome.REFUSED, SignOnRefusal.LOCKED)
        raise Refused(SignOnRefusal.LOCKED)
    reason = why_not(
        is_right=is_right,
        is_disabled=is_right and account.is_disabled,
        is_locked=not is_right and _is_locked(rehearsal, username),
    )
    if reason:
        outcome = Outcome.REFUSED if is_right else Outcome.FAILED
        _log_failure(rehearsal, what, account, outcome, reason)
        raise Refused(reason)
    return account


def sign_off(*, session: SessionStore) -> None:
    """End the sign-on of this browser, at every court and the Service Center of its rehearsal.

    The session's row goes, so that a copy of the cookie is worth nothing; sign-ins at courts that are
    not yet NextGen and half-filled forms go with it. Who practises here, and the help setting, stay.
    """
    session.load_once()
    account = session.pacer_account
    with transaction.atomic():
        session.sign_off()
        if account:
            record_activity(session.rehearsal, "cso.sign_off", who=account.log_name)


def sign_off_everywhere(*, account: PacerAccount) -> int:
    """End the account's sign-ons in every browser; how many there were."""
    with transaction.atomic():
        ended, _ = SignOnSession.objects.of_account(account).delete()
        record_activity(
            account.rehearsal,
            "cso.sign_off_everywhere",
            who=account.log_name,
            detail=f"{ended} sign-on{'' if ended == 1 else 's'} ended",
        )
    return ended


def _check(
    rehearsal: Rehearsal, account: PacerAccount | None, username: str, password: str
) -> bool:
    """One hash whether or not the name is known, so that time tells nothing. Never in a transaction."""
    if account is None:
        make_password(password)
        return False
    is_right = account.has_password(password)
    if is_right:
        login_attempts.forgive(rehearsal, DOOR, username)
    return is_right


def _is_locked(rehearsal: Rehearsal, username: str) -> bool:
    return login_attempts.is_locked(rehearsal, DOOR, username, at=clock.wall_now())


def _log_failure(
    rehearsal: Rehearsal,
    what: str,
    account: PacerAccount | None,
    outcome: str,
    reason: SignOnRefusal,
) -> None:
    who = account.log_name if account else ""
    record_activity(
        rehearsal, what, who=who, outcome=outcome, detail=reason.name.lower().replace("_", " ")
    )
