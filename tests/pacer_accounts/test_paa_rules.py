"""The rules of group billing."""

import pytest

from pacer_accounts.group_billing.refusals import PaaRefusal
from pacer_accounts.group_billing.rules import (
    status_after_joining,
    status_after_leaving,
    why_not_accept,
    why_not_invite,
    why_not_join,
)
from pacer_accounts.models import PaaMembership, PacerAccount
from tests.support.moments import SEED_MOMENT


def an_account(kind="individual", account_type="upgraded", is_disabled=False):
    return PacerAccount(holder_kind=kind, account_type=account_type, is_disabled=is_disabled)


@pytest.mark.parametrize(
    ("account", "reason"),
    [
        (an_account(), None),
        (an_account(account_type="legacy"), PaaRefusal.LEGACY),
        (an_account("shared", "legacy"), None),
        (an_account("shared"), None),
        (an_account("paa"), PaaRefusal.IS_A_PAA),
        (an_account("paa", "legacy"), PaaRefusal.IS_A_PAA),
        (an_account(is_disabled=True), PaaRefusal.MEMBER_DISABLED),
    ],
)
def test_which_accounts_can_join_a_paa(account, reason):
    assert why_not_join(account) is reason


@pytest.mark.parametrize(
    ("payer_id", "is_invited", "reason"),
    [
        (None, False, None),
        (None, True, PaaRefusal.ALREADY_ASKED),
        (1, False, PaaRefusal.ALREADY_YOURS),
        (2, False, PaaRefusal.HAS_A_PAA),
    ],
)
def test_which_accounts_a_paa_can_invite(payer_id, is_invited, reason):
    assert (
        why_not_invite(an_account(), paa_id=1, payer_id=payer_id, is_invited=is_invited) is reason
    )


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, None),
        ({"accepted_at": SEED_MOMENT}, PaaRefusal.NOT_WAITING),
        ({"ended_at": SEED_MOMENT}, PaaRefusal.NOT_WAITING),
    ],
)
def test_only_an_open_invitation_can_be_accepted(values, reason):
    membership = PaaMembership(**values)
    refusal = why_not_accept(
        membership, paa=an_account("paa"), account=an_account(), has_payer=False
    )
    assert refusal is reason


@pytest.mark.parametrize(
    ("paa", "account", "has_payer", "reason"),
    [
        (an_account("paa", is_disabled=True), an_account(), False, PaaRefusal.PAA_DISABLED),
        (an_account("paa"), an_account(account_type="legacy"), False, PaaRefusal.LEGACY),
        (an_account("paa"), an_account(), True, PaaRefusal.HAS_A_PAA),
    ],
)
def test_reasons_against_accepting(paa, account, has_payer, reason):
    refusal = why_not_accept(PaaMembership(), paa=paa, account=account, has_payer=has_payer)
    assert refusal is reason


@pytest.mark.parametrize(
    ("status", "was_suspended", "after"),
    [
        ("active", False, "active"),
        ("inactive", True, "active"),
        ("inactive", False, "inactive"),  # the Service Center closed it: a PAA does not open it
        ("not_activated", True, "not_activated"),
    ],
)
def test_joining_restores_only_what_leaving_suspended(status, was_suspended, after):
    assert status_after_joining(status, was_suspended=was_suspended) == after


@pytest.mark.parametrize(
    ("status", "after"),
    [("active", "inactive"), ("inactive", "inactive"), ("not_activated", "not_activated")],
)
def test_leaving_suspends_search(status, after):
    assert status_after_leaving(status) == after


@pytest.mark.parametrize("reason", PaaRefusal, ids=lambda reason: reason.name)
def test_every_refusal_names_a_remedy_and_a_desk(reason):
    assert reason.sentence.endswith(".")
    assert reason.todo
    assert reason.desk
