"""The link, as the tests walk through it."""

import re

from django.http import HttpResponse

from cmecf.models import CmecfAccount
from linking.link.refusals import LinkRefusal
from rehearsals.models import Rehearsal
from tests.support.cast import Member
from tests.support.login_pages import log_in
from tests.support.page_text import page_text
from tests.support.visitor import Visitor

FORM = "/ecf/nmd/utilities/link/"
CONFIRM = "/ecf/nmd/utilities/link/confirm/"
DONE = "/ecf/nmd/utilities/link/done/"
UTILITIES = "/ecf/nmd/cgi-bin/DisplayMenu.pl?Utilities"
CIVIL = "/ecf/nmd/cgi-bin/DisplayMenu.pl?CivilEvents"
START = "/ecf/nmd/cgi-bin/DisplayMenu.pl"
REDACTION = "/ecf/nmd/cgi-bin/redaction.pl"

COURT_DESK = "(505) 348-2075"
PSC_DESK = "(800) 676-6856"


def prove(visitor: Visitor, who: Member, **typed: str) -> HttpResponse:
    """Type the CM/ECF credentials of `who` (unless others are given) on page 1 and press Submit."""
    return visitor.post(FORM, {"login": who.login, "password": who.ecf_password} | typed)


def token(visitor: Visitor) -> str:
    """The one-time token that page 2 carries."""
    page = visitor.get(CONFIRM)
    assert page.status_code == 200, page.status_code
    return re.search(r'name="token" value="([^"]+)"', page.content.decode())[1]


def submit(visitor: Visitor, with_token: str | None = None) -> HttpResponse:
    """Press Submit on page 2."""
    return visitor.post(CONFIRM, {"token": with_token or token(visitor)})


def link(visitor: Visitor, pacer: Member, ecf: Member | None = None) -> HttpResponse:
    """From the sign-on to the confirmation."""
    log_in(visitor, pacer)
    prove(visitor, ecf or pacer)
    return submit(visitor)


def on_file(rehearsal: Rehearsal, who: Member) -> CmecfAccount:
    """The row of `who`'s CM/ECF account at the home court, as it is now."""
    return rehearsal.cmecf_accounts.select_related("court", "pacer_account").get(
        court__code="nmd", login=who.login
    )


def agree(visitor: Visitor, court: str = "nmd") -> HttpResponse:
    """Confirm the redaction notice, as a filer does in each new sign-on."""
    return visitor.post(REDACTION.replace("nmd", court), {"redaction": "on"})


def refused(answer: HttpResponse, reason: LinkRefusal, desk: str = COURT_DESK) -> None:
    """The refusal page of `reason`: what happened, what to do, and the desk's number."""
    page = page_text(answer)
    assert answer.status_code == 409
    assert reason.sentence in page
    assert reason.todo in page
    assert desk in page
