"""Noel Attorney: a legacy PACER account in March, e-filing rights on go-live morning."""

import pytest

from tests.journeys import walks
from tests.support.cast import NOEL
from tests.support.moments import LIVE

pytestmark = pytest.mark.django_db(transaction=True)


def test_noel_upgrades_in_march_and_links_on_go_live(person):
    person.go("/")
    person.click("Practice as Noel Attorney")
    person.arrives("My four steps")
    walks.open_upgrade(person, NOEL)
    walks.upgrade(person)
    person.reads(NOEL.number, "Upgraded PACER Account")
    person.click("Close", role="link")
    person.arrives("MANAGE MY ACCOUNT")
    person.reads("Welcome, Attorney Noel", "Upgraded PACER Account")
    person.does_not_read("(Upgrade)")

    person.at(LIVE).go("/")
    person.reads("Upgraded on")
    walks.open_cmecf(person)
    person.arrives("Login")
    person.reads(
        "It is Monday, April 20. You closed your browser on Friday, March 27: log in again."
    )
    person.signs_on(NOEL, walks.NEW_PASSWORD)
    walks.open_link_page(person)
    walks.link(person, NOEL)
    reads_her_filing_rights(person)
    logs_in_again(person)


def reads_her_filing_rights(noel):
    noel.click("Go to Civil", role="link")
    noel.arrives("Your filing rights")
    noel.reads("You can file in civil cases", "All civil cases.", NOEL.number)
    noel.go("/")
    noel.reads("All four steps are done")
    noel.checks_page()


def logs_in_again(noel):
    """Log in with the new password and confirm the redaction notice."""
    noel.go("/ecf/nmd/cgi-bin/DisplayMenu.pl")
    noel.click("Log Out", role="link")
    noel.click("Log Out")
    noel.arrives("You are logged out")
    noel.click("Log in again", role="link")
    noel.signs_on(NOEL, walks.NEW_PASSWORD)
    walks.agree(noel)
    noel.reads("You can file in this court as Noel Attorney")
    assert noel.menu()[:2] == ["Civil", "Criminal"]
