"""Charges, balances and the Usage tab."""

from copy import copy
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pacer_accounts.billing import charge_services, queries, services
from pacer_accounts.billing.rules import Quarter
from pacer_accounts.choices import FeeKind
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
    html_of,
)
from tests.support.cast import NOEL
from tests.support.factories import PacerAccountFactory
from tests.support.moments import LIVE, SEED_MOMENT
from tests.support.payment_pages import add_invitation, add_membership, enter, make_paa, make_person

pytestmark = pytest.mark.django_db


# ---- the history


def test_balances_match_charges_and_payments(rehearsal):
    for account in rehearsal.pacer_accounts.all():
        assert account.balance == queries.amount_owed(account, at=SEED_MOMENT), account


def test_noel_has_a_history_and_a_zero_balance(rehearsal):
    noel = rehearsal.pacer_accounts.get(account_number=NOEL.number)
    assert (noel.balance, noel.billed_transactions.count()) == (Decimal("0.00"), 6)
    assert firm_of(rehearsal).balance > 0


@pytest.mark.parametrize("at", [SEED_MOMENT, LIVE], ids=["seed", "live"])
def test_opening_balance_is_the_last_closing_balance(firm, at):
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
    values = {"court_code": "nmd", "description": "Docket Report", "at": SEED_MOMENT}
    return charge_services.charge(account=account, pages=pages, **(values | extra))


def test_charge_records_client_code_and_payer(inside_rehearsal):
    account = make_person(inside_rehearsal)
    row = charge(account, 31, client_code="SAMPLE", search="1:20-cv-90001")
    assert (row.payer, row.fee, row.client_code) == (account, Decimal("3.00"), "SAMPLE")


def test_paa_billed_only_while_it_pays(inside_rehearsal):
    paa, account = make_paa(inside_rehearsal), make_person(inside_rehearsal)
    membership = add_membership(paa, account)
    assert charge(account, 2).payer == paa
    membership.ended_at = SEED_MOMENT
    membership.save()
    assert charge(account, 2).payer == account


@pytest.mark.parametrize(
    ("is_cja", "switched_on", "fee"),
    [(True, True, "0.00"), (True, False, "2.00"), (False, True, "2.00")],
)
def test_only_a_panel_attorneys_switched_on_exemption_is_free(
    inside_rehearsal, is_cja, switched_on, fee
):
    row = charge(make_person(inside_rehearsal, is_cja=is_cja), 20, is_exempt=switched_on)
    assert (row.fee, row.is_exempt) == (Decimal(fee), fee == "0.00")


def test_long_document_is_billed_as_thirty_pages(inside_rehearsal):
    row = charge(make_person(inside_rehearsal), 42, description="Image14-0")
    assert (row.pages, row.fee) == (30, Decimal("3.00"))


def test_quote_costs_what_the_charge_costs_and_saves_nothing(inside_rehearsal):
    account = make_person(inside_rehearsal)
    values = {"account": account, "court_code": "nmd", "description": "Image1-0", "at": SEED_MOMENT}
    quote = charge_services.quote(pages=24, **values)
    assert (quote.fee, quote.pk) == (Decimal("2.40"), None)
    assert not account.billed_transactions.exists()
    assert charge_services.charge(pages=24, **values).fee == quote.fee


def test_charge_costs_the_same_queries_after_many_charges(inside_rehearsal):
    account = make_person(inside_rehearsal)
    charge(account, 1)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            charge(account, 1)
        counts.append(len(captured))
        row = account.billed_transactions.last()
        row.pk = None
        UsageTransaction.objects.bulk_create([copy(row) for _ in range(60)])
    assert counts[0] == counts[1] <= 5


@pytest.mark.parametrize(("pages", "owed"), [(300, "0.00"), (301, "30.10")])
def test_quarter_end_bills_over_thirty_dollars_and_waives_the_rest(
    visitor, inside_rehearsal, pages, owed
):
    account = make_person(inside_rehearsal)
    charge(account, 1, kind=FeeKind.SEARCH)
    charge(account, pages - 1, kind=FeeKind.SEARCH)
    assert inside_rehearsal.due_events.count() == 1
    visitor.at(datetime(2020, 3, 31, 23, 59, 59, tzinfo=ZONE)).get("/activity/")
    account.refresh_from_db()
    assert account.balance == 0
    visitor.at(LIVE).get("/activity/")
    account.refresh_from_db()
    assert account.balance == Decimal(owed) == queries.amount_owed(account, at=LIVE)


def test_clock_set_back_behind_a_payment_makes_no_negative_balance(inside_rehearsal):
    account = make_person(inside_rehearsal)
    charge(account, 400, kind=FeeKind.SEARCH, at=LIVE)
    due_events.fire(inside_rehearsal, at=SUMMER)
    account.refresh_from_db()
    values = {"amount": account.balance, "card": GOOD, "seen": account.balance, "at": SUMMER}
    services.pay(account=account, **values)
    charge(account, 1)  # the trainer put the clock back to March
    due_events.fire(inside_rehearsal, at=LIVE)
    account.refresh_from_db()
    assert account.balance == 0


