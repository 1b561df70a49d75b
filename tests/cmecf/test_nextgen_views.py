"""A court's CM/ECF after go-live: entry, menus, search, filing and the redaction notice."""

import pytest

from cmecf.nextgen.refusals import NextgenRefusal
from tests.support.cast import DANA, JOHN, MIRIAM, NOEL
from tests.support.factories import PASSWORD, PacerAccountFactory
from tests.support.legacy import menu_of
from tests.support.link_steps import (
    CIVIL,
    FORM,
    REDACTION,
    START,
    UTILITIES,
    agree,
    link,
    prove,
    submit,
)
from tests.support.login_pages import COURTS, log_in
from tests.support.moments import FIRST_RUSH, LIVE, SEED_MOMENT
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db

ENTRY = "/ecf/nmd/"
LOGIN = "/ecf/nmd/cgi-bin/login.pl"
QUERY = "/ecf/nmd/cgi-bin/iquery.pl"
SEARCH = "/ecf/nmd/cgi-bin/search.pl"
HELP = "/ecf/nmd/cgi-bin/help.pl"
CRIMINAL = "/ecf/nmd/cgi-bin/DisplayMenu.pl?CriminalEvents"
REPORTS = "/ecf/nmd/cgi-bin/DisplayMenu.pl?Reports"

READER = ["Query", "Reports", "Utilities", "Help", "Log Out"]
FILER = ["Civil", "Criminal", "Query", "Reports", "Utilities", "Search", "Help", "Log Out"]


@pytest.fixture(autouse=True)
def _go_live_morning(rehearsal, visitor):
    visitor.at(FIRST_RUSH)


# --- entry and login -------------------------------------------------------------------------------------


def test_entry_page_is_public_and_its_link_needs_sign_on(visitor):
    page = visitor.get(ENTRY)
    assert "District of New Mexico - Document Filing System" in page_text(page)
    assert menu_of(page) == []
    answer = visitor.get(START)
    assert answer.status_code == 302
    assert "/cso/csologin/login.jsf?pscCourtId=NMDC&appurl=" in answer.url


def test_start_page_names_court_once(visitor):
    log_in(visitor, JOHN)
    page = visitor.get(START).content.decode()
    main = page.partition("<main")[2].partition("</main>")[0]
    assert "<h1>United States District Court</h1>" in main
    assert "District of New Mexico" not in main  # the masthead has it
    assert "<h1>United States Bankruptcy Court</h1>" in (
        visitor.get(START.replace("nmd", "nmb")).content.decode()
    )


def test_legacy_login_url_redirects_to_pacer_and_back(visitor):
    answer = visitor.get(LOGIN)
    assert "pscCourtId=NMDC" in answer.url
    back = log_in(visitor, JOHN, path=answer.url.removeprefix(visitor.rehearsal.mount))
    assert back.url == visitor.rehearsal.mount + START
    assert visitor.get(LOGIN).url == visitor.rehearsal.mount + START


def test_legacy_login_post_signs_no_one_on(visitor):
    visitor.post(LOGIN, {"login": JOHN.login, "key": JOHN.ecf_password, "redaction": "on"})
    assert "csologin" in visitor.get(START).url


@pytest.mark.parametrize("path", [START, UTILITIES, CIVIL, CRIMINAL, REPORTS, QUERY, SEARCH])
def test_closed_pages_redirect_to_sign_on_and_back(visitor, path):
    answer = visitor.get(path)
    assert "csologin" in answer.url
    back = log_in(visitor, JOHN, path=answer.url.removeprefix(visitor.rehearsal.mount))
    assert back.url == visitor.rehearsal.mount + path


def test_billing_account_is_refused(visitor):
    account = PacerAccountFactory(rehearsal=visitor.rehearsal, holder_kind="paa")
    log_in(visitor, username=account.username, password=PASSWORD)
    for path in (START, UTILITIES, QUERY, SEARCH):
        answer = visitor.get(path)
        assert answer.status_code == 403
        assert NextgenRefusal.BILLING_ONLY.sentence in page_text(answer)


# --- menus --------------------------------------------------------------------------------------


def test_only_a_link_adds_filing_menus(visitor):
    log_in(visitor, JOHN)
    assert menu_of(visitor.get(START)) == READER
    prove(visitor, JOHN)
    assert menu_of(visitor.get(START)) == READER
    submit(visitor)
    assert menu_of(visitor.get(START)) == FILER


