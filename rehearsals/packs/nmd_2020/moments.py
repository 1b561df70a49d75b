from datetime import datetime
from zoneinfo import ZoneInfo

from rehearsals.packs.pack import Moment

DENVER = "America/Denver"


def mt(year: int, month: int, day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """A datetime in Mountain Time, the court's time zone."""
    return datetime(year, month, day, hour, minute, second, tzinfo=ZoneInfo(DENVER))


OUTAGE_STARTS = mt(2020, 4, 17, 15)
GO_LIVE = mt(2020, 4, 20, 8)

MOMENTS = (
    Moment(
        "reminder", "The reminder", mt(2020, 3, 20, 9), "The court publishes its second notice."
    ),
    Moment(
        "seed-moment",
        "Three weeks to go",
        mt(2020, 3, 27, 10, 6, 38),
        "The countdown reads 23:21:53:22.",
    ),
    Moment("last-hour", "The last hour", mt(2020, 4, 17, 14), "CM/ECF closes at 3:00 pm."),
    Moment("freeze", "CM/ECF closes", OUTAGE_STARTS, "The outage starts."),
    Moment(
        "weekend",
        "The outage weekend",
        mt(2020, 4, 18, 11),
        "CM/ECF is closed. You can do only the PACER steps.",
    ),
    Moment("eve", "Five minutes before go-live", mt(2020, 4, 20, 7, 55), "CM/ECF is still closed."),
    Moment("live", "Go-live", GO_LIVE, "NextGen opens. You can link your accounts."),
    Moment("first-rush", "The first rush", mt(2020, 4, 20, 8, 5), "Everyone logs in at once."),
    Moment("day-two", "The day after", mt(2020, 4, 21, 9), "See who isn't ready yet."),
)
