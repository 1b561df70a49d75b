"""How a page of NextGen CM/ECF is drawn: the menu bar, who to call, and its one page for refusals."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cmecf.courts.menus import Entry, menu_items
from cmecf.models import CameBy
from rehearsals.clock.court_time import date_text
from rehearsals.help.desks import card_of, court_card
from rehearsals.help.refusals import PSC_CARD, Refusal

Link = dict[str, str]

YOUR_ACCOUNT, YOUR_PACER_ACCOUNT = "Your Account", "Your PACER Account"
CLIENT_CODE_LABEL = "Change Client Code"
LINK_LABEL = "Link a CM/ECF account to my PACER account"  # seed, Step 4


def nextgen_page(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """`template` with the court, its menu bar for this visitor, and the desks: the court first."""
    shared = {
        "court": request.court,
        "menu_items": menu_items(request),
        "desks": [court_card(request), PSC_CARD],
    }
    return render(request, template, {**shared, **(context or {})}, status=status)


def refusal_page(
    request: HttpRequest,
    reason: Refusal,
    *,
    heading: str,
    links: list[Link] | None = None,
    back: Link | None = None,
    status: int = 403,
) -> HttpResponse:
    """What happened, what to do, the desk that can help, and where to go from here."""
    refusal = {
        "heading": heading,
        "sentence": reason.sentence,
        "todo": reason.todo,
        "desk": card_of(request, reason.desk),
        "links": links or [],
        "back_url": back["url"] if back else "",
        "back_label": back["label"] if back else "",
    }
    context = {"refusal": refusal, "desks": None}
    return nextgen_page(request, "cmecf/nextgen_refused.html", context, status)


def link_to(label: str, name: str, request: HttpRequest, query: str = "") -> Link:
    """A link within the court being visited."""
    return {"label": label, "url": reverse(name, args=[request.court.code]) + query}


def nextgen_entries(request: HttpRequest) -> list[Entry]:
    """Every working function below the menus, for this visitor: what Utilities lists, Search finds."""
    mine = [_link_entry(request)]
    if request.cmecf_account:
        url = reverse("ecf:transactions", args=[request.court.code])
        mine.append(
            Entry(
                "View Your Transaction Log",
                url,
                YOUR_ACCOUNT,
                "What was done with your account here.",
            )
        )
    note = "Change your name, address, e-mail, or password at PACER."
    code = reverse("ecf:client_code", args=[request.court.code])
    return [
        *mine,
        Entry(
            CLIENT_CODE_LABEL,
            code,
            YOUR_PACER_ACCOUNT,
            "The code that your searches are billed to.",
        ),
        Entry("Manage My Account", reverse("account:landing"), YOUR_PACER_ACCOUNT, note),
    ]


def _link_entry(request: HttpRequest) -> Entry:
    """The link utility until it has been used; from then on, how the link stands."""
    court, account = request.court, request.cmecf_account
    if account is None:
        return Entry(LINK_LABEL, reverse("link:form", args=[court.code]), YOUR_ACCOUNT)
    number = request.pacer_account.account_number
    if account.came_by == CameBy.REGISTRATION:
        label = f"Registered on {date_text(account.linked_at, court.time_zone)}"
        note = f"The court lets PACER account {number} e-file here."
        return Entry(label, reverse("link:form", args=[court.code]), YOUR_ACCOUNT, note)
    label = f"Linked on {date_text(account.linked_at, court.time_zone)}"
    note = f"The link between CM/ECF account {account.login} and PACER account {number}."
    return Entry(label, reverse("link:done", args=[court.code]), YOUR_ACCOUNT, note)
