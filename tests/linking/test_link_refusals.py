"""Every refusal of the link utility, reached through its pages, with the desk to call."""

import pytest

from linking.link.refusals import LinkRefusal
from tests.support.cast import ADELE, GILBERT, HECTOR, JOHN, MIRIAM, NOEL, OWEN, TERESA
from tests.support.factories import PASSWORD, PacerAccountFactory
from tests.support.legacy import ask_for_reset, reset_path, set_by_link
from tests.support.link_steps import (
    CONFIRM,
    COURT_DESK,
    DONE,
    FORM,
    PSC_DESK,
    link,
    on_file,
    prove,
    refused,
    submit,
    token,
)
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, JUST_BEFORE_LIVE, SEED_MOMENT, WEEKEND
from tests.support.page_text import page_text as text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _go_live_morning(rehearsal, visitor):
    visitor.at(FIRST_RUSH)


# --- the way through ------------------------------------------------------------------------------


def test_wrong_password_keeps_the_login_and_is_counted(visitor):
    log_in(visitor, JOHN)
    answer = prove(visitor, JOHN, password="Not-The-One-7")
    page = answer.content.decode()
    assert "Invalid CM/ECF login or password." in page
    assert f'value="{JOHN.login}"' in page
    assert "Not-The-One-7" not in page
    assert COURT_DESK in page
    assert visitor.rehearsal.attempt_counters.filter(scope="cmecf:nmd").get().failures == 1


def test_unknown_login_and_wrong_password_look_the_same(visitor):
    log_in(visitor, JOHN)
    known = text(prove(visitor, JOHN, password="Not-The-One-7"))
    unknown = text(prove(visitor, JOHN, login="nobody-here", password="Not-The-One-7"))
    assert unknown == known


def test_login_is_case_sensitive(visitor):
    log_in(visitor, JOHN)
    answer = prove(visitor, JOHN, login=JOHN.login.upper())
    assert "Invalid CM/ECF login or password." in text(answer)


def test_sixth_wrong_password_locks_the_login(visitor):
    log_in(visitor, JOHN)
    for _ in range(6):
        prove(visitor, JOHN, password="Not-The-One-7")
    page = text(prove(visitor, JOHN))
    assert "This login is locked because too many wrong passwords were entered." in page
    assert COURT_DESK in page


def test_link_form_shares_the_lock_of_the_legacy_login(visitor):
    visitor.at(SEED_MOMENT)
    typed = {"login": JOHN.login, "key": "Not-The-One-7", "redaction": "on"}
    for _ in range(6):
        visitor.post("/ecf/nmd/cgi-bin/login.pl", typed)
    visitor.at(FIRST_RUSH)
    log_in(visitor, JOHN)
    assert "This login is locked" in text(prove(visitor, JOHN))


def test_legacy_account_is_sent_to_upgrade_and_back(visitor):
    log_in(visitor, NOEL)
    answer = visitor.get(FORM)
    refused(answer, LinkRefusal.LEGACY_ACCOUNT, PSC_DESK)
    assert "/psc/upgrade/?next=" in answer.content.decode()
    assert "If your office shares the account" in text(answer)
    assert "login.pl?logout" in answer.content.decode()
    refused(prove(visitor, NOEL), LinkRefusal.LEGACY_ACCOUNT, PSC_DESK)


def test_shared_account_is_refused_with_the_court_text(visitor):
    visitor.rehearsal.pacer_accounts.filter(username=ADELE.username).update(account_type="upgraded")
    log_in(visitor, ADELE)
    answer = visitor.get(FORM)
    refused(answer, LinkRefusal.SHARED_ACCOUNT, "Your own office")
    assert "Shared PACER accounts will not work with NextGen." in text(answer)
    assert "/pacer/register/" in answer.content.decode()
    assert "In real life nothing would have stopped you." in text(answer)
    visitor.post("/help-layer/")
    assert "In real life nothing" not in text(visitor.get(FORM))


def signed_on_stranger(visitor, **facts):
    account = PacerAccountFactory(rehearsal=visitor.rehearsal, **facts)
    log_in(visitor, username=account.username, password=PASSWORD)
    return account


def test_billing_account_is_refused(visitor):
    signed_on_stranger(visitor, holder_kind="paa")
    refused(visitor.get(FORM), LinkRefusal.BILLING_ACCOUNT, PSC_DESK)


def test_disabled_account_loses_its_sign_on(visitor):
    account = signed_on_stranger(visitor)
    account.is_disabled = True
    account.save()
    assert "csologin" in visitor.get(FORM).url


