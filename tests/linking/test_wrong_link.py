"""A link to another person's CM/ECF account, or of a shared PACER account, and the way back."""

import re

import pytest

from linking.link.refusals import LinkRefusal
from linking.unlink.services import unlink
from rehearsals.web import mount
from tests.support.cast import ADELE, GRANT, JOHN, RUTH, TERESA
from tests.support.legacy import TRANSACTIONS
from tests.support.legacy import log_in as legacy_log_in
from tests.support.link_steps import (
    CIVIL,
    DONE,
    FORM,
    START,
    UTILITIES,
    agree,
    link,
    on_file,
    prove,
    refused,
    submit,
)
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, SEED_MOMENT
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db

FILES_AS_JOHN = "You file as John Attorney in this court"
CALL = "Call the court at (505) 348-2075 and give the reference"
HERE = "Only in this rehearsal"


@pytest.fixture(autouse=True)
def _go_live_morning(rehearsal, visitor):
    visitor.at(FIRST_RUSH)


@pytest.fixture
def grant(visitor):
    """Grant Counsel, who linked John Attorney's login."""
    assert link(visitor, GRANT, JOHN).url.endswith(DONE)
    return visitor


@pytest.fixture
def john(new_visitor):
    """John Attorney, whose login Grant may have linked, at PACER."""
    john = new_visitor()
    log_in(john, JOHN)
    return john


def undo(visitor, path=DONE):
    """Press "Undo this link" on the page at `path`."""
    html = visitor.get(path).content.decode()
    form = html.partition("/bookmarks/undo/")[2].partition("</form>")[0]
    return visitor.post(
        "/bookmarks/undo/", dict(re.findall(r'name="(what|who|detail)" value="([^"]+)"', form))
    )


def share(rehearsal):
    """Realistic linking, and the firm's account upgraded: the court can't see that it is shared."""
    rehearsal.link_policy = "realistic"
    rehearsal.save()
    rehearsal.pacer_accounts.filter(username=ADELE.username).update(account_type="upgraded")


# --- the person who linked ------------------------------------------------------------------------


def test_result_page_is_a_warning_with_the_desk_and_the_way_back(grant):
    html = grant.get(DONE).content.decode()
    page = page_text(grant.get(DONE))
    assert "usa-alert--warning result" in html
    assert "usa-alert--success" not in html
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", html) == [
        "You now file as John Attorney in this court"
    ]
    assert "<title>You now file as John Attorney - " in html
    reference = f"NMD-{GRANT.number}-{on_file(grant.rehearsal, JOHN).pk}"
    assert f"{CALL} {reference}." in page
    assert "Only the court can undo a link." in page
    assert "The login jattorney belongs to another person, John Attorney" in page
    assert "Undo this link" in page
    assert "Go to Civil" not in page


def test_result_page_without_practice_help_says_only_what_a_court_sees(grant):
    grant.post("/help-layer/")
    page = page_text(grant.get(DONE))
    assert "You now file as John Attorney in this court" in page
    assert "The names differ." in page
    assert HERE not in page
    assert "Undo this link" not in page


@pytest.mark.parametrize("path", [START, CIVIL, FORM])
def test_later_pages_say_as_whom_the_user_files(grant, path):
    page = page_text(grant.get(path))
    assert FILES_AS_JOHN in page
    assert "Welcome, Counsel Grant You file as John Attorney" in page
    assert "Undo this link" in page
    assert "nothing more to do" not in page
    assert "ready to file" not in page


def test_utilities_page_and_email_agree_with_the_result(grant):
    assert "You file as John Attorney." in page_text(grant.get(UTILITIES))
    notices = grant.rehearsal.mails.filter(subject__endswith="was linked: the names differ")
    assert {mail.to for mail in notices} == {JOHN.email, GRANT.email}
    for mail in notices:
        assert (
            f"PACER account {GRANT.number} (Grant Counsel) now files as John Attorney" in mail.body
        )
        assert f"Give the reference NMD-{GRANT.number}-" in mail.body
        assert "If both are you" in mail.body


def test_undo_this_link_lets_both_link_their_own(grant, new_visitor):
    undo(grant)
    assert not on_file(grant.rehearsal, JOHN).is_linked
    link(grant, GRANT)
    page = page_text(grant.get(DONE))
    assert "Your accounts are linked" in page
    assert "Undo this link" not in page
    link(new_visitor(), JOHN)
    assert on_file(grant.rehearsal, JOHN).pacer_account.account_number == JOHN.number


def test_undo_goes_back_to_the_link_of_its_own_page(grant):
    """A later link by the same account in another court is not the one that is undone alone."""
    court = grant.rehearsal.courts.get(code="nmb")
    grant.rehearsal.cmecf_accounts.filter(login=ADELE.login).update(court=court)
    grant.post(FORM.replace("nmd", "nmb"), {"login": ADELE.login, "password": ADELE.ecf_password})
    page = grant.get(FORM.replace("nmd", "nmb") + "confirm/").content.decode()
    waiting = re.search(r'name="token" value="([^"]+)"', page)[1]
    grant.post(FORM.replace("nmd", "nmb") + "confirm/", {"token": waiting})
    asked = page_text(undo(grant))
    assert "This undoes 2 changes" in asked


