"""The link flow at page level, from go-live morning on."""

from datetime import timedelta

import pytest
from freezegun import freeze_time

from linking import services
from linking.refusals import LinkRefusal
from rehearsals import mount
from tests.cast import ADELE, GILBERT, HECTOR, JOHN, MIRIAM, NOEL, OWEN, TERESA
from tests.cmecf.legacy import ask_for_reset, menu_of, reset_path, set_by_link
from tests.cmecf.legacy import words as text
from tests.cso.doors import log_in
from tests.factories import PASSWORD, CmecfAccountFactory, PacerAccountFactory
from tests.linking.steps import (
    CIVIL,
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
    token,
)
from tests.moments import FIRST_RUSH, JUST_BEFORE_LIVE, LIVE, SEED_MOMENT, WEEKEND

pytestmark = pytest.mark.django_db

COURT_DESK = "(505) 348-2075"
PSC_DESK = "(800) 676-6856"


@pytest.fixture(autouse=True)
def _go_live_morning(rehearsal, visitor):
    visitor.at(FIRST_RUSH)


def refused(answer, reason: LinkRefusal, desk: str = COURT_DESK) -> None:
    page = text(answer)
    assert answer.status_code == 409
    assert reason.sentence in page
    assert reason.todo in page
    assert desk in page


# --- the way through ------------------------------------------------------------------------------


def test_john_links_on_go_live_morning(visitor):
    log_in(visitor, JOHN)
    assert "Link a CM/ECF account to my PACER account" in text(visitor.get(UTILITIES))
    assert prove(visitor, JOHN).url.endswith(CONFIRM)
    assert not on_file(visitor.rehearsal, JOHN).is_linked  # page 1 never links
    assert submit(visitor).url.endswith(DONE)
    account = on_file(visitor.rehearsal, JOHN)
    assert (account.pacer_account.account_number, account.linked_at) == (JOHN.number, FIRST_RUSH)


def test_the_form_page_says_what_the_seed_says(visitor):
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


def test_the_confirm_page_says_what_the_seed_says_and_helps_to_tell_who_is_who(visitor):
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


def test_the_confirmation_holds_for_a_refresh_a_bookmark_and_another_browser(visitor, new_visitor):
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


def test_who_has_linked_nothing_gets_no_confirmation(visitor):
    log_in(visitor, JOHN)
    assert visitor.get(DONE).url.endswith(FORM)


def test_once_linked_the_form_gives_way_to_the_status(visitor):
    link(visitor, JOHN)
    page = text(visitor.get(FORM))
    assert "Linked on April 20, 2020." in page
    assert "CM/ECF password:" not in page


def test_menus_and_the_old_login_change_at_once(visitor, new_visitor):
    other = new_visitor()
    log_in(other, JOHN)
    assert menu_of(other.get(START)) == ["Query", "Reports", "Utilities", "Help", "Log Out"]
    link(visitor, JOHN)
    assert menu_of(other.get(START))[:2] == ["Civil", "Criminal"]
    visitor.at(SEED_MOMENT)  # even a clock moved back does not revive the old login
    typed = {"login": JOHN.login, "key": JOHN.ecf_password, "redaction": "on"}
    answer = new_visitor().post("/ecf/nmd/cgi-bin/login.pl", typed)
    assert "linked to a PACER account" in text(answer)


def test_names_that_differ_are_a_loud_notice_and_not_a_refusal(visitor):
    log_in(visitor, TERESA)
    prove(visitor, TERESA)
    page = text(visitor.get(CONFIRM))
    assert "The names do not match" in page
    assert "CM/ECF Teresa M. Counselor PACER Teresa Advocate" in page
    assert submit(visitor).url.endswith(DONE)


def test_going_back_keeps_the_login_and_never_the_password(visitor):
    log_in(visitor, TERESA)
    prove(visitor, TERESA)
    page = visitor.get(FORM).content.decode()
    assert f'value="{TERESA.login}"' in page
    assert TERESA.ecf_password not in page


