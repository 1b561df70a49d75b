"""The rules of registration at their limits, without a database."""

import pytest

from cmecf.models import AccountOrigin, CmecfAccount, Court
from efile.choices import Application, RequestKind
from efile.registration import rules
from efile.registration.refusals import EfileRefusal
from pacer_accounts.choices import AccountType, HolderKind
from pacer_accounts.models import PacerAccount
from rehearsals.models import LinkPolicy
from tests.support.moments import JUST_BEFORE_LIVE, JUST_BEFORE_OUTAGE, LIVE, OUTAGE, WEEKEND

UPGRADED, LEGACY = AccountType.UPGRADED, AccountType.LEGACY
ALONE, SHARED, PAA = HolderKind.INDIVIDUAL, HolderKind.SHARED, HolderKind.PAA
GUARD, REALISTIC = LinkPolicy.GUARD, LinkPolicy.REALISTIC


def court(**more) -> Court:
    own = {
        "kind": "district", "name": "District of New Mexico", "outage_starts_at": OUTAGE,
        "go_live_at": LIVE, "filer_roles": ["attorney", "party"], "asks_for_document": True,
        "applications": ["admissions", "efile_only", "pro_hac_vice"],
    }  # fmt: skip
    return Court(**own | more)


@pytest.mark.parametrize(
    ("holder", "kind", "policy", "refusal"),
    [
        pytest.param(ALONE, UPGRADED, GUARD, None, id="one's own, upgraded"),
        pytest.param(ALONE, LEGACY, GUARD, EfileRefusal.LEGACY_ACCOUNT, id="legacy"),
        pytest.param(SHARED, UPGRADED, GUARD, EfileRefusal.SHARED_ACCOUNT, id="shared, guarded"),
        pytest.param(SHARED, LEGACY, GUARD, EfileRefusal.SHARED_ACCOUNT, id="shared before legacy"),
        pytest.param(SHARED, UPGRADED, REALISTIC, None, id="shared, as in real life"),
        pytest.param(SHARED, LEGACY, REALISTIC, EfileRefusal.LEGACY_ACCOUNT, id="shared legacy"),
        pytest.param(PAA, UPGRADED, REALISTIC, EfileRefusal.BILLING_ACCOUNT, id="only pays"),
        pytest.param(PAA, LEGACY, GUARD, EfileRefusal.BILLING_ACCOUNT, id="only pays, legacy"),
    ],
)
def test_why_not_begin(holder, kind, policy, refusal):
    account = PacerAccount(holder_kind=holder, account_type=kind)
    assert rules.why_not_begin(account, policy) is refusal


@pytest.mark.parametrize(
    ("at", "refusal"),
    [
        pytest.param(JUST_BEFORE_OUTAGE, EfileRefusal.NOT_NEXTGEN, id="a second before it closes"),
        pytest.param(OUTAGE, EfileRefusal.COURT_CLOSED, id="closing"),
        pytest.param(WEEKEND, EfileRefusal.COURT_CLOSED, id="weekend"),
        pytest.param(JUST_BEFORE_LIVE, EfileRefusal.COURT_CLOSED, id="a second before go-live"),
        pytest.param(LIVE, None, id="go-live"),
    ],
)
def test_only_nextgen_courts_take_requests(at, refusal):
    assert rules.why_closed(court(), at) is refusal


def record(**more) -> CmecfAccount:
    return CmecfAccount(**{"origin": AccountOrigin.LEGACY, "is_active": True} | more)


@pytest.mark.parametrize(
    ("record", "has_open", "refusal"),
    [
        pytest.param(None, False, None, id="unknown there"),
        pytest.param(None, True, EfileRefusal.REQUEST_OPEN, id="a request is open"),
        pytest.param(record(), False, EfileRefusal.ALREADY_LINKED, id="linked"),
        pytest.param(record(), True, EfileRefusal.ALREADY_LINKED, id="linked while it was open"),
        pytest.param(
            record(origin=AccountOrigin.REGISTRATION), False, EfileRefusal.ALREADY_REGISTERED,
            id="registered",
        ),
        pytest.param(record(is_active=False), False, EfileRefusal.RECORD_CLOSED, id="closed"),
        pytest.param(
            record(is_active=False, origin=AccountOrigin.REGISTRATION), True, EfileRefusal.RECORD_CLOSED,
            id="registered, then closed",
        ),
    ],
)  # fmt: skip
def test_why_not_here(record, has_open, refusal):
    assert rules.why_not_here(record, has_open) is refusal