def test_trainer_can_switch_the_way_back_off(grant):
    grant.rehearsal.keeps_bookmarks = False
    grant.rehearsal.save()
    page = page_text(grant.get(DONE))
    assert "The login jattorney belongs to another person, John Attorney" in page
    assert "Undo this link" not in page


def test_two_names_of_one_person_are_said_to_be_that(visitor):
    link(visitor, TERESA)
    page = page_text(visitor.get(DONE))
    assert "You now file as Teresa M. Counselor in this court" in page
    assert "If both are you, ask the court to correct the name on its record." in page
    assert "Both accounts are yours, under two names." in page
    assert "belongs to another person" not in page


def test_namesake_is_a_warning_only_in_practice_help(visitor):
    names = {"first_name": "John", "last_name": "Attorney"}
    visitor.rehearsal.pacer_accounts.filter(username=RUTH.username).update(**names)
    link(visitor, RUTH, JOHN)
    assert "You now file as John Attorney in this court" in page_text(visitor.get(DONE))
    assert "belongs to another person" in page_text(visitor.get(START))
    visitor.post("/help-layer/")
    assert "Your accounts are linked" in page_text(visitor.get(DONE))
    assert "belongs to another person" not in page_text(visitor.get(START))


# --- the person whose login it is -------------------------------------------------------------------


def test_attempt_of_the_wronged_attorney_is_refused_without_naming_anyone(grant, john):
    answer = prove(john, JOHN)
    refused(answer, LinkRefusal.LOGIN_LINKED)
    assert "the court e-mailed a notice to the address on file" in page_text(answer)
    assert GRANT.name not in page_text(answer)
    assert GRANT.number not in page_text(answer)


@pytest.mark.parametrize("path", [START, UTILITIES])
def test_practice_help_tells_the_wronged_attorney_before_the_attempt(grant, john, path):
    assert "Your CM/ECF login jattorney is linked to another PACER account" in page_text(
        john.get(path)
    )
    john.post("/help-layer/")
    assert "jattorney" not in page_text(john.get(path))


def test_legacy_login_of_the_wronged_attorney_says_whom_to_call(grant, new_visitor):
    grant.at(SEED_MOMENT)
    page = page_text(legacy_log_in(new_visitor(), JOHN.login, JOHN.ecf_password))
    assert "linked to a PACER account" in page
    assert "If you didn't link it, call the court." in page


def test_after_the_courts_repair_the_log_shows_what_happened(grant, john):
    with mount.inside_rehearsal(grant.rehearsal):
        account = on_file(grant.rehearsal, JOHN)
        unlink(account=account, reason="Wrong person", who="clerk carla", at=FIRST_RUSH)
    assert "The court undid a link of your CM/ECF login jattorney." in page_text(john.get(START))
    grant.rehearsal.cmecf_accounts.filter(login=JOHN.login).update(must_reset_password=False)
    prove(john, JOHN)
    submit(john)
    agree(john)
    page = page_text(john.get(TRANSACTIONS))
    assert f"CM/ECF jattorney to PACER {GRANT.number}" in page
    assert "Link undone by the court" in page
    assert "Wrong person" in page
    assert FILES_AS_JOHN not in page_text(john.get(START))


def test_log_of_a_similar_login_does_not_show_the_link(grant, new_visitor):
    grant.rehearsal.cmecf_accounts.filter(login=TERESA.login).update(login="jattorney2")
    grant.at(SEED_MOMENT)
    other = new_visitor()
    legacy_log_in(other, "jattorney2", TERESA.ecf_password)
    assert "Link the CM/ECF account" not in page_text(other.get(TRANSACTIONS))


# --- a shared PACER account ---------------------------------------------------------------------------


def test_shared_account_is_a_warning_on_the_result_and_on_later_pages(visitor):
    share(visitor.rehearsal)
    assert link(visitor, ADELE).url.endswith(DONE)
    page = page_text(visitor.get(DONE))
    assert "You now file as Adele Counsel in this court" in page
    assert "Everyone who logs in as tr0042 files as Adele Counsel in this court." in page
    assert "Your office shares the PACER account tr0042." in page
    assert "Undo this link" in page
    for path in (START, CIVIL):
        assert "You file as Adele Counsel in this court" in page_text(visitor.get(path))
    undo(visitor)
    assert not on_file(visitor.rehearsal, ADELE).is_linked


def test_colleague_with_the_shared_account_cannot_link_another_login(visitor, new_visitor):
    share(visitor.rehearsal)
    link(visitor, ADELE)
    colleague = new_visitor()
    log_in(colleague, ADELE)
    agree(colleague)
    assert "You file as Adele Counsel in this court" in page_text(colleague.get(START))
    refused(prove(colleague, GRANT), LinkRefusal.ALREADY_LINKED_HERE)
