"""The menu bar for each kind of user, and the legacy pages behind it."""

import re

import pytest

from cmecf.models import CmecfAccount
from rehearsals.models import Activity, Mail
from tests.support.cast import DANA, JOHN, MIRIAM, NOEL, RUTH
from tests.support.legacy import (
    EMAIL,
    ENTRY,
    MENU,
    QUERY,
    SEARCH,
    TRANSACTIONS,
    as_filer,
    as_reader,
    log_in,
    menu_of,
)
from tests.support.moments import JUST_BEFORE_OUTAGE, LIVE, OUTAGE, SEED_MOMENT
from tests.support.page_text import page_text

LEGACY_FILER = ["Civil", "Criminal", "Query", "Reports", "Utilities", "Search", "Logout"]
LEGACY_READER = ["Query", "Reports", "Utilities", "Logout"]
NEXTGEN_READER = ["Query", "Reports", "Utilities", "Help", "Log Out"]
NEXTGEN_FILER = ["Civil", "Criminal", "Query", "Reports", "Utilities", "Search", "Help", "Log Out"]


def sign_on(visitor, member):
    """Sign on with PACER and confirm the redaction notice, which filers get in each sign-on."""
    data = {"username": member.username, "password": member.password}
    visitor.post("/cso/csologin/login.jsf?pscCourtId=NMDC", data)
    visitor.post("/ecf/nmd/cgi-bin/redaction.pl", {"redaction": "on"})
    return visitor


def change_email(visitor, email, again=None):
    return visitor.post(EMAIL, {"email": email, "email_again": email if again is None else again})


def test_no_menu_without_login(visitor):
    assert menu_of(visitor.get(ENTRY)) == []


def test_filer_has_legacy_menu(visitor):
    assert menu_of(as_filer(visitor, NOEL).get(ENTRY)) == LEGACY_FILER


def test_pacer_login_has_short_legacy_menu(visitor):
    assert menu_of(as_reader(visitor, RUTH).get(ENTRY)) == LEGACY_READER


def test_unlinked_pacer_account_has_short_nextgen_menu(visitor):
    visitor.at(LIVE)
    assert menu_of(sign_on(visitor, JOHN).get(MENU + "?Utilities")) == NEXTGEN_READER


def test_linked_account_has_full_nextgen_menu(visitor, rehearsal):
    pacer = rehearsal.pacer_accounts.get(username=JOHN.username)
    rehearsal.cmecf_accounts.filter(login=JOHN.login).update(pacer_account=pacer, linked_at=LIVE)
    visitor.at(LIVE)
    assert menu_of(sign_on(visitor, JOHN).get(MENU + "?Utilities")) == NEXTGEN_FILER


def test_link_in_other_court_gives_no_filer_menu(visitor):
    visitor.at(LIVE)
    sign_on(visitor, MIRIAM)
    assert menu_of(visitor.get(MENU + "?Utilities")) == NEXTGEN_READER
    elsewhere = visitor.get("/ecf/ca10/cgi-bin/DisplayMenu.pl?Utilities")
    assert menu_of(elsewhere) == ["Filing", *NEXTGEN_FILER[2:]]


def test_legacy_sign_in_ends_at_go_live(visitor):
    as_filer(visitor, NOEL).at(LIVE)
    response = visitor.get(MENU + "?Utilities")
    assert response.status_code == 302
    assert "/cso/csologin/login.jsf?pscCourtId=NMDC" in response.headers["Location"]


def test_legacy_login_url_redirects_to_pacer_after_go_live(visitor):
    visitor.at(LIVE)
    response = visitor.get("/ecf/nmd/cgi-bin/login.pl")
    assert "/cso/csologin/login.jsf?pscCourtId=NMDC&appurl=" in response.headers["Location"]


@pytest.mark.parametrize(
    ("path", "current"),
    [
        (MENU + "?CivilEvents", "Civil"),
        (MENU + "?Civil", "Civil"),
        (MENU + "?CriminalEvents", "Criminal"),
        (MENU + "?Criminal", "Criminal"),
        (QUERY, "Query"),
        (MENU + "?Reports", "Reports"),
        (MENU + "?Utilities", "Utilities"),
        (EMAIL, "Utilities"),
        ("/ecf/nmd/utilities/password/", "Utilities"),
        (TRANSACTIONS, "Utilities"),
        (SEARCH, "Search"),
    ],
)
def test_every_entry_opens_and_is_marked_current(visitor, path, current):
    page = as_filer(visitor, NOEL).get(path)
    assert page.status_code == 200
    marked = [part for part in page.content.decode().split("<li") if "aria-current" in part]
    assert [current] == [part.partition("</a>")[0].rpartition(">")[2] for part in marked]


