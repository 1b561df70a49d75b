"""Switching persons, the reset, and the practice help."""

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


def test_switching_to_a_persona(visitor, rehearsal):
    answer = visitor.post(f"/people/{NOEL.key}/")
    assert answer.url == f"{rehearsal.mount}/"
    assert persona(visitor).name == NOEL.name


def test_switching_persons_ends_the_previous_sign_on(john_signed_on):
    old_cookie = john_signed_on.client.cookies["NextGenCSO"].value
    john_signed_on.post(f"/people/{NOEL.key}/")
    assert not SignOnSession.objects.filter(pacer_account__isnull=False).exists()
    assert not SignOnSession.objects.filter(session_key=old_cookie).exists()
    line = Activity.objects.first()
    assert (line.what, line.who) == ("people.sat_down", NOEL.name)
    assert JOHN.number in line.detail


@pytest.mark.parametrize("key", ["p99", "x" * 500, "-"])
def test_switching_to_an_unknown_persona_changes_nothing(visitor, key):
    visitor.post(f"/people/{NOEL.key}/")
    assert visitor.post(f"/people/{key}/").status_code == 404
    assert persona(visitor).name == NOEL.name


@pytest.mark.parametrize("path", ["/people/p01/", "/help-layer/"])
def test_get_is_refused_where_post_is_required(visitor, path):
    page = visitor.get(path)
    assert page.status_code == 405
    assert page.headers["Allow"] == "POST"
    assert "You can't open this page this way" in page.content.decode()


def test_reset_page_asks_first_and_changes_nothing(visitor, rehearsal):
    rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(account_type="upgraded")
    assert "Everyone is logged out" in visitor.get("/reset/").content.decode()
    assert not rehearsal.pacer_accounts.get(account_number=NOEL.number).is_legacy


def test_reset_restores_the_start_and_shows_a_message(visitor, rehearsal):
    rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(account_type="upgraded")
    answer = visitor.post("/reset/")
    assert rehearsal.pacer_accounts.get(account_number=NOEL.number).is_legacy
    assert answer.url == f"{rehearsal.mount}/"
    assert "back at the start" in str(next(iter(get_messages(visitor.get("/mail/").wsgi_request))))


def test_reset_signs_everyone_off_in_every_browser(john_signed_on, new_visitor):
    other = new_visitor()
    other.post(f"/people/{NOEL.key}/")
    new_visitor().post("/reset/")
    assert not SignOnSession.objects.filter(pacer_account__isnull=False).exists()
    assert john_signed_on.get("/mail/").context["pacer_account"] is None
    assert persona(other) is None


def test_reset_from_a_signed_on_browser_succeeds(john_signed_on):
    assert john_signed_on.post("/reset/", follow=False).status_code == 302
    assert john_signed_on.get("/clock/").status_code == 200


def test_reset_keeps_other_rehearsals(visitor, other_rehearsal):
    other_rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(
        email="new@example.com"
    )
    visitor.post("/reset/")
    kept = other_rehearsal.pacer_accounts.get(account_number=NOEL.number)
    assert kept.email == "new@example.com"


def test_reset_refused_under_staff_control(visitor, rehearsal):
    rehearsal.clock_control = ClockControl.STAFF
    rehearsal.save()
    visitor.at(LIVE)
    assert "Only your trainer can reset" in visitor.get("/reset/").content.decode()
    assert visitor.post("/reset/").status_code == 409
    assert visitor.get("/clock/").context["at"] == LIVE


def test_practice_help_toggles_and_returns_to_the_page(visitor, rehearsal):
    here = f"{rehearsal.mount}/pacer/"
    assert "Practice help" in visitor.get("/pacer/").content.decode()
    assert visitor.post("/help-layer/", {"next": here}).url == here
    assert "Practice help" not in visitor.get("/pacer/").content.decode()
    visitor.post("/help-layer/", {"next": "https://evil.example/"})
    assert "Practice help" in visitor.get("/pacer/").content.decode()


def test_hidden_practice_help_stays_hidden_after_switching_persons(visitor):
    visitor.post("/help-layer/")
    visitor.post(f"/people/{NOEL.key}/")
    assert visitor.get("/clock/").context["help_on"] is False