def test_utilities_are_listed_by_heading(visitor):
    log_in(visitor, JOHN)
    page = page_text(visitor.get(UTILITIES))
    before = "Your Account Link a CM/ECF account to my PACER account Your PACER Account"
    assert before in page
    assert "Transaction Log" not in page
    link(visitor, JOHN)
    page = page_text(visitor.get(UTILITIES))
    assert "Your Account Linked on April 20, 2020" in page
    assert "View Your Transaction Log" in page
    assert "Link a CM/ECF account to my PACER account" not in page


def test_every_link_works(visitor):
    link(visitor, JOHN)
    mount = visitor.rehearsal.mount
    for path in (ENTRY, START, UTILITIES, CIVIL, REPORTS, QUERY, SEARCH + "?q=a", HELP, FORM):
        page = visitor.get(path)
        inside = {part.split('"')[0] for part in page.content.decode().split(f'href="{mount}')[1:]}
        for target in sorted(inside - {"/ecf/nmd/cgi-bin/login.pl?logout"}):
            if "logout" not in target:
                assert visitor.get(target.replace("&amp;", "&")).status_code in (200, 302), target


def test_search_finds_menus_and_utilities(visitor):
    link(visitor, JOHN)
    assert "View Your Transaction Log" in page_text(visitor.get(SEARCH + "?q=TRANSACTION"))
    assert "Linked on April 20, 2020" in page_text(visitor.get(SEARCH + "?q=link"))
    assert "Nothing found" in page_text(visitor.get(SEARCH + "?q=zebra"))
    page = visitor.get(SEARCH, data={"q": "<script>" + "x" * 10_000})
    assert page.status_code == 200
    assert "<script>x" not in page.content.decode()


def test_help_page_names_both_desks(visitor):
    page = page_text(visitor.get(HELP))
    assert "(505) 348-2075" in page
    assert "(800) 676-6856" in page


# --- searching and filing -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "refusal"),
    [
        ("active", None),
        ("inactive", NextgenRefusal.SEARCH_INACTIVE),
        ("not_activated", NextgenRefusal.SEARCH_NOT_ACTIVATED),
    ],
)
def test_search_depends_on_search_status_only(visitor, status, refusal):
    visitor.rehearsal.pacer_accounts.update(case_search_status=status)
    log_in(visitor, JOHN)
    answer = visitor.get(QUERY)
    assert answer.status_code == (403 if refusal else 200)
    assert (refusal.sentence if refusal else "Query") in page_text(answer)
    link(visitor, JOHN)
    assert visitor.get(QUERY).status_code == answer.status_code
    assert visitor.get(CIVIL).status_code == 200


@pytest.mark.parametrize("path", [CIVIL, CRIMINAL])
def test_filing_menus_refuse_unlinked_account(visitor, path):
    log_in(visitor, JOHN)
    answer = visitor.get(path)
    assert answer.status_code == 403
    assert NextgenRefusal.NOT_LINKED.sentence in page_text(answer)
    assert f'href="{visitor.rehearsal.mount}{UTILITIES}"' in answer.content.decode()


def test_civil_states_filing_rights(visitor):
    link(visitor, JOHN)
    page = page_text(visitor.get(CIVIL))
    for fact in (
        "John Attorney",
        "Role Attorney",
        f"PACER account {JOHN.number}, {JOHN.username}",
        f"Linked CM/ECF account {JOHN.login}",
        "Since Monday, April 20, 2020, at 8:05 am MT",
    ):
        assert fact in page


def test_party_restricted_to_one_case(visitor):
    account = PacerAccountFactory(rehearsal=visitor.rehearsal)
    visitor.rehearsal.cmecf_accounts.filter(login=DANA.login).update(
        pacer_account=account, linked_at=LIVE
    )
    log_in(visitor, username=account.username, password=PASSWORD)
    agree(visitor)
    assert "Only 1:20-cv-90004-TRN-SIM" in page_text(visitor.get(CIVIL))
    answer = visitor.get(CRIMINAL)
    assert answer.status_code == 403
    assert NextgenRefusal.NOT_THIS_KIND.sentence in page_text(answer)
    assert "File in 1:20-cv-90004-TRN-SIM" in page_text(answer)


