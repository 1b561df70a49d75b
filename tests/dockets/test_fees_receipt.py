"""The receipt below a report, who is billed, and the fee exemption."""

import re
from decimal import Decimal

import pytest
from lxml import html

from dockets.fees.receipt import explain
from pacer_accounts.billing.charge_services import charge, quote
from pacer_accounts.choices import FeeKind
from tests.support import legacy, login_pages
from tests.support.billing_pages import STATEMENT, TRANSACTIONS
from tests.support.cast import JOHN, SKYE
from tests.support.moments import DAY_TWO, LIVE, SEED_MOMENT
from tests.support.page_text import page_text
from tests.support.payment_pages import FIRM, add_membership, make_paa

pytestmark = pytest.mark.django_db
EXEMPTION = "/ecf/nmd/utilities/exemption/"
BILLING_HISTORY = "/ecf/nmd/utilities/billing-history/"
SHOW_ACCOUNT = "/ecf/nmd/utilities/pacer-account/"
CJA = {"username": "miriamcja", "password": "Mesa-Exempt-17"}


def search(visitor, name="Sample"):
    """A search by name, which is billed."""
    return visitor.post(legacy.QUERY, {"last_name": name})


def account_of(visitor, number):
    return visitor.rehearsal.pacer_accounts.get(account_number=number)


def at_court(visitor, who=None, at=LIVE, **credentials):
    """Logged in at PACER after go-live."""
    login_pages.log_in(visitor.at(at), who, **credentials)
    return visitor


def receipt_values(page) -> dict[str, str]:
    """As client programs read it: a value is in td > font after the label's th > font."""
    tree = html.fromstring(page.content)
    labels = tree.xpath('//table[@class="receipt"]//th[following-sibling::*[1][self::td]]')
    return {
        th.xpath("string(./font)"): th.xpath("string(following-sibling::td[1]/font)")
        for th in labels
    }


def test_receipt_of_a_search_names_login_criteria_pages_and_cost(visitor):
    page = search(at_court(visitor, SKYE))
    values = receipt_values(page)
    row = account_of(visitor, SKYE.number).usage_transactions.get()
    assert values == {
        "Pacer Login:": SKYE.username, "Client Code:": row.client_code, "Description:": "Search",
        "Search Criteria:": row.search, "Billable Pages:": str(row.pages),
        "Cost:": f"{row.pages * Decimal('0.10'):.2f}",
    }  # fmt: skip
    rows = html.fromstring(page.content).xpath('//table[@class="receipt"]//tr')
    assert [len(tr) for tr in rows[2:4]] == [0, 0]
    date = rows[4].text_content().strip()
    assert date == "04/20/2020 08:00:00"


def test_receipt_of_a_document_names_the_case(inside_rehearsal):
    account = inside_rehearsal.pacer_accounts.get(account_number=JOHN.number)
    values = {"account": account, "court_code": "nmd", "pages": 24, "at": SEED_MOMENT}
    document = quote(description="Image1-0", search="1:20-cv-90001-TRN-SIM", **values)
    text = explain(document, Decimal("29.00"))
    assert text.startswith("This will cost $2.40. Your fees this quarter are $29.00 so far.")
    over = "With this charge they are more than $30.00, so PACER bills all of them"
    assert [over in explain(document, Decimal(used)) for used in ("27.60", "27.70", "30.00")] == [
        False, True, True,
    ]  # fmt: skip
    assert "They are more than $30.00, so PACER bills" in explain(document, Decimal("30.10"))
    opinion = quote(description="Image1-0", kind=FeeKind.OPINION, **values)
    assert explain(opinion, None) == "Written opinions are free."


@pytest.mark.parametrize(
    ("pages", "sentence"),
    [
        (299, "If they stay at $30.00 or less until the quarter ends, you pay nothing."),
        (300, "They are more than $30.00, so PACER bills all of them when the quarter ends."),
    ],
)
def test_help_says_how_much_of_the_waiver_is_used(visitor, pages, sentence):
    account = account_of(visitor, SKYE.number)
    values = {"court_code": "nmb", "description": "Search", "kind": FeeKind.SEARCH, "at": LIVE}
    charge(account=account, pages=pages, **values)
    text = page_text(search(at_court(visitor, SKYE), "Nobody"))
    total = Decimal(pages + 1) / 10
    assert f"This cost $0.10. Your fees this quarter are ${total:.2f} now. {sentence}" in text


def test_hidden_receipt_is_still_charged(visitor):
    account = account_of(visitor, SKYE.number)
    account.shows_receipts = False
    account.save()
    page = search(at_court(visitor, SKYE))
    assert b"Transaction Receipt" not in page.content
    assert b"This cost $0." in page.content
    assert account.usage_transactions.count() == 1


