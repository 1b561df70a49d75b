"""A firm with a billing account, as the tests of group billing use it."""

from datetime import datetime

from django.http import HttpResponse

from pacer_accounts.models import PaaMembership, PacerAccount
from tests.support import login_pages
from tests.support.factories import PASSWORD, PacerAccountFactory
from tests.support.moments import SEED_MOMENT
from tests.support.visitor import Visitor

PAA = "/psc/account/paa/"
ADD, REMOVE, INVITATIONS = f"{PAA}add/", f"{PAA}remove/", f"{PAA}invitations/"
LEAVE = "/psc/account/settings/leave-paa/"
FIRM = "Three Rivers Trial Group"


def make_paa(rehearsal, **extra) -> PacerAccount:
    """The firm's billing account, kept by Fern."""
    told = {"first_name": "Fern", "last_name": "Administrator", "firm": FIRM, "user_type": ""}
    return PacerAccountFactory(rehearsal=rehearsal, holder_kind="paa", **(told | extra))


def make_person(rehearsal, **extra) -> PacerAccount:
    told = {"first_name": "Paula", "last_name": "Practice"}
    return PacerAccountFactory(rehearsal=rehearsal, **(told | extra))


def enter(visitor: Visitor, account: PacerAccount) -> Visitor:
    """Log in at Manage My Account with an account of the factory."""
    visitor.post("/psc/logout/")
    login_pages.log_in(visitor, username=account.username, password=PASSWORD, path=login_pages.PSC)
    return visitor


def pair_of(account: PacerAccount, **typed: str) -> dict[str, str]:
    """What the PAA types to add `account`."""
    told = {"account_number": account.account_number, "last_name": account.last_name}
    return told | {"remark": "For the firm", "acknowledged": "on"} | typed


def asked(paa: PacerAccount, account: PacerAccount) -> PaaMembership:
    return PaaMembership.objects.create(
        rehearsal=paa.rehearsal, paa=paa, account=account, asked_at=SEED_MOMENT
    )


def joined(paa: PacerAccount, account: PacerAccount, at: datetime = SEED_MOMENT) -> PaaMembership:
    return PaaMembership.objects.create(
        rehearsal=paa.rehearsal, paa=paa, account=account, asked_at=at, accepted_at=at
    )


def answer(visitor: Visitor, membership: PaaMembership, word: str) -> HttpResponse:
    return visitor.post(f"{INVITATIONS}{membership.pk}/", {"answer": word})


def letters_to(account: PacerAccount) -> list[str]:
    """The subjects of the letters in the account's mailbox, oldest first."""
    return list(
        account.rehearsal.mails.filter(to=account.email)
        .order_by("pk")
        .values_list("subject", flat=True)
    )