def test_deactivated_account_cannot_file(visitor):
    link(visitor, JOHN)
    visitor.rehearsal.cmecf_accounts.filter(login=JOHN.login).update(is_active=False)
    assert visitor.get(CIVIL).status_code == 403
    assert "The court has closed this CM/ECF account" in page_text(visitor.get(FORM))


# --- the redaction notice --------------------------------------------------------------------------


def test_redaction_notice_appears_from_first_sign_on_after_link(visitor):
    log_in(visitor, JOHN)
    assert visitor.get(UTILITIES).status_code == 200  # no filer yet: no notice
    link(visitor, JOHN)
    assert visitor.get(CIVIL).status_code == 200  # the sign-on in which the account was linked
    visitor.post(LOGIN + "?logout")
    log_in(visitor, JOHN)
    answer = visitor.get(CIVIL)
    assert REDACTION in answer.url
    page = page_text(visitor.get(answer.url))
    assert "IMPORTANT NOTICE OF REDACTION RESPONSIBILITY" in page
    assert "I understand that, if I file, I must comply with the redaction requirements." in page


def back_as_a_filer(visitor):
    """Link John and sign on again; returns the URL of the notice."""
    link(visitor, JOHN)
    visitor.post(LOGIN + "?logout")
    log_in(visitor, JOHN)
    return visitor.get(CIVIL).url


def test_redaction_notice_returns_to_page_and_appears_once(visitor):
    notice = back_as_a_filer(visitor)
    assert visitor.post(notice, {"redaction": "on"}).url == visitor.rehearsal.mount + CIVIL
    assert visitor.get(CIVIL).status_code == 200
    line = visitor.rehearsal.activities.get(what="cmecf.redaction_confirmed")
    assert line.who == f"PACER {JOHN.number}"
    assert visitor.get(REDACTION).url == visitor.rehearsal.mount + START


def test_redaction_notice_must_be_confirmed(visitor):
    notice = back_as_a_filer(visitor)
    answer = visitor.post(notice)
    assert answer.status_code == 200
    assert "Confirm that you will comply with the redaction requirements." in page_text(answer)
    for path in (START, CIVIL, QUERY, SEARCH, UTILITIES, FORM):
        assert REDACTION in visitor.get(path).url


def test_filer_in_other_court_sees_redaction_notice(visitor):
    log_in(visitor, MIRIAM)
    assert REDACTION in visitor.get(UTILITIES).url
    agree(visitor)
    assert menu_of(visitor.get(UTILITIES)) == READER


@pytest.mark.parametrize("forged", ["https://example.com/", "//example.com", "/r/other/", "x"])
def test_redaction_notice_redirects_inside_rehearsal_only(visitor, forged):
    back_as_a_filer(visitor)
    answer = visitor.post(f"{REDACTION}?next={forged}", {"redaction": "on"})
    assert answer.url == visitor.rehearsal.mount + START


# --- logging out --------------------------------------------------------------------------------


def test_logout_ends_sign_on_in_all_courts(visitor):
    log_in(visitor, JOHN)
    asked = page_text(visitor.get(LOGIN + "?logout"))
    assert "This logs you out of this court, every other NextGen court" in asked
    assert visitor.get(START).status_code == 200  # a link alone logs no one out
    page = page_text(visitor.post(LOGIN + "?logout"))
    assert "logged out of this court, every other NextGen court, and Manage My Account" in page
    assert "csologin" in visitor.get(COURTS).url
    assert "csologin" in visitor.get(START).url
    assert "No one is logged in with PACER in this browser." in page_text(
        visitor.get(LOGIN + "?logout")
    )


def test_moving_clock_back_restores_legacy_system(visitor):
    log_in(visitor, NOEL)
    visitor.at(SEED_MOMENT)
    assert "CM/ECF Filer or PACER Login" in page_text(visitor.get(START))
    log_in(visitor.at(LIVE), NOEL)
    assert menu_of(visitor.get(START)) == READER


@pytest.mark.parametrize(
    ("path", "queries"), [(ENTRY, 4), (START, 4), (UTILITIES, 4), (CIVIL, 4), (QUERY, 5), (HELP, 4)]
)
def test_query_counts(visitor, path, queries, django_assert_max_num_queries):
    link(visitor, JOHN)
    with django_assert_max_num_queries(queries):
        assert visitor.get(path).status_code == 200
