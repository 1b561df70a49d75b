"""Reports that aren't about one case: civil and criminal cases, docket activity, calendar."""

import re
from datetime import date

import pytest

from dockets.models import Case, Deadline, Restriction
from dockets.query.nonce import make_nonce
from dockets.reports.docket_sheet import caption
from dockets.reports.paging import page_after
from pacer_accounts.models import UsageTransaction
from tests.support.docketed import case_of
from tests.support.dockets import court_of, fill_docket, keep_complaint, make_case
from tests.support.legacy import MENU
from tests.support.moments import SEED_MOMENT
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db

CIVIL, CRIMINAL = "CvCaseFiled-Rpt.pl", "CrCaseFiled-Rpt.pl"
ACTIVITY, CALENDAR = "DktActivity-Rpt.pl", "CalEvents-Rpt.pl"
JULY = {"date_from": "7/1/2018", "date_to": "7/31/2018", "which": "filed"}


def run(visitor, script, **fields):
    return visitor.post(f"/ecf/nmd/cgi-bin/{script}?{make_nonce()}", JULY | fields)


def case_in_july(rehearsal, serial, day=10, kind="cv", **columns):
    number, filed = f"1:18-{kind}-{serial:05}", date(2018, 7, day)
    title = f"Practice v. Sample {serial}"
    return make_case(court_of(rehearsal), number, title, **{"filed_on": filed} | columns)


def cases_in(page):
    return re.findall(r"Sample (\d+)</td>", page.content.decode())


@pytest.mark.parametrize(
    ("script", "number"),
    [
        (CIVIL, "1:20-cv-90001-TRN-SIM"),
        (CRIMINAL, "1:20-cr-90003-TRN"),
        (ACTIVITY, "1:20-cv-90005-TRN-SIM"),
        (CALENDAR, "1:20-cv-90005-TRN-SIM"),
    ],
)
def test_dates_that_a_form_offers_find_something_in_a_new_rehearsal(skye, script, number):
    form = skye.get(f"/ecf/nmd/cgi-bin/{script}").content.decode()
    dates = dict(re.findall(r'name="(date_(?:from|to))"[^>]* value="([^"]+)"', form))
    assert len(dates) == 2
    if script == CALENDAR:
        dates["which"] = ""
    assert number in page_text(run(skye, script, **dates))


def test_menu_has_the_reports_of_the_court(skye):
    text = page_text(skye.get(f"{MENU}?Reports"))
    for label in ("Docket Sheet", "Civil Cases", "Criminal Cases", "Calendar Events"):
        assert label in text
    for label in ("Docket Activity", "Written Opinions"):
        assert label in text


def test_civil_cases_of_a_period_include_both_days(skye, rehearsal):
    for serial, day in ((91, 1), (92, 31)):
        case_in_july(rehearsal, serial, day)
    case_in_july(rehearsal, 93, filed_on=date(2018, 8, 1))
    case_in_july(rehearsal, 94, kind="cr")
    case_in_july(rehearsal, 95, access="sealed")
    assert cases_in(run(skye, CIVIL)) == ["91", "92"]
    assert cases_in(run(skye, CRIMINAL)) == ["94"]
    charge = UsageTransaction.objects.filter(rehearsal=rehearsal, at=SEED_MOMENT).first()
    assert (charge.description, charge.kind) == ("Civil Cases", "search")
    assert charge.search.startswith("07/01/2018 to 07/31/2018, Filed in this period")


def test_every_office_in_which_a_case_can_be_opened_is_in_the_report_and_on_the_docket(
    skye, rehearsal
):
    santa_fe = case_in_july(rehearsal, 96, office="6")
    assert cases_in(run(skye, CIVIL, office="6")) == ["96"]
    assert "District of New Mexico (Santa Fe)" in caption.heading_lines(santa_fe)


