"""Checking the login and password of a CM/ECF account, or of a PACER account on the legacy login page.

A try is counted, then hashed. The counting, the time and the refusal are the same for a login that
exists and one that doesn't.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from django.contrib.auth.hashers import make_password

from cmecf.courts.activity import record_refusal_at_court
from cmecf.legacy.refusals import CmecfRefusal
from cmecf.legacy.rules import LEGACY_LOCKOUT, lockout_scope, why_not_search, why_not_use
from cmecf.models import CmecfAccount, Court
from cso.sign_on import rules as cso_rules
from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome
from rehearsals.security import login_attempts
from rehearsals.security.hashers import hash_slot
from rehearsals.security.login_attempts import LockoutRule

AnyAccount = CmecfAccount | PacerAccount
Account = TypeVar("Account", bound=AnyAccount)

SIGN_IN = "cmecf.sign_in"


@dataclass(frozen=True)
class Attempt:
    """A login and password entered at a court. `what`: the activity that a failure is logged as."""

    court: Court
    login: str
    password: str = field(repr=False)
    at: datetime  # court time
    at_wall: datetime
    what: str = SIGN_IN


def authenticate_filer(attempt: Attempt) -> CmecfAccount:
    """The CM/ECF account of the attempt's login, if its password is right.

    Raises Refused: LOCKED, WRONG_LOGIN_OR_PASSWORD (neutral) or, only after the right password,
    LINKED, INACTIVE and MUST_RESET. Failures are logged here, success by the caller. Raises
    HashSlotBusy if nothing was checked or counted. Never call it inside a transaction.
    """
    court = attempt.court
    accounts = list(court.cmecf_accounts.filter(login=attempt.login))  # case-sensitive
    account = _account_with_password(attempt, accounts, {lockout_scope(court.code): LEGACY_LOCKOUT})
    _refuse(attempt, account, why_not_use(account))
    return account


def authenticate_filer_or_reader(attempt: Attempt, *, must_pay: bool = False) -> AnyAccount:
    """Like `authenticate_filer`, but accepts PACER usernames too (seed, Step 3).

    Tries with a PACER username also count at the PACER login, so that this page is no way around
    its lockout. `must_pay`: only a PACER account will do. Then a CM/ECF login with the right password
    raises Refused(NEEDS_PACER_LOGIN).
    """
    court = attempt.court
    accounts: list[AnyAccount] = [
        *court.cmecf_accounts.filter(login=attempt.login),
        *court.rehearsal.pacer_accounts.named(attempt.login),
    ]
    lockouts = {lockout_scope(court.code): LEGACY_LOCKOUT}
    if any(isinstance(account, PacerAccount) for account in accounts):
        lockouts[cso_rules.LOGIN_ATTEMPTS] = cso_rules.LOCKOUT
    if must_pay:
        accounts.reverse()  # the same name and password may be at both: then it is the PACER account
    account = _account_with_password(attempt, accounts, lockouts)
    _refuse(attempt, account, _why_not(account, must_pay))
    return account


def _why_not(account: AnyAccount, must_pay: bool) -> CmecfRefusal | None:
    if isinstance(account, PacerAccount):
        return why_not_search(account)
    return CmecfRefusal.NEEDS_PACER_LOGIN if must_pay else why_not_use(account)


def _account_with_password(
    attempt: Attempt, accounts: Sequence[Account], lockouts: dict[str, LockoutRule]
) -> Account:
    """The account whose password was entered. The try counts in each of `lockouts`."""
    rehearsal, login, at_wall = attempt.court.rehearsal, attempt.login, attempt.at_wall
    with hash_slot():
        may_try = [
            login_attempts.register_attempt(rehearsal, scope, login, rule=rule, at=at_wall)
            for scope, rule in lockouts.items()
        ]
        account = _matching(accounts, attempt.password) if all(may_try) else None
        for scope in lockouts if account else ():
            login_attempts.clear_attempts(rehearsal, scope, login)
    if account is not None:
        return account
    is_locked = any(
        login_attempts.is_locked(rehearsal, scope, login, at=at_wall) for scope in lockouts
    )
    reason = CmecfRefusal.LOCKED if is_locked else CmecfRefusal.WRONG_LOGIN_OR_PASSWORD
    _record(attempt, accounts[0] if accounts else None, reason, Outcome.FAILED)
    raise Refused(reason)


def _matching(accounts: Sequence[Account], password: str) -> Account | None:
    if not accounts:
        make_password(password)  # takes as long as for a login that exists
    return next((account for account in accounts if account.has_password(password)), None)


def _refuse(attempt: Attempt, who: AnyAccount, reason: CmecfRefusal | None) -> None:
    if reason is not None:
        _record(attempt, who, reason, Outcome.REFUSED)
        raise Refused(reason)


def _record(
    attempt: Attempt, who: AnyAccount | None, reason: CmecfRefusal, outcome: Outcome
) -> None:
    record_refusal_at_court(
        attempt.court, attempt.what, reason, at=attempt.at, who=who, outcome=outcome
    )
