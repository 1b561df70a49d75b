"""The page "CM/ECF Filer or PACER Login" (seed, Step 3)."""

import pytest

from cmecf.models import CmecfAccount
from rehearsals.models import Activity
from tests.support.cast import ADELE, JOHN, MIRIAM, NOEL, OWEN, RUTH
from tests.support.legacy import (
    EMAIL,
    ENTRY,
    LOGIN,
    MENU,
    QUERY,
    as_filer,
    as_reader,
    log_in,
    menu_of,
)
from tests.support.moments import SEED_MOMENT
from tests.support.page_text import page_text
from tests.support.visitor import Visitor

SEED_SENTENCES = (
    "CM/ECF Filer or PACER Login",
    "This is a Restricted Web Site for Official Court Business only. Unauthorized entry is"
    " prohibited and subject to prosecution. All activities and access attempts are logged.",
    "If you forgot your CM/ECF password, you can request a password reset here",
    "Instructions for filing: Enter your CM/ECF filer login and password if you are electronically"
    " filing something with the court.",
    "If you received this login page as a result of a link from a Notice of Electronic Filing"
    " e-mail: Enter your CM/ECF filer login and password. The system prompts customers for a CM/ECF"
    " login and password.",
    "If you have trouble viewing a document: After successful entry of your CM/ECF login, you should"
    " be able to view the document. If you receive the message that the document is restricted to"
    " attorneys of record in the case and the system does not recognize you as such, it means that"
    ' the "free look" link has expired. You will need to enter your PACER login and password.',
    "Instructions for viewing filed documents and case information: If you do not need filing"
    " capabilities, enter your PACER login and password. If you do not have a PACER account, you can"
    " request one here.",
    "Authentication Login: Password: client code:",
    "IMPORTANT NOTICE OF REDACTION RESPONSIBILITY",
    "I understand that, if I file, I must comply with the redaction requirements.",
)


@pytest.mark.parametrize("sentence", SEED_SENTENCES)
def test_login_page_has_seed_sentences(visitor, sentence):
    assert sentence in page_text(visitor.get(LOGIN))


def test_redaction_notice_lists_five_identifiers(visitor):
    text = page_text(visitor.get(LOGIN))
    for kind in (
        "Social Security numbers and taxpayer",
        "dates of birth",
        "names of minor children",
        "financial account numbers",
        "home addresses, in criminal cases",
    ):
        assert kind in text
    assert "American Bar Association" not in text


def test_entry_page_links_to_login_page(visitor):
    page = visitor.get(ENTRY).content.decode()
    assert "District of New Mexico - Document Filing System</a>" in page
    assert f'href="{visitor.rehearsal.mount}{LOGIN}"' in page


def test_filer_login_signs_in_as_filer(visitor):
    response = log_in(visitor, NOEL.login, NOEL.ecf_password)
    assert response.headers["Location"] == visitor.rehearsal.mount + ENTRY
    assert "You are logged in as an e-filer" in page_text(visitor.get(ENTRY))


def test_sign_in_is_dated_by_court_clock(visitor):
    as_filer(visitor, NOEL)
    assert CmecfAccount.objects.get(login=NOEL.login).last_signed_in_at == SEED_MOMENT


def test_filer_must_confirm_redaction_requirements(visitor):
    response = log_in(visitor, NOEL.login, NOEL.ecf_password, redaction=False)
    page = response.content.decode()
    assert "Confirm that you will comply with the redaction requirements." in page
    assert f'value="{NOEL.login}"' in page
    assert NOEL.ecf_password not in page
    assert "You are logged in" not in page_text(visitor.get(ENTRY))


def test_pacer_login_needs_no_redaction_confirmation_and_only_searches(visitor):
    assert log_in(visitor, RUTH.username, RUTH.password, redaction=False).status_code == 302
    assert "You can look up cases with it, but you can't file." in page_text(visitor.get(ENTRY))


def test_shared_pacer_login_can_search(visitor):
    as_reader(visitor, ADELE)
    assert menu_of(visitor.get(ENTRY)) == ["Query", "Reports", "Utilities", "Logout"]


def test_cmecf_login_is_case_sensitive_and_pacer_username_is_not(visitor, new_visitor):
    assert log_in(visitor, NOEL.login.upper(), NOEL.ecf_password).status_code == 200
    assert log_in(new_visitor(), RUTH.username.upper(), RUTH.password).status_code == 302


def test_login_with_special_character_works(visitor):
    as_filer(visitor, OWEN)


