"""Grant links a colleague's login, goes back, links the right one, and prints what happened."""

import re

import pytest

from tests.journeys import walks
from tests.support.cast import GRANT, JOHN
from tests.support.moments import FIRST_RUSH

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_run_ends_with_a_summary_and_a_record_that_can_be_verified(person):
    person.go("/")
    walks.practice_as_one_of_more_people(person, "Grant Counsel")
    person.at(FIRST_RUSH).go("/ecf/nmd/utilities/link/")
    person.signs_on(GRANT)
    walks.enter_credentials(person, JOHN)
    person.click("Submit")
    person.click("Undo this link")
    person.reads("You went back to before this")
    person.go("/ecf/nmd/utilities/link/")
    walks.link(person, GRANT)

    person.go("/")
    person.follow("Summary")
    person.arrives("Summary for Grant Counsel")
    person.reads(
        "All four steps are completed.",
        "which is someone else's account",
        "Undone: you went back to before it.",
        'Grant Counsel went back to before "Linked a CM/ECF account permanently',
    )
    person.checks_page()
    person.fill("Your name on the record (optional)", "Pat Practice")
    person.page.get_by_role("button", name="Make a completion record").click()
    person.arrives("Completion record")
    person.reads("Pat Practice", "no continuing legal education (CLE) credit")
    person.checks_page()
    code = re.search(r"\b\w{4}-\w{4}-\w{4}\b", person.page.locator("main").inner_text())[0]
    verifies(person, code)


def verifies(person, code):
    person.page.goto(f"{person.server}/verify/")
    person.checks_accessibility()
    person.fill("Code of the record", code.lower().replace("-", " "))
    person.click("Verify")
    person.arrives("This record is confirmed")
    person.reads("Pat Practice", "Undone: you went back to before it.")
    person.checks_accessibility()
    person.page.goto(f"{person.server}/checklist/")
    person.arrives("Checklist for my own real accounts")
    person.checks_accessibility()
