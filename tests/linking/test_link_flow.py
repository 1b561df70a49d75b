"""The link utility on go-live morning: two pages, a confirmation, and what changes at once."""

import pytest

from tests.support.cast import JOHN, OWEN, TERESA
from tests.support.legacy import menu_of
from tests.support.link_steps import (
    CONFIRM,
    DONE,
    FORM,
    START,
    UTILITIES,
    agree,
    link,
    on_file,
    prove,
    submit,
)
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, SEED_MOMENT
from tests.support.page_text import page_text as text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _go_live_morning(rehearsal, visitor):
    visitor.at(FIRST_RUSH)


# --- the way through ------------------------------------------------------------------------------


def test_link_after_go_live(visitor):
    log_in(visitor, JOHN)
    assert "Link a CM/ECF account to my PACER account" in text(visitor.get(UTILITIES))
    assert prove(visitor, JOHN).url.endswith(CONFIRM)
    assert not on_file(visitor.rehearsal, JOHN).is_linked  # page 1 never links
    assert submit(visitor).url.endswith(DONE)
    account = on_file(visitor.rehearsal, JOHN)
    assert (account.pacer_account.account_number, account.linked_at) == (JOHN.number, FIRST_RUSH)


def test_form_page_has_the_court_text(visitor):
    log_in(visitor, JOHN)
    page = text(visitor.get(FORM))
    for words in (
        "Link a CM/ECF account to my PACER account",
        "This utility links your PACER account with your e-filer account in this court.",
        "If you use CM/ECF for PACER only, no action is necessary.",
        "If you had a CM/ECF e-filing account in this court before the court converted to NextGen"
        " CM/ECF, enter your old CM/ECF login and password below and press Submit. You will be"
        " prompted to confirm that you want to link your PACER account to your old CM/ECF e-filing"
        " account. Press Submit to link the accounts (or go back if the names don't match).",
        "CM/ECF login:",
        "CM/ECF password:",
        "DO NOT link a shared PACER account to your CM/ECF account.",
    ):
        assert words in page


def test_confirm_page_has_the_court_text_and_both_accounts(visitor):
    log_in(visitor, JOHN)
    prove(visitor, JOHN)
    page = text(visitor.get(CONFIRM))
    for words in (
        "Do you want to link these accounts?",
        "CM/ECF John Attorney PACER John Attorney",
        "After you submit this screen, your old e-filing credentials for the CM/ECF account will be"
        " permanently linked to your upgraded PACER account. Use your upgraded PACER account to"
        " e-file in this court.",
        "DO NOT link a shared PACER account to your CM/ECF account.",
        JOHN.login,
        JOHN.number,
        "j***@example.com",
    ):
        assert words in page
    assert JOHN.email not in page
    assert "The names do not match" not in page


def test_confirmation_can_be_refreshed_and_bookmarked(visitor, new_visitor):
    link(visitor, JOHN)
    first, again = text(visitor.get(DONE)), text(visitor.get(DONE))
    assert "Your accounts are linked" in first
    assert "Monday, April 20, 2020, at 8:05 am MT" in first
    assert first == again
    bookmark = new_visitor()
    assert "csologin" in bookmark.get(DONE).url
    log_in(bookmark, JOHN)
    agree(bookmark)
    assert "Your accounts are linked" in text(bookmark.get(DONE))


def test_no_confirmation_without_a_link(visitor):
    log_in(visitor, JOHN)
    assert visitor.get(DONE).url.endswith(FORM)


def test_linked_account_sees_its_link_instead_of_the_form(visitor):
    link(visitor, JOHN)
    page = text(visitor.get(FORM))
    assert "Linked on April 20, 2020." in page
    assert "CM/ECF password:" not in page


def test_link_changes_menus_and_disables_the_old_login(visitor, new_visitor):
    other = new_visitor()
    log_in(other, JOHN)
    assert menu_of(other.get(START)) == ["Query", "Reports", "Utilities", "Help", "Log Out"]
    link(visitor, JOHN)
    assert menu_of(other.get(START))[:2] == ["Civil", "Criminal"]
    visitor.at(SEED_MOMENT)  # even a clock moved back does not revive the old login
    typed = {"login": JOHN.login, "key": JOHN.ecf_password, "redaction": "on"}
    answer = new_visitor().post("/ecf/nmd/cgi-bin/login.pl", typed)
    assert "linked to a PACER account" in text(answer)


def test_different_names_are_a_warning_not_a_refusal(visitor):
    log_in(visitor, TERESA)
    prove(visitor, TERESA)
    page = text(visitor.get(CONFIRM))
    assert "The names do not match" in page
    assert "CM/ECF Teresa M. Counselor PACER Teresa Advocate" in page
    assert submit(visitor).url.endswith(DONE)


def test_going_back_keeps_the_login_but_not_the_password(visitor):
    log_in(visitor, TERESA)
    prove(visitor, TERESA)
    page = visitor.get(FORM).content.decode()
    assert f'value="{TERESA.login}"' in page
    assert TERESA.ecf_password not in page


def test_pending_links_in_two_courts_at_once(visitor):
    visitor.rehearsal.pacer_accounts.update(account_type="upgraded")
    log_in(visitor, OWEN)
    prove(visitor, OWEN)
    typed = {"login": "osolicitor", "password": "Chapter-Owen-6"}
    visitor.post(FORM.replace("nmd", "nmb"), typed)
    assert submit(visitor).url.endswith(DONE)
    other = visitor.get(CONFIRM.replace("nmd", "nmb"))
    assert "Owen Solicitor" in text(other)