@pytest.mark.parametrize(
    ("login", "password"),
    [
        (NOEL.login, "Wrong-Guess-1"),
        ("nobody-at-all", "Wrong-Guess-1"),
        (RUTH.username, "Wrong-Guess-1"),
        (NOEL.login, NOEL.password),
        (NOEL.username, NOEL.ecf_password),
    ],
    ids=["wrong password", "unknown", "wrong PACER password", "PACER password", "PACER name"],
)
def test_every_wrong_login_gets_same_page_without_echo(visitor, new_visitor, login, password):
    response = log_in(visitor, login, password)
    other = log_in(new_visitor(), "someone-else", "Something-9")
    assert page_text(response) == page_text(other)
    assert "either your login or your password is incorrect" in page_text(response)
    assert "The two usual reasons" in page_text(response)
    assert login not in response.content.decode()


def test_closed_page_shows_login_form_and_returns(visitor):
    wanted = MENU + "?Utilities"
    assert "CM/ECF Filer or PACER Login" in page_text(visitor.get(wanted))
    response = log_in(visitor, NOEL.login, NOEL.ecf_password, at=wanted)
    assert response.headers["Location"] == visitor.rehearsal.mount + wanted


def test_post_without_login_is_not_saved_and_page_says_so(visitor):
    response = visitor.post(EMAIL, {"email": "new@example.com", "email_again": "new@example.com"})
    assert "What you sent was not saved." in page_text(response)
    assert "There is a problem" not in page_text(response)
    assert CmecfAccount.objects.get(login=NOEL.login).email == NOEL.email


def test_client_code_lasts_for_sign_in(visitor):
    log_in(visitor, NOEL.login, NOEL.ecf_password, code="Estate of Doe 7")
    assert "Estate of Doe 7" in page_text(visitor.get(ENTRY))


@pytest.mark.parametrize(("code", "may_read"), [("", False), ("SMITH", False), ("12345-AB", True)])
def test_search_needs_required_client_code(visitor, code, may_read):
    """As after go-live, the login works but searching is withheld (PACER FAQ)."""
    required = {"requires_client_code": True, "client_code_format": "99999-AA"}
    visitor.rehearsal.pacer_accounts.filter(account_number=JOHN.number).update(**required)
    assert log_in(visitor, JOHN.username, JOHN.password, code=code).status_code == 302
    page = page_text(visitor.get(QUERY))
    assert ("A Client Code is required for PACER search" not in page) is may_read
    assert "SMITH" not in page_text(visitor.get(ENTRY))


def test_new_client_code_rule_applies_at_once(visitor):
    as_reader(visitor, JOHN)
    assert "A Client Code" not in page_text(visitor.get(QUERY))
    visitor.rehearsal.pacer_accounts.update(requires_client_code=True)
    assert "A Client Code is required" in page_text(visitor.get(QUERY))


def test_client_code_has_at_most_32_characters(visitor, new_visitor):
    assert log_in(visitor, NOEL.login, NOEL.ecf_password, code="x" * 33).status_code == 200
    assert log_in(new_visitor(), NOEL.login, NOEL.ecf_password, code="x" * 32).status_code == 302


def test_login_gets_new_session_key(visitor):
    log_in(visitor, RUTH.username, RUTH.password)
    before = visitor.client.cookies["NextGenCSO"].value
    as_filer(visitor, NOEL)
    assert visitor.client.cookies["NextGenCSO"].value != before
    visitor.client.cookies["NextGenCSO"] = before
    assert menu_of(visitor.get(ENTRY)) == []


def test_logout_ends_this_courts_sign_in_and_names_login(visitor):
    as_filer(visitor, NOEL)
    asked = page_text(visitor.get(LOGIN + "?logout"))
    assert "logs you out of the District of New Mexico only" in asked
    visitor.get("/ecf/ca10/cgi-bin/login.pl?logout")  # a NextGen court, in which he isn't logged in
    assert menu_of(visitor.get(ENTRY))  # a link alone logs no one out
    left = page_text(visitor.post(LOGIN + "?logout"))
    assert "You are logged out" in left
    assert NOEL.login in left
    assert "CM/ECF Filer or PACER Login" in page_text(visitor.get(MENU + "?Utilities"))


def test_logout_without_login_says_so_and_logs_nothing(visitor):
    assert "You were not logged in" in page_text(visitor.get(LOGIN + "?logout"))
    assert not Activity.objects.filter(what="cmecf.sign_out").exists()


def test_sign_in_is_unknown_in_other_rehearsal(visitor, other_rehearsal):
    as_filer(visitor, NOEL)
    other = Visitor(other_rehearsal, visitor.client)
    assert menu_of(other.get(ENTRY)) == []


