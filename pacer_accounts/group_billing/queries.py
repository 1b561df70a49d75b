"""Who pays for whom, as the pages and the other verbs ask it."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet

from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PaaMembership, PacerAccount
from rehearsals.web.lookups import Lookup

_find_waiting = Lookup(
    lambda account_id: PaaMembership.objects.waiting().only("pk").filter(account=account_id)[:1]
)


def membership_of(account: PacerAccount) -> PaaMembership | None:
    """The membership in force, with its `paa`; None when the account pays for itself."""
    return account.paa_memberships.in_force().select_related("paa").first()


def payer_of(account: PacerAccount) -> PacerAccount:
    """Who is billed for what `account` does now: its PAA, or itself."""
    membership = membership_of(account)
    return membership.paa if membership else account


def invitations_to(account: PacerAccount) -> QuerySet[PaaMembership]:
    """What waits for the holder's answer, with each `paa`, the oldest first."""
    return account.paa_memberships.waiting().select_related("paa").order_by("asked_at", "pk")


def invitations_if_any(account: PacerAccount) -> Iterable[PaaMembership]:
    """As `invitations_to`, for pages on which there are mostly none: that is asked at less cost."""
    return invitations_to(account) if _find_waiting(account.pk) else ()


def members_of(paa: PacerAccount) -> QuerySet[PaaMembership]:
    """The memberships in force, with each `account`, by name."""
    rows = paa.memberships_paid.in_force().select_related("account")
    return rows.order_by("account__last_name", "account__first_name", "account__account_number")


def asked_by(paa: PacerAccount) -> QuerySet[PaaMembership]:
    """The invitations without an answer, with each `account`, the oldest first."""
    return paa.memberships_paid.waiting().select_related("account").order_by("asked_at", "pk")


def was_suspended(account: PacerAccount) -> bool:
    """Whether it was the end of its last PAA that took case search away, and not the Service Center."""
    ended = account.paa_memberships.filter(accepted_at__isnull=False, ended_at__isnull=False)
    return bool(ended.order_by("-pk").values_list("suspended", flat=True).first())


def taken_over(account: PacerAccount) -> list[tuple[datetime, Decimal]]:
    """Balances that moved when a PAA began to pay: (court time, amount), negative from its giver."""
    got = account.memberships_paid.exclude(moved=0).values_list("accepted_at", "moved")
    gave = account.paa_memberships.exclude(moved=0).values_list("accepted_at", "moved")
    return [*got, *((at, -amount) for at, amount in gave)]


def is_paa(account: PacerAccount) -> bool:
    return account.holder_kind == HolderKind.PAA


def name_of(account: PacerAccount) -> str:
    """How a letter names a PAA or a shared account: the office, else the person."""
    return account.firm or account.full_name
