"""A PAA asks and removes, an individual accepts, declines and leaves; both sides get letters.

Rows are locked in one order, so that two at once never wait for each other: the PAA, its members,
the membership. A PAA is never a member.
"""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from pacer_accounts.group_billing import emails
from pacer_accounts.group_billing.queries import is_paa, membership_of, was_suspended
from pacer_accounts.group_billing.refusals import PaaRefusal
from pacer_accounts.group_billing.rules import (
    DOOR,
    GUESSES,
    is_waiting,
    status_after_joining,
    status_after_leaving,
    why_not_accept,
    why_not_ask,
)
from pacer_accounts.models import PaaMembership, PacerAccount
from rehearsals.activity.services import record_activity
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome
from rehearsals.security import login_attempts
from rehearsals.security.normalization import name_key

CODE = ("requires_client_code", "client_code_format")


def ask(
    *,
    paa: PacerAccount,
    account_number: str,
    last_name: str,
    remark: str,
    at: datetime,
    at_wall: datetime,
) -> PaaMembership:
    """Ask the holder of an account to let `paa` pay. `at`: court time; `at_wall`: for the tries.

    Raises Refused(PaaRefusal). A try is forgiven only when somebody was asked, so that one known
    pair does not pay for guesses. Numbers and names that belong to nobody are not written down.
    """
    if not is_paa(paa):
        raise Refused(PaaRefusal.NOT_A_PAA)
    if not login_attempts.admit(paa.rehearsal, DOOR, paa.account_number, rule=GUESSES, at=at_wall):
        _note_refusal(paa, "paa.asked", PaaRefusal.TOO_MANY_TRIES)
        raise Refused(PaaRefusal.TOO_MANY_TRIES)
    try:
        membership = _ask(paa, account_number, last_name, remark, at)
    except Refused as refused:
        _note_refusal(paa, "paa.asked", refused.reason)
        raise
    login_attempts.forgive(paa.rehearsal, DOOR, paa.account_number)
    return membership


@transaction.atomic
def _ask(
    paa: PacerAccount, account_number: str, last_name: str, remark: str, at: datetime
) -> PaaMembership:
    rows = paa.rehearsal.pacer_accounts.select_for_update()
    account = rows.filter(account_number=account_number).first()
    if account is None or name_key(account.last_name) != name_key(last_name):
        raise Refused(PaaRefusal.NO_SUCH_PAIR)
    present = membership_of(account)
    reason = why_not_ask(
        account,
        paa_id=paa.pk,
        payer_id=present.paa_id if present else None,
        is_asked=account.paa_memberships.waiting().filter(paa=paa).exists(),
    )
    if reason:
        raise Refused(reason)
    membership = PaaMembership.objects.create(
        rehearsal_id=paa.rehearsal_id, paa=paa, account=account, remark=remark, asked_at=at
    )
    record_activity(paa.rehearsal, "paa.asked", who=paa.log_name, detail=account.log_name)
    emails.send([emails.asked(membership)])
    return membership


@transaction.atomic
def accept(*, membership: PaaMembership, at: datetime) -> Decimal:
    """The individual agrees: the PAA pays from the court time `at` on. The balance that moved.

    The balance goes to the PAA, the PAA's client-code rule overwrites the member's, and a search
    that leaving a PAA had suspended is active again (PACER FAQ). Raises Refused(PaaRefusal).
    """
    held = _locked(membership)
    paa, account = held.paa, held.account
    has_payer = membership_of(account) is not None
    if reason := why_not_accept(held, paa=paa, account=account, has_payer=has_payer):
        raise Refused(reason)
    moved, account.balance = account.balance, Decimal("0.00")
    paa.balance += moved
    account.case_search_status = status_after_joining(
        account.case_search_status, was_suspended=was_suspended(account)
    )
    _take_code(account, paa)
    account.save(update_fields=["balance", "case_search_status", *CODE])
    paa.save(update_fields=["balance"])
    held.accepted_at, held.moved = at, moved
    held.save(update_fields=["accepted_at", "moved"])
    record_activity(
        account.rehearsal, "paa.accepted", who=account.log_name, detail=f"{paa.log_name}, ${moved}"
    )
    emails.send(emails.accepted(held, f"{moved:.2f}"))
    return moved


