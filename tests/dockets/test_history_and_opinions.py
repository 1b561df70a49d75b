"""History/Documents and Written Opinions."""

import re

import pytest

from dockets.models import Restriction
from dockets.query.nonce import make_nonce
from pacer_accounts.models import UsageTransaction
from tests.support.cast import SKYE
from tests.support.docketed import case_of
from tests.support.dockets import court_of, fill_docket, keep_complaint, make_case
from tests.support.legacy import as_reader
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, SEED_MOMENT
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db

HISTORY = "/ecf/nmd/cgi-bin/HistDocQry.pl"
OPINIONS = "/ecf/nmd/cgi-bin/WrtOpRpt.pl"
JANUARY = {"filed_from": "1/1/2020", "filed_to": "1/23/2020"}


def action_of(page):
    return re.search(r'<form[^>]* action="([^"]+)"', page.content.decode())[1]


def charges(rehearsal):
    return UsageTransaction.objects.filter(rehearsal=rehearsal, at=SEED_MOMENT)


def opinions_in(visitor, **fields):
    return page_text(visitor.post(f"{OPINIONS}?{make_nonce()}", JANUARY | fields))


def mark_opinion(case, number, **changes):
    case.entries.filter(number=number).update(is_opinion=True, **changes)


def test_history_form_names_the_case_only_in_its_address(skye, rehearsal):
    case = case_of(rehearsal)
    action = action_of(skye.get(f"{HISTORY}?{case.pk}"))
    assert re.search(r"\?\d+-L_1_0-1$", action)
    page = skye.post(HISTORY + action, {"QueryType": "History", "sort1": "asc"})
    assert "1 Filed & Entered: 01/14/2020 Complaint" in page_text(page)
    charge = charges(rehearsal).get()
    assert (charge.description, charge.search) == ("History/Documents", case.full_number)


def test_history_in_both_orders_and_with_docket_text(skye, rehearsal):
    case = case_of(rehearsal)
    keep_complaint(case)
    fill_docket(case, 1)
    case.entries.filter(number=2).first().documents.all().delete()
    url = f"{HISTORY}?{make_nonce(case)}"
    text = page_text(skye.post(url, {"sort1": "desc", "DisplayDktText": "on"}))
    assert text.index("Docket Text: NOTICE number 1") < text.index("Docket Text: COMPLAINT")
    documents = page_text(skye.post(url, {"QueryType": "Documents"}))
    assert "Complaint" in documents
    assert "Notice" not in documents.split("Description")[1].split("Transaction")[0]


def test_opinions_are_free_and_counted(skye, rehearsal):
    case = case_of(rehearsal)
    keep_complaint(case)
    fill_docket(case, 3)  # numbers 2 to 4, from January 20
    mark_opinion(case, 2)
    mark_opinion(case, 3)
    text = opinions_in(skye)
    assert "Total number of opinions reported: 2" in text
    assert "01/20/2020 1:20-cv-90001-TRN-SIM Practice Mesa Water Cooperative v." in text
    assert "Total number of opinions reported: 1" in opinions_in(skye, filed_from="1/21/2020")
    assert "Total number of opinions reported: 1" in opinions_in(skye, filed_to="1/20/2020")
    assert not charges(rehearsal).exists()


def test_opinions_leave_out_what_is_not_public(skye, rehearsal, other_rehearsal):
    case = case_of(rehearsal)
    keep_complaint(case)
    fill_docket(case, 1)
    mark_opinion(case, 2, restriction=Restriction.PARTICIPANTS)
    sealed = make_case(court_of(rehearsal), "1:20-cv-90078", "Sealed v. Sealed", access="sealed")
    foreign = case_of(other_rehearsal)
    for other in (sealed, foreign):
        fill_docket(other, 1)
        mark_opinion(other, other.last_number)
    assert "Total number of opinions reported: 0" in opinions_in(skye)


@pytest.mark.parametrize("at", [SEED_MOMENT, FIRST_RUSH])
def test_opinions_of_the_pack_are_found_with_the_dates_that_the_form_offers(visitor, at):
    visitor.at(at)
    if at == SEED_MOMENT:
        as_reader(visitor, SKYE)
    else:
        log_in(visitor, SKYE)
    form = visitor.get(OPINIONS).content.decode()
    dates = dict(re.findall(r'name="(filed_\w+)"[^>]* value="([^"]+)"', form))
    assert "Total number of opinions reported: 2" in opinions_in(visitor, **dates)


def test_report_without_an_opinion_says_what_to_change(skye, rehearsal):
    page = skye.post(f"{OPINIONS}?{make_nonce()}", JANUARY | {"case_num": "20-90001"})
    assert (
        "The court filed no opinion in 1:20-cv-90001 from 01/01/2020 to 01/23/2020. Choose an earlier"
        " first date, up to one year before the last one, or leave the case number empty."
        in page_text(page)
    )
    assert f'href="{rehearsal.mount}{OPINIONS}">Change the dates' in page.content.decode()
    assert "Change the dates" not in opinions_in(skye, filed_to="1/24/2020")


def test_opinions_form_wants_an_ordered_period_of_a_year(skye):
    assert "Choose a period of at most one year." in opinions_in(skye, filed_from="1/1/2018")
    assert "less than or equal to the end date" in opinions_in(skye, filed_from="2/1/2020")
    assert "Enter a date, such as 4/17/2020." in opinions_in(skye, filed_from="")