def test_two_courts_can_be_half_linked_in_two_tabs(visitor):
    visitor.rehearsal.pacer_accounts.update(account_type="upgraded")
    log_in(visitor, OWEN)
    prove(visitor, OWEN)
    typed = {"login": "osolicitor", "password": "Chapter-Owen-6"}
    visitor.post(FORM.replace("nmd", "nmb"), typed)
    assert submit(visitor).url.endswith(DONE)
    other = visitor.get(CONFIRM.replace("nmd", "nmb"))
    assert "Owen Solicitor" in text(other)


# --- the refusals (domain: error cases of the link) -------------------------------------------------


def test_a_wrong_password_keeps_the_login_says_nothing_else_and_is_counted(visitor):
    log_in(visitor, JOHN)
    answer = prove(visitor, JOHN, password="Not-The-One-7")
    page = answer.content.decode()
    assert "Invalid CM/ECF login or password." in page
    assert f'value="{JOHN.login}"' in page
    assert "Not-The-One-7" not in page
    assert COURT_DESK in page
    assert visitor.rehearsal.attempt_counters.filter(door="cmecf:nmd").get().failures == 1


def test_an_unknown_login_gets_the_very_same_words(visitor):
    log_in(visitor, JOHN)
    known = text(prove(visitor, JOHN, password="Not-The-One-7"))
    unknown = text(prove(visitor, JOHN, login="nobody-here", password="Not-The-One-7"))
    assert unknown == known


def test_capital_letters_count_in_a_login(visitor):
    log_in(visitor, JOHN)
    answer = prove(visitor, JOHN, login=JOHN.login.upper())
    assert "Invalid CM/ECF login or password." in text(answer)


def test_the_sixth_wrong_password_locks_and_the_right_one_is_refused_then(visitor):
    log_in(visitor, JOHN)
    for _ in range(6):
        prove(visitor, JOHN, password="Not-The-One-7")
    page = text(prove(visitor, JOHN))
    assert "This login is locked because too many wrong passwords were entered." in page
    assert COURT_DESK in page


def test_the_lock_is_the_legacy_logins_own(visitor):
    visitor.at(SEED_MOMENT)
    typed = {"login": JOHN.login, "key": "Not-The-One-7", "redaction": "on"}
    for _ in range(6):
        visitor.post("/ecf/nmd/cgi-bin/login.pl", typed)
    visitor.at(FIRST_RUSH)
    log_in(visitor, JOHN)
    assert "This login is locked" in text(prove(visitor, JOHN))


def test_a_legacy_account_is_led_to_its_upgrade_and_back(visitor):
    log_in(visitor, NOEL)
    answer = visitor.get(FORM)
    refused(answer, LinkRefusal.LEGACY_ACCOUNT, PSC_DESK)
    assert "/psc/upgrade/?next=" in answer.content.decode()
    assert "If your office shares it" in text(answer)
    assert "login.pl?logout" in answer.content.decode()
    refused(prove(visitor, NOEL), LinkRefusal.LEGACY_ACCOUNT, PSC_DESK)


def test_a_shared_account_is_turned_away_with_the_seeds_sentences(visitor):
    visitor.rehearsal.pacer_accounts.filter(username=ADELE.username).update(account_type="upgraded")
    log_in(visitor, ADELE)
    answer = visitor.get(FORM)
    refused(answer, LinkRefusal.SHARED_ACCOUNT, "Your own office")
    assert "Shared PACER accounts will not work with NextGen." in text(answer)
    assert "/pacer/register/" in answer.content.decode()


def test_where_the_trainer_wants_it_a_shared_account_links_and_the_page_shows_the_consequence(
    visitor,
):
    visitor.rehearsal.pacer_accounts.filter(username=ADELE.username).update(account_type="upgraded")
    visitor.rehearsal.link_policy = "realistic"
    visitor.rehearsal.save()
    assert link(visitor, ADELE).url.endswith(DONE)
    page = text(visitor.get(DONE))
    assert "This PACER account is shared" in page
    assert "everybody who knows the password of tr0042 files as Adele Counsel" in page