@transaction.atomic
def decline(*, membership: PaaMembership, at: datetime) -> None:
    """The individual says no. Raises Refused(NOT_WAITING)."""
    held = _locked(membership)
    if not is_waiting(held):
        raise Refused(PaaRefusal.NOT_WAITING)
    _end(held, at, by=held.account, remark="")
    record_activity(
        held.account.rehearsal, "paa.declined", who=held.account.log_name, detail=held.paa.log_name
    )
    emails.send([emails.declined(held)])


@transaction.atomic
def leave(*, account: PacerAccount, remark: str, at: datetime) -> PaaMembership:
    """The individual removes the account from its PAA; case search is suspended.

    Raises Refused(NOT_A_MEMBER). What was used until the court time `at` stays with the PAA.
    """
    present = membership_of(account)
    held = _locked(present) if present else None
    if held is None or held.ended_at:
        raise Refused(PaaRefusal.NOT_A_MEMBER)
    _end_paying(held, at, by=held.account, remark=remark)
    record_activity(account.rehearsal, "paa.left", who=account.log_name, detail=held.paa.log_name)
    emails.send(emails.ended(held, by_member=True))
    return held


@transaction.atomic
def remove(
    *, paa: PacerAccount, chosen: Iterable[int], remark: str, at: datetime
) -> list[PaaMembership]:
    """The PAA ends memberships and takes back invitations, by their primary keys; those it ended.

    What ended meanwhile is passed over. Raises Refused(NOTHING_TO_REMOVE) when nothing is left.
    """
    rows = paa.memberships_paid.filter(pk__in=list(chosen), ended_at=None).order_by("account_id")
    held = [row for row in map(_locked, rows) if row.ended_at is None]
    if not held:
        raise Refused(PaaRefusal.NOTHING_TO_REMOVE)
    emails.send([letter for row in held for letter in _remove(row, paa, remark, at)])
    return held


def _remove(
    held: PaaMembership, paa: PacerAccount, remark: str, at: datetime
) -> list[emails.Letter]:
    what = "paa.withdrawn" if is_waiting(held) else "paa.removed"
    if is_waiting(held):
        _end(held, at, by=paa, remark=remark)
        sent = emails.withdrawn(held)
    else:
        _end_paying(held, at, by=paa, remark=remark)
        sent = emails.ended(held, by_member=False)
    record_activity(paa.rehearsal, what, who=paa.log_name, detail=held.account.log_name)
    return sent


@transaction.atomic
def push_client_code(*, paa: PacerAccount) -> int:
    """Give the PAA's client-code rule to every member that has another; to how many."""
    paa = PacerAccount.objects.select_for_update().get(pk=paa.pk)
    members = PacerAccount.objects.select_for_update().filter(
        pk__in=paa.memberships_paid.in_force().values("account")
    )
    changed = [member for member in members.order_by("pk") if _take_code(member, paa)]
    PacerAccount.objects.bulk_update(changed, CODE)
    emails.send(emails.code_pushed(paa, member) for member in changed)
    return len(changed)


def _take_code(member: PacerAccount, paa: PacerAccount) -> bool:
    """Whether the rule is another one than the member had."""
    before = [getattr(member, name) for name in CODE]
    for name in CODE:
        setattr(member, name, getattr(paa, name))
    return before != [getattr(paa, name) for name in CODE]


def _locked(membership: PaaMembership) -> PaaMembership:
    """As it stands now, with both accounts, until the transaction ends."""
    rows = PacerAccount.objects.select_related("rehearsal").select_for_update(of=("self",))
    paa, account = rows.get(pk=membership.paa_id), rows.get(pk=membership.account_id)
    held = PaaMembership.objects.select_for_update().get(pk=membership.pk)
    held.paa, held.account = paa, account
    return held


def _end(held: PaaMembership, at: datetime, *, by: PacerAccount, remark: str) -> None:
    held.ended_at, held.ended_by, held.end_remark = at, by.log_name, remark
    held.save(update_fields=["ended_at", "ended_by", "end_remark", "suspended"])


def _end_paying(held: PaaMembership, at: datetime, *, by: PacerAccount, remark: str) -> None:
    before = held.account.case_search_status
    after = status_after_leaving(before)
    held.suspended = after != before
    _end(held, at, by=by, remark=remark)
    held.account.case_search_status = after
    held.account.save(update_fields=["case_search_status"])


def _note_refusal(paa: PacerAccount, what: str, reason: PaaRefusal) -> None:
    record_activity(
        paa.rehearsal,
        what,
        who=paa.log_name,
        outcome=Outcome.REFUSED,
        detail=reason.name.lower().replace("_", " "),
    )
