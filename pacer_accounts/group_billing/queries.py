from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet

from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PaaMembership, PacerAccount
from rehearsals.web.rows import find_row


def membership_of(account: PacerAccount) -> PaaMembership | None:
    """The membership in force, with its `paa`; None if the account pays for itself."""
    return account.paa_memberships.in_force().select_related("paa").first()


def payer_of(account: PacerAccount) -> PacerAccount:
    """The account billed for what `account` does now: its PAA, or itself."""
    membership = membership_of(account)
    return membership.paa if membership else account


def invitations_to(account: PacerAccount) -> QuerySet[PaaMembership]:
    """The account's open invitations, each with its `paa`, oldest first."""
    return account.paa_memberships.waiting().select_related("paa").order_by("asked_at", "pk")


def invitations_if_any(account: PacerAccount) -> Iterable[PaaMembership]:
    """As `invitations_to`, for the account page: most accounts have none, and this finds it out fast."""
    open_ones = "r.account_id = %s AND r.accepted_at IS NULL AND r.ended_at IS NULL"
    return invitations_to(account) if find_row(PaaMembership, open_ones, [account.pk]) else ()


def invitations_from(paa: PacerAccount) -> QuerySet[PaaMembership]:
    """The PAA's open invitations, each with its `account`, oldest first."""
    return paa.memberships_paid.waiting().select_related("account").order_by("asked_at", "pk")


def members_of(paa: PacerAccount) -> QuerySet[PaaMembership]:
    """The PAA's memberships in force, each with its `account`, by name."""
    rows = paa.memberships_paid.in_force().select_related("account")
    return rows.order_by("account__last_name", "account__first_name", "account__account_number")


def was_suspended(account: PacerAccount) -> bool:
    """Whether leaving its last PAA suspended case search, and not the Service Center."""
    ended = account.paa_memberships.filter(accepted_at__isnull=False, ended_at__isnull=False)
    return bool(ended.order_by("-pk").values_list("suspended", flat=True).first())


def balance_moves(account: PacerAccount) -> list[tuple[datetime, Decimal]]:
    """Balances transferred when a PAA began to pay: (court time, amount), negative from `account`."""
    received = account.memberships_paid.exclude(moved=0).values_list("accepted_at", "moved")
    given = account.paa_memberships.exclude(moved=0).values_list("accepted_at", "moved")
    moves = [*received, *((at, -amount) for at, amount in given)]
    return [(at, amount) for at, amount in moves if at is not None]


def is_paa(account: PacerAccount) -> bool:
    return account.holder_kind == HolderKind.PAA
