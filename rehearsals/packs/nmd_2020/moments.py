"""The instants of the move, in Mountain Time, the court's own zone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from rehearsals.packs.pack import Moment

DENVER = "America/Denver"


def mt(*parts: int) -> datetime:
    """Mountain Time, the court's own zone."""
    return datetime(*parts, tzinfo=ZoneInfo(DENVER))


OUTAGE_STARTS = mt(2020, 4, 17, 15)
GO_LIVE = mt(2020, 4, 20, 8)

MOMENTS = (
    Moment("reminder", "The reminder", mt(2020, 3, 20, 9), "The court's second notice appears."),
    Moment(
        "seed-moment",
        "Three weeks to go",
        mt(2020, 3, 27, 10, 6, 38),
        "The countdown reads 23:21:53:22.",
    ),
    Moment("last-hour", "The last hour", mt(2020, 4, 17, 14), "CM/ECF closes at 3:00 pm."),
    Moment("freeze", "CM/ECF closes", OUTAGE_STARTS, "The outage begins."),
    Moment("weekend", "The dark weekend", mt(2020, 4, 18, 11), "Only the PACER steps are open."),
    Moment("eve", "Five minutes before", mt(2020, 4, 20, 7, 55), "Still closed."),
    Moment("live", "Go-live", GO_LIVE, "NextGen opens; linking is possible."),
    Moment("first-rush", "The first rush", mt(2020, 4, 20, 8, 5), "Everybody signs in."),
    Moment("day-two", "The day after", mt(2020, 4, 21, 9), "Who is not ready?"),
)
