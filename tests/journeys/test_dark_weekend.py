"""The outage, Friday 3:00 pm to Monday 8:00 am: CM/ECF is closed and PACER is open."""

import pytest

from tests.journeys import walks
from tests.support.cast import JOHN, NOEL
from tests.support.moments import JUST_BEFORE_LIVE, JUST_BEFORE_OUTAGE, LIVE, OUTAGE, WEEKEND

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def john(person):
    """John has filled in the e-mail form one second before the outage."""
    person.at(JUST_BEFORE_OUTAGE).go("/ecf/nmd/cgi-bin/login.pl")
    person.fill("Login:", JOHN.login)
    person.fill("Password:", JOHN.ecf_password)
    person.check("I understand that, if I file")
    person.click("Login")
    person.follow("Change the e-mail on file")
    person.fill("New e-mail address *", "too-late@example.com")
    person.fill("Confirm e-mail address *", "too-late@example.com")
    return person


def test_form_open_at_outage_is_not_saved(john):
    john.checks_page()
    john.at(OUTAGE).click("Submit")
    john.arrives("Your form was not received")
    john.reads("Friday, April 17, 2020, at 3:00 pm MT", "nothing was saved")
    assert john.rehearsal.cmecf_accounts.get(login=JOHN.login).email == JOHN.email
    john.at(JUST_BEFORE_LIVE).go("/ecf/nmd/")
    john.arrives("CM/ECF is unavailable until")
    john.at(LIVE).page.reload()
    john.reads("Official Court Electronic Document Filing System")


def test_upgrade_works_during_outage(person):
    person.at(WEEKEND).go("/ecf/nmd/")
    person.arrives("CM/ECF is unavailable until Monday, April 20, 2020, at 8:00 am MT")
    person.follow("Upgrade your PACER account")
    person.signs_on(NOEL)
    person.reads("Legacy PACER Account")
    person.follow("Upgrade")
    walks.upgrade(person)
    person.go("/www/nmd/cmecf-nextgen/")
    person.reads("CM/ECF is unavailable now")
    person.checks_page()
