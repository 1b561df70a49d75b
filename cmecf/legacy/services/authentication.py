"""Proving a CM/ECF login: count the try, then hash, then say as little as possible.

The counter, the cost and the words are the same for a login that exists and one that does not.
"""

from datetime import datetime

from django.contrib.auth.hashers import make_password

from cmecf.courts.activity import note
from cmecf.legacy.refusals import CmecfRefusal
from cmecf.legacy.rules import LEGACY_LOCKOUT, lockout_scope, why_not_read, why_not_use
from cmecf.models import CmecfAccount, Court
from cso.sign_on import rules as cso_rules
from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome, Rehearsal
from rehearsals.security import login_attempts
from rehearsals.security.hashers import hash_slot
from rehearsals.security.login_attempts import LockoutRule

Holder = CmecfAccount | PacerAccount
Lockouts = dict[str, LockoutRule]  # attempt scope -> its rule

SIGN_IN = "cmecf.sign_in"


def prove_login(
    rehearsal: Rehearsal,
    court: Court,
    login: str,
    password: str,
    *,
    at_wall: datetime,
    what: str = SIGN_IN,
) -> CmecfAccount:
    """The CM/ECF account of `login` at `court`, once its password is proven.

    Raises Refused: LOCKED, WRONG_LOGIN (neutral), or, after the right password only, LINKED,
    INACTIVE and MUST_RESET. `what` is the verb under which a failure is logged; success is for the
    caller to log. HashSlotBusy: nothing was checked or counted. Never call it in a transaction.
    """
    account = court.cmecf_accounts.filter(login=login).first()  # logins are case-sensitive
    lockouts = {lockout_scope(court.code): LEGACY_LOCKOUT}
    _prove(
        court, [account] if account else [], lockouts, login, password, at_wall=at_wall, what=what
    )
    _raise(court, what, account, why_not_use(account))
    return account


def prove_filer_or_reader(
    rehearsal: Rehearsal, court: Court, login: str, password: str, *, at_wall: datetime
) -> Holder:
    """As `prove_login`, and PACER usernames too: the legacy page takes either (seed, Step 3).

    A PACER username counts toward the PACER login's lockout too, so this page is no way around it.
    """
    named: list[Holder] = [
        *court.cmecf_accounts.filter(login=login),
        *rehearsal.pacer_accounts.named(login),
    ]
    lockouts = {lockout_scope(court.code): LEGACY_LOCKOUT}
    if any(isinstance(holder, PacerAccount) for holder in named):
        lockouts[cso_rules.LOGIN_ATTEMPTS] = cso_rules.LOCKOUT
    holder = _prove(court, named, lockouts, login, password, at_wall=at_wall, what=SIGN_IN)
    is_filer = isinstance(holder, CmecfAccount)
    _raise(court, SIGN_IN, holder, why_not_use(holder) if is_filer else why_not_read(holder))
    return holder


def _prove(
    court: Court,
    named: list[Holder],
    lockouts: Lockouts,
    login: str,
    password: str,
    *,
    at_wall: datetime,
    what: str,
) -> Holder:
    """The one of `named` whose password this is; counts an attempt in each of `lockouts`."""
    world, who = court.rehearsal, named[0] if named else None
    with hash_slot():
        tried = [
            login_attempts.register_attempt(world, scope, login, rule=lockouts[scope], at=at_wall)
            for scope in lockouts
        ]
        holder = _with_password(named, password) if all(tried) else None
        for scope in lockouts if holder else ():
            login_attempts.clear_attempts(world, scope, login)
    if holder is None:
        is_locked = any(
            login_attempts.is_locked(world, scope, login, at=at_wall) for scope in lockouts
        )
        _raise(court, what, who, CmecfRefusal.LOCKED if is_locked else CmecfRefusal.WRONG_LOGIN)
    return holder


def _with_password(named: list[Holder], password: str) -> Holder | None:
    if not named:
        make_password(password)  # the time of one hash, as for a name that exists
    return next((holder for holder in named if holder.has_password(password)), None)


def _raise(court: Court, what: str, who: Holder | None, reason: CmecfRefusal | None) -> None:
    if reason is None:
        return
    wrong = reason in (CmecfRefusal.WRONG_LOGIN, CmecfRefusal.LOCKED)
    outcome = Outcome.FAILED if wrong else Outcome.REFUSED
    note(court, what, who=who, outcome=outcome, detail=_SHORT[reason])
    raise Refused(reason)


_SHORT = {
    CmecfRefusal.WRONG_LOGIN: "wrong login or password",
    CmecfRefusal.LOCKED: "locked",
    CmecfRefusal.LINKED: "linked to a PACER account",
    CmecfRefusal.INACTIVE: "account not active",
    CmecfRefusal.MUST_RESET: "password must be reset first",
    CmecfRefusal.PACER_DISABLED: "PACER account disabled",
    CmecfRefusal.PACER_BILLING_ONLY: "PACER Administrative Account",
}