def signed_on_stranger(visitor, **facts):
    account = PacerAccountFactory(rehearsal=visitor.rehearsal, **facts)
    log_in(visitor, username=account.username, password=PASSWORD)
    return account


def test_a_billing_account_is_refused(visitor):
    signed_on_stranger(visitor, holder_kind="paa")
    refused(visitor.get(FORM), LinkRefusal.BILLING_ACCOUNT, PSC_DESK)


def test_a_disabled_account_loses_its_sign_on_before_it_gets_here(visitor):
    account = signed_on_stranger(visitor)
    account.is_disabled = True
    account.save()
    assert "csologin" in visitor.get(FORM).url


def test_a_login_that_is_linked_already_is_refused_and_names_nobody(visitor, new_visitor):
    link(visitor, TERESA, JOHN)
    second = new_visitor()
    log_in(second, JOHN)
    answer = prove(second, JOHN)
    refused(answer, LinkRefusal.LOGIN_LINKED)
    assert TERESA.name not in text(answer)
    assert TERESA.number not in text(answer)


def test_two_who_proved_the_same_login_end_with_one_link(visitor, new_visitor):
    second = new_visitor()
    log_in(visitor, TERESA)
    log_in(second, JOHN)
    prove(visitor, JOHN)
    prove(second, JOHN)
    late = token(second)
    submit(visitor)
    refused(submit(second, late), LinkRefusal.LOGIN_LINKED)
    assert on_file(visitor.rehearsal, JOHN).pacer_account.account_number == TERESA.number


def test_a_second_login_in_the_same_court_is_refused(visitor):
    log_in(visitor, HECTOR)
    for login, password in (("htrustee", "Estate-Hector-8"), ("hattyfile", "Chapter-Hector-8")):
        typed = {"login": login, "password": password}
        answer = visitor.post(FORM.replace("nmd", "nmb"), typed)
        if answer.status_code == 302:
            bankruptcy = CONFIRM.replace("nmd", "nmb")
            page = visitor.get(bankruptcy).content.decode()
            visitor.post(bankruptcy, {"token": page.split('name="token" value="')[1][:22]})
    assert LinkRefusal.ALREADY_LINKED_HERE.sentence in text(answer)
    assert "505-555-0160" in text(answer)  # the desk of that court, not of the home court
    linked = visitor.rehearsal.cmecf_accounts.filter(pacer_account__account_number=HECTOR.number)
    assert [account.login for account in linked] == ["htrustee"]


def test_a_second_login_proven_in_another_browser_is_refused_on_submit(visitor, new_visitor):
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
def test_a_login_the_court_has_stopped_is_refused(visitor, facts, reason):
    visitor.rehearsal.cmecf_accounts.filter(login=JOHN.login).update(**facts)
    log_in(visitor, JOHN)
    refused(prove(visitor, JOHN), reason)


def test_a_special_character_is_refused_only_where_the_rule_is_on(visitor):
    visitor.rehearsal.pacer_accounts.update(account_type="upgraded")
    visitor.rehearsal.refuses_special_logins = True
    visitor.rehearsal.save()
    log_in(visitor, OWEN)
    refused(prove(visitor, OWEN), LinkRefusal.SPECIAL_CHARACTERS)
    visitor.rehearsal.refuses_special_logins = False
    visitor.rehearsal.save()
    assert prove(visitor, OWEN).url.endswith(CONFIRM)


@pytest.mark.parametrize("path", [FORM, CONFIRM, DONE])
def test_before_the_outage_the_page_says_when_linking_opens_to_everybody(visitor, path):
    visitor.at(SEED_MOMENT)
    answer = visitor.get(path)
    assert answer.status_code == 409
    assert "Linking opens on Monday, April 20, 2020, at 8:00 am MT" in text(answer)


