"""Something is due on Saturday, April 18, while CM/ECF is closed (K5): file on Friday, or read the notice."""

from collections.abc import Callable

import pytest

from tests.journeys.person import Person
from tests.support.cast import GILBERT
from tests.support.docketed import case_of
from tests.support.filing_steps import as_filer, to_final
from tests.support.moments import JUST_BEFORE_OUTAGE, LAST_HOUR, OUTAGE
from tests.support.submissions import party
from tests.support.visitor import Visitor

pytestmark = pytest.mark.django_db(transaction=True)
RANCH = "1:20-cv-90005"
DUE = "Response to motion due Saturday, April 18"


@pytest.fixture
def gilbert(rehearsal, person) -> Person:
    """Gilbert has his password again, and has prepared his response to entry 8."""
    visitor = Visitor(rehearsal).at(LAST_HOUR)
    visitor.post(f"/people/{GILBERT.key}/")
    as_filer(visitor, GILBERT)
    defendant = party(rehearsal, "Defendant", RANCH)
    to_final(visitor, "responses", "response", defendant.pk, RANCH, refers_to=[8])
    return person.continues(visitor)


def test_gilbert_files_in_the_last_hour(gilbert: Person):
    gilbert.go("/")
    gilbert.sees_heading(DUE)
    gilbert.reads(f"In {RANCH}", "File before Friday, April 17, 2020, at 3:00 pm MT.")
    gilbert.reads("Contact the Clerk's Office: (505) 348-2075")
    gilbert.checks_page()
    gilbert.at(JUST_BEFORE_OUTAGE).go("/ecf/nmd/file/final/")
    gilbert.reads("RESPONSE", "to 8 Motion for Partial Summary Judgment")
    gilbert.click("Submit")
    gilbert.sees_heading("Your filing is complete")
    gilbert.go("/")
    gilbert.does_not_read(DUE)
    entry = case_of(gilbert.rehearsal, RANCH).entries.order_by("sequence").last()
    assert entry.entered_at == JUST_BEFORE_OUTAGE


def test_after_the_closing_the_court_says_whom_to_ask(
    gilbert: Person, new_person: Callable[..., Person]
):
    """Gilbert is one second late. Max, on the other side, reads the court's notice on his phone."""
    gilbert.go("/ecf/nmd/file/final/")
    gilbert.at(OUTAGE).click("Submit")
    gilbert.reads("Nothing was filed", "(505) 348-2075")
    gilbert.checks_page()
    gilbert.go("/")
    gilbert.sees_heading(DUE)
    gilbert.reads("You can't file in CM/ECF now", "Ask what to do about this deadline.")
    assert not case_of(gilbert.rehearsal, RANCH).entries.filter(entered_at=OUTAGE).exists()

    reader = new_person(390)
    reader.go("/ecf/nmd/")
    reader.arrives("CM/ECF is unavailable until Monday, April 20, 2020, at 8:00 am MT")
    reader.go("/www/nmd/cmecf-nextgen/")
    reader.reads("If something is due before CM/ECF reopens, call the court.")
    reader.checks_page()
