"""Proving a CM/ECF login: count the try, then hash, then say as little as possible.

The counter, the cost and the words are the same for a login that exists and one that does not.
"""

from datetime import datetime

from django.contrib.auth.hashers import make_password

from cmecf.models import CmecfAccount, Court
from cmecf.refusals import CmecfRefusal
from cmecf.rules import LEGACY_LOCKOUT, lockout_door, why_not_read, why_not_use
from cmecf.services.log import note
from pacer_accounts.models import PacerAccount
from rehearsals import attempts
from rehearsals.models import Outcome, Rehearsal
from rehearsals.refusals import Refused

Holder = CmecfAccount | PacerAccount


def prove_login(
    rehearsal: Rehearsal,
    court: Court,
    login: str,
    password: str,
    *,
    at_wall: datetime,
    what: str = "cmecf.sign_in",
) -> CmecfAccount:
    """The CM/ECF account of `login` at `court`, once its password is proven.

    Raises Refused: LOCKED, WRONG_LOGIN (neutral), or, after the right password only, LINKED,
    INACTIVE and MUST_RESET. `what` is the verb under which a failure is logged. Success is for the
    caller to log. Hashes: never call it inside a transaction.
    """
    holder = _prove(rehearsal, court, login, password, at_wall=at_wall, what=what, pacer=False)
    assert isinstance(holder, CmecfAccount)
    return holder


def prove_reader_or_filer(
    rehearsal: Rehearsal, court: Court, login: str, password: str, *, at_wall: datetime
) -> Holder:
    """As `prove_login`, and PACER usernames too: the legacy page takes either (seed, Step 3)."""
    return _prove(
        rehearsal, court, login, password, at_wall=at_wall, what="cmecf.sign_in", pacer=True
    )


def _prove(
    rehearsal: Rehearsal,
    court: Court,
    login: str,
    password: str,
    *,
    at_wall: datetime,
    what: str,
    pacer: bool,
) -> Holder:
    door = lockout_door(court.code)
    named = _named(rehearsal, court, login, pacer=pacer)
    who = named[0] if named else None
    if not attempts.admit(rehearsal, door, login, rule=LEGACY_LOCKOUT, at=at_wall):
        raise _refused(court, what, who, CmecfRefusal.LOCKED)
    holder = _with_password(named, password)
    if holder is None:
        raise _refused(court, what, who, CmecfRefusal.WRONG_LOGIN)
    attempts.forgive(rehearsal, door, login)
    reason = why_not_use(holder) if isinstance(holder, CmecfAccount) else why_not_read(holder)
    if reason:
        raise _refused(court, what, holder, reason)
    return holder


def _named(rehearsal: Rehearsal, court: Court, login: str, *, pacer: bool) -> list[Holder]:
    """CM/ECF logins are case-sensitive, PACER usernames are not. A name may be both."""
    found: list[Holder] = list(court.cmecf_accounts.filter(login=login))
    if pacer:
        found += rehearsal.pacer_accounts.named(login)
    return found


def _with_password(named: list[Holder], password: str) -> Holder | None:
    if not named:
        make_password(password)  # the time of one hash, as for a name that exists
    return next((holder for holder in named if holder.has_password(password)), None)


def _refused(court: Court, what: str, who: Holder | None, reason: CmecfRefusal) -> Refused:
    wrong = reason in (CmecfRefusal.WRONG_LOGIN, CmecfRefusal.LOCKED)
    outcome = Outcome.FAILED if wrong else Outcome.REFUSED
    note(court, what, who=who, outcome=outcome, detail=_SHORT[reason])
    return Refused(reason)


_SHORT = {
    CmecfRefusal.WRONG_LOGIN: "wrong login or password",
    CmecfRefusal.LOCKED: "while locked",
    CmecfRefusal.LINKED: "linked to a PACER account",
    CmecfRefusal.INACTIVE: "account not active",
    CmecfRefusal.MUST_RESET: "password must be reset first",
    CmecfRefusal.PACER_DISABLED: "PACER account disabled",
    CmecfRefusal.PACER_BILLING_ONLY: "PACER Administrative Account",
}