@pytest.mark.parametrize("at", [WEEKEND, JUST_BEFORE_LIVE], ids=["weekend", "last second"])
@pytest.mark.parametrize("path", [FORM, CONFIRM, DONE])
def test_in_the_outage_the_door_is_shut(visitor, path, at):
    visitor.at(at)
    assert visitor.get(path).status_code == 503


def test_the_forgotten_password_comes_by_mail_and_then_links(visitor):
    visitor.rehearsal.cmecf_accounts.filter(login=GILBERT.login).update(email="g@example.com")
    log_in(visitor, GILBERT)
    ask_for_reset(visitor, GILBERT.login)
    set_by_link(visitor, reset_path(visitor.rehearsal), "Brand-New-Word-4")
    prove(visitor, GILBERT, password="Brand-New-Word-4")
    assert submit(visitor).url.endswith(DONE)


# --- tokens, time, other worlds -----------------------------------------------------------------


def test_submit_twice_shows_the_same_result_and_writes_one_letter(visitor):
    log_in(visitor, JOHN)
    prove(visitor, JOHN)
    spent = token(visitor)
    assert [submit(visitor, spent).url for _ in range(2)] == [visitor.rehearsal.mount + DONE] * 2
    assert visitor.rehearsal.mails.count() == 1


def test_a_spent_token_does_not_bring_an_undone_link_back(visitor):
    log_in(visitor, JOHN)
    prove(visitor, JOHN)
    spent = token(visitor)
    submit(visitor, spent)
    with mount.in_story(visitor.rehearsal):
        services.unlink(on_file(visitor.rehearsal, JOHN), reason="A test", who="clerk carla")
    assert submit(visitor, spent).url.endswith(FORM)
    assert not on_file(visitor.rehearsal, JOHN).is_linked


@pytest.mark.parametrize("forged", ["", "x", "é" * 30, "0" * 10_000])
def test_a_forged_token_links_nothing(visitor, forged):
    log_in(visitor, JOHN)
    prove(visitor, JOHN)
    answer = visitor.post(CONFIRM, {"token": forged})
    assert answer.url.endswith(FORM)
    assert "Nothing was linked" in text(visitor.get(FORM))
    assert not on_file(visitor.rehearsal, JOHN).is_linked


def test_nothing_is_confirmed_that_was_not_proven(visitor):
    log_in(visitor, JOHN)
    assert visitor.get(CONFIRM).url.endswith(FORM)
    assert visitor.post(CONFIRM, {"token": "x"}).url.endswith(FORM)


@pytest.mark.parametrize(("seconds", "links"), [(600, True), (601, False)])
def test_a_proof_counts_for_ten_minutes_of_wall_time(visitor, seconds, links):
    with freeze_time("2026-11-24 12:00:00") as wall:
        log_in(visitor, JOHN)
        prove(visitor, JOHN)
        waiting = token(visitor)
        wall.tick(timedelta(seconds=seconds))
        answer = submit(visitor, waiting)
        page = text(visitor.get(FORM))
    assert on_file(visitor.rehearsal, JOHN).is_linked is links
    assert answer.url.endswith(DONE if links else FORM)
    assert ("Nothing was linked" in page) is not links


def test_moving_the_court_clock_neither_ends_nor_revives_a_proof(visitor):
    log_in(visitor, JOHN)
    prove(visitor, JOHN)
    waiting = token(visitor)
    visitor.at(FIRST_RUSH + timedelta(days=30))
    assert submit(visitor, waiting).url.endswith(DONE)


def test_a_clock_moved_back_closes_linking_while_the_sign_on_lives(visitor):
    log_in(visitor, JOHN)
    prove(visitor, JOHN)
    waiting = token(visitor)
    visitor.at(SEED_MOMENT)
    assert submit(visitor, waiting).status_code == 409
    assert not on_file(visitor.rehearsal, JOHN).is_linked
    assert visitor.get("/cso/courts/").status_code == 200
    visitor.at(LIVE)
    assert submit(visitor, waiting).url.endswith(DONE)


