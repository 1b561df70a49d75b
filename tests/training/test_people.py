"""Staff find a person, read everything about them, and see what waits in the rehearsal."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cmecf.legacy import services as legacy
from tests.support.cast import GILBERT, JOHN, MIRIAM, NOEL
from tests.support.legacy import ask_for_reset, log_in
from tests.support.link_steps import link
from tests.support.many_people import grow
from tests.support.moments import LIVE, SEED_MOMENT
from tests.support.page_text import page_text
from tests.support.staff import staff_client

pytestmark = pytest.mark.django_db
HOME, PEOPLE = "/staff/", "/staff/people/"


@pytest.fixture
def clerk(rehearsal):
    return staff_client("Clerks", rehearsal)


def queue(page, label):
    (found,) = [one for one in page.context["queues"] if one.label == label]
    return found


@pytest.mark.parametrize(
    "text",
    [
        "gilbert barr",
        "gbarrister",
        "GILBERTBARRISTER",
        GILBERT.number,
        f"NMD-{GILBERT.number}-5",
        GILBERT.email,
    ],
)
def test_person_is_found_by_name_login_username_number_reference_and_email(clerk, text):
    page = clerk.get(PEOPLE, {"q": text})
    assert [person.key for person in page.context["found"]] == [GILBERT.key]
    assert GILBERT.login in page_text(page)


def test_person_of_another_rehearsal_is_not_found(clerk, rehearsal, other_rehearsal):
    rehearsal.cmecf_accounts.filter(login=GILBERT.login).delete()
    rehearsal.pacer_accounts.filter(account_number=GILBERT.number).delete()
    page = clerk.get(PEOPLE, {"q": "gbarrister"})
    assert page.context["found"] == []
    assert "Nobody in this rehearsal has all of these words" in page_text(page)


def test_persons_page_shows_accounts_steps_mail_and_log(clerk, visitor):
    ask_for_reset(visitor, GILBERT.login)
    page = page_text(clerk.get(f"{PEOPLE}{GILBERT.key}/"))
    for words in ("gbarrister, District of New Mexico", GILBERT.number, "of 4 done", GILBERT.email):
        assert words in page
    assert "CM/ECF password reset" in page.partition("Latest mail")[2]
    assert "Request a CM/ECF password reset" in page.partition("Latest activity")[2]
    assert queue(clerk.get(HOME), "Undelivered mail").count == 1


def test_wrong_link_is_loud_on_the_persons_page_and_on_the_home_page(clerk, visitor):
    link(visitor.at(LIVE), JOHN, MIRIAM)
    page = page_text(clerk.get(f"{PEOPLE}{JOHN.key}/"))
    assert "Unlink, with a reason" in page
    assert MIRIAM.login in page
    assert queue(clerk.get(HOME), "Links whose names differ").count == 1


def test_home_counts_locked_logins_by_the_court_and_after_wrong_passwords(clerk, visitor):
    noel = visitor.rehearsal.cmecf_accounts.get(login=NOEL.login)
    legacy.lock(account=noel, at=SEED_MOMENT, by="staff x")
    for _ in range(6):
        log_in(visitor, GILBERT.login, "wrong")
    page = clerk.get(HOME)
    assert queue(page, "Locked logins").count == 2


def test_home_and_people_say_who_is_not_ready(clerk):
    waiting = queue(clerk.get(HOME), "People who are not ready")
    page = clerk.get(waiting.url)
    assert len(page.context["everyone"]) == waiting.count > 0


def test_button_on_a_persons_page_reaches_the_action_of_the_list(clerk, rehearsal):
    account = rehearsal.cmecf_accounts.get(login=GILBERT.login)
    page = clerk.get(f"{PEOPLE}{GILBERT.key}/")
    (row,) = [one for one in page.context["cmecf"] if one["account"] == account]
    lock = next(button for button in row["buttons"] if button.action == "lock")
    sent = {"rehearsal": rehearsal.code, "action": "lock", "_selected_action": lock.row}
    answer = clerk.post(lock.url, sent, follow=True)
    assert GILBERT.login in page_text(answer)
    assert lock.url == reverse("admin:cmecf_cmecfaccount_changelist")


def test_correcting_an_email_leads_back_to_the_persons_page(clerk, rehearsal):
    person = f"{PEOPLE}{GILBERT.key}/"
    (link,) = re.findall(r'href="([^"]+)">Correct e-mail', clerk.get(person).content.decode())
    data = {"first_name": "Gilbert", "last_name": "Barrister", "role": "attorney"}
    answer = clerk.post(link, data | {"email": "gilbert@new.example"}, follow=True)
    assert answer.redirect_chain == [(person, 302)]
    assert "gilbert@new.example" in page_text(answer)


def test_unknown_person_is_not_found(clerk):
    for key in ("p99", "cmecf-0", "pacer-999999999999999999999999", "cmecf-x"):
        assert clerk.get(f"{PEOPLE}{key}/").status_code in (400, 404)


def test_number_of_queries_does_not_grow_with_people(clerk, rehearsal):
    def counts():
        seen = []
        for path in (HOME, PEOPLE, f"{PEOPLE}?q=a", f"{PEOPLE}{JOHN.key}/"):
            with CaptureQueriesContext(connection) as queries:
                clerk.get(path)
            seen.append(len(queries))
        return seen

    grow(rehearsal)
    before = counts()
    grow(rehearsal)
    assert counts() == before
