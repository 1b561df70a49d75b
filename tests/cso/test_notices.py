"""Notices after a login: what the account cannot do."""

from urllib.parse import urlencode

import pytest

from cso.models import SignOnSession
from cso.sign_on.notices import (
    BILLING,
    CODE_MALFORMED,
    CODE_MISSING,
    INACTIVE,
    NOT_ACTIVATED,
    notices_of,
)
from pacer_accounts.choices import CaseSearchStatus, HolderKind
from pacer_accounts.preferences.client_codes import MALFORMED, MISSING
from tests.support.cast import JOHN, NOEL
from tests.support.login_pages import COURTS, CSO, PSC, is_signed_on, log_in
from tests.support.moments import LIVE
from tests.support.stored import everything_stored

PERSON, OFFICE, PAA = HolderKind.INDIVIDUAL, HolderKind.SHARED, HolderKind.PAA
ACTIVE, OUT, NOT_YET = (
    CaseSearchStatus.ACTIVE,
    CaseSearchStatus.INACTIVE,
    CaseSearchStatus.NOT_ACTIVATED,
)
NOTICE = "/cso/notice/"
MASK = {"requires_client_code": True, "client_code_format": "999-AA"}
CANARY = "canary of a code"
QUERY = "/ecf/nmd/cgi-bin/iquery.pl"


@pytest.mark.parametrize(
    ("holder", "status", "fault", "expected"),
    [
        (PERSON, ACTIVE, None, []),
        (OFFICE, ACTIVE, None, []),
        (PERSON, OUT, None, [INACTIVE]),
        (PERSON, NOT_YET, None, [NOT_ACTIVATED]),
        (PERSON, ACTIVE, MISSING, [CODE_MISSING]),
        (PERSON, ACTIVE, MALFORMED, [CODE_MALFORMED]),
        (PERSON, OUT, MISSING, [INACTIVE, CODE_MISSING]),
        (PAA, ACTIVE, None, [BILLING]),
        (PAA, OUT, MISSING, [BILLING]),
    ],
)
def test_notices_by_holder_status_and_code(holder, status, fault, expected):
    assert notices_of(holder, status, fault) == expected


def become(visitor, **facts) -> None:
    visitor.rehearsal.pacer_accounts.filter(account_number=JOHN.number).update(**facts)


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "label"),
    [
        ({"case_search_status": "inactive"}, "PACER User Inactive"),
        ({"case_search_status": "not_activated"}, "PACER User Not Activated"),
        ({"holder_kind": "paa"}, "PACER Administrative Account"),
        ({"requires_client_code": True}, "A required Client Code was not entered"),
    ],
)
def test_notice_is_shown_before_the_page_wanted(visitor, facts, label):
    become(visitor, **facts)
    wanted = visitor.rehearsal.mount + "/ecf/ca10/cgi-bin/DisplayMenu.pl?Utilities"
    answer = log_in(visitor, JOHN, path=f"{CSO}?{urlencode({'appurl': wanted})}")
    assert answer.url == visitor.rehearsal.mount + NOTICE + "?" + urlencode({"appurl": wanted})
    assert len(answer.cookies["NextGenCSO"].value) == 128  # a program has its cookie at once
    page = text(visitor.get(answer.url))
    assert f"<h1>{label}</h1>" in page
    assert "You can:" in page
    assert "You can't:" in page
    assert f'href="{wanted}">Continue</a>' in page
    assert '<section class="desks"' in page
    assert label in text(visitor.get(COURTS))


@pytest.mark.django_db
def test_notice_does_not_limit_the_sign_on(visitor):
    become(visitor, case_search_status="inactive")
    log_in(visitor, JOHN)
    assert is_signed_on(visitor)
    assert visitor.get(CSO).url == visitor.rehearsal.mount + COURTS


@pytest.mark.django_db
def test_notice_page_without_notices_redirects(visitor):
    log_in(visitor, JOHN)
    assert visitor.get(NOTICE).url == visitor.rehearsal.mount + COURTS


@pytest.mark.django_db
@pytest.mark.parametrize("forged", ["https://evil.example/", "//evil.example", "/admin/"])
def test_notice_ignores_forged_destination(visitor, forged):
    become(visitor, case_search_status="inactive")
    log_in(visitor, JOHN)
    page = text(visitor.get(NOTICE + "?" + urlencode({"appurl": forged})))
    assert f'href="{visitor.rehearsal.mount}{COURTS}">Continue</a>' in page