ATTORNEY, OTHER = RequestKind.ATTORNEY, RequestKind.NON_ATTORNEY


@pytest.mark.parametrize(
    ("kind", "role", "application", "refusal"),
    [
        pytest.param(ATTORNEY, "attorney", "efile_only", None, id="attorney"),
        pytest.param(OTHER, "party", "", None, id="party"),
        pytest.param(OTHER, "attorney", "", EfileRefusal.ROLE_NOT_GRANTED, id="attorney as other"),
        pytest.param(ATTORNEY, "party", "efile_only", EfileRefusal.ROLE_NOT_GRANTED, id="no bar"),
        pytest.param(OTHER, "trustee", "", EfileRefusal.ROLE_NOT_GRANTED, id="a role elsewhere"),
        pytest.param(
            ATTORNEY, "attorney", "multi_district", EfileRefusal.NOT_OFFERED, id="not offered"
        ),
        pytest.param(ATTORNEY, "attorney", "", EfileRefusal.NOT_OFFERED, id="nothing chosen"),
    ],
)
def test_why_not_ask_for(kind, role, application, refusal):
    assert rules.why_not_ask_for(court(), kind, role, application) is refusal


@pytest.mark.parametrize(
    ("role", "application", "case", "has_document", "refusal"),
    [
        pytest.param("party", "", "1:20-cv-90001", False, None, id="a party and its case"),
        pytest.param("party", "", "", False, EfileRefusal.CASE_MISSING, id="a party without one"),
        pytest.param("attorney", "efile_only", "", False, None, id="nothing asked"),
        pytest.param("attorney", "admissions", "", True, None, id="a certificate came"),
        pytest.param(
            "attorney", "admissions", "", False, EfileRefusal.DOCUMENT_MISSING, id="none came"
        ),
    ],
)
def test_why_incomplete(role, application, case, has_document, refusal):
    given = {"recent_case": case, "has_document": has_document}
    asks = court(asks_for_document=True)
    assert rules.why_incomplete(asks, role, application, **given) is refusal


@pytest.mark.parametrize(
    ("kind", "lists", "refusal"),
    [
        pytest.param(ATTORNEY, {}, None, id="attorney"),
        pytest.param(OTHER, {}, None, id="other"),
        pytest.param(
            OTHER, {"filer_roles": ["attorney"]}, EfileRefusal.ROLE_NOT_GRANTED, id="attorneys only"
        ),
        pytest.param(
            ATTORNEY, {"filer_roles": ["party"]}, EfileRefusal.ROLE_NOT_GRANTED, id="no attorneys"
        ),
        pytest.param(ATTORNEY, {"applications": []}, EfileRefusal.NOT_OFFERED, id="no application"),
        pytest.param(OTHER, {"applications": []}, None, id="others apply for nothing"),
    ],
)
def test_why_not_offered(kind, lists, refusal):
    assert rules.why_not_offered(court(**lists), kind) is refusal


@pytest.mark.parametrize(
    ("asks", "application", "needed"),
    [
        (True, Application.ADMISSIONS, True),
        (True, Application.PRO_HAC_VICE, True),
        (True, Application.EFILE_ONLY, False),
        (True, "", False),
        (False, Application.ADMISSIONS, False),
    ],
)
def test_needs_document(asks, application, needed):
    assert rules.needs_document(court(asks_for_document=asks), application) is needed


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("1:20-cv-90001-TRN-SIM", True),
        ("20-90001-t7", True),
        ("20/9001.2", True),
        ("7", True),
        ("", False),
        ("case", False),
        ("two 20", False),
        ("-20", False),
        ("20_1", False),
        ("20<1>", False),
        ("\u0662\u0660", False),
    ],
)
def test_is_case_number(text, is_one):
    assert rules.is_case_number(text) is is_one


@pytest.mark.parametrize(
    ("kind", "name", "label"),
    [
        ("district", "District of New Mexico", "New Mexico District Court - NextGen"),
        ("bankruptcy", "Bankruptcy Court, District of New Mexico",
         "New Mexico Bankruptcy Court - NextGen"),
        ("appellate", "Tenth Circuit Court of Appeals",
         "Tenth Circuit Court of Appeals - NextGen"),
    ],
)  # fmt: skip
def test_court_label(kind, name, label):
    assert rules.court_label(Court(kind=kind, name=name)) == label


def test_a_guarded_refusal_says_that_real_life_would_not_refuse():
    reasons = [reason for reason in EfileRefusal if reason.real_life]
    assert reasons == [EfileRefusal.SHARED_ACCOUNT]