def test_every_link_on_legacy_pages_works(visitor):
    as_filer(visitor, NOEL)
    for path in (ENTRY, MENU + "?Utilities", MENU + "?CivilEvents", EMAIL, TRANSACTIONS):
        for url in re.findall(r'href="(/r/[^"#]+)"', visitor.get(path).content.decode()):
            if "logout" not in url:
                assert visitor.get(url).status_code < 400, url


def test_unknown_menu_gets_404(visitor):
    as_filer(visitor, NOEL)
    for query in ("", "?Fishing", "?civilevents"):
        assert visitor.get(MENU + query).status_code == 404


def test_civil_says_until_when_filer_can_file(visitor):
    text = page_text(as_filer(visitor, NOEL).get(MENU + "?CivilEvents"))
    assert (
        "You can file in civil cases in the District of New Mexico until"
        " Friday, April 17, 2020, at 3:00 pm MT." in text
    )


def test_filer_restricted_to_one_case(visitor):
    as_filer(visitor, DANA)
    assert "one case only: 1:20-cv-90004-TRN-SIM" in page_text(visitor.get(MENU + "?CivilEvents"))
    assert "You can't file in criminal cases" in page_text(visitor.get(MENU + "?CriminalEvents"))


@pytest.mark.parametrize("path", [MENU + "?CivilEvents", MENU + "?Criminal", SEARCH, TRANSACTIONS])
def test_pacer_login_is_told_why_it_cannot_file(visitor, path):
    response = as_reader(visitor, RUTH).get(path)
    assert response.status_code == 403
    assert "log in again with your CM/ECF filer login" in page_text(response)


def test_utilities_of_pacer_login_have_no_filer_entries(visitor):
    text = page_text(as_reader(visitor, RUTH).get(MENU + "?Utilities"))
    assert "Manage My Account" in text
    assert "Maintain Your E-mail" not in text


def test_utilities_say_when_linking_opens(visitor):
    page = as_filer(visitor, NOEL).get(MENU + "?Utilities")
    assert "/utilities/link/" not in page.content.decode()
    assert "when NextGen opens: Monday, April 20, 2020, at 8:00 am MT." in page_text(page)


@pytest.mark.parametrize("status", ["inactive", "not_activated"])
def test_search_status_affects_query_only(visitor, rehearsal, status):
    rehearsal.pacer_accounts.filter(username=RUTH.username).update(case_search_status=status)
    as_reader(visitor, RUTH)
    assert visitor.get(QUERY).status_code == 403
    assert "Utilities" in menu_of(visitor.get(ENTRY))


def test_search_finds_menus_and_functions(visitor):
    as_filer(visitor, NOEL)
    assert "Change Your ECF Password" in page_text(visitor.get(SEARCH + "?q=password"))
    assert "Nothing found" in page_text(visitor.get(SEARCH + "?q=zeppelin"))
    assert "Enter a word" in page_text(visitor.get(SEARCH + "?q="))
    assert "at most 60 characters" in page_text(visitor.get(SEARCH + "?q=" + "x" * 5000))


# --- the e-mail on file ----------------------------------------------------------------------------


def test_filer_changes_email_on_file(visitor):
    as_filer(visitor, NOEL)
    assert NOEL.email in page_text(visitor.get(EMAIL))
    response = change_email(visitor, "noel.new@example.com")
    text = page_text(visitor.get(response.headers["Location"]))
    assert "The e-mail address on file is now noel.new@example.com." in text
    assert CmecfAccount.objects.get(login=NOEL.login).email == "noel.new@example.com"


def test_old_and_new_address_get_a_message(visitor):
    as_filer(visitor, NOEL)
    change_email(visitor, "noel.new@example.com")
    assert set(Mail.objects.values_list("to", flat=True)) == {NOEL.email, "noel.new@example.com"}


