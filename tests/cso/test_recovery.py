"""Forgot Your Password? and Forgot Username?"""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from freezegun import freeze_time

from cso.models import RecoveryLink, SignOnSession
from tests.support.cast import ADELE, NOEL, WALTER
from tests.support.factories import PacerAccountFactory
from tests.support.login_pages import CSO, PSC, is_signed_on, log_in
from tests.support.moments import SEED_MOMENT
from tests.support.recovery_pages import (
    BY_NUMBER,
    KNOWN,
    NEW,
    NOBODY,
    SECOND,
    WALL,
    WALTERS,
    WRONG,
    ask,
    emails,
    mailed_link,
    set_new,
    text,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("site", ["cso", "psc"])
@pytest.mark.parametrize(
    "one_more",
    [
        {"username": WALTER.username.upper()},
        {"account_number": WALTER.number},
        {"date_of_birth": "01/19/1960"},
        {"date_of_birth": "1960-01-19", "account_number": WALTER.number},
    ],
    ids=["username", "number", "birth", "both"],
)
def test_password_is_reset_with_emailed_link(visitor, site, one_more):
    page = ask(visitor, {"email": WALTER.email.upper(), **one_more}, site=site)
    assert "If your answers are correct, we e-mailed a reset link" in text(page)
    assert emails(visitor) == [(WALTER.email, "Reset PACER Password")]
    assert "Choose a new password." in text(visitor.get(mailed_link(visitor), follow=True))
    assert "Your PACER password was reset" in text(set_new(visitor, mailed_link(visitor)))
    assert not is_signed_on(visitor)
    log_in(visitor, WALTER)
    assert not is_signed_on(visitor)
    log_in(visitor, username=WALTER.username, password=NEW)
    assert is_signed_on(visitor)
    account = visitor.rehearsal.pacer_accounts.get(account_number=WALTER.number)
    assert account.password_set_at == SEED_MOMENT


@pytest.mark.parametrize(
    "who",
    [
        {"email": WALTER.email, "account_number": WALTER.number},
        {"email": WALTER.email, "date_of_birth": "01/19/1960"},
    ],
)
@pytest.mark.parametrize("site", ["cso", "psc"])
def test_username_is_emailed_and_never_shown(visitor, site, who):
    page = ask(visitor, who, what="username", site=site)
    assert "we e-mailed your username" in text(page)
    assert WALTER.username not in text(page)
    mail = visitor.rehearsal.mails.get()
    assert (mail.to, mail.subject) == (WALTER.email, "Your PACER username")
    assert mail.sender == "pacer@psc.uscourts.gov"
    assert f"Account Number: {WALTER.number}, Username: {WALTER.username}" in mail.body


def test_person_with_two_accounts_gets_both_usernames(visitor):
    walter = visitor.rehearsal.pacer_accounts.get(account_number=WALTER.number)
    other = PacerAccountFactory(
        rehearsal=visitor.rehearsal, email=WALTER.email, date_of_birth=walter.date_of_birth
    )
    other_person = PacerAccountFactory(rehearsal=visitor.rehearsal, email=WALTER.email)
    ask(visitor, BY_NUMBER, what="username")
    body = visitor.rehearsal.mails.get().body
    assert WALTER.username in body
    assert other.username in body
    assert other_person.username not in body


@pytest.mark.parametrize("answers", [("DOMINO", " Tucumcari "), ("domino", "tucumcari")])
def test_answers_ignore_case_and_extra_spaces(visitor, answers):
    ask(visitor, BY_NUMBER, answers)
    assert len(emails(visitor)) == 1


@pytest.mark.parametrize(
    ("who", "answers"),
    [
        (BY_NUMBER, ("domino", "x")),
        (BY_NUMBER, ("x", "tucumcari")),
        (BY_NUMBER, WALTERS[::-1]),
        (BY_NUMBER | {"username": "somebodyelse"}, WALTERS),  # all that is given must fit
        ({"email": "other@example.com", "account_number": WALTER.number}, WALTERS),
        (NOBODY, WALTERS),
    ],
)
def test_no_match_sends_no_email_and_shows_same_page(visitor, who, answers):
    assert "If your answers are correct" in text(ask(visitor, who, answers))
    assert emails(visitor) == []


@pytest.mark.parametrize("answers", [WRONG, WALTERS])
@pytest.mark.parametrize("what", ["password", "username"])
@pytest.mark.parametrize("who", [NOEL, ADELE], ids=lambda who: who.key)
def test_legacy_account_gets_email_that_asks_to_call(visitor, who, what, answers):
    account = visitor.rehearsal.pacer_accounts.get(account_number=who.number)
    page = ask(visitor, {"email": account.email, "account_number": who.number}, answers, what=what)
    mail = visitor.rehearsal.mails.get()
    assert mail.to == account.email
    assert "please call" in mail.subject
    assert "(800) 676-6856" in mail.body
    assert account.username not in mail.body
    assert who.number not in text(page)
    assert not RecoveryLink.objects.exists()


def test_disabled_account_gets_email_without_link(visitor):
    visitor.rehearsal.pacer_accounts.filter(account_number=WALTER.number).update(is_disabled=True)
    ask(visitor, BY_NUMBER)
    assert "has been disabled" in visitor.rehearsal.mails.get().body
    assert not RecoveryLink.objects.exists()


# --- the forms


@pytest.mark.parametrize(
    ("what", "typed", "message"),
    [
        ("password", {}, "Enter E-mail."),
        ("password", {"email": WALTER.email}, "Enter one of these: Username, Account Number"),
        ("username", {"email": WALTER.email}, "Enter one of these: Account Number or Date"),
        ("password", {"email": WALTER.email, "date_of_birth": "x"}, "as mm/dd/yyyy"),
        ("password", {"email": "x" * 300, "username": "x"}, "can have at most 254 characters"),
        ("password", {"email": "a\x00", "username": "x"}, "Null characters are not allowed."),
    ],
)
@pytest.mark.parametrize("site", ["cso", "psc"])
def test_invalid_input_on_first_page_is_reported(visitor, site, what, typed, message):
    page = visitor.post(f"/{site}/forgot-{what}/", typed)
    assert page.status_code == 200
    assert message in text(page)
    assert not SignOnSession.objects.exists()


def test_empty_answer_is_reported_and_counts_no_attempt(visitor):
    page = visitor.post("/cso/forgot-password/", KNOWN)
    for _ in range(6):
        assert "Enter Security Answer 2." in text(visitor.post(page.url, {"answer_1": "x"}))
    assert len(emails(visitor)) == 0
    visitor.post(page.url, {"answer_1": "domino", "answer_2": "tucumcari"})
    assert len(emails(visitor)) == 1


@pytest.mark.parametrize("what", ["password", "username"])
@pytest.mark.parametrize("site", ["cso", "psc"])
def test_second_page_without_first_redirects_to_first(visitor, site, what):
    assert visitor.get(f"/{site}/forgot-{what}/questions/").url.endswith(f"/{site}/forgot-{what}/")
    other = {"password": "username", "username": "password"}[what]
    visitor.post(f"/{site}/forgot-{other}/", BY_NUMBER)
    assert visitor.get(f"/{site}/forgot-{what}/questions/").status_code == 302


def test_double_submit_counts_one_attempt_and_sends_one_email(visitor):
    page = visitor.post("/cso/forgot-password/", KNOWN)
    for _ in range(2):
        done = visitor.post(page.url, {"answer_1": "domino", "answer_2": "tucumcari"})
        assert done.url.endswith("/forgot-password/sent/")
    assert len(emails(visitor)) == 1


def test_recovery_request_expires_after_30_minutes(visitor):
    with freeze_time(WALL):
        page = visitor.post("/cso/forgot-password/", KNOWN)
    with freeze_time(WALL + timedelta(minutes=30)):
        assert visitor.get(page.url).status_code == 200
    with freeze_time(WALL + timedelta(minutes=30) + SECOND):
        assert visitor.get(page.url).status_code == 302


@pytest.mark.parametrize(
    ("site", "login_path", "param", "title"),
    [
        ("cso", CSO, "appurl", "Forgot User Name?"),
        ("psc", PSC, "next", "Forgot Username?"),
    ],
)
def test_page_wanted_is_kept_through_recovery(visitor, site, login_path, param, title):
    wanted = visitor.rehearsal.mount + "/ecf/ca10/cgi-bin/DisplayMenu.pl?Utilities"
    query = "?" + urlencode({param: wanted})
    login = text(visitor.get(login_path + query)).replace("&amp;", "&")
    base = visitor.rehearsal.mount + f"/{site}/"
    assert f'href="{base}forgot-password/{query}"' in login
    assert f'href="{base}forgot-username/{query}"' in login
    assert f"<h1>{title}</h1>" in text(visitor.get(f"/{site}/forgot-username/{query}"))
    page = text(ask(visitor, BY_NUMBER, site=site, query=query))
    assert f'href="{visitor.rehearsal.mount}{login_path}{query}"' in page
    done = text(set_new(visitor, mailed_link(visitor)))
    back = "?" + urlencode({"appurl": wanted})
    assert f'href="{visitor.rehearsal.mount}{CSO}{back}"' in done