@pytest.mark.django_db
def test_manage_my_account_login_shows_no_notice(visitor):
    become(visitor, case_search_status="inactive", requires_client_code=True)
    assert log_in(visitor, JOHN, path=PSC).url.endswith("/psc/account/")


@pytest.mark.django_db
def test_malformed_client_code_is_not_stored(visitor):
    become(visitor, **MASK)
    page = text(visitor.get(log_in(visitor, JOHN, client_code=CANARY).url))
    assert "<h1>Invalid Client Code</h1>" in page
    assert "3 digits, a hyphen, 2 letters" in page
    assert CANARY not in page + everything_stored()
    assert is_signed_on(visitor)


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["", CANARY, "12-AB"])
def test_notice_accepts_valid_code_and_never_repeats_invalid_one(visitor, typed):
    become(visitor, **MASK)
    log_in(visitor, JOHN)
    again = visitor.post(NOTICE, {"client_code": typed})
    assert again.status_code == 200
    assert "Error:" in text(again)
    assert CANARY not in text(again) + everything_stored()
    done = visitor.post(NOTICE, {"client_code": " 123-AB "}, follow=True)
    assert "Your client code is now 123-AB." in text(done)
    assert SignOnSession.objects.get().get_decoded()["client_code"] == "123-AB"


@pytest.mark.django_db
def test_optional_client_code_must_match_format(visitor):
    become(visitor, **(MASK | {"requires_client_code": False}))
    assert log_in(visitor, JOHN).url.endswith(COURTS)
    assert NOTICE in log_in(visitor, JOHN, client_code="x").url
    visitor.post(NOTICE, {"client_code": ""})
    assert visitor.get(NOTICE).url.endswith(COURTS)


@pytest.mark.django_db
@pytest.mark.parametrize("change", [{"requires_client_code": True}, MASK])
def test_new_client_code_requirement_applies_at_once(visitor, change):
    visitor.at(LIVE)
    log_in(visitor, JOHN)
    assert visitor.get(QUERY).status_code == 200
    become(visitor, **change)
    assert "A Client Code is required for PACER search" in text(visitor.get(QUERY))


@pytest.mark.django_db
def test_another_accounts_login_clears_refused_code(visitor):
    become(visitor, **MASK)
    log_in(visitor, JOHN, client_code="x")
    assert log_in(visitor, NOEL).url.endswith(COURTS)


@pytest.mark.django_db
def test_search_is_refused_until_client_code_is_entered(visitor):
    path = QUERY
    visitor.at(LIVE)
    become(visitor, **MASK)
    log_in(visitor, JOHN)
    refused = visitor.get(path)
    assert refused.status_code == 403
    assert "A Client Code is required for PACER search" in text(refused)
    back = "/ecf/nmd/utilities/client-code/?" + urlencode({"next": visitor.rehearsal.mount + path})
    assert back in text(refused)
    wrong = visitor.post(back, {"client_code": CANARY})
    assert "Invalid Client Code." in text(wrong)
    assert CANARY not in text(wrong) + everything_stored()
    done = visitor.post(back, {"client_code": "123-AB"})
    assert done.url == visitor.rehearsal.mount + path
    assert visitor.get(path).status_code == 200


@pytest.mark.django_db
def test_other_court_pages_work_without_client_code(visitor):
    visitor.at(LIVE)
    become(visitor, **MASK)
    log_in(visitor, JOHN)
    page = text(visitor.get("/ecf/nmd/cgi-bin/DisplayMenu.pl?Utilities"))
    assert "Change Client Code" in page
    assert "Link a CM/ECF account" in page


@pytest.mark.django_db
def test_current_client_code_is_shown_and_can_be_changed(visitor):
    visitor.at(LIVE)
    log_in(visitor, JOHN, client_code="SMITH")
    path = "/ecf/nmd/utilities/client-code/"
    assert "SMITH" in text(visitor.get(path))
    page = text(visitor.post(path, {"client_code": "JONES"}, follow=True))
    assert "Your client code is now JONES." in page
    assert "SMITH" not in page
    assert "You now have no client code." in text(visitor.post(path, {}, follow=True))


@pytest.mark.django_db
@pytest.mark.parametrize("path", [NOTICE, "/ecf/nmd/utilities/client-code/"])
def test_client_code_format_is_escaped(visitor, path):
    """A PAA's format reaches the pages of all its members."""
    become(visitor, requires_client_code=True, client_code_format="<img/src=x><b>9")
    log_in(visitor.at(LIVE), JOHN)
    page = text(visitor.get(path))
    assert "&lt;img" in page
    assert "<img" not in page
