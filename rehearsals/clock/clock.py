"""The only module that reads the time.

Sessions, tokens and lockouts follow the wall clock, so moving a court clock doesn't revive a used
token. Moving it to another day ends logins (`rehearsals.clock.services.set_clock`). Phases, the countdown
and dates follow the court clock: `CourtClock.read` gives the court time at a wall time, and middleware
sets it once for each request (`request.at`).
"""

from datetime import datetime

from django.utils import timezone


def wall_now() -> datetime:
    """The server's time, aware, in UTC."""
    return timezone.now()
