"""How a page of the legacy CM/ECF is drawn: whom to call stands at the foot of each, the court first."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rehearsals.help.desks import court_card
from rehearsals.help.refusals import PSC_CARD


def court_page(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    desks = {"desks": [court_card(request), PSC_CARD]}
    return render(request, template, {**desks, **(context or {})}, status=status)
