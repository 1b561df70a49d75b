"""The practice authenticator: whose codes it shows, and when they work."""

import pytest
from freezegun import freeze_time

from cso.models import SignOnSession
from tests.support.cast import JOHN, MAX
from tests.support.login_pages import PSC, is_signed_on, log_in
from tests.support.second_factor import (
    MFA,
    SECOND,
    SECRET,
    STEP,
    UPDATE,
    WALL,
    account_of,
    enroll,
    give,
    mailed_code,
    passcode,
    play_2020,
    play_2025,
    text,
)

pytestmark = pytest.mark.django_db
PAGE = "/authenticator/"


@pytest.fixture(autouse=True)
def wall():
    with freeze_time(WALL) as frozen:
        yield frozen


@pytest.fixture
def max_(rehearsal, visitor):
    """Max Filer's browser; he has one app."""
    play_2025(rehearsal)
    enroll(rehearsal)
    visitor.post(f"/people/{MAX.key}/")
    return visitor


def codes(visitor) -> list[str]:
    return [shown.code for shown in visitor.get(PAGE).context["codes"]]


def test_code_of_the_authenticator_opens_the_account(max_):
    log_in(max_, MAX)
    assert "Open the practice authenticator" in text(max_.get(SECOND))
    assert codes(max_) == [passcode()]
    give(max_, codes(max_)[0])
    assert is_signed_on(max_)


def test_used_code_is_marked_until_the_next_one(max_, wall):
    log_in(max_, MAX)
    give(max_, passcode())
    assert "You already used this code." in text(max_.get(PAGE))
    wall.tick(STEP)
    page = max_.get(PAGE)
    assert "You already used" not in text(page)
    assert [shown.code for shown in page.context["codes"]] == [passcode(WALL + STEP)]


@pytest.mark.parametrize(("tick", "left"), [(0, 15), (14, 1), (15, 30)])
def test_seconds_left_follow_the_wall_clock(max_, wall, tick, left):
    wall.tick(tick)
    assert max_.get(PAGE).context["seconds_left"] == left


def test_secret_stays_on_the_server(max_):
    page = max_.get(PAGE)
    assert SECRET not in text(page)
    assert "no-store" in page.headers["Cache-Control"]


def test_another_person_never_sees_the_codes(max_):
    max_.post(f"/people/{JOHN.key}/")
    assert codes(max_) == []
    log_in(max_, MAX)  # John knows Max's password
    assert codes(max_) == []
    assert "That account belongs to another person" in text(max_.get(PAGE))


def test_visitor_sees_codes_only_after_the_password(rehearsal, visitor):
    play_2025(rehearsal)
    enroll(rehearsal)
    assert codes(visitor) == []
    assert "Choose who you are first" in text(visitor.get(PAGE))
    log_in(visitor, MAX)
    assert codes(visitor) == [passcode()]


def test_authenticator_of_another_rehearsal_is_empty(max_, other_rehearsal):
    play_2025(other_rehearsal)
    max_.client.post(f"{other_rehearsal.mount}/people/{MAX.key}/")
    assert max_.client.get(other_rehearsal.mount + PAGE).context["codes"] == []


def test_app_being_set_up_shows_its_first_code(rehearsal, visitor):
    """Max, whose login asks for enrollment first, sets up an app that the authenticator has scanned."""
    play_2025(rehearsal)
    visitor.post(f"/people/{MAX.key}/")
    log_in(visitor, MAX, path=PSC)
    visitor.get(UPDATE)
    visitor.post(MFA + "add/")
    assert codes(visitor) == []
    visitor.post(MFA + "add/code/", {"code": mailed_code(rehearsal)})
    secret = SignOnSession.objects.get().get_decoded()["mfa_enrollment"]["secret"]
    assert codes(visitor) == [passcode(secret=secret)]
    visitor.post(MFA + "add/app/", {"name": "Phone", "passcode": codes(visitor)[0]})
    assert account_of(rehearsal).authenticator_apps.get().secret == secret
    assert "You already used this code." in text(visitor.get(PAGE))


def test_authenticator_waits_for_2025(max_):
    play_2020(max_.rehearsal)
    assert codes(max_) == []
    assert "choose 2025 on the" in text(max_.get(PAGE))