def test_what_one_account_proved_another_cannot_confirm(visitor):
    log_in(visitor, TERESA)
    prove(visitor, JOHN)
    stolen = token(visitor)
    log_in(visitor, JOHN)
    assert submit(visitor, stolen).url.endswith(FORM)
    assert not on_file(visitor.rehearsal, JOHN).is_linked


def test_another_worlds_token_and_logins_count_for_nothing(visitor, other_rehearsal):
    CmecfAccountFactory(court=other_rehearsal.courts.get(code="nmd"), login="only-there")
    log_in(visitor, JOHN)
    prove(visitor, JOHN)
    mine = token(visitor)
    page = prove(visitor, JOHN, login="only-there", password=PASSWORD)
    assert "Invalid CM/ECF login or password." in text(page)
    there = other_rehearsal.mount + CONFIRM
    answer = visitor.client.post(there, {"token": mine})
    assert not other_rehearsal.cmecf_accounts.filter(court__code="nmd").linked().exists()
    assert answer.status_code in (302, 409, 503)


@pytest.mark.parametrize(
    "typed",
    [
        {"login": "x" * 10_000},
        {"password": "x" * 10_000},
        {"login": "a\x00b"},
        {"login": "\u202ejohn\U0001f600"},
        {"login": "", "password": ""},
        {"login": "   "},
    ],
    ids=["long login", "long password", "NUL", "right to left", "empty", "blank"],
)
def test_bad_input_gets_a_clear_page_and_proves_nothing(visitor, typed):
    log_in(visitor, JOHN)
    answer = prove(visitor, JOHN, **typed)
    assert answer.status_code in (200, 400)
    assert visitor.get(CONFIRM).url.endswith(FORM)


@pytest.mark.parametrize("path", [FORM, CONFIRM, DONE])
def test_the_wrong_method_is_refused(visitor, path):
    log_in(visitor, JOHN)
    assert visitor.client.delete(visitor.rehearsal.mount + path).status_code == 405


def test_page_three_takes_no_form(visitor):
    log_in(visitor, JOHN)
    assert visitor.post(DONE).status_code == 405


def test_no_page_of_the_flow_is_kept_by_a_cache(visitor):
    log_in(visitor, JOHN)
    assert "no-store" in visitor.get(FORM).headers["Cache-Control"]


def test_no_password_reaches_the_session_the_log_or_the_mailbox(visitor):
    link(visitor, JOHN)
    prove(visitor, MIRIAM, password="Canary-Of-The-Link-9")
    world = visitor.rehearsal
    kept = [str(dict(visitor.client.session.items()))] if visitor.client.session else []
    kept += [session.session_data for session in world.sessions.all()]
    kept += [f"{line.who} {line.detail}" for line in world.activities.all()]
    kept += [mail.body for mail in world.mails.all()]
    assert not [text for text in kept if "Canary-Of" in text or JOHN.ecf_password in text]


def test_a_right_and_a_wrong_proof_are_both_in_the_log(visitor):
    log_in(visitor, JOHN)
    prove(visitor, JOHN, password="Not-The-One-7")
    prove(visitor, JOHN)
    lines = visitor.rehearsal.activities.filter(what="link.prove").order_by("pk")
    assert [(line.who, line.outcome) for line in lines] == [
        (f"CM/ECF {JOHN.login}", "failed"),
        (f"CM/ECF {JOHN.login}", "done"),
    ]
    assert lines[1].detail == f"nmd: by PACER {JOHN.number}"


# --- what it costs ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "queries"), [(FORM, 5), (DONE, 4), (UTILITIES, 4), (CIVIL, 4)])
def test_a_page_takes_as_many_queries_whatever_the_court_holds(
    visitor, path, queries, django_assert_max_num_queries
):
    link(visitor, JOHN)
    court = visitor.rehearsal.courts.get(code="nmd")
    CmecfAccountFactory.create_batch(20, court=court)
    visitor.get(path)
    with django_assert_max_num_queries(queries):
        assert visitor.get(path).status_code == 200
