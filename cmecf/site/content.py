"""The notices, names and dates on a court's web site. They all come from the Court row."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.urls import reverse

from cmecf.courts.phases import CourtPhase
from cmecf.models import Court
from rehearsals.clock.court_time import clock_text, date_text, day_text, moment_text, zone_label
from rehearsals.clock.timeline import Mark

# Seed: the reminder of Friday, March 20, for the go-live on Monday, April 20.
REMINDER_BEFORE = timedelta(days=31)
# After this a court's site shows no countdown and no notice of its go-live.
NEWS_FOR = timedelta(days=60)

REMINDER_TITLE = (
    "***REMINDER*** Next Generation CM/ECF (NextGen) is Coming - Action Required!"  # seed
)
NEXTGEN_TITLE = "CM/ECF Next Generation (NextGen)"  # seed
LINKING_TITLE = "Link PACER Account to CM/ECF Account"  # seed, Step 4
HERE_TITLE = "NextGen is Here! Action is Required"


class Slug(StrEnum):
    REMINDER = "nextgen-reminder"


@dataclass(frozen=True)
class MoveDates:
    """The dates of the move in the court's time zone, as the seed prints them."""

    outage_day: str  # "April 17, 2020"
    outage_clock: str  # "3:00 pm"
    outage_moment: str  # "Friday, April 17, 2020, at 3:00 pm MT"
    go_live_day: str
    go_live_long_day: str  # "Monday, April 20, 2020"
    go_live_ordinal: str  # "April 20th"
    go_live_clock: str
    go_live_moment: str
    zone: str  # "MT"


def move_dates(court: Court) -> MoveDates:
    zone = court.time_zone
    return MoveDates(
        outage_day=date_text(court.outage_starts_at, zone),
        outage_clock=clock_text(court.outage_starts_at, zone),
        outage_moment=moment_text(court.outage_starts_at, zone),
        go_live_day=date_text(court.go_live_at, zone),
        go_live_long_day=day_text(court.go_live_at, zone),
        go_live_ordinal=ordinal_day(court.go_live_at, zone),
        go_live_clock=clock_text(court.go_live_at, zone),
        go_live_moment=moment_text(court.go_live_at, zone),
        zone=zone_label(zone, court.go_live_at),
    )


def ordinal_day(at: datetime, time_zone: str) -> str:
    """ "April 20th", as the seed's Step 3 says it."""
    local = at.astimezone(ZoneInfo(time_zone))
    ending = {1: "st", 2: "nd", 3: "rd"}.get(local.day % 10, "th")
    if local.day in (11, 12, 13):
        ending = "th"
    return f"{local:%B} {local.day}{ending}"


def formal_name(court: Court, joint: str = " for the ") -> str:
    """ "U.S. District Court for the District of New Mexico"; the seed's notice joins with ", "."""
    kind = court.title.removeprefix("United States ")
    seat = court.name.replace(kind, "").strip(", ")
    return f"U.S. {kind}{joint}{seat}" if seat else f"U.S. {kind}"


def is_news(court: Court, at: datetime) -> bool:
    """Whether the move is still to come or recent (NEWS_FOR) at the court time `at`."""
    return at < court.go_live_at + NEWS_FOR


@dataclass(frozen=True)
class Notice:
    """A dated notice on the court's home page. Times are court time, in UTC."""

    title: str
    summary: str
    page: str  # URL name of the site
    args: tuple[str, ...]  # its arguments
    appears_at: datetime
    ends_at: datetime

    @property
    def url(self) -> str:
        return reverse(self.page, args=self.args)

    def is_showing(self, at: datetime) -> bool:
        return self.appears_at <= at < self.ends_at


def reminder_appears_at(court: Court) -> datetime:
    """Midnight, in the court's time zone, at the start of the reminder's day."""
    zone = ZoneInfo(court.time_zone)
    day = court.go_live_at.astimezone(zone).date() - REMINDER_BEFORE
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC)


def notices(court: Court, at: datetime) -> list[Notice]:
    """The notices shown at the court time `at`, newest first."""
    candidates = (_here(court), _closed(court), _reminder(court))
    return [notice for notice in candidates if notice.is_showing(at)]


def _reminder(court: Court) -> Notice:
    return Notice(
        title=REMINDER_TITLE,
        summary=f"Second Important Notice from the {formal_name(court, ', ')}"
        " - Upcoming CM/ECF Upgrade - Action is Required.",
        page="site:news",
        args=(court.code, Slug.REMINDER.value),
        appears_at=reminder_appears_at(court),
        ends_at=court.go_live_at + NEWS_FOR,
    )


def _closed(court: Court) -> Notice:
    until = moment_text(court.go_live_at, court.time_zone)
    return Notice(
        title="CM/ECF is unavailable",
        summary=f"CM/ECF is closed for the upgrade to NextGen. It reopens on {until}. "
        "You can still register for or upgrade a PACER account. If something is due before then, contact the "
        f"Clerk's Office at {court.help_phone}.",
        page="site:nextgen",
        args=(court.code,),
        appears_at=court.outage_starts_at,
        ends_at=court.go_live_at,
    )


def _here(court: Court) -> Notice:
    return Notice(
        title=HERE_TITLE,
        summary=f"If you had a CM/ECF account before {date_text(court.go_live_at, court.time_zone)}, link "
        "it to your own upgraded PACER account. You can't file until you do.",
        page="site:linking",
        args=(court.code,),
        appears_at=court.go_live_at,
        ends_at=court.go_live_at + NEWS_FOR,
    )


def timeline_marks(court: Court, at: datetime) -> list[Mark]:
    """The notices for the timeline, up to the court time `at`. The timeline itself shows the outage."""
    reminder, here = _reminder(court), _here(court)
    appears = reminder.appears_at
    reminder_mark = Mark("reminder", "Reminder notice", appears, url=reminder.url, is_all_day=True)
    here_mark = Mark("here", "How to link", here.appears_at, url=here.url)
    marks = ((reminder, reminder_mark), (here, here_mark))
    return [mark for notice, mark in marks if notice.is_showing(at)]


def site_alert(court: Court, at: datetime) -> str:
    """The alert on every page of the site while CM/ECF is closed; otherwise an empty string."""
    if court.phase(at) is not CourtPhase.OUTAGE:
        return ""
    until = moment_text(court.go_live_at, court.time_zone)
    return f"CM/ECF is unavailable until {until}. PACER is open."
