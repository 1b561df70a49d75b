import re
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import Enum
from zoneinfo import ZoneInfo

from rehearsals.clock.court_time import court_day, moment_text
from rehearsals.help.refusals import RehearsalRefusal
from rehearsals.models import ClockControl, Rehearsal
from rehearsals.packs.pack import Moment

YEARS = range(2000, 2100)

# People write 8:00 where ISO 8601 requires 08:00.
ONE_DIGIT_HOUR = re.compile(r"^(\d{4}-\d\d-\d\d[ T])(\d:)")
LONGEST_INSTANT = 40  # characters: a date, a time, fractions and an offset


class InstantFault(Enum):
    """Why a text isn't a valid time. The value is the error message."""

    UNREADABLE = (
        "Enter an existing date and time as year-month-day hour:minute:second, for example"
        " 2020-04-20 08:00:00."
    )
    YEAR_OUT_OF_RANGE = f"Enter a year from {YEARS.start} to {YEARS.stop - 1}."
    SKIPPED = "Clocks went forward that night and skipped this time. Enter a time one hour later."
    DOUBLED = (
        "Clocks went back that night, so this time happened twice."
        " Add the UTC offset that you mean, for example 2020-11-01 01:30:00-06:00."
    )


def read_instant(text: str, time_zone: str) -> datetime | InstantFault:
    """The instant (UTC, whole seconds) that an ISO 8601 `text` names.

    Without an offset it is read in `time_zone`, where an hour may be skipped or repeated.
    """
    try:
        if len(text) > LONGEST_INSTANT or "\0" in text:  # fromisoformat() reads only up to a NUL
            raise ValueError(text)
        iso = ONE_DIGIT_HOUR.sub(r"\g<1>0\g<2>", text.strip())
        written = datetime.fromisoformat(iso).replace(microsecond=0)
    except ValueError:
        return InstantFault.UNREADABLE
    if written.year not in YEARS:
        return InstantFault.YEAR_OUT_OF_RANGE
    return written.astimezone(UTC) if written.tzinfo else _in_zone(written, ZoneInfo(time_zone))


def _in_zone(written: datetime, zone: ZoneInfo) -> datetime | InstantFault:
    """PEP 495: in a skipped hour fold=0 is the later instant, in a repeated hour the earlier one."""
    first, second = (written.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first > second:
        return InstantFault.SKIPPED
    if first < second:
        return InstantFault.DOUBLED
    return first


def why_not_move_clock(rehearsal: Rehearsal) -> RehearsalRefusal | None:
    """In a class, only the trainer moves the clock."""
    if rehearsal.clock_control == ClockControl.STAFF:
        return RehearsalRefusal.CLOCK_IS_TRAINERS
    return None


def is_other_day(before: datetime, after: datetime, time_zone: str) -> bool:
    """Whether a move of the court clock ends all logins: its two court times are on different days."""
    return court_day(before, time_zone) != court_day(after, time_zone)


def other_day_notice(at: datetime, left_at: datetime, time_zone: str) -> str:
    """Why a login has ended, at the court time `at`. `left_at`: the court time that the clock left."""
    now, left = court_day(at, time_zone), court_day(left_at, time_zone)
    form = "%A, %B {day}" if now.year == left.year else "%A, %B {day}, %Y"
    today, then = (day.strftime(form).format(day=day.day) for day in (now, left))
    if left < now:
        return f"It is {today}. You closed your browser on {then}: log in again."
    if left > now:
        return f"It is {today}. The court clock was moved back from {then}: log in again."
    return f"It is {today}. The court clock was moved to another day and back: log in again."


def meaning(
    at: datetime,
    *,
    moments: Iterable[Moment],
    outage_starts_at: datetime,
    go_live_at: datetime,
    time_zone: str,
) -> str:
    """What the court time `at` means for an e-filer, in one sentence (seed, countdown and notices)."""
    for moment in moments:
        if moment.at == at:
            return moment.meaning
    if at < outage_starts_at:
        return f"Legacy CM/ECF is open until {moment_text(outage_starts_at, time_zone)}."
    if at < go_live_at:
        return f"CM/ECF is closed until {moment_text(go_live_at, time_zone)}. PACER is open."
    return "NextGen CM/ECF is open. You log in with your PACER account and can link your accounts."
