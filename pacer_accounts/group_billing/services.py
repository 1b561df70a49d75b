"""A PAA invites and removes accounts; a holder accepts, declines and leaves. Both get e-mails.

Rows are locked in one order, so that two transactions never wait for each other: the PAA, its
members, the membership. A PAA is never a member of another one.
"""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from pacer_accounts.group_billing import emails
from pacer_accounts.group_billing.queries import is_paa, membership_of, was_suspended
from pacer_accounts.group_billing.refusals import PaaRefusal
from pacer_accounts.group_billing.rules import (
    ATTEMPTS,
    LOCKOUT,
    is_waiting,
    status_after_joining,
    status_after_leaving,
    why_not_accept,
    why_not_invite,
)
from pacer_accounts.models import PaaMembership, PacerAccount
from rehearsals.activity.services import before_change, record_activity, record_refusal
from rehearsals.help.refusals import Refused
from rehearsals.security import login_attempts
from rehearsals.security.normalization import name_key

CODE_COLUMNS = ("requires_client_code", "client_code_format")
INVITE = "paa.asked"
ACCEPTED, DECLINED, LEFT, REMOVED = "paa.accepted", "paa.declined", "paa.left", "paa.removed"


def invite(
    *,
    paa: PacerAccount,
    account_number: str,
    last_name: str,
    remark: str,
    at: datetime,
    wall_at: datetime,
) -> PaaMembership:
    """Invite the holder of an account to let `paa` pay. `at`: court time; `wall_at`: wall time.

    Raises Refused(PaaRefusal). Failed attempts are cleared only by a sent invitation, so that a
    known account doesn't buy more guesses. Numbers and names that match no account are not stored.
    """
    if not is_paa(paa):
        raise Refused(PaaRefusal.NOT_A_PAA)
    rehearsal, who = paa.rehearsal, paa.log_name
    key = (rehearsal, ATTEMPTS, paa.account_number)
    if not login_attempts.register_attempt(*key, rule=LOCKOUT, at=wall_at):
        record_refusal(rehearsal, INVITE, PaaRefusal.TOO_MANY_TRIES, at=at, who=who)
        raise Refused(PaaRefusal.TOO_MANY_TRIES)
    try:
        membership = _invite(paa, account_number, last_name, remark, at)
    except Refused as refused:
        record_refusal(rehearsal, INVITE, refused.reason, at=at, who=who)
        raise
    login_attempts.clear_attempts(*key)
    return membership


@transaction.atomic
def _invite(
    paa: PacerAccount, account_number: str, last_name: str, remark: str, at: datetime
) -> PaaMembership:
    before_change(paa.rehearsal, INVITE, at=at, who=paa.log_name)
    rows = paa.rehearsal.pacer_accounts.select_related("rehearsal").locked()
    account = rows.filter(account_number=account_number).first()
    if account is None or name_key(account.last_name) != name_key(last_name):
        raise Refused(PaaRefusal.NO_SUCH_PAIR)
    current = membership_of(account)
    reason = why_not_invite(
        account,
        paa_id=paa.pk,
        payer_id=current.paa_id if current else None,
        is_invited=account.paa_memberships.waiting().filter(paa=paa).exists(),
    )
    if reason:
        raise Refused(reason)
    membership = PaaMembership.objects.create(
        rehearsal_id=paa.rehearsal_id, paa=paa, account=account, remark=remark, asked_at=at
    )
    record_activity(paa.rehearsal, INVITE, at=at, who=paa.log_name, detail=account.log_name)
    emails.send_all([emails.invited(membership)], at=at)
    return membership


@transaction.atomic
def accept(*, membership: PaaMembership, at: datetime) -> Decimal:
    """The PAA pays from the court time `at` on. Returns the balance that moved to it.

    The PAA's client code rule replaces the member's, and case search that was suspended by leaving
    a PAA is active again (PACER FAQ). Raises Refused(PaaRefusal).
    """
    _before_answer(membership, ACCEPTED, at)
    membership = _lock(membership)
    paa, account = membership.paa, membership.account
    has_payer = membership_of(account) is not None
    if reason := why_not_accept(membership, paa=paa, account=account, has_payer=has_payer):
        raise Refused(reason)
    moved, account.balance = account.balance, Decimal("0.00")
    paa.balance += moved
    account.case_search_status = status_after_joining(
        account.case_search_status, was_suspended=was_suspended(account)
    )
    _copy_code_rule(account, paa)
    account.save(update_fields=["balance", "case_search_status", *CODE_COLUMNS])
    paa.save(update_fields=["balance"])
    membership.accepted_at, membership.moved = at, moved
    membership.save(update_fields=["accepted_at", "moved"])
    detail = f"{paa.log_name}, ${moved}"
    record_activity(account.rehearsal, ACCEPTED, at=at, who=account.log_name, detail=detail)
    emails.send_all(emails.accepted(membership), at=at)
    return moved


