"""The rules of a link, on both sides of each limit."""

from datetime import UTC, datetime, timedelta

import pytest

from cmecf.models import CmecfAccount, Court
from linking.link import rules
from linking.link.refusals import LinkRefusal
from linking.unlink import rules as unlink_rules
from linking.unlink.refusals import UnlinkRefusal
from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.rules import names_agree
from rehearsals.models import Rehearsal
from tests.support.moments import (
    JUST_BEFORE_LIVE,
    JUST_BEFORE_OUTAGE,
    LIVE,
    OUTAGE,
    REMINDER,
    SECOND,
)

WALL = datetime(2026, 11, 24, 12, tzinfo=UTC)


def court() -> Court:
    return Court(code="nmd", outage_starts_at=OUTAGE, go_live_at=LIVE)


def pacer(**changes) -> PacerAccount:
    facts = {"pk": 1, "account_type": "upgraded", "first_name": "John", "last_name": "Attorney"}
    return PacerAccount(**(facts | changes))


def filer(**changes) -> CmecfAccount:
    facts = {"pk": 5, "login": "jattorney", "first_name": "John", "last_name": "Attorney"}
    return CmecfAccount(**(facts | changes))


def ask(*, pacer_account=None, account=None, linked_here=None, at=LIVE, **rehearsal) -> object:
    return rules.why_not_link(
        rehearsal=Rehearsal(**rehearsal),
        court=court(),
        pacer_account=pacer_account or pacer(),
        cmecf_account=account or filer(),
        linked_here=linked_here,
        at=at,
    )


@pytest.mark.parametrize(
    ("at", "refusal"),
    [
        (REMINDER, LinkRefusal.NOT_YET),
        (JUST_BEFORE_OUTAGE, LinkRefusal.NOT_YET),
        (OUTAGE, LinkRefusal.COURT_CLOSED),
        (JUST_BEFORE_LIVE, LinkRefusal.COURT_CLOSED),
        (LIVE, None),
        (LIVE + SECOND, None),
        (LIVE + timedelta(days=4000), None),
    ],
    ids=str,
)
def test_linking_opens_at_go_live(at, refusal):
    assert ask(at=at) is refusal


DECISIONS = {
    "everything right": ({}, None),
    "legacy account": (
        {"pacer_account": pacer(account_type="legacy")},
        LinkRefusal.LEGACY_ACCOUNT,
    ),
    "billing account": (
        {"pacer_account": pacer(holder_kind="paa")},
        LinkRefusal.BILLING_ACCOUNT,
    ),
    "shared account, guarded": (
        {"pacer_account": pacer(holder_kind="shared")},
        LinkRefusal.SHARED_ACCOUNT,
    ),
    "shared account, realistic": (
        {"pacer_account": pacer(holder_kind="shared"), "link_policy": "realistic"},
        None,
    ),
    "billing account, realistic": (
        {"pacer_account": pacer(holder_kind="paa"), "link_policy": "realistic"},
        LinkRefusal.BILLING_ACCOUNT,
    ),
    "disabled account": (
        {"pacer_account": pacer(is_disabled=True)},
        LinkRefusal.DISABLED_ACCOUNT,
    ),
    "linked here already": ({"linked_here": filer(pk=6)}, LinkRefusal.ALREADY_LINKED_HERE),
    "login linked already": ({"account": filer(pacer_account_id=9)}, LinkRefusal.LOGIN_LINKED),
    "login not active": ({"account": filer(is_active=False)}, LinkRefusal.LOGIN_INACTIVE),
    "login to be reset": ({"account": filer(must_reset_password=True)}, LinkRefusal.MUST_RESET),
    "ampersand, allowed here": ({"account": filer(login="o&solicitor")}, None),
    "ampersand, refused here": (
        {"account": filer(login="o&solicitor"), "refuses_special_logins": True},
        LinkRefusal.SPECIAL_CHARACTERS,
    ),
    "plain login where special ones are refused": ({"refuses_special_logins": True}, None),
    "search status does not matter": (
        {"pacer_account": pacer(case_search_status="inactive")},
        None,
    ),
    "names that differ do not matter": ({"account": filer(last_name="Counselor")}, None),
    "a restricted party": ({"account": filer(role="party", only_case="1:20-cv-90004")}, None),
}


