from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cmecf.courts.http import CourtRequest
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
    timeline_marks,
)
from cmecf.site.navigation import crumbs, find_section, nav_items
from rehearsals.clock.countdown import Countdown
from rehearsals.clock.timeline import timeline
from rehearsals.help.refusals import PSC_CARD


def public_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open `view` to everyone, and call it with the court time in whole seconds."""

    @login_not_required
    @require_safe
    @wraps(view)
    def page(request: CourtRequest, court: str, **kwargs: str) -> HttpResponse:
        at = request.at.replace(microsecond=0)
        return kept(request, at, lambda: view(request, at=at, **kwargs))

    return page


@public_page
def home(request: CourtRequest, *, at: datetime) -> HttpResponse:
    court = request.court
    context = {"notices": notices(court, at), "countdown": _countdown(request, at)}
    return _render(request, "court_site/home.html", at, context)


@public_page
def nextgen(request: CourtRequest, *, at: datetime) -> HttpResponse:
    context = {
        "title": NEXTGEN_TITLE,
        "countdown": _countdown(request, at),
        "formal_name": formal_name(request.court),
        "timeline": timeline(request.court, at, timeline_marks(request.court, at)),
    }
    return _render(request, "court_site/nextgen.html", at, context)


@public_page
def linking(request: CourtRequest, *, at: datetime) -> HttpResponse:
    return _render(request, "court_site/linking.html", at, {"title": LINKING_TITLE})


@public_page
def section(request: CourtRequest, *, at: datetime, section: str) -> HttpResponse:
    """A menu entry. The page of one that is not simulated says so."""
    entry = find_section(section)
    if entry is None:
        raise Http404
    context = {"title": entry.label, "section": entry}
    return _render(request, "court_site/section.html", at, context)


@public_page
def news(request: CourtRequest, *, at: datetime, slug: str) -> HttpResponse:
    """A notice. It is published at midnight of its day in the court's time zone."""
    if slug != Slug.REMINDER:
        raise Http404
    appears_at = reminder_appears_at(request.court)
    context = {"appears_at": appears_at, "formal_name": formal_name(request.court, ", ")}
    if at < appears_at:
        return _render(request, "court_site/not_yet.html", at, context, status=404)
    return _render(request, "court_site/reminder.html", at, {**context, "title": REMINDER_TITLE})


def _countdown(request: CourtRequest, at: datetime) -> Countdown | None:
    """The countdown to go-live; None when that is no longer news."""
    court = request.court
    if not is_news(court, at):
        return None
    clock = request.rehearsal.clock
    return Countdown.to(court.go_live_at, at=at, clock=clock, time_zone=court.time_zone)


def _render(
    request: CourtRequest, template: str, at: datetime, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    court = request.court
    shared = {
        "court": court,
        "at": at,
        "phase": court.phase(at).value,
        "dates": move_dates(court),
        "site_alert": site_alert(court, at),
        "is_news": is_news(court, at),
        "nav_items": nav_items(request, court),
        "crumbs": crumbs(request, court, context.get("title", "")),
        "psc": PSC_CARD,
    }
    return render(request, template, {**shared, **context}, status=status)
