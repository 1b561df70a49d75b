"""The pages of filings and dockets at 390 px. The other journeys run axe-core at 1280 px."""

import pytest

from tests.journeys.person import Person
from tests.support.cast import NOEL, SKYE
from tests.support.docketed import case_of
from tests.support.filing_steps import as_filer, choose, events_path, press, step_path, submit
from tests.support.login_pages import log_in
from tests.support.moments import LAST_HOUR, LIVE
from tests.support.submissions import party
from tests.support.visitor import Visitor

pytestmark = pytest.mark.django_db(transaction=True)
ECF = "/ecf/nmd/cgi-bin"


@pytest.fixture
def phone(new_person) -> Person:
    return new_person(390)


def test_filing(rehearsal, phone):
    """Noel's phone shows each page of a filing, which his computer takes a step further."""
    noel = as_filer(Visitor(rehearsal).at(LAST_HOUR), NOEL)
    phone.continues(noel)
    phone.go(events_path("motions"))
    phone.checks_on_a_phone()
    choose(noel, "motions", "motion-compel")
    steps = {
        "case": {"case_number": "20-90001"},
        "caption": {},
        "filer": {"filers": [party(rehearsal).pk]},
        "documents": {"practice": "attachments"},
        "refer": {},
        "docket-text": {"words": "of discovery"},
    }
    for step, data in steps.items():
        phone.go(step_path(step))
        phone.checks_on_a_phone()
        press(noel, step, **data)
    phone.go(step_path("final"))
    phone.checks_on_a_phone()
    phone.go(f"/ecf/nmd/filing/{submit(noel).pk}/notice/")
    phone.checks_on_a_phone()
    phone.opens_newest_email("Activity in Case")
    phone.checks_on_a_phone()


@pytest.fixture
def skye(rehearsal, phone) -> Person:
    visitor = Visitor(rehearsal).at(LIVE)
    log_in(visitor, SKYE)
    return phone.continues(visitor)


@pytest.mark.parametrize(
    "script",
    ["iquery.pl", "CvCaseFiled-Rpt.pl", "DktActivity-Rpt.pl", "CalEvents-Rpt.pl", "WrtOpRpt.pl"],
)
def test_report(skye, script):
    """The form of a search or a report, and what it finds."""
    skye.go(f"{ECF}/{script}")
    skye.checks_on_a_phone()
    if script == "iquery.pl":
        skye.fill("Last/Business Name", "Prac")
    skye.page.get_by_role("button", name="Run ").click()
    skye.checks_on_a_phone()


def test_case(rehearsal, skye):
    """The case, its docket sheet, its history, and a document before and after the charge."""
    case = case_of(rehearsal)
    for script in (
        "iqquerymenu.pl",
        "DktRpt.pl",
        "HistDocQry.pl",
        "qryParties.pl",
        "qrySummary.pl",
    ):
        skye.go(f"{ECF}/{script}?{case.pk}")
        skye.checks_on_a_phone()
    for script in ("HistDocQry.pl", "DktRpt.pl"):
        skye.go(f"{ECF}/{script}?{case.pk}")
        if script == "DktRpt.pl":
            skye.check("View multiple documents")
        skye.page.get_by_role("button", name="Run ").click()
        skye.checks_on_a_phone()
    skye.page.locator("main a[href*='/doc1/']").nth(1).click()
    skye.checks_on_a_phone()
    skye.click("View Document")
    skye.checks_on_a_phone()
