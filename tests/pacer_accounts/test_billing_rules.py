"""The rules of fees and quarters, and safe CSV cells."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacer_accounts.billing import rules
from pacer_accounts.billing.csv_export import safe_cell
from pacer_accounts.billing.refusals import BillingRefusal
from pacer_accounts.billing.rules import Quarter
from pacer_accounts.choices import FeeKind

ZONE = ZoneInfo("America/Denver")


@pytest.mark.parametrize(
    ("pages", "kind", "expected"),
    [
        (0, FeeKind.CASE, "0.00"), (1, FeeKind.CASE, "0.10"), (29, FeeKind.CASE, "2.90"),
        (30, FeeKind.CASE, "3.00"), (31, FeeKind.CASE, "3.00"), (400, FeeKind.CASE, "3.00"),
        (31, FeeKind.TRANSCRIPT, "3.10"), (31, FeeKind.SEARCH, "3.10"),
        (1, FeeKind.AUDIO, "2.40"), (90, FeeKind.AUDIO, "2.40"), (40, FeeKind.OPINION, "0.00"),
    ],
)  # fmt: skip
def test_fee_is_ten_cents_a_page_up_to_three_dollars(pages, kind, expected):
    assert rules.fee(pages, kind) == Decimal(expected)
    assert rules.fee(pages, kind, is_exempt=True) == 0


PAGES, KINDS = st.integers(0, 100_000), st.sampled_from(FeeKind)


@given(PAGES, PAGES, KINDS)
def test_more_pages_never_cost_less(pages, more, kind):
    assert Decimal(0) <= rules.fee(pages, kind) <= rules.fee(pages + more, kind)


@given(PAGES, KINDS)
def test_only_transcripts_and_searches_cost_more_than_three_dollars(pages, kind):
    fee = rules.fee(pages, kind)
    assert fee.as_tuple().exponent == -2
    if kind in (FeeKind.TRANSCRIPT, FeeKind.SEARCH):
        assert fee == pages * Decimal("0.10")
    else:
        assert fee <= Decimal("3.00")


@given(st.lists(st.tuples(PAGES, KINDS), max_size=60))
def test_a_quarter_is_billed_in_full_or_not_at_all(uses):
    total = sum((rules.fee(pages, kind) for pages, kind in uses), rules.NOTHING)
    assert rules.billed(total) == (total if total > 30 else 0)


@pytest.mark.parametrize(
    ("total", "expected"),
    [("0.00", "0.00"), ("29.90", "0.00"), ("30.00", "0.00"), ("30.10", "30.10")],
)
def test_thirty_dollars_waived_and_more_billed_in_full(total, expected):
    assert rules.billed(Decimal(total)) == Decimal(expected)


def test_quarter_changes_at_the_courts_midnight():
    before, after = datetime(2020, 4, 1, 5, 59, tzinfo=UTC), datetime(2020, 4, 1, 6, tzinfo=UTC)
    totals = rules.totals_by_quarter([(before, Decimal(1)), (after, Decimal(2))], ZONE)
    assert totals == {Quarter(2020, 1): 1, Quarter(2020, 2): 2}


def test_quarters_continue_over_the_new_year():
    assert Quarter(2019, 4).next == Quarter(2020, 1)
    assert Quarter(2020, 1).before == Quarter(2019, 4)
    assert (Quarter(2020, 1).first_day, Quarter(2020, 1).last_day) == (
        date(2020, 1, 1),
        date(2020, 3, 31),
    )


@pytest.mark.parametrize("text", ["", "2020-5", "2020-0", "x", "2020-1 ", "２０２０-1", "0000-1"])
def test_invalid_quarter_parses_to_none(text):
    assert Quarter.parse(text) is None


def test_current_quarter_not_owed_yet():
    totals = {Quarter(2019, 4): Decimal("44.00"), Quarter(2020, 1): Decimal("90.00")}
    owed = rules.balance(totals, Decimal("20.00"), current=Quarter(2020, 1))
    assert owed == Decimal("24.00")


@pytest.mark.parametrize(
    ("amount", "balance", "seen", "expected"),
    [
        ("0.01", "10.00", "10.00", None),
        ("10.00", "10.00", "10.00", None),
        ("10.01", "10.00", "10.00", BillingRefusal.TOO_MUCH),
        ("0.01", "0.00", "0.00", BillingRefusal.NOTHING_TO_PAY),
        ("5.00", "5.00", "10.00", BillingRefusal.CHANGED),
    ],
)
def test_payment_limited_to_the_balance_that_was_shown(amount, balance, seen, expected):
    values = {"amount": Decimal(amount), "balance": Decimal(balance), "seen": Decimal(seen)}
    assert rules.why_not_pay(**values) is expected


@given(st.text())
def test_no_cell_starts_a_formula_and_other_text_is_unchanged(text):
    cell = safe_cell(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert not cell.startswith(("\t", "\r", "\n"))
    assert cell in (text, f"'{text}")


@pytest.mark.parametrize("text", ["＝1+1", "\u200b=1+1", "\ufeff＠SUM(A1)", "\u00a0\u2060－1"])
def test_full_width_or_hidden_formula_is_text(text):
    assert safe_cell(text) == f"'{text}"


def test_ordinary_cell_is_unchanged():
    assert safe_cell("1:20-cv-90001-TRN-SIM") == "1:20-cv-90001-TRN-SIM"
    assert safe_cell("=1+1") == "'=1+1"
