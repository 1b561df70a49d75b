from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MAIL_ARRIVES_AT = time(12)
SATURDAY = 5


def is_business_day(day: date) -> bool:
    """Whether `day` is neither on a weekend nor an observed federal holiday (5 U.S.C. 6103)."""
    from holidays import country_holidays  # noqa: PLC0415  slow to import and rarely needed

    return day.weekday() < SATURDAY and day not in country_holidays("US", years=day.year)


def weekend_day(at: datetime, time_zone: str) -> str:
    """ "Saturday" or "Sunday" if it is one in `time_zone` at the instant `at` (aware), else ""."""
    local = at.astimezone(ZoneInfo(time_zone))
    return f"{local:%A}" if local.weekday() >= SATURDAY else ""


def business_days_after(at: datetime, days: int, time_zone: str) -> datetime:
    """Noon, in `time_zone`, of the business day that is `days` after the day of `at` (aware)."""
    zone = ZoneInfo(time_zone)
    day = at.astimezone(zone).date()
    while days > 0:
        day += timedelta(days=1)
        days -= is_business_day(day)
    return datetime.combine(day, MAIL_ARRIVES_AT, tzinfo=zone)
