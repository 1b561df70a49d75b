"""Moving the court clock to another court day ends all logins, with a notice."""

from datetime import UTC, datetime, timedelta

import pytest
from freezegun import freeze_time

from cso.models import SignOnSession
from cso.sign_on.sessions import SessionStore
from rehearsals.clock import services
from rehearsals.clock.clock import wall_now
from rehearsals.models import ClockManner, Rehearsal
from tests.support import legacy
from tests.support.cast import JOHN, NOEL
from tests.support.login_pages import COURTS, CSO, PSC, is_signed_on, log_in, row
from tests.support.moments import DAY_TWO, FIRST_RUSH, LAST_HOUR, LIVE, REMINDER, SEED_MOMENT
from tests.support.page_text import page_text
from tests.support.visitor import Visitor

pytestmark = pytest.mark.django_db

WALL = datetime(2026, 11, 24, 12, tzinfo=UTC)
MONDAY = "It is Monday, April 20. You closed your browser on Friday, April 17: log in again."


@pytest.mark.parametrize("moves", [[LIVE], [REMINDER], [LIVE, SEED_MOMENT]])
def test_another_day_ends_sign_ons_in_all_browsers(visitor, new_visitor, moves):
    other = new_visitor()
    log_in(visitor, NOEL)
    log_in(other, JOHN)
    for moment in moves:
        visitor.at(moment)
    assert not is_signed_on(visitor)
    assert not is_signed_on(other)
    log_in(visitor, NOEL)
    assert is_signed_on(visitor)
    assert not is_signed_on(other)


@pytest.mark.parametrize(("path", "login"), [(COURTS, CSO), ("/psc/account/", PSC)])
def test_login_page_says_which_day_it_is_and_leads_on(visitor, path, login):
    log_in(visitor.at(LAST_HOUR), NOEL)
    sent = visitor.at(LIVE).get(path)
    assert MONDAY in page_text(visitor.get(sent.url))
    back = visitor.post(sent.url, {"username": NOEL.username, "password": NOEL.password})
    assert back.url == visitor.rehearsal.mount + path
    assert "You closed your browser" not in page_text(visitor.get(login, follow=True))


def test_day_change_ends_legacy_sign_in_with_the_notice(visitor):
    legacy.as_filer(visitor.at(SEED_MOMENT), JOHN)
    assert JOHN.login in page_text(visitor.get(legacy.ENTRY))
    page = page_text(visitor.at(LAST_HOUR).get(legacy.MENU))
    assert "It is Friday, April 17. You closed your browser on Friday, March 27: log in" in page
    legacy.as_filer(visitor, JOHN)
    assert "You closed your browser" not in page_text(visitor.get(legacy.MENU))
    assert "You closed your browser" not in page_text(visitor.get(CSO))


def test_legacy_sign_in_of_friday_brings_notice_on_mondays_login_page(visitor):
    legacy.as_filer(visitor.at(LAST_HOUR), JOHN)
    answer = visitor.at(LIVE).get(legacy.QUERY, follow=True)
    assert MONDAY in page_text(answer)


def test_other_day_keeps_unfinished_forms(visitor):
    log_in(visitor.at(LAST_HOUR), NOEL)
    session = row()
    unfinished = session.get_decoded() | {"draft:x": 1}
    SignOnSession.objects.update(session_data=SignOnSession.objects.encode(unfinished))
    log_in(visitor.at(LIVE), NOEL)
    assert row().get_decoded()["draft:x"] == 1


def test_other_day_never_revives_a_sign_on(visitor):
    with freeze_time(WALL):
        log_in(visitor.at(LAST_HOUR), NOEL)
        visitor.at(LIVE)
        assert not is_signed_on(visitor.at(LAST_HOUR))


def test_login_under_way_during_the_move_has_ended_too(visitor):
    """Its request read the clock before the move."""
    rehearsal = Rehearsal.objects.select_related("clock").get(pk=visitor.rehearsal.pk)
    visitor.at(LIVE)
    session = SessionStore(None, rehearsal)
    noel = rehearsal.pacer_accounts.get(account_number=NOEL.number)
    session.sign_on(noel, at=wall_now())
    session.save()
    visitor.client.cookies["NextGenCSO"] = session.session_key
    assert not is_signed_on(visitor)


def test_rehearsals_that_share_the_clock_log_out_too(visitor, other_rehearsal):
    other_rehearsal.clock = visitor.rehearsal.clock
    other_rehearsal.save()
    seat = Visitor(other_rehearsal)
    log_in(seat, NOEL)
    visitor.at(LIVE)
    assert not is_signed_on(seat)


def test_other_clocks_keep_their_logins(visitor, other_rehearsal):
    seat = Visitor(other_rehearsal)
    log_in(seat, NOEL)
    visitor.at(LIVE)
    assert is_signed_on(seat)


def test_clock_that_runs_past_midnight_keeps_logins(visitor):
    midnight = datetime(2020, 4, 18, 6, tzinfo=UTC)  # in the court's zone
    with freeze_time(WALL) as wall:
        run(visitor, midnight - timedelta(minutes=1))
        log_in(visitor, NOEL)
        wall.tick(120)
        assert is_signed_on(visitor)
        run(visitor, midnight + timedelta(hours=1))
        assert is_signed_on(visitor)


def run(visitor, court_at):
    services.move_clock(
        visitor.rehearsal, manner=ClockManner.RUNNING, court_at=court_at, wall_at=wall_now()
    )


def test_only_current_logins_are_listed(visitor, new_visitor):
    """Under Manage My Sign-Ons."""
    old = new_visitor()
    log_in(old.at(LAST_HOUR), JOHN)
    log_in(visitor.at(FIRST_RUSH), JOHN)
    page = visitor.get("/psc/account/sign-ons/")
    assert len(page.context["sign_ons"]) == 1


@pytest.mark.parametrize(("moment", "is_said"), [("live", True), ("seed-moment", False)])
def test_clock_page_says_that_everyone_is_logged_out(visitor, moment, is_said):
    page = visitor.post("/clock/", {"moment": moment, "manner": "held"}, follow=True)
    news = str(next(iter(page.context["messages"])))
    assert ("You are logged out everywhere, because it is another day." in news) is is_said


def test_moving_back_is_said_as_such(visitor):
    log_in(visitor.at(DAY_TWO), NOEL)
    page = page_text(visitor.at(LIVE).get(COURTS, follow=True))
    assert "It is Monday, April 20. The court clock was moved back from Tuesday, April 21" in page
