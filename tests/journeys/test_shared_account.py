"""The Three Rivers firm shares the PACER account tr0042. Adele Counsel can link only her own."""

import dataclasses

import pytest

from tests.journeys import walks
from tests.support.cast import ADELE
from tests.support.moments import FIRST_RUSH

pytestmark = pytest.mark.django_db(transaction=True)
LINK_PAGE = "/ecf/nmd/utilities/link/"
OWN = dataclasses.replace(ADELE, username="acounsel2020", password=walks.NEW_PASSWORD)


@pytest.fixture
def adele(person):
    return person.at(FIRST_RUSH)


def goes_to_link(adele, who):
    adele.go(LINK_PAGE)
    adele.arrives("Login")
    adele.signs_on(who)


def test_legacy_shared_account_refused(adele):
    goes_to_link(adele, ADELE)
    adele.reads("Shared PACER accounts will not work with NextGen.")
    adele.does_not_read("CM/ECF password:")
    adele.checks_page()


def test_upgraded_shared_account_refused_and_own_account_links(adele):
    adele.rehearsal.pacer_accounts.filter(username=ADELE.username).update(account_type="upgraded")
    goes_to_link(adele, ADELE)
    adele.reads("Shared PACER accounts will not work with NextGen.")
    adele.does_not_read("CM/ECF password:")
    adele.checks_page()
    adele.click("Log Out", role="link")
    adele.checks_page()
    adele.click("Log Out")

    adele.go("/pacer/register/")
    number = walks.register(adele, ADELE, user_type="ATTORNEY", username=OWN.username)
    assert number != ADELE.number
    goes_to_link(adele, OWN)
    adele.arrives("PACER User Not Activated")
    adele.reads("Link your accounts")
    adele.click("Continue", role="link")
    walks.link(adele, ADELE)
    adele.reads(f"Adele Counsel, {number}")