@pytest.mark.parametrize(
    ("email", "again", "sentence"),
    [
        ("", "", "Enter the new e-mail address."),
        ("no address", "no address", "Enter an e-mail address such as"),
        ("a@example.com", "b@example.com", "The e-mail addresses don't match."),
        (NOEL.email, NOEL.email, "This address is already on file."),
        ("x" * 10_000 + "@example.com", "x", "An e-mail address has at most 254 characters."),
        (
            "a\x00@example.com",
            "a\x00@example.com",
            "Remove characters that can't be typed on a keyboard.",
        ),
        ("a@example.com\nBcc: b@example.com", "a@example.com", "Enter an e-mail address such as"),
    ],
)
def test_bad_address_is_refused(visitor, email, again, sentence):
    as_filer(visitor, NOEL)
    assert sentence in page_text(change_email(visitor, email, again))
    assert CmecfAccount.objects.get(login=NOEL.login).email == NOEL.email
    assert not Mail.objects.exists()


@pytest.mark.parametrize("path", [EMAIL, "/ecf/nmd/utilities/password/"])
def test_email_and_password_pages_refused_after_go_live(visitor, path):
    as_filer(visitor, NOEL).at(LIVE)
    for response in (visitor.get(path), visitor.post(path, {"email": "x@example.com", "new": "x"})):
        assert response.status_code == 403
        assert "Change them in Manage My Account" in page_text(response)


def test_change_after_outage_begins_is_refused(visitor):
    as_filer(visitor, NOEL).at(JUST_BEFORE_OUTAGE)
    assert visitor.get(EMAIL).status_code == 200
    visitor.at(OUTAGE)
    assert change_email(visitor, "late@example.com").status_code == 503
    assert CmecfAccount.objects.get(login=NOEL.login).email == NOEL.email


# --- the transaction log ----------------------------------------------------------------------------


def test_transaction_log_shows_activity_of_this_login(visitor):
    log_in(visitor, NOEL.login, "Wrong-Guess-1")
    as_filer(visitor, NOEL)
    change_email(visitor, "noel.new@example.com")
    text = page_text(visitor.get(TRANSACTIONS))
    for line in (
        "March 27, 2020, 10:06 am Change the e-mail on file Done",
        "Log in Done filer",
        "Log in Failed wrong login or password",
    ):
        assert line in text


def test_transaction_log_excludes_other_logins_rehearsals_and_courts(
    visitor, new_visitor, rehearsal
):
    as_filer(new_visitor(), JOHN)
    Activity.objects.create(
        rehearsal=rehearsal, court_at=SEED_MOMENT, what="cmecf.sign_in", who="CM/ECF mesquire",
        detail="nmd2: elsewhere",
    )  # fmt: skip
    text = page_text(as_filer(visitor, MIRIAM).get(TRANSACTIONS))
    assert "The last 1 transaction" in text
    assert "elsewhere" not in text


def test_linked_filer_reads_transaction_log_after_go_live(visitor, rehearsal):
    as_filer(visitor, JOHN)
    pacer = rehearsal.pacer_accounts.get(username=JOHN.username)
    rehearsal.cmecf_accounts.filter(login=JOHN.login).update(pacer_account=pacer, linked_at=LIVE)
    visitor.at(LIVE)
    Activity.objects.create(
        rehearsal=rehearsal, court_at=LIVE, what="link.made", who=pacer.log_name,
        detail="nmd: CM/ECF jattorney",
    )  # fmt: skip
    text = page_text(sign_on(visitor, JOHN).get(TRANSACTIONS))
    assert "Log in Done filer" in text
    assert "Link the CM/ECF account to the PACER account Done" in text


def test_unlinked_account_has_no_transaction_log(visitor):
    visitor.at(LIVE)
    assert visitor.get(TRANSACTIONS).status_code == 302
    assert sign_on(visitor, JOHN).get(TRANSACTIONS).status_code == 403


def test_transaction_log_query_count_is_constant(visitor, rehearsal, django_assert_max_num_queries):
    as_filer(visitor, NOEL)
    Activity.objects.bulk_create(
        Activity(
            rehearsal=rehearsal, court_at=SEED_MOMENT, what="cmecf.sign_in",
            who="CM/ECF nattorney", detail="nmd: filer",
        )
        for _ in range(300)
    )  # fmt: skip
    with django_assert_max_num_queries(6):
        text = page_text(visitor.get(TRANSACTIONS))
    assert "The last 100 transactions" in text