def test_inactive_account_is_told_only_after_right_password(visitor):
    CmecfAccount.objects.filter(login=NOEL.login).update(is_active=False)
    assert "not active" not in page_text(log_in(visitor, NOEL.login, "Wrong-Guess-1"))
    assert "This CM/ECF account is not active." in page_text(
        log_in(visitor, NOEL.login, NOEL.ecf_password)
    )


def test_deactivating_account_ends_its_sign_ins(visitor):
    as_filer(visitor, NOEL)
    CmecfAccount.objects.filter(login=NOEL.login).update(is_active=False)
    assert menu_of(visitor.get(ENTRY)) == []


def test_unlinked_login_must_reset_password(visitor):
    CmecfAccount.objects.filter(login=NOEL.login).update(must_reset_password=True)
    text = page_text(log_in(visitor, NOEL.login, NOEL.ecf_password))
    assert "You must reset the password of this CM/ECF login" in text
    assert menu_of(visitor.get(ENTRY)) == []


def test_linked_login_is_refused_even_before_go_live(visitor, rehearsal):
    john = rehearsal.pacer_accounts.get(username=JOHN.username)
    as_filer(visitor, JOHN)
    rehearsal.cmecf_accounts.filter(login=JOHN.login).update(
        pacer_account=john, linked_at=SEED_MOMENT
    )
    assert menu_of(visitor.get(ENTRY)) == []
    text = page_text(log_in(visitor, JOHN.login, JOHN.ecf_password))
    assert "linked to a PACER account, so you can't log in with it anymore" in text


def test_disabled_and_billing_pacer_accounts_are_refused(visitor, rehearsal):
    ruth = rehearsal.pacer_accounts.filter(username=RUTH.username)
    ruth.update(holder_kind="paa")
    assert "pays bills" in page_text(log_in(visitor, RUTH.username, RUTH.password))
    ruth.update(is_disabled=True)
    assert "has been disabled" in page_text(log_in(visitor, RUTH.username, RUTH.password))


def test_name_used_at_court_and_pacer_takes_either_password(visitor, new_visitor, rehearsal):
    account = rehearsal.pacer_accounts.get(username=RUTH.username)
    account.rename(MIRIAM.login)
    account.save()
    as_filer(visitor, MIRIAM)
    log_in(new := new_visitor(), MIRIAM.login, RUTH.password)
    assert menu_of(new.get(ENTRY)) == ["Query", "Reports", "Utilities", "Logout"]


def test_activity_log_has_no_unknown_names(visitor):
    log_in(visitor, "nobody-at-all", "Wrong-Guess-1")
    log_in(visitor, NOEL.login, "Wrong-Guess-1")
    as_filer(visitor, NOEL)
    visitor.post(LOGIN + "?logout")
    lines = Activity.objects.filter(what__startswith="cmecf.").order_by("pk")
    assert [(line.what, line.who, line.outcome) for line in lines] == [
        ("cmecf.sign_in", "", "failed"),
        ("cmecf.sign_in", "CM/ECF nattorney", "failed"),
        ("cmecf.sign_in", "CM/ECF nattorney", "done"),
        ("cmecf.sign_out", "CM/ECF nattorney", "done"),
    ]


@pytest.mark.parametrize(
    "bad", ["x" * 10_000, "nul\x00byte", "🦎" * 50, "\u202eyenrotta", "' OR 1=1 --", "\ud7ff"]
)
@pytest.mark.parametrize("field", ["login", "key", "clcode"])
def test_odd_input_gets_error_page(visitor, field, bad):
    data = {"login": "n", "key": "k", "clcode": "", "redaction": "on"} | {field: bad}
    response = visitor.post(LOGIN, data)
    assert response.status_code == 200
    assert "There is a problem" in page_text(response)


def test_wrong_methods_get_405(visitor):
    assert visitor.client.put(visitor.rehearsal.mount + LOGIN).status_code == 405
    assert visitor.post(ENTRY).status_code == 405


def test_unknown_court_gets_404(visitor):
    assert visitor.get("/ecf/zzz/").status_code == 404
    assert visitor.get("/ecf/zzz/cgi-bin/lostPassword.pl").status_code == 404


def test_query_counts(visitor, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        visitor.get(LOGIN)
    with django_assert_max_num_queries(18):
        as_filer(visitor, NOEL)
    with django_assert_max_num_queries(5):
        visitor.get(MENU + "?Utilities")
