"""The account type at registration, and which accounts can be upgraded."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacer_accounts.choices import AccountType, CaseSearchStatus, HolderKind
from pacer_accounts.models import PacerAccount
from pacer_accounts.registration.rules import account_type_at_registration
from pacer_accounts.upgrade.refusals import UpgradeRefusal
from pacer_accounts.upgrade.rules import why_not_upgrade

CENTRAL = ZoneInfo("America/Chicago")
CHANGE = datetime(2014, 8, 11, tzinfo=CENTRAL)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("opened_at", "expected"),
    [
        (datetime(2014, 8, 10, 12, tzinfo=CENTRAL), AccountType.LEGACY),
        (CHANGE - SECOND, AccountType.LEGACY),
        (CHANGE, AccountType.UPGRADED),
        (datetime(2014, 8, 11, 12, tzinfo=CENTRAL), AccountType.UPGRADED),
        (datetime(2014, 8, 12, 12, tzinfo=CENTRAL), AccountType.UPGRADED),
    ],
)
def test_accounts_opened_before_11_august_2014_are_legacy(opened_at, expected):
    assert account_type_at_registration(opened_at) == expected


def test_account_type_uses_the_service_centers_day():
    assert account_type_at_registration((CHANGE - SECOND).astimezone(UTC)) == AccountType.LEGACY
    assert account_type_at_registration(CHANGE.astimezone(UTC)) == AccountType.UPGRADED


@given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=9000)))
def test_no_legacy_accounts_after_the_change(later):
    assert account_type_at_registration(CHANGE + later) == AccountType.UPGRADED


@pytest.mark.parametrize("opened_on", [10, 11, 12])
@pytest.mark.parametrize("username", ["tr0042", "noelattorney"])
def test_stored_type_decides(opened_on, username):
    opened_at = datetime(2014, 8, opened_on, 18, tzinfo=UTC)
    for kind in AccountType:
        account = PacerAccount(username=username, opened_at=opened_at, account_type=kind)
        assert (why_not_upgrade(account) is None) == (kind == AccountType.LEGACY)


def test_upgraded_account_is_not_upgraded_again():
    account = PacerAccount(account_type=AccountType.UPGRADED, is_disabled=True)
    assert why_not_upgrade(account) is UpgradeRefusal.ALREADY_UPGRADED


@pytest.mark.parametrize("status", CaseSearchStatus)
@pytest.mark.parametrize("holder", [HolderKind.INDIVIDUAL, HolderKind.SHARED])
def test_neither_sharing_nor_the_search_status_stops_an_upgrade(holder, status):
    account = PacerAccount(account_type="legacy", holder_kind=holder, case_search_status=status)
    assert why_not_upgrade(account) is None


def test_a_billing_account_and_a_disabled_one_are_not_upgraded():
    billing = PacerAccount(account_type="legacy", holder_kind=HolderKind.PAA)
    disabled = PacerAccount(account_type="legacy", is_disabled=True)
    assert why_not_upgrade(billing) is UpgradeRefusal.BILLING_ONLY
    assert why_not_upgrade(disabled) is UpgradeRefusal.DISABLED
