"""The lost password: a neutral answer on the page, a one-use link by mail to the e-mail on file."""

from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from cmecf.courts.activity import note
from cmecf.courts.phases import CourtPhase
from cmecf.legacy import emails
from cmecf.legacy.refusals import CmecfRefusal
from cmecf.legacy.rules import is_reset_link_alive, lockout_scope
from cmecf.legacy.services.accounts import drop_reset_links, store_password
from cmecf.models import CmecfAccount, Court, PasswordResetLink
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome, Rehearsal
from rehearsals.security import login_attempts
from rehearsals.security.one_time_links import digest, new_token

REQUESTED = "cmecf.reset_requested"


def request_reset(
    *, rehearsal: Rehearsal, court: Court, login: str, at: datetime, at_wall: datetime
) -> None:
    """Mail a reset link if `login` exists at `court`; say nothing about whether it does.

    Raises Refused: RESET_WHILE_LOCKED (alike for unknown names), RESET_OF_PACER for a name that is
    a PACER username and no CM/ECF login. `at` is court time, `at_wall` the link's birth.
    """
    account = court.cmecf_accounts.filter(login=login).first()
    if login_attempts.is_locked(rehearsal, lockout_scope(court.code), login, at=at_wall):
        note(court, REQUESTED, who=account, outcome=Outcome.REFUSED, detail="while locked")
        raise Refused(CmecfRefusal.RESET_WHILE_LOCKED)
    if account is None:
        _refuse_stranger(rehearsal, court, login)
    else:
        mail_reset_link(account, court.phase(at), at_wall)


def _refuse_stranger(rehearsal: Rehearsal, court: Court, login: str) -> None:
    pacer = rehearsal.pacer_accounts.named(login).first()
    detail = "a PACER username" if pacer else "no such login"
    note(court, REQUESTED, who=pacer, outcome=Outcome.REFUSED, detail=detail)
    if pacer:
        raise Refused(CmecfRefusal.RESET_OF_PACER)


@transaction.atomic
def mail_reset_link(account: CmecfAccount, phase: CourtPhase, at_wall: datetime) -> None:
    """Mail a new link, which ends older ones; a linked or closed login gets a letter that says so."""
    if account.is_linked or not account.is_active:
        detail = "linked to a PACER account" if account.is_linked else "account not active"
        note(account.court, REQUESTED, who=account, outcome=Outcome.REFUSED, detail=detail)
        emails.send_reset_refused(account)
        return
    drop_reset_links(account)
    token = new_token()
    account.reset_links.create(
        rehearsal_id=account.rehearsal_id, token_digest=digest(token), made_at=at_wall
    )
    note(account.court, REQUESTED, who=account)
    emails.send_reset_link(account, token, for_linking_only=phase is CourtPhase.NEXTGEN)


def find_reset_link(
    *, rehearsal: Rehearsal, court: Court, token: str, at_wall: datetime, lock: bool = False
) -> PasswordResetLink:
    """The live link of `token` in this world and court; raises Refused(RESET_LINK_DEAD)."""
    links = rehearsal.password_reset_links.select_related("account__court")
    if lock:
        links = links.select_for_update(of=("self",))
    link = links.filter(token_digest=digest(token), account__court=court).first()
    if link is None or not is_reset_link_alive(link, at_wall):
        raise Refused(CmecfRefusal.RESET_LINK_DEAD)
    return link


def reset_password(
    *, rehearsal: Rehearsal, court: Court, token: str, new: str, at_wall: datetime
) -> CmecfAccount:
    """Set a new password by a mailed link, unlock the login, sign nobody in.

    Two uses at once: the row lock lets one through. Raises Refused(RESET_LINK_DEAD).
    Hashes: never inside a transaction.
    """
    where = {"rehearsal": rehearsal, "court": court, "token": token, "at_wall": at_wall}
    find_reset_link(**where)  # no hash is spent on a dead link
    encoded = make_password(new)
    with transaction.atomic():
        link = find_reset_link(**where, lock=True)
        link.used_at = at_wall
        link.save(update_fields=["used_at"])
        store_password(link.account, encoded)
        login_attempts.clear_attempts(rehearsal, lockout_scope(court.code), link.account.login)
        note(court, "cmecf.password_reset", who=link.account)
        emails.send_password_changed(link.account)
    return link.account
