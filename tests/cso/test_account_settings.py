import logging

import pytest
from django.contrib.auth.hashers import check_password

from cso.models import RecoveryLink, SignOnSession
from pacer_accounts.models import PacerAccount
from rehearsals.clock import clock
from rehearsals.models import AttemptCounter
from tests.support.cast import JOHN, OWEN
from tests.support.login_pages import PSC, WRONG, is_signed_on, log_in
from tests.support.moments import LIVE, SEED_MOMENT
from tests.support.stored import everything_stored
from tests.support.upgrade_pages import text

pytestmark = pytest.mark.django_db

USERNAME = "/psc/account/settings/username/"
PASSWORD = "/psc/account/settings/password/"
SECURITY = "/psc/account/settings/security-information/"
NEW = "Fresh-Canary-2020x"
ANSWERS = {
    "question_1": "What was your first job?",
    "answer_1": "Canarykeeper",
    "question_2": "What is your favorite meal?",
    "answer_2": "Canaryseed",
}


@pytest.fixture
def john(visitor):
    log_in(visitor, JOHN, path=PSC)
    return visitor


def account_of(visitor, who=JOHN) -> PacerAccount:
    return visitor.rehearsal.pacer_accounts.get(account_number=who.number)


def new_password(**typed):
    valid = {"current_password": JOHN.password, "password": NEW, "confirm_password": NEW}
    return valid | typed


def new_name(username="johns.new.name", **typed):
    return {"username": username, "current_password": JOHN.password} | typed


def failures(visitor) -> int:
    counter = AttemptCounter.objects.filter(rehearsal=visitor.rehearsal).first()
    return counter.failures if counter else 0


def test_password_change_takes_effect_and_sends_email(john, new_visitor):
    answer = john.post(PASSWORD, new_password())
    assert "Your PACER password has been changed." in text(john.get(answer.url))
    assert "Invalid" in text(log_in(new_visitor(), JOHN))
    assert log_in(new_visitor(), username=JOHN.username, password=NEW).status_code == 302
    mail = john.rehearsal.mails.get(to=account_of(john).email)
    assert mail.subject == "PACER password changed"


def test_password_change_ends_other_sign_ons_and_renews_this_session_key(john, new_visitor):
    elsewhere, owen = new_visitor(), new_visitor()
    log_in(elsewhere, JOHN)
    log_in(owen, OWEN)
    before = john.client.cookies["NextGenCSO"].value
    john.post(PASSWORD, new_password())
    assert not is_signed_on(elsewhere)
    assert is_signed_on(owen)
    assert is_signed_on(john)
    assert john.client.cookies["NextGenCSO"].value != before
    assert not SignOnSession.objects.filter(session_key=before).exists()


def test_password_change_uses_court_time_and_deletes_recovery_links(john):
    log_in(john.at(LIVE), JOHN)
    RecoveryLink.objects.create(
        rehearsal=john.rehearsal,
        account=account_of(john),
        token_digest="x",
        made_at=clock.wall_now(),
    )
    john.post(PASSWORD, new_password())
    assert account_of(john).password_set_at == LIVE
    assert not RecoveryLink.objects.exists()


@pytest.mark.parametrize(
    ("path", "typed"), [(PASSWORD, new_password()), (USERNAME, new_name()), (SECURITY, ANSWERS)]
)
def test_wrong_current_password_changes_nothing_and_counts_as_login_failure(john, path, typed):
    before = PacerAccount.objects.filter(pk=account_of(john).pk).values().get()
    for _ in range(4):
        page = john.post(path, typed | {"current_password": WRONG})
        assert "This is not the current password of this account." in text(page)
        assert "not your CM/ECF password" in text(page)
    assert failures(john) == 4
    assert "now locked for 15 minutes" in text(john.post(path, typed | {"current_password": WRONG}))
    locked = john.post(path, typed | {"current_password": JOHN.password})
    assert "This username is locked" in text(locked)
    assert "(800) 676-6856" in text(locked)
    assert PacerAccount.objects.filter(pk=account_of(john).pk).values().get() == before
    assert john.rehearsal.mails.count() == 0


def test_right_current_password_clears_failures(john):
    john.post(PASSWORD, new_password(current_password=WRONG))
    assert john.post(PASSWORD, new_password()).status_code == 302
    assert failures(john) == 0


