"""The pack's moments, and the seconds before the outage and before go-live. Aware datetimes."""

from datetime import timedelta

from rehearsals.packs.pack import get_pack

PACK = get_pack("nmd-2020")
SECOND = timedelta(seconds=1)

REMINDER = PACK.moment("reminder").at
SEED_MOMENT = PACK.moment("seed-moment").at
LAST_HOUR = PACK.moment("last-hour").at
OUTAGE = PACK.moment("freeze").at  # Friday 17 April 2020, 3:00:00 pm MT
JUST_BEFORE_OUTAGE = OUTAGE - SECOND
WEEKEND = PACK.moment("weekend").at
LIVE = PACK.moment("live").at  # Monday 20 April 2020, 8:00:00 am MT
JUST_BEFORE_LIVE = LIVE - SECOND
FIRST_RUSH = PACK.moment("first-rush").at
DAY_TWO = PACK.moment("day-two").at
