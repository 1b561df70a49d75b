"""The Payments and Usage tabs, and the billing history of the cast."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pacer_accounts.billing import queries, services
from pacer_accounts.billing.rules import Quarter
from pacer_accounts.group_billing import services as paa_services
from pacer_accounts.models import UsageTransaction
from rehearsals.clock import due_events
from tests.support import login_pages
from tests.support.billing_pages import (
    CARDS,
    GOOD,
    ONE_TIME,
    STATEMENT,
    SUMMER,
    TRANSACTIONS,
    ZONE,
    firm_of,
    words,
)
from tests.support.cast import NOEL
from tests.support.factories import PacerAccountFactory
from tests.support.moments import LIVE, SEED_MOMENT
from tests.support.payment_pages import asked, enter, joined, make_paa, make_person

pytestmark = pytest.mark.django_db


# ---- the history


def test_every_balance_is_what_was_used_and_paid_makes_it(rehearsal):
    for account in rehearsal.pacer_accounts.all():
        assert account.balance == queries.amount_owed(account, at=SEED_MOMENT), account


def test_the_seed_shows_noel_with_a_balance_of_zero_and_he_has_a_history(rehearsal):
    noel = rehearsal.pacer_accounts.get(account_number=NOEL.number)
    assert (noel.balance, noel.billed_transactions.count()) == (Decimal("0.00"), 6)
    assert firm_of(rehearsal).balance > 0


@pytest.mark.parametrize("at", [SEED_MOMENT, LIVE], ids=["seed", "live"])
def test_a_quarter_begins_with_what_the_one_before_ended_with(firm, at):
    today = at.astimezone(ZONE).date()
    rows = [
        queries.statement(firm, quarter, zone=ZONE, today=today)
        for quarter in reversed(queries.quarters(firm, zone=ZONE, today=today))
    ]
    assert len(rows) >= 2
    assert all(row.closing == after.opening for row, after in zip(rows, rows[1:], strict=False))
    assert rows[-1].closing == queries.amount_owed(firm, at=at) == firm.balance


# ---- charging


def charge(account, pages: int, **extra):
    told = {"court_code": "nmd", "description": "Docket Report", "at": SEED_MOMENT}
    return services.charge(account=account, pages=pages, **(told | extra))


def test_a_charge_is_noted_with_its_client_code_and_billed_to_the_account(inside_rehearsal):
    account = make_person(inside_rehearsal)
    row = charge(account, 31, client_code="SAMPLE", search="1:20-cv-90001")
    assert (row.payer, row.fee, row.client_code) == (account, Decimal("3.00"), "SAMPLE")


def test_a_paa_is_billed_while_it_pays(inside_rehearsal):
    paa, account = make_paa(inside_rehearsal), make_person(inside_rehearsal)
    membership = joined(paa, account)
    assert charge(account, 2).payer == paa
    membership.ended_at = SEED_MOMENT
    membership.save()
    assert charge(account, 2).payer == account


def test_an_exempt_account_is_charged_nothing(inside_rehearsal):
    assert charge(make_person(inside_rehearsal, is_cja=True), 20).fee == 0


@pytest.mark.parametrize(("pages", "owed"), [(300, "0.00"), (301, "30.10")])
def test_the_quarters_end_bills_more_than_thirty_dollars_and_waives_the_rest(
    visitor, inside_rehearsal, pages, owed
):
    account = make_person(inside_rehearsal)
    charge(account, 1, description="Search")
    charge(account, pages - 1, description="Search")
    assert inside_rehearsal.due_events.count() == 1
    visitor.at(datetime(2020, 3, 31, 23, 59, 59, tzinfo=ZONE)).get("/activity/")
    account.refresh_from_db()
    assert account.balance == 0
    visitor.at(LIVE).get("/activity/")
    account.refresh_from_db()
    assert account.balance == Decimal(owed) == queries.amount_owed(account, at=LIVE)


def test_a_clock_put_back_behind_a_payment_makes_no_debt_of_the_service_center(inside_rehearsal):
    account = make_person(inside_rehearsal)
    charge(account, 400, description="Search", at=LIVE)
    due_events.fire(inside_rehearsal, at=SUMMER)
    account.refresh_from_db()
    told = {"amount": account.balance, "card": GOOD, "seen": account.balance, "at": SUMMER}
    services.pay(account=account, **told)
    charge(account, 1)  # the trainer put the clock back to March
    due_events.fire(inside_rehearsal, at=LIVE)
    account.refresh_from_db()
    assert account.balance == 0


def test_a_balance_that_moved_to_a_paa_stays_there_at_the_next_quarters_end(inside_rehearsal):
    paa, account = make_paa(inside_rehearsal), make_person(inside_rehearsal)
    charge(account, 301, description="Search")
    due_events.fire(inside_rehearsal, at=LIVE)
    assert paa_services.accept(membership=asked(paa, account), at=LIVE) == Decimal("30.10")
    for payer in (account, paa):  # both books are closed again
        due_events.schedule(inside_rehearsal, services.QUARTER_ENDS, due_at=SUMMER, payer=payer.pk)
    due_events.fire(inside_rehearsal, at=SUMMER)
    for payer, owed in ((paa, "30.10"), (account, "0.00")):
        payer.refresh_from_db()
        assert payer.balance == Decimal(owed) == queries.amount_owed(payer, at=SUMMER)
        spring = queries.statement(payer, Quarter(2020, 2), zone=ZONE, today=SUMMER.date())
        assert spring.closing == Decimal(owed)


# ---- usage


def test_the_statement_of_a_waived_quarter_and_of_a_billed_one(visitor, at_the_firm):
    billed = words(at_the_firm.get(f"{STATEMENT}?quarter=2019-4"))
    assert "Waived" not in billed
    assert "Not billed yet" in words(at_the_firm.get(STATEMENT))
    visitor.post("/psc/logout/")
    login_pages.log_in(visitor, NOEL, path=login_pages.PSC)
    assert "Waived" in words(visitor.get(f"{STATEMENT}?quarter=2019-4"))


def test_a_quarter_without_use_takes_nothing_off(visitor, at_the_firm):
    UsageTransaction.objects.filter(rehearsal=visitor.rehearsal).delete()
    page = words(at_the_firm.get(STATEMENT))
    assert "Used: 0 transactions" in page
    assert "&minus;$0.00" not in page


@pytest.mark.parametrize("asked", ["x", "1900-1", "2031-2", "2020-9"])
def test_a_quarter_that_cannot_be_had_is_answered_with_the_current_one(at_the_firm, asked):
    answer = at_the_firm.get(f"{STATEMENT}?quarter={asked}")
    assert answer.context["statement"].quarter == Quarter(2020, 1)


def test_transactions_are_sorted_and_counted_on_the_page_and_in_the_file(at_the_firm, firm):
    query = "?first=2019-10-01&last=2020-03-27&order=client"
    page = at_the_firm.get(TRANSACTIONS + query)
    codes = [row.client_code for row in page.context["page"]]
    assert codes == sorted(codes)
    assert page.context["totals"]["count"] == firm.billed_transactions.count() == len(codes)
    file = at_the_firm.get(f"{TRANSACTIONS}{query}&format=csv")
    assert file["Content-Type"] == "text/csv; charset=utf-8"
    assert "pacer-transactions-2019-10-01-2020-03-27.csv" in file["Content-Disposition"]
    assert len(words(file).splitlines()) == len(codes) + 1


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_what_looks_like_a_formula_is_text_in_the_file(visitor, inside_rehearsal, text):
    account = make_person(inside_rehearsal)
    charge(account, 1, client_code=text)
    enter(visitor, account)
    file = words(visitor.get(f"{TRANSACTIONS}?format=csv"))
    assert f"'{text}" in file


def test_the_days_are_the_courts_and_both_are_included(visitor, inside_rehearsal):
    account = make_person(inside_rehearsal)
    midnight = datetime(2020, 3, 10, tzinfo=ZONE)
    for at in (
        midnight - timedelta(seconds=1),
        midnight,
        midnight + timedelta(hours=23, minutes=59),
    ):
        charge(account, 1, at=at)
    enter(visitor, account)
    page = visitor.get(f"{TRANSACTIONS}?first=2020-03-10&last=2020-03-10")
    assert page.context["totals"]["count"] == 2


@pytest.mark.parametrize(
    "query",
    ["?first=x", "?last=", "?first=2020-03-02&last=2020-03-01", "?order=fee", "?first=0001-01-01",
     "?last=9999-12-31"],
)  # fmt: skip
def test_days_that_make_no_sense_are_explained(at_the_firm, query):
    for format_ in ("", "&format=csv"):
        answer = at_the_firm.get(TRANSACTIONS + query + format_)
        assert answer.status_code == 200
        assert answer.context["form"].errors


def test_a_paa_sees_what_its_members_used_and_whose_it_was(visitor, inside_rehearsal):
    paa, account = make_paa(inside_rehearsal), make_person(inside_rehearsal)
    joined(paa, account)
    charge(account, 3)
    page = words(enter(visitor, paa).get(TRANSACTIONS))
    assert account.account_number in page
    assert "Account</th>" in page
    assert "No transactions in this period" in words(enter(visitor, account).get(TRANSACTIONS))


@pytest.mark.parametrize("path", [STATEMENT, TRANSACTIONS, ONE_TIME, CARDS])
def test_a_page_asks_no_more_for_more_transactions(at_the_firm, firm, path):
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            at_the_firm.get(path)
        return len(captured)

    asked()
    before = asked()
    rows = [
        UsageTransaction(
            rehearsal=firm.rehearsal, account=firm, payer=firm, at=SEED_MOMENT, court_code="nmd",
            description="Search", pages=1, fee=Decimal("0.10"),
        )
        for _ in range(60)
    ]  # fmt: skip
    UsageTransaction.objects.bulk_create(rows)
    assert asked() == before <= 12


def test_a_new_account_is_taught_what_will_stand_here(visitor, inside_rehearsal):
    enter(visitor, PacerAccountFactory(rehearsal=inside_rehearsal))
    assert "no charges in this quarter" in words(visitor.get(STATEMENT))
    assert "No transactions in this period" in words(visitor.get(TRANSACTIONS))
    assert "You have no stored cards" in words(visitor.get(CARDS))
