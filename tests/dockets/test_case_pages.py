"""The pages below a case's menu: what they show, to whom, and what they cost."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dockets.models import Appearance, Deadline, DocketEntry
from pacer_accounts.models import UsageTransaction
from tests.support.cast import JOHN, NOEL
from tests.support.docketed import case_of
from tests.support.dockets import court_of, make_case, make_party
from tests.support.link_steps import link
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db

CGI = "/ecf/nmd/cgi-bin/"
AT_ONCE = {
    "qryAlias.pl": "Alias",
    "qryAscCases.pl": "Associated Cases",
    "qryAttorneys.pl": "Attorney",
    "qrySummary.pl": "Case Summary",
    "FilerQry.pl": "Filers",
    "qryParties.pl": "Party",
    "StatusQry.pl": "Status",
}
WITH_A_FORM = {
    "QryRMSLocation.pl": "Case File Location",
    "SchedQry.pl": "Deadlines/Hearings",
    "RelTransactQry.pl": "Related Transactions",
}


@pytest.fixture
def john(visitor):
    """John, logged in on the morning of go-live."""
    log_in(visitor.at(FIRST_RUSH), JOHN)
    return visitor


@pytest.fixture
def case(rehearsal):
    return case_of(rehearsal)


def add_entry(case, text, **columns):
    entries = DocketEntry.objects.filter(case=case)
    values = {
        "sequence": entries.count() + 1,
        "number": entries.count() + 1,
        "filed_on": date(2020, 3, 2),
        "entered_at": datetime(2020, 3, 2, 18, tzinfo=UTC),
        "event": "motion",
        "short_text": text,
        "text": text.upper(),
    }
    return entries.create(rehearsal=case.rehearsal, case=case, **values | columns)


def run(visitor, script, case, **typed):
    """Open the form of the report, and send it to where the form goes: with the nonce, not the case."""
    form = visitor.get(f"{CGI}{script}?{case.pk}").content.decode()
    action = form.partition('method="post" action="?')[2].partition('"')[0]
    return visitor.post(f"{CGI}{script}?{action}", typed)


def billed(rehearsal):
    rows = UsageTransaction.objects.filter(rehearsal=rehearsal, at__gte=FIRST_RUSH)
    return list(rows.order_by("pk").values_list("description", "search"))


@pytest.mark.parametrize("script", AT_ONCE)
def test_report_is_billed_once_to_the_case(john, case, script):
    page = page_text(john.get(f"{CGI}{script}?{case.pk}"))
    assert "Practice Mesa Water Cooperative" in page
    assert f"Description: {AT_ONCE[script]} Case Number: {case.full_number}" in page
    assert billed(john.rehearsal) == [(AT_ONCE[script], case.full_number)]


@pytest.mark.parametrize("script", WITH_A_FORM)
def test_form_is_free_and_says_who_pays(john, case, script):
    page = page_text(john.get(f"{CGI}{script}?{case.pk}"))
    assert f"PACER bills {JOHN.username} for this report" in page
    assert billed(john.rehearsal) == []
    assert "Transaction Receipt" in page_text(run(john, script, case))
    assert billed(john.rehearsal) == [(WITH_A_FORM[script], case.full_number)]


@pytest.mark.parametrize("script", [*AT_ONCE, *WITH_A_FORM])
def test_case_of_another_rehearsal_or_under_seal_costs_nothing(john, case, other_rehearsal, script):
    foreign = case_of(other_rehearsal)
    assert john.get(f"{CGI}{script}?{foreign.pk}").status_code == 404
    case.access = "sealed"
    case.save()
    assert john.get(f"{CGI}{script}?{case.pk}").status_code == 403
    assert billed(john.rehearsal) == []


def test_summary_names_the_office(john, case):
    assert "Office Albuquerque Filed" in page_text(john.get(f"{CGI}qrySummary.pl?{case.pk}"))


def test_alias_lists_other_names_only(john, case):
    make_party(case, "Water Company", note="doing business as The Ditch")
    make_party(case, "Child", note="a minor child")
    page = page_text(john.get(f"{CGI}qryAlias.pl?{case.pk}"))
    assert "doing business as The Ditch" in page
    assert "a minor child" not in page


def test_associated_cases_of_all_courts_but_not_the_sealed(john, case):
    nmd, nmb = court_of(john.rehearsal), court_of(john.rehearsal, "nmb")
    make_case(nmd, "1:20-cv-7", "Member v. One", lead_case=case.number)
    make_case(nmb, "20-8", "In re Related")
    make_case(nmd, "1:20-cv-9", "Sealed v. Related", access="sealed")
    case.related_cases = ["20-8", "1:20-cv-9"]
    case.save()
    page = page_text(john.get(f"{CGI}qryAscCases.pl?{case.pk}"))
    assert "Member case 1:20-cv-7 Member v. One" in page
    assert "Related case 20-8 In re Related" in page
    assert "Sealed" not in page


def test_attorney_and_party_pages_say_who_represents_whom(john, case):
    page = page_text(john.get(f"{CGI}qryAttorneys.pl?{case.pk}"))
    assert "Noel Attorney Practice Law Office" in page
    assert "LEAD ATTORNEY" in page
    assert "LEAD ATTORNEY ATTORNEY TO BE NOTICED" in page
    Appearance.objects.filter(party__case=case).update(terminated_on=date(2020, 3, 5))
    for report in ("qryAttorneys.pl", "qryParties.pl"):  # as on the docket sheet
        page = page_text(john.get(f"{CGI}{report}?{case.pk}"))
        assert "TERMINATED: 03/05/2020 LEAD ATTORNEY" in page
        assert "TO BE NOTICED" not in page
    make_party(case, "Litigant", "Dana", is_pro_se=True, terminated_on=date(2020, 3, 5))
    page = page_text(john.get(f"{CGI}qryParties.pl?{case.pk}"))
    assert "Dana Litigant (Plaintiff) Added: 01/14/2020 TERMINATED: 03/05/2020 PRO SE" in page


def test_restricted_entries_are_for_participants_and_sealed_ones_for_nobody(visitor, case):
    visitor.at(FIRST_RUSH)
    visitor.rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(
        account_type="upgraded"
    )
    add_entry(case, "Motion", filed_by="Public Filer", refers_to=[1])
    add_entry(case, "Brief", filed_by="Careful Filer", restriction="participants", refers_to=[2])
    add_entry(case, "Report", filed_by="Secret Filer", restriction="sealed", refers_to=[3])
    log_in(visitor, JOHN)
    page = page_text(visitor.get(f"{CGI}FilerQry.pl?{case.pk}"))
    assert "Public Filer" in page
    assert "Careful Filer" not in page
    related = page_text(run(visitor, "RelTransactQry.pl", case))
    assert "Motion 1 Complaint (01/14/2020)" in related
    assert "Brief 2" not in related
    visitor.post("/cso/logout/")
    link(visitor, NOEL)
    page = page_text(visitor.get(f"{CGI}FilerQry.pl?{case.pk}"))
    assert "Careful Filer" in page
    assert "Secret Filer" not in page


def test_deadlines_leave_out_the_satisfied_until_asked(john, case):
    for label, satisfied in (("Response due", None), ("Reply due", date(2020, 3, 9))):
        Deadline.objects.create(
            rehearsal=case.rehearsal, case=case, label=label, due_on=date(2020, 4, 18),
            satisfied_on=satisfied,
        )  # fmt: skip
    page = page_text(run(john, "SchedQry.pl", case))
    assert "Response due 04/18/2020" in page
    assert "Reply due" not in page
    assert "Reply due" in page_text(run(john, "SchedQry.pl", case, with_satisfied="on"))


def test_related_transactions_keep_wrong_input(john, case):
    page = run(john, "RelTransactQry.pl", case, filed_from="13/45/2020", number_from="9")
    assert "enter a date as mm/dd/yyyy" in page_text(page)
    assert 'value="13/45/2020"' in page.content.decode()
    assert 'value="9"' in page.content.decode()
    assert billed(john.rehearsal) == []


def test_number_of_queries_does_not_grow_with_the_case(john, case):
    def count(script):
        with CaptureQueriesContext(connection) as queries:
            john.get(f"{CGI}{script}?{case.pk}")
        return len(queries)

    def grow():
        for number in range(5):
            party = make_party(case, f"Party {number}")
            Appearance.objects.create(
                rehearsal=case.rehearsal, party=party, name="A. Lawyer", added_on=case.filed_on
            )
            add_entry(case, "Motion", filed_by=f"Party {number}")

    grow()
    count("qryAlias.pl")  # the first request of a sign-on makes more
    before = {script: count(script) for script in (*AT_ONCE, "iqquerymenu.pl")}
    grow()
    after = {script: count(script) for script in (*AT_ONCE, "iqquerymenu.pl")}
    assert after == before
    assert max(after.values()) <= 20
