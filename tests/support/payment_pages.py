"""Group billing: a firm's PAA, its invitations and members."""

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
    """The firm's billing account. Fern manages it."""
    values = {"first_name": "Fern", "last_name": "Administrator", "firm": FIRM, "user_type": ""}
    return PacerAccountFactory(rehearsal=rehearsal, holder_kind="paa", **(values | extra))


def make_person(rehearsal, **extra) -> PacerAccount:
    values = {"first_name": "Paula", "last_name": "Practice"}
    return PacerAccountFactory(rehearsal=rehearsal, **(values | extra))


def enter(visitor: Visitor, account: PacerAccount) -> Visitor:
    """Log in to Manage My Account with an account from the factory."""
    visitor.post("/psc/logout/")
    login_pages.log_in(visitor, username=account.username, password=PASSWORD, path=login_pages.PSC)
    return visitor


def pair_of(account: PacerAccount, **typed: str) -> dict[str, str]:
    """What the PAA enters to add `account`."""
    values = {"account_number": account.account_number, "last_name": account.last_name}
    return values | {"remark": "For the firm", "acknowledged": "on"} | typed


def add_invitation(paa: PacerAccount, account: PacerAccount) -> PaaMembership:
    return PaaMembership.objects.create(
        rehearsal=paa.rehearsal, paa=paa, account=account, asked_at=SEED_MOMENT
    )


def add_membership(
    paa: PacerAccount, account: PacerAccount, at: datetime = SEED_MOMENT
) -> PaaMembership:
    return PaaMembership.objects.create(
        rehearsal=paa.rehearsal, paa=paa, account=account, asked_at=at, accepted_at=at
    )


def answer(visitor: Visitor, membership: PaaMembership, word: str) -> HttpResponse:
    return visitor.post(f"{INVITATIONS}{membership.pk}/", {"answer": word})


def emails_to(account: PacerAccount) -> list[str]:
    """The subjects of the e-mails to the account, oldest first."""
    return list(
        account.rehearsal.mails.filter(to=account.email)
        .order_by("pk")
        .values_list("subject", flat=True)
    )