def test_cases_by_office_nature_of_suit_and_closing_date(skye, rehearsal):
    case_in_july(rehearsal, 91, nature_of_suit="190 Contract: Other")
    case_in_july(rehearsal, 92, nature_of_suit="440 Civil Rights: Other", office="2")
    case_in_july(rehearsal, 93, filed_on=date(2017, 1, 2), closed_on=date(2018, 7, 5))
    assert cases_in(run(skye, CIVIL, nature_of_suit="440")) == ["92"]
    assert cases_in(run(skye, CIVIL, office="1")) == ["91"]
    assert cases_in(run(skye, CIVIL, which="closed")) == ["93"]


def test_long_list_comes_in_pages_and_each_is_charged(skye, rehearsal):
    for serial in range(101, 251):
        case_in_july(rehearsal, serial, 1 + serial % 3)
    first = run(skye, CIVIL)
    after = re.search(r'name="after" value="([^"]+)"', first.content.decode())[1]
    second = run(skye, CIVIL, after=after)
    assert (len(cases_in(first)), len(cases_in(second))) == (100, 50)
    assert not set(cases_in(first)) & set(cases_in(second))
    assert 'name="after"' not in second.content.decode()
    assert UsageTransaction.objects.filter(rehearsal=rehearsal, at=SEED_MOMENT).count() == 2


def test_activity_by_event_without_sealed_entries(skye, rehearsal, django_assert_max_num_queries):
    case = case_of(rehearsal)
    keep_complaint(case)
    fill_docket(case, 3, first_day=date(2018, 7, 10))
    case.entries.filter(number=3).update(event="order", text="ORDER granting.")
    case.entries.filter(number=4).update(restriction=Restriction.SEALED)
    with django_assert_max_num_queries(25):
        text = page_text(run(skye, ACTIVITY))
    assert "NOTICE number 1" in text
    assert "ORDER granting." in text
    assert "NOTICE number 3" not in text
    assert "NOTICE number 1" not in page_text(run(skye, ACTIVITY, event="order"))
    assert "ORDER granting." not in page_text(run(skye, ACTIVITY, case_type="cr"))
    as_browser = skye.post(
        f"/ecf/nmd/cgi-bin/{ACTIVITY}", JULY, headers={"Sec-Fetch-Dest": "document"}
    )
    assert "/doc1/121" in as_browser.content.decode()
    assert "onclick" not in as_browser.content.decode()
    entered = run(skye, ACTIVITY, date_range_type="Entered", date_to="7/10/2018")
    assert "NOTICE number 1" in page_text(entered)
    assert "ORDER granting." not in page_text(entered)


def test_calendar_shows_hearings_and_deadlines_of_the_court_only(skye, rehearsal, other_rehearsal):
    for owner, label in ((rehearsal, "Sim conference"), (other_rehearsal, "Foreign hearing")):
        Deadline.objects.create(
            rehearsal=owner, case=case_of(owner), label=label, due_on=date(2018, 7, 3)
        )
    text = page_text(run(skye, CALENDAR, which=""))
    assert "07/03/2018" in text
    assert "Sim conference" in text
    assert "Foreign hearing" not in text
    assert "Sim conference" not in page_text(run(skye, CALENDAR, which="hearings"))


def test_nothing_found_is_billed_as_one_page_and_a_long_period_is_refused(skye, rehearsal):
    assert "Nothing matches" in page_text(run(skye, CIVIL))
    assert UsageTransaction.objects.filter(rehearsal=rehearsal, at=SEED_MOMENT).get().pages == 1
    page = run(skye, CIVIL, date_from="7/1/2016")
    assert "Choose a period of at most one year." in page_text(page)
    assert 'value="7/1/2016"' in page.content.decode()


def test_junk_after_gives_the_first_page(rehearsal):
    rows = Case.objects.filter(rehearsal=rehearsal)
    for junk in ("x", "2018-07-01~x", "soon~1", "2018-07-01~", "~1"):
        assert page_after(rows, "filed_on", junk).rows[0] == rows.order_by("filed_on", "pk")[0]
