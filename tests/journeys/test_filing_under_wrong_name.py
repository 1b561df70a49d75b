"""After a wrong link, a filing shows the wronged attorney's name everywhere, until it is taken back."""

import pytest

from tests.journeys.person import Person
from tests.support.cast import GRANT, JOHN
from tests.support.docketed import case_of
from tests.support.filing_steps import to_final
from tests.support.link_steps import agree, link
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH
from tests.support.submissions import party
from tests.support.visitor import Visitor

pytestmark = pytest.mark.django_db(transaction=True)
SCHOOL = "2:19-cv-90002"
FILED = "MOTION to Compel of discovery"


@pytest.fixture
def grant(rehearsal, person) -> Person:
    """Grant has linked John's CM/ECF login and is about to submit a motion."""
    visitor = Visitor(rehearsal).at(FIRST_RUSH)
    visitor.post(f"/people/{GRANT.key}/")
    link(visitor, GRANT, JOHN)
    agree(visitor)
    to_final(visitor, "motions", "motion-compel", party(rehearsal, number=SCHOOL).pk, SCHOOL)
    return person.continues(visitor)


@pytest.fixture
def john(rehearsal, new_person) -> Person:
    visitor = Visitor(rehearsal)
    visitor.post(f"/people/{JOHN.key}/")
    log_in(visitor, JOHN)
    return new_person().continues(visitor)


def reads_the_docket(john: Person) -> None:
    john.go(f"/ecf/nmd/cgi-bin/DktRpt.pl?{case_of(john.rehearsal, SCHOOL).pk}")
    john.click("Run Report")
    john.reads("CIVIL DOCKET FOR CASE #: 2:19-cv-90002")


def test_filing_shows_the_wrong_name_until_it_is_taken_back(grant: Person, john: Person):
    grant.go("/ecf/nmd/file/final/")
    grant.reads(FILED, "(Attorney, John)", "You file as John Attorney")
    grant.click("Submit")
    grant.sees_heading("Filed under another name")
    grant.checks_page()

    john.go("/")
    john.sees_heading("Someone else filed under your name")
    john.reads(f"in {SCHOOL}, filed with PACER account {GRANT.number}", "(505) 348-2075")
    john.checks_page()
    john.opens_newest_email("Activity in Case")
    john.reads("entered by Attorney, John", FILED)
    reads_the_docket(john)
    john.reads(FILED)
    john.checks_page()

    grant.go("/")
    grant.sees_heading("You filed under another person's name")
    grant.checks_page()
    grant.page.get_by_role("button", name="Undo: link of jattorney").click()
    grant.reads("This undoes 2 changes", "Filed a document")
    grant.click("Go back")
    grant.reads("You went back to before this")
    john.go("/")
    john.does_not_read("filed under your name")
    john.go("/mail/")
    john.does_not_read("Activity in Case")
    log_in_again(john)
    reads_the_docket(john)
    john.does_not_read(FILED)


def log_in_again(john: Person) -> None:
    """Everyone was logged out."""
    john.go("/ecf/nmd/cgi-bin/DisplayMenu.pl?Utilities")
    john.signs_on(JOHN)
