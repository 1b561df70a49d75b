"""Who may join a PAA, and what joining and leaving do to case search: each case of the rules."""

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
def test_who_can_have_a_paa(account, reason):
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
def test_whom_a_paa_can_ask(payer_id, is_invited, reason):
    assert (
        why_not_invite(an_account(), paa_id=1, payer_id=payer_id, is_invited=is_invited) is reason
    )


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({}, None),
        ({"accepted_at": SEED_MOMENT}, PaaRefusal.NOT_WAITING),
        ({"ended_at": SEED_MOMENT}, PaaRefusal.NOT_WAITING),
    ],
)
def test_only_an_open_invitation_can_be_accepted(told, reason):
    held = PaaMembership(**told)
    said = why_not_accept(held, paa=an_account("paa"), account=an_account(), has_payer=False)
    assert said is reason


@pytest.mark.parametrize(
    ("paa", "account", "has_payer", "reason"),
    [
        (an_account("paa", is_disabled=True), an_account(), False, PaaRefusal.PAA_DISABLED),
        (an_account("paa"), an_account(account_type="legacy"), False, PaaRefusal.LEGACY),
        (an_account("paa"), an_account(), True, PaaRefusal.HAS_A_PAA),
    ],
)
def test_what_stands_in_the_way_of_accepting(paa, account, has_payer, reason):
    said = why_not_accept(PaaMembership(), paa=paa, account=account, has_payer=has_payer)
    assert said is reason


@pytest.mark.parametrize(
    ("status", "was_suspended", "after"),
    [
        ("active", False, "active"),
        ("inactive", True, "active"),
        ("inactive", False, "inactive"),  # the Service Center closed it: a PAA does not open it
        ("not_activated", True, "not_activated"),
    ],
)
def test_joining_gives_back_only_what_leaving_took(status, was_suspended, after):
    assert status_after_joining(status, was_suspended=was_suspended) == after


@pytest.mark.parametrize(
    ("status", "after"),
    [("active", "inactive"), ("inactive", "inactive"), ("not_activated", "not_activated")],
)
def test_leaving_suspends_search(status, after):
    assert status_after_leaving(status) == after


@pytest.mark.parametrize("reason", PaaRefusal, ids=lambda reason: reason.name)
def test_every_refusal_says_what_to_do_and_whom_to_ask(reason):
    assert reason.sentence.endswith(".")
    assert reason.todo
    assert reason.desk
