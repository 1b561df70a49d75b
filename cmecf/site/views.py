"""A court's public web site: open to everybody, in every phase."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cmecf.courts.countdown import Countdown
from cmecf.courts.queries import find_court
from cmecf.site.cache import kept
from cmecf.site.content import (
    LINKING_TITLE,
    NEXTGEN_TITLE,
    REMINDER_TITLE,
    Slug,
    formal_name,
    is_news,
    move_dates,
    notices,
    reminder_appears_at,
    site_alert,
)
from cmecf.site.navigation import crumbs, find_section, nav_items
from rehearsals.clock import clock
from rehearsals.help.refusals import PSC_CARD


def court_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open `view` to everybody and hand it the court time; the court stands on the request.

    `request.court` also serves the context processors, so that the court is fetched once.
    """

    @login_not_required
    @require_safe
    @wraps(view)
    def page(request: HttpRequest, court: str, **kwargs: str) -> HttpResponse:
        request.court = find_court(request.rehearsal, court)
        if request.court is None:
            raise Http404
        at = clock.now().replace(microsecond=0)
        return kept(request, at, lambda: view(request, at=at, **kwargs))

    return page


@court_page
def home(request: HttpRequest, *, at: datetime) -> HttpResponse:
    court = request.court
    context = {"notices": notices(court, at), "countdown": _countdown(request, at)}
    return _render(request, "court_site/home.html", at, context)


@court_page
def nextgen(request: HttpRequest, *, at: datetime) -> HttpResponse:
    context = {
        "title": NEXTGEN_TITLE,
        "countdown": _countdown(request, at),
        "formal_name": formal_name(request.court),
    }
    return _render(request, "court_site/nextgen.html", at, context)


@court_page
def linking(request: HttpRequest, *, at: datetime) -> HttpResponse:
    return _render(request, "court_site/linking.html", at, {"title": LINKING_TITLE})


@court_page
def section(request: HttpRequest, *, at: datetime, section: str) -> HttpResponse:
    """An entry of the menu; what the rehearsal does not play says so in one sentence."""
    found = find_section(section)
    if found is None:
        raise Http404
    context = {"title": found.label, "section": found}
    return _render(request, "court_site/section.html", at, context)


@court_page
def news(request: HttpRequest, *, at: datetime, slug: str) -> HttpResponse:
    """A notice can be read from the first second of its day in the court's zone."""
    if slug != Slug.REMINDER:
        raise Http404
    appears_at = reminder_appears_at(request.court)
    context = {"appears_at": appears_at, "formal_name": formal_name(request.court, ", ")}
    if at < appears_at:
        return _render(request, "court_site/not_yet.html", at, context, status=404)
    return _render(request, "court_site/reminder.html", at, {**context, "title": REMINDER_TITLE})


def _countdown(request: HttpRequest, at: datetime) -> Countdown | None:
    """To the go-live; None where that is long past."""
    court = request.court
    if not is_news(court, at):
        return None
    dial = request.rehearsal.clock
    return Countdown.to(court.go_live_at, at=at, dial=dial, time_zone=court.time_zone)


def _render(
    request: HttpRequest, template: str, at: datetime, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    court = request.court
    shared = {
        "court": court,
        "at": at,
        "phase": court.phase(at).value,
        "dates": move_dates(court),
        "site_alert": site_alert(court, at),
        "nav_items": nav_items(request, court),
        "crumbs": crumbs(request, court, context.get("title", "")),
        "psc": PSC_CARD,
    }
    return render(request, template, {**shared, **context}, status=status)
