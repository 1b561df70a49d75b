"""How a page of a court's CM/ECF is rendered, and its page for refusals."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cmecf.courts.http import CourtRequest
from cmecf.models import CmecfAccount
from pacer_accounts.models import PacerAccount
from rehearsals.help.desks import card_of
from rehearsals.help.refusals import Refusal

Link = dict[str, str]

# The request still has the account when the page after a logout is rendered.
LOGGED_OUT: dict[str, Any] = {
    "menu_items": [], "sign_on": None, "pacer_account": None, "files_as": None,
}  # fmt: skip


def court_page(
    request: CourtRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """Render `template`. The context processor adds the help desks, the court's first."""
    return render(request, template, context, status=status)


def asks_to_log_out(request: CourtRequest) -> bool:
    """Whether this is the Logout page, `login.pl?logout`, and not a login sent from there."""
    return "logout" in request.GET and "key" not in request.POST


def log_out_page(
    request: CourtRequest, label: str, account: CmecfAccount | PacerAccount, *, ends: str
) -> HttpResponse:
    """The page that asks before it logs out, because a GET changes nothing (decision 0025).

    `account`: whose login it is; `ends`: the sentence that says where it ends.
    """
    context = {"label": label, "account": account, "ends": ends}
    return court_page(request, "cmecf/log_out.html", context)


def refusal_page(
    request: CourtRequest,
    reason: Refusal,
    *,
    heading: str,
    links: list[Link] | None = None,
    back: Link | None = None,
    status: int = 403,
) -> HttpResponse:
    """What happened, what to do, where to go from here, and which desk can help."""
    refusal = {
        "heading": heading,
        "sentence": reason.sentence,
        "todo": reason.todo,
        "real_life": reason.real_life,
        "desk": card_of(request, reason.desk),
        "links": links or [],
        "back_url": back["url"] if back else "",
        "back_label": back["label"] if back else "",
    }
    return court_page(request, "cmecf/refused.html", {"refusal": refusal}, status)


def link_to(label: str, name: str, request: CourtRequest, query: str = "") -> Link:
    """A link within the court of the request."""
    return {"label": label, "url": reverse(name, args=[request.court.code]) + query}
