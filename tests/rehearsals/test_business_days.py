from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from rehearsals.clock.business_days import business_days_after, is_business_day

ZONE = "America/Denver"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 3, 27), True),  # a Friday
        (date(2020, 3, 28), False),
        (date(2020, 3, 29), False),
        (date(2020, 5, 25), False),  # Memorial Day
        (date(2020, 7, 3), False),  # Independence Day, observed on the Friday before
        (date(2020, 10, 12), False),  # Columbus Day
        (date(2020, 11, 26), False),
        (date(2020, 4, 10), True),  # Good Friday isn't a federal holiday
        (date(2021, 12, 31), False),  # New Year's Day of 2022, observed the year before
    ],
)
def test_weekends_and_observed_holidays_are_not_business_days(day, expected):
    assert is_business_day(day) is expected


@pytest.mark.parametrize(
    ("start", "days", "expected"),
    [
        (datetime(2020, 3, 27, 10, 6), 1, date(2020, 3, 30)),
        (datetime(2020, 3, 27, 10, 6), 7, date(2020, 4, 7)),
        (datetime(2020, 3, 27, 10, 6), 10, date(2020, 4, 10)),
        (datetime(2020, 3, 27, 23, 59), 1, date(2020, 3, 30)),
        (datetime(2020, 3, 28, 0, 1), 1, date(2020, 3, 30)),
        (datetime(2020, 5, 22, 9, 0), 1, date(2020, 5, 26)),
        (datetime(2020, 3, 6, 12, 0), 1, date(2020, 3, 9)),  # across the change to daylight time
    ],
)
def test_business_days_follow_the_court_calendar(start, days, expected):
    zone = ZoneInfo(ZONE)
    came = business_days_after(start.replace(tzinfo=zone), days, ZONE).astimezone(zone)
    assert (came.date(), came.hour) == (expected, 12)
