"""The outage page of a court's CM/ECF."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import resolve

from tests.support.factories import CourtFactory
from tests.support.moments import JUST_BEFORE_LIVE, OUTAGE, SECOND, SEED_MOMENT, WEEKEND
from tests.support.page_text import page_text
from tests.support.visitor import Visitor

pytestmark = pytest.mark.django_db

ENTRY = "/ecf/nmd/"
LOGIN = "/ecf/nmd/cgi-bin/login.pl"
BACK = "Monday, April 20, 2020, at 8:00 am MT"


@pytest.fixture
def closed(visitor):
    return visitor.at(WEEKEND)


def test_heading_says_until_when(closed):
    html = closed.get(ENTRY).content.decode()
    assert re.findall(r"<h1>(.*?)</h1>", html) == [f"CM/ECF is unavailable until {BACK}"]
    assert f"<title>CM/ECF is unavailable until {BACK} - " in html


def test_page_says_since_when_and_what_happens_to_unfinished_work(closed):
    text = page_text(closed.get(ENTRY))
    assert "It closed on Friday, April 17, 2020, at 3:00 pm MT." in text
    assert "is moving to the next generation of CM/ECF, called NextGen." in text
    assert (
        "saw the confirmation before 3:00 pm MT on April 17, 2020, the court received it." in text
    )
    assert "still open, it was not saved" in text


def test_page_names_both_desks_and_says_to_call_court_about_deadlines(closed):
    text = page_text(closed.get(ENTRY))
    for fact in ("(505) 348-2075", "cmecf@nmd.uscourts.gov", "(800) 676-6856"):
        assert fact in text
    assert "Don't wait for CM/ECF to reopen. Call the court at (505) 348-2075." in text


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        (OUTAGE, "When the office is closed, in the evening or on a weekend:"),
        (WEEKEND, "Today is Saturday, so the court's office is closed."),
        (WEEKEND + timedelta(days=1), "Today is Sunday, so the court's office is closed."),
        (JUST_BEFORE_LIVE, "When the office is closed, in the evening or on a weekend:"),
    ],
    ids=["Friday", "Saturday", "Sunday", "Monday"],
)
def test_page_names_office_hours_and_what_to_do_on_a_weekend(visitor, at, shown):
    text = page_text(visitor.at(at).get(ENTRY))
    assert "answers Monday to Friday, during business hours, except federal holidays." in text
    assert shown in text
    assert "E-mail cmecf@nmd.uscourts.gov. Give your name, your telephone number" in text
    assert "This page can't tell you whether a due date changes." in text
    assert not re.search(r"\b(must file|extend(ed|s)|legal effect|deadline is)\b", text)


def test_every_link_leads_to_open_page(rehearsal, closed):
    html = closed.get(ENTRY).content.decode()
    paths = [url.removeprefix(rehearsal.mount) for url in re.findall(r'href="(/r/[^"]+)"', html)]
    assert {
        "/pacer/register/",
        "/psc/login/",
        "/www/nmd/cmecf-nextgen/",
        "/www/nmd/cmecf-nextgen/linking/",
    } <= set(paths)
    for path in paths:
        assert not path.startswith("/ecf/")
        assert resolve(path.split("?")[0], "config.rehearsal_urls")


def test_page_has_no_menu_or_form(closed):
    html = closed.get(ENTRY).content.decode()
    assert "topmenu" not in html
    assert "<form" not in html


def test_page_after_post_says_form_was_not_received(closed):
    response = closed.post(LOGIN, {"login": "nattorney", "key": "Canary-Secret-1"})
    html = response.content.decode()
    assert response.status_code == 503
    assert re.findall(r"<h1>(.*?)</h1>", html) == ["Your form was not received"]
    text = page_text(response)
    assert "CM/ECF closed on Friday, April 17, 2020, at 3:00 pm MT." in text
    assert "nothing was saved, filed, or changed" in text
    assert f"CM/ECF reopens on {BACK}." in text
    assert "Canary-Secret-1" not in html
    assert "nattorney" not in html


def test_form_sent_during_outage_changes_nothing(rehearsal, closed):
    account = rehearsal.cmecf_accounts.get(login="nattorney")
    lines, emails = rehearsal.activities.count(), rehearsal.mails.count()
    closed.post("/ecf/nmd/cgi-bin/lostPassword.pl", {"login": "nattorney"})
    closed.post("/ecf/nmd/utilities/email/", {"email": "new@example.com"})
    assert rehearsal.activities.count() == lines
    assert rehearsal.mails.count() == emails
    account.refresh_from_db()
    assert account.email == "noel@example.com"


def test_form_with_stale_token_gets_outage_page(rehearsal):
    strict = Visitor(rehearsal, Client(enforce_csrf_checks=True)).at(WEEKEND)
    assert "Your form was not received" in strict.post(LOGIN, {"login": "x"}).content.decode()


@pytest.mark.parametrize(
    ("at", "seconds"),
    [
        (OUTAGE, 65 * 3600),
        (OUTAGE + timedelta(milliseconds=1), 65 * 3600),
        (OUTAGE + SECOND, 65 * 3600 - 1),
        (JUST_BEFORE_LIVE, 1),
        (JUST_BEFORE_LIVE + timedelta(milliseconds=999), 1),
    ],
    ids=str,
)
def test_retry_after_gives_seconds_to_go_live(visitor, at, seconds):
    response = visitor.at(at).get(ENTRY)
    assert response.status_code == 503
    assert response.headers["Retry-After"] == str(seconds)


def test_page_is_not_cached(closed):
    assert closed.get(ENTRY).headers["Cache-Control"] == "no-store"


def test_head_request_gets_same_headers(rehearsal, closed):
    response = closed.client.head(rehearsal.mount + ENTRY)
    assert response.status_code == 503
    assert response.headers["Retry-After"]
    assert response.content == b""


def test_page_takes_two_queries_and_starts_no_session(closed, django_assert_num_queries):
    with django_assert_num_queries(2):  # the rehearsal with its clock; the court
        response = closed.get(ENTRY)
    assert not response.cookies


def test_outage_of_other_court_uses_its_time_zone(rehearsal, visitor):
    CourtFactory(
        rehearsal=rehearsal,
        code="nyx",
        outage_starts_at=datetime(2020, 3, 26, 19, tzinfo=UTC),
        go_live_at=datetime(2020, 3, 28, 12, tzinfo=UTC),
    )
    response = visitor.at(SEED_MOMENT).get("/ecf/nyx/")
    assert response.status_code == 503
    text = page_text(response)
    assert "CM/ECF is unavailable until Saturday, March 28, 2020, at 8:00 am ET" in text
    assert "It closed on Thursday, March 26, 2020, at 3:00 pm ET." in text
    assert visitor.get(ENTRY).status_code != 503


def test_outage_closes_only_this_rehearsal(rehearsal, other_rehearsal, closed):
    assert closed.get(ENTRY).status_code == 503
    assert Visitor(other_rehearsal).at(SEED_MOMENT).get(ENTRY).status_code != 503
