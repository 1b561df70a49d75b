"""John Attorney forgot the CM/ECF password and resets it with the link that the court e-mails."""

import pytest

from tests.journeys import walks
from tests.support.cast import JOHN

pytestmark = pytest.mark.django_db(transaction=True)
LOGIN = "/ecf/nmd/cgi-bin/login.pl"


@pytest.fixture
def john(person):
    person.go(LOGIN)
    return person


def log_in(john, password):
    john.fill("Login:", JOHN.login)
    john.fill("Password:", password)
    john.check("I understand that, if I file")
    john.click("Login")


def test_cmecf_password_is_reset_with_emailed_link(john):
    john.arrives("CM/ECF Filer or PACER Login")
    john.follow("here: request a CM/ECF password reset")
    walks.reset(john, JOHN)
    john.follow("Log in")
    log_in(john, JOHN.ecf_password)
    john.arrives("The two usual reasons")
    log_in(john, walks.RESET_PASSWORD)
    john.reads("Welcome, John Attorney.", JOHN.email)
    john.checks_page()

    john.opens_newest_email("password")
    john.does_not_read(walks.RESET_PASSWORD)


def test_emailed_link_works_once(john):
    john.go("/ecf/nmd/cgi-bin/lostPassword.pl")
    walks.reset(john, JOHN)
    john.go("/mail/")
    used_link(john).click()
    john.arrives("This link no longer works")


def used_link(john):
    john.page.locator("tbody a").last.click()
    return john.page.locator(".letter a").first
