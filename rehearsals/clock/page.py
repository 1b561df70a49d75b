"""What the clock page shows, and the sentence that follows a move."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest

from rehearsals.clock import clock
from rehearsals.clock.court_time import second_text
from rehearsals.clock.forms import ClockForm
from rehearsals.clock.rules import meaning, why_not_move_clock
from rehearsals.models import ClockManner, CourtClock, Rehearsal
from rehearsals.packs.pack import get_pack
from rehearsals.web.mount import came_from, path_inside

_SPEEDS = dict(ClockForm.base_fields["speed"].choices)


def form_for(request: HttpRequest, rehearsal: Rehearsal) -> ClockForm:
    """Bound to what was posted; else standing at the time that the court clock shows."""
    pack, dial = get_pack(rehearsal.pack), rehearsal.clock
    typed = clock.now().astimezone(pack.home.zone).strftime("%Y-%m-%d %H:%M:%S")
    return ClockForm(
        request.POST if request.method == "POST" else None,
        pack=pack,
        initial={"at": typed, "manner": _kept_manner(dial), "speed": int(dial.speed)},
    )


def _kept_manner(dial: CourtClock) -> str:
    """A move leaves a held clock held and a ticking one running."""
    return ClockManner.RUNNING if dial.is_ticking else ClockManner.HELD


def context(rehearsal: Rehearsal, form: ClockForm) -> dict[str, Any]:
    pack, at = get_pack(rehearsal.pack), clock.now()
    return {
        "form": form,
        "at": at,
        "zone": pack.home.time_zone,
        "dial": rehearsal.clock,
        "manner_words": manner_words(rehearsal.clock),
        "meaning": _meaning(rehearsal, at),
        "moments": pack.moments,
        "kept_manner": _kept_manner(rehearsal.clock),
        "why_not": why_not_move_clock(rehearsal),
        "sharing": rehearsal.clock.rehearsals.count(),
    }


def way_back(request: HttpRequest) -> str:
    """The page to return to: as the form says, else the one that led here, else none."""
    sent = request.POST.get("next") or request.GET.get("next")
    return path_inside(request, sent) or came_from(request) or ""


def manner_words(dial: CourtClock) -> str:
    """ "held", or how it runs."""
    if dial.manner == ClockManner.HELD:
        return "held"
    if dial.manner == ClockManner.WALL:
        return "following today's date and time"
    return "running, " + _SPEEDS.get(int(dial.speed), f"{dial.speed:g} times as fast as life")


def _meaning(rehearsal: Rehearsal, at: datetime) -> str:
    """What `at` means there, from the home court's row, whose dates a clerk may have changed."""
    pack = get_pack(rehearsal.pack)
    court = rehearsal.courts.get(code=pack.home_court)
    return meaning(
        at,
        moments=pack.moments,
        outage_starts_at=court.outage_starts_at,
        go_live_at=court.go_live_at,
        time_zone=court.time_zone,
    )


def news(rehearsal: Rehearsal) -> str:
    """What time it is now, whether it moves, and what that means."""
    at = clock.now()  # read once: a fast clock passes the go-live between two looks
    now = second_text(at, get_pack(rehearsal.pack).home.time_zone)
    return (
        f"It is now {now}; the clock is {manner_words(rehearsal.clock)}. {_meaning(rehearsal, at)}"
    )