def test_paa_is_billed_and_named_and_lists_the_charge(visitor, new_visitor):
    account, paa = account_of(visitor, SKYE.number), make_paa(visitor.rehearsal)
    add_membership(paa, account)
    text = page_text(search(at_court(visitor, SKYE)))
    assert f"PACER bills it to {FIRM}, account {paa.account_number}, which pays your fees." in text
    assert paa.billed_transactions.get().account == account
    assert "Search" in page_text(visitor.get(BILLING_HISTORY))
    assert f"{FIRM}, account {paa.account_number}" in page_text(visitor.get(SHOW_ACCOUNT))


def test_each_run_of_a_search_is_charged(visitor):
    at_court(visitor, SKYE)
    search(visitor)
    search(visitor)
    assert account_of(visitor, SKYE.number).usage_transactions.count() == 2


def test_usage_lists_the_charge_with_court_search_and_client_code(visitor):
    at_court(visitor, SKYE)
    visitor.post("/ecf/nmd/utilities/client-code/", {"client_code": "MESA-1"})
    search(visitor)
    row = account_of(visitor, SKYE.number).usage_transactions.get()
    listed = page_text(visitor.get(TRANSACTIONS))
    for text in ("Search", "nmd", "MESA-1", row.search, f"${row.fee}"):
        assert text in listed
    statement = page_text(visitor.get(STATEMENT))
    assert f"Used: 1 transaction ${row.fee}" in statement
    assert "Not billed yet" in statement


def test_billing_history_is_of_this_court_and_sorted(visitor):
    at_court(visitor, SKYE)
    account = account_of(visitor, SKYE.number)
    for court, code in (("nmd", "B"), ("nmd", "A"), ("nmb", "C")):
        values = {"description": f"Image{code}", "client_code": code, "pages": 3, "at": LIVE}
        charge(account=account, court_code=court, **values)
    by_date, by_code = (
        re.findall(r"Image\w", page_text(visitor.get(f"{BILLING_HISTORY}?order={order}")))
        for order in ("date", "client")
    )
    assert (by_date, by_code) == (["ImageB", "ImageA"], ["ImageA", "ImageB"])
    page = page_text(visitor.get(BILLING_HISTORY))
    assert "2 transactions" in page
    assert "Total 6 $0.60" in page
    assert "No transactions" in page_text(visitor.get(f"{BILLING_HISTORY}?last=2020-04-19"))
    assert visitor.get(f"{BILLING_HISTORY}?first=x").context["form"].errors


# ---- the exemption


def test_panel_attorney_is_billed_until_the_exemption_is_on(visitor):
    at_court(visitor, **CJA)
    account = visitor.rehearsal.pacer_accounts.get(username="miriamcja")
    before = account.usage_transactions.count()
    search(visitor)
    assert "Current status Not exempt" in page_text(visitor.get(EXEMPTION))
    visitor.post(EXEMPTION, {"is_exempt": "yes"})
    text = page_text(search(visitor))
    assert "Your fee exemption is on, so this costs nothing." in text
    visitor.post(EXEMPTION, {"is_exempt": "no"})
    search(visitor)
    fees = [row.fee > 0 for row in account.usage_transactions.order_by("pk")[before:]]
    assert fees == [True, False, True]
    assert "$0.00 (exempt)" in page_text(visitor.get(TRANSACTIONS))


def test_new_login_is_not_exempt(visitor):
    at_court(visitor, **CJA)
    visitor.post(EXEMPTION, {"is_exempt": "yes"})
    assert "Current status Exempt" in page_text(visitor.get(EXEMPTION))
    login_pages.log_in(visitor, **CJA)  # without logging out
    assert "Current status Not exempt" in page_text(visitor.get(EXEMPTION))
    visitor.post(EXEMPTION, {"is_exempt": "yes"})
    at_court(visitor, at=DAY_TWO, **CJA)
    assert "Current status Not exempt" in page_text(visitor.get(EXEMPTION))


def test_exemption_before_the_outage_lasts_for_the_pacer_login(visitor):
    for _ in range(2):
        legacy.log_in(visitor, **{"login": CJA["username"], "password": CJA["password"]})
        assert "Current status Not exempt" in page_text(visitor.get(EXEMPTION))
        visitor.post(EXEMPTION, {"is_exempt": "yes"})
        assert "costs nothing" in page_text(search(visitor))
        visitor.post(f"{legacy.LOGIN}?logout")


def test_account_without_an_exemption_is_told_whom_to_call(visitor):
    at_court(visitor, JOHN)
    page = visitor.get(EXEMPTION)
    assert page.status_code == 403
    assert "has no fee exemption" in page_text(page)
    visitor.post(EXEMPTION, {"is_exempt": "yes"})
    search(visitor)
    assert account_of(visitor, JOHN.number).usage_transactions.last().fee > 0
    menu = page_text(visitor.get(f"{legacy.MENU}?Utilities"))
    assert "Review Billing History" in menu
    assert "Change PACER Exemption Status" not in menu
