"""How a page of a court's CM/ECF is rendered, and its page for refusals."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cmecf.courts.http import CourtRequest
from rehearsals.help.desks import card_of, court_card
from rehearsals.help.refusals import PSC_CARD, Refusal

Link = dict[str, str]

# The request still has the account when the page after a logout is rendered.
LOGGED_OUT: dict[str, Any] = {"menu_items": [], "sign_on": None, "pacer_account": None}


def court_page(
    request: CourtRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """Render `template` with the help desks at the bottom, the court's first."""
    desks = {"desks": [court_card(request), PSC_CARD]}
    return render(request, template, {**desks, **(context or {})}, status=status)


def refusal_page(
    request: CourtRequest,
    reason: Refusal,
    *,
    heading: str,
    links: list[Link] | None = None,
    back: Link | None = None,
    status: int = 403,
) -> HttpResponse:
    """What happened, what to do, which desk can help, and where to go from here."""
    refusal = {
        "heading": heading,
        "sentence": reason.sentence,
        "todo": reason.todo,
        "desk": card_of(request, reason.desk),
        "links": links or [],
        "back_url": back["url"] if back else "",
        "back_label": back["label"] if back else "",
    }
    return court_page(request, "cmecf/refused.html", {"refusal": refusal, "desks": None}, status)


def link_to(label: str, name: str, request: CourtRequest, query: str = "") -> Link:
    """A link within the court of the request."""
    return {"label": label, "url": reverse(name, args=[request.court.code]) + query}
