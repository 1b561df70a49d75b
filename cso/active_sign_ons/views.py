"""Manage My Sign-Ons: where this account is logged in, and how to end that elsewhere."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from cso.active_sign_ons import services as rows
from pacer_accounts.account_menu.pages import manage_page, settings_page
from rehearsals.clock import clock


@require_http_methods(["GET", "HEAD", "POST"])
@settings_page
def sign_ons(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        messages.info(request, _end(request))
        return redirect("psc:sign_ons")
    found = rows.sign_ons_of(request.session, clock.wall_now())
    return manage_page(request, "psc/sign_ons.html", "Settings", {"sign_ons": found})


def _end(request: HttpRequest) -> str:
    """What was ended, in a sentence. That browser is told at its next click."""
    if "others" in request.POST:
        ended = rows.end_others(session=request.session)
        number = "No other sign-on was" if ended == 0 else "1 other sign-on was"
        return f"{ended} other sign-ons were ended." if ended > 1 else f"{number} ended."
    if rows.end_one(session=request.session, handle=request.POST.get("end", "")):
        return "That sign-on was ended. The next click in that browser asks for the password."
    return "That sign-on had ended already. Nothing was changed."
