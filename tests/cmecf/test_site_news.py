"""Dated notices appear at midnight in the court's time zone."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cmecf.site.content import NEWS_FOR, notices, reminder_appears_at
from tests.support.factories import CourtFactory
from tests.support.moments import (
    JUST_BEFORE_LIVE,
    JUST_BEFORE_OUTAGE,
    LIVE,
    OUTAGE,
    REMINDER,
    SECOND,
)
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db

HOME = "/www/nmd/"
REMINDER_PATH = "/www/nmd/news/nextgen-reminder/"

MIDNIGHT = datetime(2020, 3, 20, 6, tzinfo=UTC)  # Friday, March 20, 2020, 0:00:00 MT
TITLE = "***REMINDER*** Next Generation CM/ECF (NextGen) is Coming - Action Required!"


def titles(rehearsal, at, code="nmd"):
    court = rehearsal.courts.get(code=code)
    return [notice.title for notice in notices(court, at)]


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        (MIDNIGHT - SECOND, []),
        (MIDNIGHT, [TITLE]),
        (JUST_BEFORE_OUTAGE, [TITLE]),
        (OUTAGE, ["CM/ECF is unavailable", TITLE]),
        (JUST_BEFORE_LIVE, ["CM/ECF is unavailable", TITLE]),
        (LIVE, ["NextGen is Here! Action is Required", TITLE]),
        (LIVE + NEWS_FOR - SECOND, ["NextGen is Here! Action is Required", TITLE]),
        (LIVE + NEWS_FOR, []),
    ],
    ids=str,
)
def test_notices_appear_at_their_second_newest_first(inside_rehearsal, at, shown):
    assert titles(inside_rehearsal, at) == shown


def test_home_page_shows_reminder_from_midnight(visitor):
    assert TITLE not in page_text(visitor.at(MIDNIGHT - SECOND).get(HOME))
    text = page_text(visitor.at(MIDNIGHT).get(HOME))
    assert f"{TITLE} Friday, March 20, 2020" in text


def test_reminder_before_its_day_gets_404_and_says_when(visitor):
    response = visitor.at(MIDNIGHT - SECOND).get(REMINDER_PATH)
    assert response.status_code == 404
    text = page_text(response)
    assert "The court will publish it on Friday, March 20, 2020." in text
    assert "The court clock says Thursday, March 19, 2020, 11:59:59 pm MT." in text
    assert "Second Important Notice" not in text


def test_reminder_is_published_at_midnight(visitor):
    assert visitor.at(MIDNIGHT).get(REMINDER_PATH).status_code == 200


def test_reminder_uses_court_time_zone(rehearsal, visitor):
    court = CourtFactory(rehearsal=rehearsal, code="nyx")
    midnight = datetime(2020, 3, 20, 4, tzinfo=UTC)
    assert reminder_appears_at(court) == midnight
    path = "/www/nyx/news/nextgen-reminder/"
    assert visitor.at(midnight - SECOND).get(path).status_code == 404
    assert visitor.at(midnight).get(path).status_code == 200
    assert visitor.get(REMINDER_PATH).status_code == 404  # not yet Friday in New Mexico


def test_reminder_day_across_daylight_saving_change(rehearsal):
    # 31 days before a go-live of April 6 lies before March 8, when Mountain Time moved.
    court = rehearsal.courts.get(code="nmd")
    court.go_live_at -= timedelta(days=14)
    midnight = datetime(2020, 3, 6, tzinfo=ZoneInfo("America/Denver"))
    assert reminder_appears_at(court) == midnight == datetime(2020, 3, 6, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{TITLE} Friday, March 20, 2020 Second Important Notice from the U.S. District Court,"
        " District of New Mexico - Upcoming CM/ECF Upgrade - Action is Required.",
        "On that date, attorneys will no longer be able to log into their CM/ECF accounts as they"
        " currently do. Instead, attorneys will log into CM/ECF through a Central Sign-On (PACER) to"
        " electronically file documents.",
        "If you have not already done so, current filers are reminded to complete steps #1 and #2"
        " in order to prepare for NextGen and to continue to electronically file:",
        "BEFORE APRIL 20, 2020 - ATTORNEYS WILL NEED TO OBTAIN THEIR OWN INDIVIDUAL UPGRADED PACER"
        " ACCOUNTS. (Accounts created after August 11, 2014, are already upgraded accounts.)",
        "please visit www.pacer.gov (select &quot;Register&quot; to obtain a new PACER account;"
        " select &quot;Manage My Account&quot; to upgrade an existing account)."
        " Shared PACER accounts will not work with NextGen.",
        "If you do not know your current CM/ECF login or password, please click here to get started."
        " If you have difficulty using the password reset feature, please email the CM/ECF Help Desk"
        " for assistance at cmecf@nmd.uscourts.gov.",
        "ON OR AFTER APRIL 20, 2020 - YOU MUST LINK YOUR CM/ECF ACCOUNT TO YOUR INDIVIDUAL UPGRADED"
        " PACER ACCOUNT IN ORDER TO FILE. Upon first login on or after April 20, 2020, you are"
        " required to link your accounts by accessing the Utilities menu in CM/ECF and selecting the"
        " &quot;Link a CM/ECF account to my PACER account&quot; option.",
        "For more information, please click here OR visit www.pacer.gov/nextgen. Any questions may"
        " be emailed to the NMD CM/ECF helpdesk at cmecf@nmd.uscourts.gov.",
    ],
)
def test_reminder_has_seed_sentences(visitor, sentence):
    text = page_text(visitor.at(REMINDER).get(REMINDER_PATH))
    assert sentence in text.replace('"', "&quot;")


def test_reminder_says_it_is_old(visitor):
    assert "This notice is from before" not in page_text(visitor.at(REMINDER).get(REMINDER_PATH))
    assert "published this notice before the outage" in page_text(
        visitor.at(OUTAGE).get(REMINDER_PATH)
    )
    assert "published this notice before go-live" in page_text(visitor.at(LIVE).get(REMINDER_PATH))
