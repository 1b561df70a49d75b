"""John Attorney forgot his CM/ECF password. The court mails him a link to choose a new one."""

import pytest

from tests.journeys import walks
from tests.support.cast import JOHN

pytestmark = pytest.mark.django_db(transaction=True)
LOGIN = "/ecf/nmd/cgi-bin/login.pl"


@pytest.fixture
def john(person):
    person.go(LOGIN)
    return person


def logs_in(john, password):
    john.fill("Login:", JOHN.login)
    john.fill("Password:", password)
    john.check("I understand that, if I file")
    john.click("Login")


def test_john_gets_a_letter_sets_a_new_password_and_logs_in(john):
    john.arrives("CM/ECF Filer or PACER Login")
    john.follow("here: request a CM/ECF password reset")
    walks.reset(john, JOHN)
    john.follow("Log in")
    logs_in(john, JOHN.ecf_password)
    john.arrives("The two usual reasons")
    logs_in(john, walks.RESET_PASSWORD)
    john.reads("Welcome, John Attorney.", JOHN.email)
    john.checks_page()

    john.opens_newest_email("password")
    john.does_not_read(walks.RESET_PASSWORD)


def test_the_mailed_link_works_once(john):
    john.go("/ecf/nmd/cgi-bin/lostPassword.pl")
    walks.reset(john, JOHN)
    john.go("/mail/")
    link_of_the_letter_he_used(john).click()
    john.arrives("This link no longer works")


def link_of_the_letter_he_used(john):
    john.page.locator("tbody a").last.click()
    return john.page.locator(".letter a").first
