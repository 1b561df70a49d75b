"""How a page of a court's CM/ECF is rendered, and its page for refusals."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cmecf.courts.http import CourtRequest
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
