"""The public PACER site (www.pacer.gov). Open to everyone."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from pacer_accounts.public_site.announcements import announcements as current_announcements
from pacer_accounts.public_site.pages import register_now, register_panel, site_context
from pacer_accounts.registration import kinds
from rehearsals.app_config import declared_function
from rehearsals.help.desks import card_of
from rehearsals.web.http import RehearsalRequest

P = ParamSpec("P")
View = Callable[Concatenate[RehearsalRequest, P], HttpResponse]


def site_page(view: View[P]) -> View[P]:
    """Decorate a page that is open to everyone and only read."""
    return login_not_required(require_safe(wraps(view)(view)))


@site_page
def home(request: RehearsalRequest) -> HttpResponse:
    return _page(request, "pacer/home.html", "HOME", {})


@site_page
def register(request: RehearsalRequest) -> HttpResponse:
    context = {"kinds": _kind_rows(), "panel_links": register_panel("")}
    return _page(request, "pacer/register.html", "REGISTER", context)


@site_page
def register_kind(request: RehearsalRequest, kind: str) -> HttpResponse:
    selected = kinds.find(kind)
    if selected is None:
        raise Http404
    context = {
        "kind": selected,
        "desk": card_of(request, selected.desk),
        "panel_links": register_panel(selected.slug, is_form=False),
        "register_now": register_now(selected.slug),
        "current_courts": [] if selected.can_register else _courts_not_moved(request),
    }
    return _page(request, "pacer/register_kind.html", "REGISTER", context)


@site_page
def nextgen(request: RehearsalRequest) -> HttpResponse:
    return _page(request, "pacer/nextgen.html", "E-FILE", {})


@site_page
def efile(request: RehearsalRequest) -> HttpResponse:
    return _page(request, "pacer/efile.html", "E-FILE", {})


@site_page
def court_links(request: RehearsalRequest) -> HttpResponse:
    return _page(request, "pacer/court_links.html", "QUICK LINKS", {"courts": _courts(request)})


@site_page
def announcements(request: RehearsalRequest) -> HttpResponse:
    courts = declared_function("courts")(request.rehearsal)
    context = {"announcements": current_announcements(courts, request.at)}
    return _page(request, "pacer/announcements.html", "QUICK LINKS", context)


@site_page
def quick_links(request: RehearsalRequest) -> HttpResponse:
    return _page(request, "pacer/quick_links.html", "QUICK LINKS", {})


@site_page
def help_page(request: RehearsalRequest) -> HttpResponse:
    return _page(request, "pacer/help.html", "HELP", {})


@site_page
def contact(request: RehearsalRequest) -> HttpResponse:
    context = {"courts": _courts(request)}
    return _page(request, "pacer/contact.html", "CONTACT US", context)


def _page(
    request: RehearsalRequest, template: str, current: str, context: dict[str, Any]
) -> HttpResponse:
    return render(request, template, site_context(request, current=current) | context)


def _kind_rows() -> list[dict[str, str]]:
    return [
        {
            "label": kind.label,
            "in_short": kind.in_short,
            "url": reverse("pacer:register_kind", args=[kind.slug]),
        }
        for kind in kinds.KINDS
    ]


def _courts_not_moved(request: RehearsalRequest) -> list[dict[str, Any]]:
    """The courts that use CurrentGen at this court time, or are closed for their move."""
    return [row for row in _courts(request) if row["phase"] != "nextgen"]


def _courts(request: RehearsalRequest) -> list[dict[str, Any]]:
    """Each court of the rehearsal and its phase at this court time. One query."""
    return [
        {"court": court, "phase": court.phase(request.at).value}
        for court in declared_function("courts")(request.rehearsal)
    ]