@transaction.atomic
def decline(*, membership: PaaMembership, at: datetime) -> None:
    """The holder declines. Raises Refused(NOT_WAITING)."""
    _before_answer(membership, DECLINED, at)
    membership = _lock(membership)
    if not is_waiting(membership):
        raise Refused(PaaRefusal.NOT_WAITING)
    paa, account = membership.paa, membership.account
    _end(membership, at, by=account, remark="")
    record_activity(account.rehearsal, DECLINED, at=at, who=account.log_name, detail=paa.log_name)
    emails.send_all([emails.declined(membership)], at=at)


def _before_answer(membership: PaaMembership, what: str, at: datetime) -> None:
    account, detail = membership.account, membership.paa.log_name
    before_change(account.rehearsal, what, at=at, who=account.log_name, detail=detail)


@transaction.atomic
def leave(*, account: PacerAccount, remark: str, at: datetime) -> PaaMembership:
    """The holder removes the account from its PAA; case search is suspended.

    Charges up to the court time `at` stay with the PAA. Raises Refused(NOT_A_MEMBER).
    """
    before_change(account.rehearsal, LEFT, at=at, who=account.log_name)
    current = membership_of(account)
    membership = _lock(current) if current else None
    if membership is None or membership.ended_at:
        raise Refused(PaaRefusal.NOT_A_MEMBER)
    _end_payment(membership, at, by=membership.account, remark=remark)
    detail = membership.paa.log_name
    record_activity(account.rehearsal, LEFT, at=at, who=account.log_name, detail=detail)
    emails.send_all(emails.ended(membership, by_member=True), at=at)
    return membership


@transaction.atomic
def remove(
    *, paa: PacerAccount, chosen: Iterable[int], remark: str, at: datetime
) -> list[PaaMembership]:
    """The PAA ends the memberships and withdraws the invitations `chosen` by primary key.

    Skips those that ended meanwhile; returns the others. Raises Refused(NOTHING_TO_REMOVE).
    """
    before_change(paa.rehearsal, REMOVED, at=at, who=paa.log_name)
    rows = paa.memberships_paid.filter(pk__in=list(chosen), ended_at=None).order_by("account_id")
    memberships = [row for row in map(_lock, rows) if row.ended_at is None]
    if not memberships:
        raise Refused(PaaRefusal.NOTHING_TO_REMOVE)
    for membership in memberships:
        emails.send_all(_remove(membership, paa, remark, at), at=at)
    return memberships


def _remove(
    membership: PaaMembership, paa: PacerAccount, remark: str, at: datetime
) -> list[emails.Message]:
    if is_waiting(membership):
        what = "paa.withdrawn"
        _end(membership, at, by=paa, remark=remark)
        messages = emails.withdrawn(membership)
    else:
        what = REMOVED
        _end_payment(membership, at, by=paa, remark=remark)
        messages = emails.ended(membership, by_member=False)
    detail = membership.account.log_name
    record_activity(paa.rehearsal, what, at=at, who=paa.log_name, detail=detail)
    return messages


@transaction.atomic
def push_client_code(*, paa: PacerAccount, at: datetime) -> int:
    """Copy the PAA's client code rule to its members. Returns how many rules changed."""
    paa = PacerAccount.objects.lock(paa.pk)
    members = PacerAccount.objects.select_related("rehearsal").locked()
    members = members.filter(pk__in=paa.memberships_paid.in_force().values("account"))
    changed = [member for member in members.order_by("pk") if _copy_code_rule(member, paa)]
    PacerAccount.objects.bulk_update(changed, CODE_COLUMNS)
    emails.send_all([emails.code_changed(paa, member) for member in changed], at=at)
    return len(changed)


def _copy_code_rule(member: PacerAccount, paa: PacerAccount) -> bool:
    """Give `member` the client code rule of `paa`, unsaved; whether that changes it."""
    before = [getattr(member, name) for name in CODE_COLUMNS]
    for name in CODE_COLUMNS:
        setattr(member, name, getattr(paa, name))
    return before != [getattr(paa, name) for name in CODE_COLUMNS]


def _lock(membership: PaaMembership) -> PaaMembership:
    """Read the membership and both accounts again, and lock them until the transaction ends."""
    paa = PacerAccount.objects.lock(membership.paa_id)
    account = PacerAccount.objects.lock(membership.account_id)
    membership = PaaMembership.objects.locked().get(pk=membership.pk)
    membership.paa, membership.account = paa, account
    return membership


def _end(membership: PaaMembership, at: datetime, *, by: PacerAccount, remark: str) -> None:
    membership.ended_at, membership.ended_by, membership.end_remark = at, by.log_name, remark
    membership.save(update_fields=["ended_at", "ended_by", "end_remark", "suspended"])


def _end_payment(membership: PaaMembership, at: datetime, *, by: PacerAccount, remark: str) -> None:
    account = membership.account
    before = account.case_search_status
    account.case_search_status = status_after_leaving(before)
    membership.suspended = account.case_search_status != before
    _end(membership, at, by=by, remark=remark)
    account.save(update_fields=["case_search_status"])