def test_linked_login_is_refused_without_naming_anyone(visitor, new_visitor):
    link(visitor, TERESA, JOHN)
    second = new_visitor()
    log_in(second, JOHN)
    answer = prove(second, JOHN)
    refused(answer, LinkRefusal.LOGIN_LINKED)
    assert TERESA.name not in text(answer)
    assert TERESA.number not in text(answer)


def test_two_proofs_of_one_login_make_one_link(visitor, new_visitor):
    second = new_visitor()
    log_in(visitor, TERESA)
    log_in(second, JOHN)
    prove(visitor, JOHN)
    prove(second, JOHN)
    late = token(second)
    submit(visitor)
    refused(submit(second, late), LinkRefusal.LOGIN_LINKED)
    assert on_file(visitor.rehearsal, JOHN).pacer_account.account_number == TERESA.number


def test_second_login_is_refused(visitor):
    log_in(visitor, HECTOR)
    for login, password in (("htrustee", "Estate-Hector-8"), ("hattyfile", "Chapter-Hector-8")):
        typed = {"login": login, "password": password}
        answer = visitor.post(FORM.replace("nmd", "nmb"), typed)
        if answer.status_code == 302:
            bankruptcy = CONFIRM.replace("nmd", "nmb")
            page = visitor.get(bankruptcy).content.decode()
            visitor.post(bankruptcy, {"token": page.split('name="token" value="')[1][:22]})
    assert LinkRefusal.ALREADY_LINKED_HERE.sentence in text(answer)
    assert "(505) 555-0160" in text(answer)  # the desk of that court, not of the home court
    linked = visitor.rehearsal.cmecf_accounts.filter(pacer_account__account_number=HECTOR.number)
    assert [account.login for account in linked] == ["htrustee"]


def test_second_login_proven_elsewhere_is_refused_on_submit(visitor, new_visitor):
    log_in(visitor, JOHN)
    prove(visitor, MIRIAM)
    waiting = token(visitor)
    link(new_visitor(), JOHN)
    refused(submit(visitor, waiting), LinkRefusal.ALREADY_LINKED_HERE)
    assert not on_file(visitor.rehearsal, MIRIAM).is_linked


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"is_active": False}, LinkRefusal.LOGIN_INACTIVE),
        ({"must_reset_password": True}, LinkRefusal.MUST_RESET),
    ],
    ids=["closed by the court", "to be reset"],
)
def test_inactive_or_reset_login_is_refused(visitor, facts, reason):
    visitor.rehearsal.cmecf_accounts.filter(login=JOHN.login).update(**facts)
    log_in(visitor, JOHN)
    refused(prove(visitor, JOHN), reason)


def test_special_characters_are_refused_only_if_the_court_says_so(visitor):
    visitor.rehearsal.pacer_accounts.update(account_type="upgraded")
    visitor.rehearsal.refuses_special_logins = True
    visitor.rehearsal.save()
    log_in(visitor, OWEN)
    refused(prove(visitor, OWEN), LinkRefusal.SPECIAL_CHARACTERS)
    visitor.rehearsal.refuses_special_logins = False
    visitor.rehearsal.save()
    assert prove(visitor, OWEN).url.endswith(CONFIRM)


@pytest.mark.parametrize("path", [FORM, CONFIRM, DONE])
def test_pages_say_when_linking_opens_before_go_live(visitor, path):
    visitor.at(SEED_MOMENT)
    answer = visitor.get(path)
    assert answer.status_code == 409
    assert "Linking opens on Monday, April 20, 2020, at 8:00 am MT" in text(answer)


@pytest.mark.parametrize("at", [WEEKEND, JUST_BEFORE_LIVE], ids=["weekend", "last second"])
@pytest.mark.parametrize("path", [FORM, CONFIRM, DONE])
def test_linking_is_closed_during_the_outage(visitor, path, at):
    visitor.at(at)
    assert visitor.get(path).status_code == 503


def test_link_after_password_reset_by_email(visitor):
    visitor.rehearsal.cmecf_accounts.filter(login=GILBERT.login).update(email="g@example.com")
    log_in(visitor, GILBERT)
    ask_for_reset(visitor, GILBERT.login)
    set_by_link(visitor, reset_path(visitor.rehearsal), "Brand-New-Word-4")
    prove(visitor, GILBERT, password="Brand-New-Word-4")
    assert submit(visitor).url.endswith(DONE)


# --- tokens, time, other worlds -----------------------------------------------------------------
