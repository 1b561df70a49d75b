"""The public PACER site: open to everybody, on the court's clock, nothing to sign on for."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from pacer_accounts.public_site.announcements import announcements as announced
from pacer_accounts.public_site.pages import register_now, register_panel, site_context
from pacer_accounts.registration import kinds
from rehearsals.clock import clock
from rehearsals.help.desks import card_of


def site_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open to everybody, for reading."""
    return login_not_required(require_safe(wraps(view)(view)))


@site_page
def home(request: HttpRequest) -> HttpResponse:
    return _page(request, "pacer/home.html", "HOME", {})


@site_page
def register(request: HttpRequest) -> HttpResponse:
    context = {"kinds": _kind_rows(), "panel_links": register_panel("")}
    return _page(request, "pacer/register.html", "REGISTER", context)


@site_page
def register_kind(request: HttpRequest, kind: str) -> HttpResponse:
    found = kinds.find(kind)
    if found is None:
        raise Http404
    context = {
        "kind": found,
        "desk": card_of(request, found.desk),
        "panel_links": register_panel(found.slug, is_form=False),
        "register_now": register_now(found.slug),
        "current_courts": [] if found.can_register else _not_moved(request),
    }
    return _page(request, "pacer/register_kind.html", "REGISTER", context)


@site_page
def nextgen(request: HttpRequest) -> HttpResponse:
    return _page(request, "pacer/nextgen.html", "E-FILE", {})


@site_page
def efile(request: HttpRequest) -> HttpResponse:
    return _page(request, "pacer/efile.html", "E-FILE", {})


@site_page
def court_links(request: HttpRequest) -> HttpResponse:
    return _page(request, "pacer/court_links.html", "QUICK LINKS", {"courts": _courts(request)})


@site_page
def announcements(request: HttpRequest) -> HttpResponse:
    context = {"announcements": announced(request.rehearsal.courts.all(), clock.now())}
    return _page(request, "pacer/announcements.html", "QUICK LINKS", context)


@site_page
def quick_links(request: HttpRequest) -> HttpResponse:
    return _page(request, "pacer/quick_links.html", "QUICK LINKS", {})


@site_page
def help_page(request: HttpRequest) -> HttpResponse:
    return _page(request, "pacer/help.html", "HELP", {})


@site_page
def contact(request: HttpRequest) -> HttpResponse:
    context = {"courts": _courts(request)}
    return _page(request, "pacer/contact.html", "CONTACT US", context)


def _page(
    request: HttpRequest, template: str, current: str, context: dict[str, Any]
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


def _not_moved(request: HttpRequest) -> list[dict[str, Any]]:
    """The courts that still run CurrentGen at this moment, or are closed on their way."""
    return [row for row in _courts(request) if row["phase"] != "nextgen"]


def _courts(request: HttpRequest) -> list[dict[str, Any]]:
    """Each court of the rehearsal, and which CM/ECF it runs at this moment. One query."""
    at = clock.now()
    return [
        {"court": court, "phase": court.phase(at).value}
        for court in request.rehearsal.courts.order_by("name")
    ]