def test_balance_moved_to_a_paa_stays_at_the_next_quarter_end(inside_rehearsal):
    paa, account = make_paa(inside_rehearsal), make_person(inside_rehearsal)
    charge(account, 301, kind=FeeKind.SEARCH)
    due_events.fire(inside_rehearsal, at=LIVE)
    assert paa_services.accept(membership=add_invitation(paa, account), at=LIVE) == Decimal("30.10")
    for payer in (account, paa):  # both books are closed again
        due_events.schedule(
            inside_rehearsal, charge_services.QUARTER_ENDS, due_at=SUMMER, payer=payer.pk
        )
    due_events.fire(inside_rehearsal, at=SUMMER)
    for payer, owed in ((paa, "30.10"), (account, "0.00")):
        payer.refresh_from_db()
        assert payer.balance == Decimal(owed) == queries.amount_owed(payer, at=SUMMER)
        spring = queries.statement(payer, Quarter(2020, 2), zone=ZONE, today=SUMMER.date())
        assert spring.closing == Decimal(owed)


# ---- usage


def test_statement_shows_waived_and_billed_quarters(visitor, at_the_firm):
    billed = html_of(at_the_firm.get(f"{STATEMENT}?quarter=2019-4"))
    assert "Waived" not in billed
    assert "Not billed yet" in html_of(at_the_firm.get(STATEMENT))
    visitor.post("/psc/logout/")
    login_pages.log_in(visitor, NOEL, path=login_pages.PSC)
    assert "Waived" in html_of(visitor.get(f"{STATEMENT}?quarter=2019-4"))


def test_quarter_without_charges_shows_no_waiver(visitor, at_the_firm):
    UsageTransaction.objects.filter(rehearsal=visitor.rehearsal).delete()
    page = html_of(at_the_firm.get(STATEMENT))
    assert "Used: 0 transactions" in page
    assert "&minus;$0.00" not in page


@pytest.mark.parametrize("quarter", ["x", "1900-1", "2031-2", "2020-9"])
def test_invalid_quarter_shows_the_current_one(at_the_firm, quarter):
    answer = at_the_firm.get(f"{STATEMENT}?quarter={quarter}")
    assert answer.context["statement"].quarter == Quarter(2020, 1)


def test_transactions_sorted_and_counted_on_page_and_in_file(at_the_firm, firm):
    query = "?first=2019-10-01&last=2020-03-27&order=client"
    page = at_the_firm.get(TRANSACTIONS + query)
    codes = [row.client_code for row in page.context["page"]]
    assert codes == sorted(codes)
    assert page.context["totals"]["count"] == firm.billed_transactions.count() == len(codes)
    file = at_the_firm.get(f"{TRANSACTIONS}{query}&format=csv")
    assert file["Content-Type"] == "text/csv; charset=utf-8"
    assert "pacer-transactions-2019-10-01-2020-03-27.csv" in file["Content-Disposition"]
    assert len(html_of(file).splitlines()) == len(codes) + 1


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_formula_is_text_in_the_file(visitor, inside_rehearsal, text):
    account = make_person(inside_rehearsal)
    charge(account, 1, client_code=text)
    enter(visitor, account)
    file = html_of(visitor.get(f"{TRANSACTIONS}?format=csv"))
    assert f"'{text}" in file


def test_period_uses_court_days_and_includes_both_ends(visitor, inside_rehearsal):
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
def test_invalid_period_explained(at_the_firm, query):
    for format_ in ("", "&format=csv"):
        answer = at_the_firm.get(TRANSACTIONS + query + format_)
        assert answer.status_code == 200
        assert answer.context["form"].errors


def test_paa_sees_transactions_of_its_members(visitor, inside_rehearsal):
    paa, account = make_paa(inside_rehearsal), make_person(inside_rehearsal)
    add_membership(paa, account)
    charge(account, 3)
    page = html_of(enter(visitor, paa).get(TRANSACTIONS))
    assert account.account_number in page
    assert "Account</th>" in page
    assert "No transactions in this period" in html_of(enter(visitor, account).get(TRANSACTIONS))


@pytest.mark.parametrize("path", [STATEMENT, TRANSACTIONS, ONE_TIME, CARDS])
def test_page_costs_the_same_for_more_transactions(at_the_firm, firm, path):
    def query_count() -> int:
        with CaptureQueriesContext(connection) as captured:
            at_the_firm.get(path)
        return len(captured)

    query_count()
    before = query_count()
    rows = [
        UsageTransaction(
            rehearsal=firm.rehearsal, account=firm, payer=firm, at=SEED_MOMENT, court_code="nmd",
            description="Search", pages=1, fee=Decimal("0.10"),
        )
        for _ in range(60)
    ]  # fmt: skip
    UsageTransaction.objects.bulk_create(rows)
    assert query_count() == before <= 12


def test_empty_pages_explain_what_they_will_list(visitor, inside_rehearsal):
    enter(visitor, PacerAccountFactory(rehearsal=inside_rehearsal))
    assert "no charges in this quarter" in html_of(visitor.get(STATEMENT))
    assert "No transactions in this period" in html_of(visitor.get(TRANSACTIONS))
    assert "You have no stored cards" in html_of(visitor.get(CARDS))
