"""Who sits at the keyboard, the reset, and the practice help."""

import pytest
from django.contrib.messages import get_messages

from cso.models import SignOnSession
from rehearsals.models import Activity, ClockControl
from tests.support.cast import JOHN, NOEL
from tests.support.moments import LIVE

pytestmark = pytest.mark.django_db


@pytest.fixture
def john_signed_on(visitor):
    visitor.post("/cso/csologin/login.jsf", {"username": JOHN.username, "password": JOHN.password})
    assert SignOnSession.objects.get().pacer_account.username == JOHN.username
    return visitor


def persona(visitor):
    return visitor.get("/clock/").context["persona"]


def test_one_sits_down_as_a_person_of_the_cast(visitor, rehearsal):
    answer = visitor.post(f"/people/{NOEL.key}/")
    assert answer.url == f"{rehearsal.mount}/"
    assert persona(visitor).name == NOEL.name


def test_sitting_down_signs_the_last_person_off_for_good(john_signed_on):
    old_cookie = john_signed_on.client.cookies["NextGenCSO"].value
    john_signed_on.post(f"/people/{NOEL.key}/")
    assert not SignOnSession.objects.filter(pacer_account__isnull=False).exists()
    assert not SignOnSession.objects.filter(session_key=old_cookie).exists()
    line = Activity.objects.first()
    assert (line.what, line.who) == ("people.sat_down", NOEL.name)
    assert JOHN.number in line.detail


@pytest.mark.parametrize("key", ["p99", "x" * 500, "-"])
def test_nobodys_key_changes_nothing(visitor, key):
    visitor.post(f"/people/{NOEL.key}/")
    assert visitor.post(f"/people/{key}/").status_code == 404
    assert persona(visitor).name == NOEL.name


@pytest.mark.parametrize("path", ["/people/p01/", "/help-layer/"])
def test_a_link_cannot_do_what_a_button_does(visitor, path):
    page = visitor.get(path)
    assert page.status_code == 405
    assert page.headers["Allow"] == "POST"
    assert "This page cannot be opened this way" in page.content.decode()


def test_a_reset_asks_first_and_changes_nothing_before(visitor, rehearsal):
    rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(account_type="upgraded")
    assert "Everyone is logged off" in visitor.get("/reset/").content.decode()
    assert not rehearsal.pacer_accounts.get(account_number=NOEL.number).is_legacy


def test_a_reset_brings_the_start_back_and_says_so(visitor, rehearsal):
    rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(account_type="upgraded")
    answer = visitor.post("/reset/")
    assert rehearsal.pacer_accounts.get(account_number=NOEL.number).is_legacy
    assert answer.url == f"{rehearsal.mount}/"
    assert "back at the start" in str(next(iter(get_messages(visitor.get("/mail/").wsgi_request))))


def test_a_reset_signs_everybody_off_in_every_browser(john_signed_on, new_visitor):
    other = new_visitor()
    other.post(f"/people/{NOEL.key}/")
    new_visitor().post("/reset/")
    assert not SignOnSession.objects.filter(pacer_account__isnull=False).exists()
    assert john_signed_on.get("/mail/").context["pacer_account"] is None
    assert persona(other) is None


def test_a_reset_from_a_signed_on_browser_does_not_fail_on_its_own_session(john_signed_on):
    assert john_signed_on.post("/reset/", follow=False).status_code == 302
    assert john_signed_on.get("/clock/").status_code == 200


def test_a_reset_touches_no_other_rehearsal(visitor, other_rehearsal):
    other_rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(
        email="new@example.com"
    )
    visitor.post("/reset/")
    kept = other_rehearsal.pacer_accounts.get(account_number=NOEL.number)
    assert kept.email == "new@example.com"


def test_only_the_trainer_resets_a_trainers_rehearsal(visitor, rehearsal):
    rehearsal.clock_control = ClockControl.STAFF
    rehearsal.save()
    visitor.at(LIVE)
    assert "Only your trainer can reset" in visitor.get("/reset/").content.decode()
    assert visitor.post("/reset/").status_code == 409
    assert visitor.get("/clock/").context["at"] == LIVE


def test_help_goes_off_and_on_again_and_one_stays_where_one_was(visitor, rehearsal):
    here = f"{rehearsal.mount}/clock/"
    assert "Practice help" in visitor.get("/clock/").content.decode()
    assert visitor.post("/help-layer/", {"next": here}).url == here
    assert "Practice help" not in visitor.get("/clock/").content.decode()
    visitor.post("/help-layer/", {"next": "https://evil.example/"})
    assert "Practice help" in visitor.get("/clock/").content.decode()


def test_help_that_is_off_stays_off_for_the_next_person(visitor):
    visitor.post("/help-layer/")
    visitor.post(f"/people/{NOEL.key}/")
    assert visitor.get("/clock/").context["help_on"] is False