@pytest.mark.parametrize("given", DECISIONS.values(), ids=DECISIONS.keys())
def test_why_not_link(given):
    case, refusal = given
    assert ask(**case) is refusal


ORDER = [
    {"at": REMINDER},
    {"pacer_account": pacer(account_type="legacy", holder_kind="paa", is_disabled=True)},
    {"pacer_account": pacer(account_type="legacy", holder_kind="shared", is_disabled=True)},
    {"pacer_account": pacer(account_type="legacy", is_disabled=True)},
    {"pacer_account": pacer(is_disabled=True)},
    {"linked_here": filer(pk=6)},
    {"account": filer(pacer_account_id=9, is_active=False, must_reset_password=True)},
    {"account": filer(is_active=False, must_reset_password=True)},
    {"account": filer(must_reset_password=True)},
]
EXPECTED = [
    LinkRefusal.NOT_YET,
    LinkRefusal.BILLING_ACCOUNT,
    LinkRefusal.SHARED_ACCOUNT,
    LinkRefusal.LEGACY_ACCOUNT,
    LinkRefusal.DISABLED_ACCOUNT,
    LinkRefusal.ALREADY_LINKED_HERE,
    LinkRefusal.LOGIN_LINKED,
    LinkRefusal.LOGIN_INACTIVE,
    LinkRefusal.MUST_RESET,
]


@pytest.mark.parametrize("number", range(len(ORDER)), ids=[reason.name for reason in EXPECTED])
def test_refusals_have_a_fixed_order(number):
    together = {}
    for case in reversed(ORDER[number:]):
        together |= case
    assert ask(**together) is EXPECTED[number]


@pytest.mark.parametrize(
    ("age", "fresh"),
    [
        (timedelta(0), True),
        (timedelta(minutes=10), True),
        (timedelta(minutes=10, microseconds=1), False),
        (timedelta(days=-1), False),
    ],
    ids=str,
)
def test_proof_is_fresh_for_ten_minutes_and_never_from_the_future(age, fresh):
    assert rules.is_proof_fresh(WALL - age, WALL) is fresh


@pytest.mark.parametrize(
    ("on_file", "agree"),
    [
        (filer(), True),
        (filer(first_name="JOHN", last_name=" attorney "), True),
        (filer(first_name="\N{FULLWIDTH LATIN CAPITAL LETTER J}ohn"), True),
        (filer(middle_name="M."), True),
        (filer(last_name="Counselor"), False),
        (filer(first_name="Noel"), False),
    ],
    ids=lambda value: value if isinstance(value, bool) else value.full_name,
)
def test_names_agree_in_any_case_and_unicode_form(on_file, agree):
    assert names_agree(on_file, pacer()) is agree


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("john@example.com", "j***@example.com"),
        ("a@b", "a***@b"),
        ("", "***"),
        ("no address", "***"),
    ],
)
def test_email_is_masked(address, shown):
    assert rules.masked_email(address) == shown


@pytest.mark.parametrize(
    ("account", "reason", "refusal"),
    [
        (filer(pacer_account_id=9), "Wrong person", None),
        (filer(pacer_account_id=9), " \n", UnlinkRefusal.REASON_MISSING),
        (filer(), "Wrong person", UnlinkRefusal.NOT_LINKED),
    ],
    ids=["with a reason", "without", "not linked"],
)
def test_why_not_unlink(account, reason, refusal):
    assert unlink_rules.why_not_unlink(account, reason) is refusal


@pytest.mark.parametrize("reason", [*LinkRefusal, *UnlinkRefusal], ids=lambda reason: reason.name)
def test_each_refusal_has_sentence_advice_and_desk(reason):
    assert reason.sentence.endswith(".")
    assert len(reason.todo) > 20
    assert reason.desk
