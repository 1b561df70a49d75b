"""Forgot Your Password? and Forgot Username?: what is mailed to whom, and that a page tells nothing."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from freezegun import freeze_time

from cso.models import RecoveryLink, SignOnSession
from rehearsals.clock import clock
from rehearsals.web import mount
from tests.support.cast import ADELE, NOEL, WALTER
from tests.support.factories import PacerAccountFactory
from tests.support.login_pages import CSO, PSC, is_signed_on, log_in
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
    letters,
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
def test_walter_sets_a_new_password_by_the_mailed_link(visitor, site, one_more):
    page = ask(visitor, {"email": WALTER.email.upper(), **one_more}, site=site)
    assert "If your answers are correct, we e-mailed a reset link" in text(page)
    assert letters(visitor) == [(WALTER.email, "Reset PACER Password")]
    assert "Choose a new password." in text(visitor.get(mailed_link(visitor)))
    assert "Your PACER password was reset" in text(set_new(visitor, mailed_link(visitor)))
    assert not is_signed_on(visitor)
    log_in(visitor, WALTER)
    assert not is_signed_on(visitor)
    log_in(visitor, username=WALTER.username, password=NEW)
    assert is_signed_on(visitor)
    account = visitor.rehearsal.pacer_accounts.get(account_number=WALTER.number)
    with mount.inside_rehearsal(visitor.rehearsal):
        assert account.password_set_at == clock.now()


@pytest.mark.parametrize(
    "who",
    [
        {"email": WALTER.email, "account_number": WALTER.number},
        {"email": WALTER.email, "date_of_birth": "01/19/1960"},
    ],
)
@pytest.mark.parametrize("site", ["cso", "psc"])
def test_walters_username_comes_by_mail_and_is_never_shown(visitor, site, who):
    page = ask(visitor, who, what="username", site=site)
    assert "we e-mailed your username" in text(page)
    assert WALTER.username not in text(page)
    letter = visitor.rehearsal.mails.get()
    assert (letter.to, letter.subject) == (WALTER.email, "Your PACER username")
    assert letter.sender == "pacer@psc.uscourts.gov"
    assert f"Account Number {WALTER.number}: Username {WALTER.username}" in letter.body


def test_a_person_with_two_accounts_gets_both_usernames(visitor):
    walter = visitor.rehearsal.pacer_accounts.get(account_number=WALTER.number)
    other = PacerAccountFactory(
        rehearsal=visitor.rehearsal, email=WALTER.email, date_of_birth=walter.date_of_birth
    )
    stranger = PacerAccountFactory(rehearsal=visitor.rehearsal, email=WALTER.email)
    ask(visitor, BY_NUMBER, what="username")
    body = visitor.rehearsal.mails.get().body
    assert WALTER.username in body
    assert other.username in body
    assert stranger.username not in body


@pytest.mark.parametrize("answers", [("DOMINO", " Tucumcari "), ("domino", "tucumcari")])
def test_capitals_and_spaces_in_an_answer_make_no_difference(visitor, answers):
    ask(visitor, BY_NUMBER, answers)
    assert len(letters(visitor)) == 1


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
def test_whoever_does_not_fit_gets_no_letter_and_the_same_page(visitor, who, answers):
    assert "If your answers are correct" in text(ask(visitor, who, answers))
    assert letters(visitor) == []


@pytest.mark.parametrize("answers", [WRONG, WALTERS])
@pytest.mark.parametrize("what", ["password", "username"])
@pytest.mark.parametrize("who", [NOEL, ADELE], ids=lambda who: who.key)
def test_a_legacy_account_is_told_to_call_by_mail_alone(visitor, who, what, answers):
    account = visitor.rehearsal.pacer_accounts.get(account_number=who.number)
    page = ask(visitor, {"email": account.email, "account_number": who.number}, answers, what=what)
    letter = visitor.rehearsal.mails.get()
    assert letter.to == account.email
    assert "please call" in letter.subject
    assert "(800) 676-6856" in letter.body
    assert account.username not in letter.body
    assert who.number not in text(page)
    assert not RecoveryLink.objects.exists()


def test_a_disabled_account_is_told_by_mail_and_gets_no_link(visitor):
    visitor.rehearsal.pacer_accounts.filter(account_number=WALTER.number).update(is_disabled=True)
    ask(visitor, BY_NUMBER)
    assert "has been disabled" in visitor.rehearsal.mails.get().body
    assert not RecoveryLink.objects.exists()


# --- the forms


@pytest.mark.parametrize(
    ("what", "typed", "said"),
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
def test_bad_input_on_the_first_page_is_told(visitor, site, what, typed, said):
    page = visitor.post(f"/{site}/forgot-{what}/", typed)
    assert page.status_code == 200
    assert said in text(page)
    assert not SignOnSession.objects.exists()


def test_an_empty_answer_is_told_and_counts_nothing(visitor):
    page = visitor.post("/cso/forgot-password/", KNOWN)
    for _ in range(6):
        assert "Enter Security Answer 2." in text(visitor.post(page.url, {"answer_1": "x"}))
    assert len(letters(visitor)) == 0
    visitor.post(page.url, {"answer_1": "domino", "answer_2": "tucumcari"})
    assert len(letters(visitor)) == 1


@pytest.mark.parametrize("what", ["password", "username"])
@pytest.mark.parametrize("site", ["cso", "psc"])
def test_the_second_page_without_the_first_leads_to_it(visitor, site, what):
    assert visitor.get(f"/{site}/forgot-{what}/questions/").url.endswith(f"/{site}/forgot-{what}/")
    other = {"password": "username", "username": "password"}[what]
    visitor.post(f"/{site}/forgot-{other}/", BY_NUMBER)
    assert visitor.get(f"/{site}/forgot-{what}/questions/").status_code == 302


def test_submit_pressed_twice_is_one_try_and_one_letter(visitor):
    page = visitor.post("/cso/forgot-password/", KNOWN)
    for _ in range(2):
        done = visitor.post(page.url, {"answer_1": "domino", "answer_2": "tucumcari"})
        assert done.url.endswith("/forgot-password/sent/")
    assert len(letters(visitor)) == 1


def test_a_case_lies_open_for_half_an_hour(visitor):
    with freeze_time(WALL):
        page = visitor.post("/cso/forgot-password/", KNOWN)
    with freeze_time(WALL + timedelta(minutes=30)):
        assert visitor.get(page.url).status_code == 200
    with freeze_time(WALL + timedelta(minutes=30) + SECOND):
        assert visitor.get(page.url).status_code == 302


@pytest.mark.parametrize(
    ("site", "door", "param", "title"),
    [
        ("cso", CSO, "appurl", "Forgot User Name?"),
        ("psc", PSC, "next", "Forgot Username?"),
    ],
)
def test_the_way_back_to_the_page_wanted_is_kept(visitor, site, door, param, title):
    wanted = visitor.rehearsal.mount + "/ecf/ca10/cgi-bin/DisplayMenu.pl?Utilities"
    query = "?" + urlencode({param: wanted})
    login = text(visitor.get(door + query)).replace("&amp;", "&")
    base = visitor.rehearsal.mount + f"/{site}/"
    assert f'href="{base}forgot-password/{query}"' in login
    assert f'href="{base}forgot-username/{query}"' in login
    assert f"<h1>{title}</h1>" in text(visitor.get(f"/{site}/forgot-username/{query}"))
    page = text(ask(visitor, BY_NUMBER, site=site, query=query))
    assert f'href="{visitor.rehearsal.mount}{door}{query}"' in page
    done = text(set_new(visitor, mailed_link(visitor)))
    back = "?" + urlencode({"appurl": wanted})
    assert f'href="{visitor.rehearsal.mount}{CSO}{back}"' in done
