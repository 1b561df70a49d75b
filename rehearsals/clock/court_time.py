from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_NAMES = {
    "America/Denver": "MT",
    "America/Chicago": "CT",
    "America/New_York": "ET",
    "America/Los_Angeles": "PT",
}


def zone_label(time_zone: str, at: datetime) -> str:
    """ "MT" for America/Denver, as in the seed; otherwise the zone's own abbreviation."""
    return _NAMES.get(time_zone) or at.astimezone(ZoneInfo(time_zone)).strftime("%Z")


def clock_text(at: datetime, time_zone: str) -> str:
    """ "8:00 am" """
    local = at.astimezone(ZoneInfo(time_zone))
    return f"{local.hour % 12 or 12}:{local:%M} {'am' if local.hour < 12 else 'pm'}"


def date_text(at: datetime, time_zone: str) -> str:
    """ "April 20, 2020" """
    local = at.astimezone(ZoneInfo(time_zone))
    return f"{local:%B} {local.day}, {local.year}"


def day_text(at: datetime, time_zone: str) -> str:
    """ "Monday, April 20, 2020" """
    return f"{at.astimezone(ZoneInfo(time_zone)):%A}, {date_text(at, time_zone)}"


def short_day_text(at: datetime, time_zone: str) -> str:
    """ "Mon, April 20" """
    local = at.astimezone(ZoneInfo(time_zone))
    return f"{local:%a}, {local:%B} {local.day}"


def moment_text(at: datetime, time_zone: str) -> str:
    """ "Monday, April 20, 2020, at 8:00 am MT" """
    return f"{day_text(at, time_zone)}, at {clock_text(at, time_zone)} {zone_label(time_zone, at)}"


def second_text(at: datetime, time_zone: str) -> str:
    """ "Friday, March 27, 2020, 10:06:38 am MT" """
    local = at.astimezone(ZoneInfo(time_zone))
    half = "am" if local.hour < 12 else "pm"
    return (
        f"{day_text(at, time_zone)}, {local.hour % 12 or 12}:{local:%M:%S} {half}"
        f" {zone_label(time_zone, at)}"
    )


def short_text(at: datetime, time_zone: str, *, now: datetime | None = None) -> str:
    """For columns of lists: "Apr 20, 8:01 am", or "Oct 2, 2019, 8:01 am" in another year than `now`."""
    zone = ZoneInfo(time_zone)
    local = at.astimezone(zone)
    year = f" {local.year}," if now is None or now.astimezone(zone).year != local.year else ""
    return f"{local:%b} {local.day},{year} {clock_text(at, time_zone)}"


def wall_text(at: datetime) -> str:
    """A wall time for staff, always with its zone: "Nov 30, 2026, 13:05:09 UTC"."""
    utc = at.astimezone(UTC)
    return f"{utc:%b} {utc.day}, {utc.year}, {utc:%H:%M:%S} UTC"


def court_day(at: datetime, time_zone: str) -> date:
    """The calendar day at a court in `time_zone` at the instant `at`."""
    return at.astimezone(ZoneInfo(time_zone)).date()
