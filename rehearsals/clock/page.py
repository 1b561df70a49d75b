from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.http import QueryDict

from rehearsals.app_config import declared_function
from rehearsals.clock.clock import wall_now
from rehearsals.clock.court_time import second_text
from rehearsals.clock.forms import SPEEDS, ClockForm
from rehearsals.clock.rules import meaning, other_day_notice, why_not_move_clock
from rehearsals.clock.timeline import Mark, Timeline, timeline
from rehearsals.models import ClockManner, CourtClock, Rehearsal
from rehearsals.packs.pack import get_pack
from rehearsals.web.http import RehearsalRequest
from rehearsals.web.mount import came_from, path_inside

CHANGES = 3  # how many of the last changes the page lists
NOW = "now"  # the key of the mark that shows the court time
LOGGED_OUT = "You are logged out everywhere, because it is another day."


def clock_form(rehearsal: Rehearsal, data: QueryDict | None, *, at: datetime) -> ClockForm:
    """The form, bound to `data` if there is any. Its initial time is the court time `at`."""
    shown = at.astimezone(ZoneInfo(rehearsal.time_zone)).strftime("%Y-%m-%d %H:%M:%S")
    clock = rehearsal.clock
    initial = {"at": shown, "manner": _same_manner(clock), "speed": int(clock.speed)}
    return ClockForm(data, rehearsal=rehearsal, initial=initial)


def _same_manner(clock: CourtClock) -> str:
    """The manner to keep when only the time changes: a held clock stays held."""
    return ClockManner.RUNNING if clock.is_ticking else ClockManner.HELD


def clock_context(rehearsal: Rehearsal, form: ClockForm, *, at: datetime) -> dict[str, Any]:
    """The context of the clock page at the court time `at`."""
    return {
        "form": form,
        "at": at,
        "zone": rehearsal.time_zone,
        "clock": rehearsal.clock,
        "manner": manner_label(rehearsal.clock),
        "meaning": _meaning(rehearsal, at),
        "moments": get_pack(rehearsal.pack).moments,
        "timeline": moments_timeline(rehearsal, at),
        "now_key": NOW,
        "same_manner": _same_manner(rehearsal.clock),
        "why_not": why_not_move_clock(rehearsal),
        "changes": declared_function("recent_changes")(rehearsal, limit=CHANGES),
        "sharing": rehearsal.clock.rehearsals.count(),
    }


def moments_timeline(rehearsal: Rehearsal, at: datetime) -> Timeline:
    """The pack's moments on the timeline, and the court time `at` between them."""
    moments = get_pack(rehearsal.pack).moments
    marks = [Mark(one.key, one.label, one.at, note=one.meaning) for one in moments]
    if not any(mark.at == at for mark in marks):
        marks.append(Mark(NOW, "Now", at))
    return timeline(rehearsal.home_court, at, marks)


def return_path(request: RehearsalRequest) -> str:
    """The page to return to: the one in `next`, or else the referring page, or else an empty string."""
    next_path = request.POST.get("next") or request.GET.get("next")
    return path_inside(request, next_path) or came_from(request) or ""


def manner_label(clock: CourtClock) -> str:
    """ "stopped", or how the clock runs."""
    if clock.manner == ClockManner.HELD:
        return "stopped"
    if clock.manner == ClockManner.WALL:
        return "following today's date and time"
    return "running " + SPEEDS.get(int(clock.speed), f"{clock.speed:g} times as fast as real time")


def _meaning(rehearsal: Rehearsal, at: datetime) -> str:
    """What `at` means at the home court, whose dates a clerk can change."""
    court = rehearsal.home_court
    return meaning(
        at,
        moments=get_pack(rehearsal.pack).moments,
        outage_starts_at=court.outage_starts_at,
        go_live_at=court.go_live_at,
        time_zone=court.time_zone,
    )


def why_logged_out(rehearsal: Rehearsal, at: datetime) -> str:
    """The notice on a login page after the clock was moved to another day. `at`: court time."""
    return other_day_notice(at, rehearsal.clock.left_at or at, rehearsal.time_zone)


def clock_news(rehearsal: Rehearsal, *, is_other_day: bool = False) -> str:
    """What the court time is now, whether the clock runs, and what that time means.

    `is_other_day`: the clock has just been moved to another court day.
    """
    at = rehearsal.clock.read(wall_now())
    shown = second_text(at, rehearsal.time_zone)
    news = f"It is now {shown}. The clock is {manner_label(rehearsal.clock)}. {_meaning(rehearsal, at)}"
    return f"{news} {LOGGED_OUT}" if is_other_day else news