def test_form_with_other_errors_counts_no_failure(john):
    john.post(PASSWORD, new_password(current_password=WRONG, confirm_password="another"))
    assert failures(john) == 0


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"password": "short", "confirm_password": "short"}, "at least 8 and at most 45"),
        ({"confirm_password": "Other-Canary-1"}, "do not match"),
        ({"password": JOHN.password, "confirm_password": JOHN.password}, "must be different"),
        ({"password": "", "confirm_password": ""}, "Enter New Password."),
        ({"current_password": ""}, "Enter Current Password."),
        ({"current_password": "x" * 129}, "too long to be a PACER password"),
    ],
)
def test_invalid_new_password_is_refused(john, typed, message):
    assert message in text(john.post(PASSWORD, new_password(**typed)))
    assert account_of(john).has_password(JOHN.password)


def test_password_page_uses_rules_of_its_era(john):
    john.rehearsal.era = "2025"
    john.rehearsal.save()
    short = "Short-Cany-1x"
    page = john.post(PASSWORD, new_password(password=short, confirm_password=short))
    assert text(page).count("at least 14") == 3  # summary, rule, error
    assert account_of(john).has_password(JOHN.password)


def test_username_change_takes_effect_and_sends_email(john, new_visitor):
    number = account_of(john).account_number
    assert john.post(USERNAME, new_name()).status_code == 302
    assert is_signed_on(john)
    assert "Invalid" in text(log_in(new_visitor(), JOHN))
    answer = log_in(new_visitor(), username="JOHNS.NEW.NAME", password=JOHN.password)
    assert answer.status_code == 302
    assert account_of(john).account_number == number
    mail = john.rehearsal.mails.get(to=account_of(john).email)
    assert "username is johns.new.name" in mail.body


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"username": "short"}, "at least 8 and at most 45"),
        ({"username": OWEN.username.upper()}, "This username is taken"),
        ({"username": JOHN.username}, "This is already your username."),
        ({"username": JOHN.password}, "Your password contains part of this username."),
        ({"username": ""}, "Enter New Username."),
    ],
)
def test_invalid_username_is_refused(john, typed, message):
    assert message in text(john.post(USERNAME, new_name(**typed)))
    assert account_of(john).username == JOHN.username


def test_own_username_may_be_respelled(john):
    assert john.post(USERNAME, new_name(JOHN.username.upper())).status_code == 302
    assert account_of(john).username == JOHN.username.upper()


def test_security_answers_are_stored_as_hashes(john):
    typed = ANSWERS | {"current_password": JOHN.password}
    assert john.post(SECURITY, typed).status_code == 302
    account = account_of(john)
    assert (account.question_1, account.question_2) == (
        ANSWERS["question_1"],
        ANSWERS["question_2"],
    )
    assert check_password("canarykeeper", account.answer_1)
    assert check_password("canaryseed", account.answer_2)
    assert john.rehearsal.mails.get().subject == "PACER security information changed"


def test_settings_never_store_log_mail_or_show_secrets(john, caplog):
    caplog.set_level(logging.DEBUG)
    pages = [
        john.post(PASSWORD, new_password(current_password=WRONG)),
        john.post(PASSWORD, new_password(confirm_password=WRONG)),
        john.post(USERNAME, new_name(current_password=WRONG)),
        john.post(SECURITY, ANSWERS | {"current_password": WRONG}),
        john.post(SECURITY, ANSWERS | {"question_1": "", "current_password": JOHN.password}),
        john.post(SECURITY, ANSWERS | {"current_password": JOHN.password}),
        john.post(PASSWORD, new_password()),
        john.get("/psc/account/"),
        john.get("/activity/"),
    ]
    seen = everything_stored() + caplog.text + "".join(page.content.decode() for page in pages)
    canaries = (WRONG, NEW, JOHN.password, ANSWERS["answer_1"], ANSWERS["answer_2"])
    assert [canary for canary in canaries if canary in seen] == []


def test_activity_log_shows_changes_and_failures(john):
    john.at(SEED_MOMENT).post(PASSWORD, new_password(current_password=WRONG))
    john.post(USERNAME, new_name())
    page = text(john.get("/activity/"))
    assert "Change the PACER password" in page
    assert "Change the PACER username" in page
