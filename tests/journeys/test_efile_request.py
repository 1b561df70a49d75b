"""Nina asks the court for the right to e-file; John asks for what a link would have given him."""

import dataclasses
from collections.abc import Callable

import pytest

from efile.choices import Reason
from efile.models import EfileRegistration
from efile.queue import services
from rehearsals.web import mount
from tests.journeys import walks
from tests.journeys.person import Person
from tests.support.cast import JOHN, NINA
from tests.support.moments import FIRST_RUSH
from tests.support.pdfs import PDF

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "Attorney Admissions / E-File Registration"
OWN = dataclasses.replace(
    NINA,
    email="nina.newcomer@example.com",
    username="ninanewcomer",
    password=walks.NEW_PASSWORD,
)


# ---- the filer


def registers_as_an_attorney_who_will_file(nina) -> str:
    nina.at(FIRST_RUSH).go("/pacer/register/")
    number = walks.register(
        nina, OWN, kind="Attorney Filers", user_type="ATTORNEY", username=OWN.username,
        has_card=True,
    )  # fmt: skip
    nina.reads("select Continue to request e-filing in a NextGen court")
    nina.click("Continue", role="link")
    nina.signs_on(OWN)
    return number


def picks(person, words) -> None:
    """Click the label, because USWDS draws its own radio button."""
    person.page.locator("label", has_text=words).click()


def chooses_the_court(person) -> None:
    person.arrives(TITLE)
    person.reads("In what court do you want to practice?")
    person.choose("Court *", "New Mexico District Court - NextGen")
    person.click("Next")


def fills_in_the_rest(person, *, look: Callable[[], None] = lambda: None) -> None:
    """From Application to the last Submit. `look`: what is done on each page; once is enough."""
    person.reads("The District of New Mexico accepts these applications.")
    look()
    picks(person, "E-File Registration Only")
    person.click("Next")
    person.reads("100 Practice Plaza")
    look()
    person.choose("State Bar *", "New Mexico")
    person.fill("State Bar Number *", "SIM-0001")
    person.fill("Date Admitted to the State Bar *", "09/30/2019")
    person.click("Next")
    person.reads("Notices of electronic filing go to")
    look()
    person.click("Next")
    person.reads("There is no fee")
    person.click("Next")
    person.reads("SIM-0001", "09/30/2019", "You can't file until the court approves it.")
    look()
    person.check("I agree that my PACER username and password serve as my signature")
    person.check("I have read this court's own requirements")
    person.click("Submit")
    person.sees_heading("We sent your request to the District of New Mexico")
    look()
    person.reads("You cannot file there yet")


def follows_the_letter(person, subject) -> None:
    person.opens_newest_email(subject)
    person.checks_page()
    person.page.locator(".letter a").first.click()


def answers_with_a_document(nina) -> None:
    follows_the_letter(nina, "needs more information")
    nina.arrives("The court asks for more")
    nina.reads("Send your certificate of good standing.")
    nina.fill("Your answer to the court *", "Here it is.")
    document = {"name": "standing.pdf", "mimeType": "application/pdf", "buffer": PDF}
    nina.page.get_by_label("Document Upload").set_input_files(document)
    nina.click("Submit")
    nina.reads("The court has your answer.", "standing.pdf")
    nina.checks_page()


def files_after_the_redaction_notice(nina) -> None:
    follows_the_letter(nina, "was approved")
    walks.agree(nina)
    assert {"Civil", "Criminal"} <= set(nina.menu())
    nina.go("/psc/account/maintenance/status/")
    nina.arrives("Check E-File Status")
    nina.reads("You may e-file here")


# ---- the clerk, whose pages are in test_clerks_morning.py


def court_decides(person, service, number, **values) -> None:
    request = EfileRegistration.objects.get(pacer_account__account_number=number)
    with mount.inside_rehearsal(person.rehearsal):
        service(request_id=request.pk, who="staff clerk", at=FIRST_RUSH, **values)


def test_nina_registers_asks_answers_and_files(person: Person):
    number = registers_as_an_attorney_who_will_file(person)
    chooses_the_court(person)
    fills_in_the_rest(person)

    question = "Send your certificate of good standing."
    court_decides(person, services.ask_for_more, number, remark=question)
    answers_with_a_document(person)

    court_decides(person, services.approve, number, remark="")
    files_after_the_redaction_notice(person)


def test_john_goes_on_past_the_warning_is_rejected_and_links(person: Person):
    person.at(FIRST_RUSH).go("/psc/account/maintenance/register/")
    person.signs_on(JOHN)
    chooses_the_court(person)
    person.arrives("Did you e-file in this court before it moved to NextGen?")
    person.click("Continue with the request")
    fills_in_the_rest(person, look=person.checks_page)

    instead = Reason.LINK_INSTEAD
    court_decides(person, services.reject, JOHN.number, reason=instead, remark="")

    follows_the_letter(person, "was not approved")
    walks.link(person, JOHN)
    assert {"Civil", "Criminal"} <= set(person.menu())
    person.go("/psc/account/maintenance/history/")
    person.arrives("E-File Registration/Maintenance History")
    person.reads("You already e-file here: link your accounts instead")
