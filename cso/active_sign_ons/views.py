"""Manage My Sign-Ons: the browsers in which this account is logged in, and ending those logins."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from cso.active_sign_ons import services
from cso.active_sign_ons.queries import active_sign_ons
from pacer_accounts.account_menu.pages import manage_page, settings_page
from pacer_accounts.http import SignedOnRequest
from rehearsals.web.http import get_or_post


@get_or_post
@settings_page
def sign_ons(request: SignedOnRequest) -> HttpResponse:
    if request.method == "POST":
        messages.info(request, _end_sign_ons(request))
        return redirect("psc:sign_ons")
    context = {"sign_ons": active_sign_ons(request.session, request.wall_at)}
    return manage_page(request, "psc/sign_ons.html", "Settings", context)


def _end_sign_ons(request: SignedOnRequest) -> str:
    """End the sign-ons that the form names; return a sentence that says so."""
    if "others" in request.POST:
        ended = services.end_others(session=request.session, at=request.at)
        if ended == 0:
            return "There were no other sign-ons to end."
        return f"{ended} other sign-on{' was' if ended == 1 else 's were'} ended."
    handle = request.POST.get("end", "")
    if services.end_one(session=request.session, handle=handle, at=request.at):
        return "That sign-on was ended. That browser must log in again."
    return "That sign-on had already ended. Nothing was changed."
