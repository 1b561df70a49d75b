"""The frame of the update pages: who may see them, and what they say when they were opened too early."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from efile.updates import labels, rules
from pacer_accounts.account_menu.pages import manage_page, upgrade_required
from rehearsals.help.refusals import Refused
from rehearsals.packs.pack import get_pack

TAB = "Maintenance"


def maintenance_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Legacy accounts are led to the upgrade and back; a PAA is refused."""

    @upgrade_required(TAB)
    @wraps(view)
    def page(request: HttpRequest) -> HttpResponse:
        if refusal := rules.why_not_maintain(request.pacer_account):
            raise Refused(refusal)
        return view(request)

    return page


def show(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """After a mistake the mark of the first page stays, so that it still tells of another window."""
    fresh = rules.edition(context["held"])
    zone = get_pack(request.rehearsal.pack).home.time_zone
    shared = {"shown": request.POST.get("shown", fresh), "zone": zone}
    return manage_page(request, template, TAB, shared | context, status)


def stale(
    request: HttpRequest, template: str, context: dict[str, Any], refused: Refused
) -> HttpResponse:
    """Ask again: what was typed stays, beside what is stored now; the next Submit goes through."""
    told = {
        "refusal": refused.reason,
        "stored": _lines(context["held"]),
        "shown": rules.edition(context["held"]),
    }
    return show(request, template, context | told, status=409)


def _lines(held: dict[str, Any]) -> list[tuple[str, str]]:
    """One court's settings are a mapping of their own: then its code stands before each line."""
    lines = []
    for name, value in held.items():
        if isinstance(value, dict):
            lines += [(f"{name}: {label}", text) for label, text in labels.lines(value)]
        else:
            lines += labels.lines({name: value})
    return lines
