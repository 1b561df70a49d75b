""" "ECF Password Changes": the e-mailed one-use link (seed, Step 3), and changing the password."""

from datetime import timedelta

import pytest
from django.db import connection
from freezegun import freeze_time

from cmecf.legacy import services
from cmecf.legacy.rules import password_faults
from cmecf.models import CmecfAccount
from rehearsals.clock import clock
from rehearsals.models import Activity, Mail
from tests.support.cast import GILBERT, JOHN, NOEL, RUTH
from tests.support.legacy import (
    ENTRY,
    LOST,
    NEW_PASSWORD,
    as_filer,
    as_reader,
    ask_for_reset,
    change_password,
    log_in,
    menu_of,
    reset_path,
    set_by_link,
)
from tests.support.moments import LIVE, SEED_MOMENT
from tests.support.page_text import page_text
from tests.support.stored import everything_stored
from tests.support.visitor import Visitor

SEED_SENTENCES = (
    "ECF Password Changes - District of New Mexico",
    "This page is for ECF logins only. This will not work for PACER accounts. For a lost password on"
    " a PACER account, please contact the PACER Service Center.",
    "This is a Restricted Web Site for Official Court Business only. Unauthorized entry or use or"
    " any use that attempts to circumvent access controls or PACER billing processes is prohibited"
    " and subject to prosecution under Title 18 of the U.S. Code. All activities and access attempts"
    " are logged.",
    'Enter your ECF login ID here and click on "Submit":',
    "To log into CM/ECF without resetting your password, please click here.",
)


@pytest.fixture
def linked_john(rehearsal):
    account = rehearsal.cmecf_accounts.get(login=JOHN.login)
    account.pacer_account = rehearsal.pacer_accounts.get(username=JOHN.username)
    account.linked_at = LIVE
    account.save()
    return account


@pytest.mark.parametrize("sentence", SEED_SENTENCES)
def test_reset_page_has_seed_sentences(visitor, sentence):
    assert sentence in page_text(visitor.get(LOST))


def test_filer_resets_password_by_email_and_logs_in(visitor, rehearsal):
    ask_for_reset(visitor, NOEL.login)
    done = set_by_link(visitor, reset_path(rehearsal))
    assert "Your CM/ECF password is set" in page_text(done)
    assert menu_of(visitor.get(ENTRY)) == []
    assert log_in(visitor, NOEL.login, NOEL.ecf_password).status_code == 200
    assert log_in(visitor, NOEL.login, NEW_PASSWORD).status_code == 302


def test_email_goes_to_address_on_file_without_password(visitor, rehearsal):
    ask_for_reset(visitor, NOEL.login)
    message = Mail.objects.get()
    assert (message.to, message.is_delivered) == (NOEL.email, True)
    assert NOEL.ecf_password not in message.body
    assert "works once, within 24 hours" in message.body


@pytest.mark.parametrize("login", [NOEL.login, GILBERT.login, "nobody-at-all", NOEL.login.upper()])
def test_answer_is_same_for_every_login(visitor, new_visitor, login):
    answer, other = ask_for_reset(visitor, login), ask_for_reset(new_visitor(), JOHN.login)
    assert page_text(answer) == page_text(other)
    assert login not in answer.content.decode()


def test_reload_sends_no_second_email(visitor):
    answer = ask_for_reset(visitor, NOEL.login)
    visitor.get(answer.request["PATH_INFO"] + "?" + answer.request["QUERY_STRING"])
    assert Mail.objects.count() == 1


def test_unknown_login_sends_no_email(visitor):
    ask_for_reset(visitor, "nobody-at-all")
    assert not Mail.objects.exists()


def test_email_goes_to_outdated_address_on_file(visitor):
    answer = ask_for_reset(visitor, GILBERT.login)
    message = Mail.objects.get()
    assert (message.to, message.is_delivered) == (GILBERT.email, False)
    assert "Only the court can change it for you" in page_text(answer)


def test_pacer_username_gets_the_same_answer_with_the_hint_for_everybody(visitor, rehearsal):
    text = page_text(ask_for_reset(visitor, RUTH.username.upper()))
    assert text == page_text(ask_for_reset(visitor, NOEL.login))
    assert "You may have entered your PACER username." in text
    assert "Reset a PACER password" in text
    assert [mail.to for mail in Mail.objects.all()] == [NOEL.email]
    trainer_sees = rehearsal.activities.get(who=f"PACER {RUTH.number}")
    assert "a PACER username" in trainer_sees.detail


def test_login_that_is_also_a_username_is_reset(visitor, rehearsal):
    account = rehearsal.pacer_accounts.get(username=RUTH.username)
    account.rename(NOEL.login)
    account.save()
    ask_for_reset(visitor, NOEL.login)
    assert Mail.objects.get().to == NOEL.email


@pytest.mark.parametrize(("age", "status"), [(0, 200), (86_399, 200), (86_400, 410)])
def test_reset_link_lasts_24_hours_of_wall_time(visitor, rehearsal, age, status):
    with freeze_time("2026-11-02 12:00:00") as wall:
        ask_for_reset(visitor, NOEL.login)
        wall.tick(timedelta(seconds=age))
        assert visitor.get(reset_path(rehearsal), follow=True).status_code == status


def test_court_clock_does_not_age_reset_link(visitor, rehearsal):
    ask_for_reset(visitor, NOEL.login)
    visitor.at(SEED_MOMENT + timedelta(days=7))
    assert visitor.get(reset_path(rehearsal), follow=True).status_code == 200


def test_reset_link_works_once_and_its_token_leaves_the_url(visitor, new_visitor, rehearsal):
    ask_for_reset(visitor, NOEL.login)
    path = reset_path(rehearsal)
    new_visitor().get(path, follow=True)  # a mail scanner's look doesn't use it up
    shown = visitor.get(path).url
    assert path.split("/")[-2] not in shown
    assert [visitor.get(shown).status_code for _ in range(2)] == [200, 200]
    assert new_visitor().get(shown).status_code == 410
    set_by_link(visitor, shown)
    for replay in (visitor.get(shown), set_by_link(visitor, path, "Another-Pass-3")):
        assert replay.status_code == 410
        assert "no longer works" in page_text(replay)
    assert log_in(visitor, NOEL.login, NEW_PASSWORD).status_code == 302


def test_newer_reset_link_ends_older_one(visitor, rehearsal):
    ask_for_reset(visitor, NOEL.login)
    older = reset_path(rehearsal)
    ask_for_reset(visitor, NOEL.login)
    assert visitor.get(older).status_code == 410
    assert visitor.get(reset_path(rehearsal), follow=True).status_code == 200


@pytest.mark.parametrize("change", ["password", "email", "closed", "linked"])
def test_reset_link_ends_with_account_change(visitor, rehearsal, change):
    ask_for_reset(visitor, NOEL.login)
    path = reset_path(rehearsal)
    account = rehearsal.cmecf_accounts.get(login=NOEL.login)
    as_filer(visitor, NOEL)
    if change == "password":
        change_password(visitor, NOEL.ecf_password, NEW_PASSWORD)
    elif change == "email":
        data = {"email": "new@example.com", "email_again": "new@example.com"}
        visitor.post("/ecf/nmd/utilities/email/", data)
    elif change == "closed":
        CmecfAccount.objects.filter(pk=account.pk).update(is_active=False)
    else:
        account.pacer_account = rehearsal.pacer_accounts.get(username=NOEL.username)
        account.linked_at = SEED_MOMENT
        account.save()
    assert visitor.get(path).status_code == 410


def test_token_is_stored_as_digest_and_never_logged(visitor, rehearsal):
    ask_for_reset(visitor, NOEL.login)
    token = reset_path(rehearsal).rstrip("/").rpartition("/")[2]
    set_by_link(visitor, reset_path(rehearsal))
    Mail.objects.all().delete()
    assert token not in everything_stored()


def test_reset_link_fails_in_other_rehearsal(visitor, rehearsal, other_rehearsal):
    ask_for_reset(visitor, NOEL.login)
    path = reset_path(rehearsal).replace(rehearsal.mount, other_rehearsal.mount)
    other = Visitor(other_rehearsal)
    assert other.get(path).status_code == 410
    assert set_by_link(other, path).status_code == 410
    assert visitor.get(reset_path(rehearsal), follow=True).status_code == 200


def test_reset_link_fails_in_other_court(visitor, rehearsal):
    ask_for_reset(visitor, NOEL.login)
    path = reset_path(rehearsal).replace("/ecf/nmd/", "/ecf/nmb/")
    assert visitor.get(path).status_code == 410


def test_reset_lets_unlinked_login_sign_in(visitor, rehearsal):
    CmecfAccount.objects.filter(login=NOEL.login).update(must_reset_password=True)
    ask_for_reset(visitor, NOEL.login)
    set_by_link(visitor, reset_path(rehearsal))
    assert log_in(visitor, NOEL.login, NEW_PASSWORD).status_code == 302


def test_reset_ends_sign_ins_with_old_password(visitor, new_visitor, rehearsal):
    at_home = as_filer(new_visitor(), NOEL)
    ask_for_reset(visitor, NOEL.login)
    set_by_link(visitor, reset_path(rehearsal))
    assert menu_of(at_home.get(ENTRY)) == []


@pytest.mark.parametrize(
    ("new", "again", "sentence"),
    [
        ("", "", "Enter a new password."),
        ("Short-1", "Short-1", "Use at least 8 characters."),
        ("no-capitals-1", "no-capitals-1", "Use at least one uppercase letter."),
        ("NO-SMALLS-1", "NO-SMALLS-1", "Use at least one lowercase letter."),
        ("OnlyLetters", "OnlyLetters", "Use at least one digit or special character"),
        ("Sagebrush-20", "Sagebrush-21", "The new passwords don't match."),
        ("Aa1" + "x" * 10_000, "Aa1" + "x" * 10_000, "A password has at most 128 characters."),
        ("Aa1-\x00-nul", "Aa1-\x00-nul", "Remove characters that can't be typed on a keyboard."),
    ],
)
def test_bad_new_password_is_refused(visitor, rehearsal, new, again, sentence):
    ask_for_reset(visitor, NOEL.login)
    path = reset_path(rehearsal)
    response = visitor.post(path, {"new": new, "again": again})
    assert sentence in page_text(response)
    assert visitor.get(path, follow=True).status_code == 200
    assert log_in(visitor, NOEL.login, NOEL.ecf_password).status_code == 302


@pytest.mark.parametrize(
    "good", ["Sagebrush1", "Sage-brush", "Sagebrush 1", "Žlutý-kůň", "🦎Aa🦎aaaa"]
)
def test_good_passwords_pass(good):
    assert password_faults(good) == []


def test_reset_page_is_for_linking_only_after_go_live(visitor, rehearsal):
    visitor.at(LIVE)
    assert "For linking only" in page_text(visitor.get(LOST))
    ask_for_reset(visitor, NOEL.login)
    assert "need this password only to link" in Mail.objects.get().body
    done = set_by_link(visitor, reset_path(rehearsal))
    assert "Link a CM/ECF account to my PACER account" in page_text(done)
    assert rehearsal.cmecf_accounts.get(login=NOEL.login).has_password(NEW_PASSWORD)


def test_reset_of_linked_login_stays_neutral_and_email_names_pacer(
    visitor, new_visitor, linked_john
):
    visitor.at(LIVE)
    answer, other = ask_for_reset(visitor, JOHN.login), ask_for_reset(new_visitor(), "nobody")
    assert page_text(answer) == page_text(other)
    message = Mail.objects.get()
    assert message.to == JOHN.email
    assert "is linked to a PACER account" in message.body
    assert not linked_john.reset_links.exists()


def test_inactive_account_gets_email_without_link(visitor, rehearsal):
    CmecfAccount.objects.filter(login=NOEL.login).update(is_active=False)
    ask_for_reset(visitor, NOEL.login)
    assert "not active" in Mail.objects.get().body
    assert not rehearsal.password_reset_links.exists()


def test_resets_are_logged_without_unknown_names(visitor, rehearsal):
    ask_for_reset(visitor, "nobody-at-all")
    visitor.post(LOST, {"login": RUTH.username})
    ask_for_reset(visitor, NOEL.login)
    set_by_link(visitor, reset_path(rehearsal))
    lines = Activity.objects.filter(what__startswith="cmecf.").order_by("pk")
    assert [(line.what, line.who, line.outcome) for line in lines] == [
        ("cmecf.reset_requested", "", "refused"),
        ("cmecf.reset_requested", f"PACER {RUTH.number}", "refused"),
        ("cmecf.reset_requested", "CM/ECF nattorney", "done"),
        ("cmecf.password_reset", "CM/ECF nattorney", "done"),
    ]


@pytest.mark.parametrize("bad", ["x" * 10_000, "nul\x00byte", "", "   "])
def test_odd_logins_get_error_page(visitor, bad):
    response = visitor.post(LOST, {"login": bad})
    assert response.status_code == 200
    assert "There is a problem" in page_text(response)


@pytest.mark.parametrize(
    "odd", ["🦎" * 100, "\u202eyenrotta", "' OR 1=1 --"], ids=["emoji", "rtl", "sql"]
)
def test_odd_logins_get_neutral_answer(visitor, odd):
    assert "Check your e-mail" in page_text(ask_for_reset(visitor, odd))


@pytest.mark.parametrize("token", ["x", "x" * 3000, "🦎", "%00", "..", "a b"])
def test_odd_tokens_are_refused(visitor, token):
    response = visitor.get(f"/ecf/nmd/cgi-bin/resetPassword.pl/{token}/")
    assert response.status_code in (400, 404, 410)


def test_no_hashing_inside_transaction(inside_rehearsal, monkeypatch):
    """SQLite holds its write lock from the first statement of a transaction to its end."""
    depths, outer = [], len(connection.savepoint_ids)

    def encode(*_args):
        depths.append(len(connection.savepoint_ids) - outer)
        return "md5$salt$hash"

    monkeypatch.setattr("django.contrib.auth.hashers.MD5PasswordHasher.encode", encode)
    account = inside_rehearsal.cmecf_accounts.get(login=NOEL.login)
    CmecfAccount.objects.filter(pk=account.pk).update(password="md5$salt$hash")
    when = {"at": SEED_MOMENT, "at_wall": clock.wall_now()}
    services.request_reset(court=account.court, login=NOEL.login, **when)
    token = reset_path(inside_rehearsal).rstrip("/").rpartition("/")[2]
    services.reset_password(court=account.court, token=token, new=NEW_PASSWORD, **when)
    services.change_password(account=account, current="x", new=NEW_PASSWORD, **when)
    assert len(depths) >= 3
    assert set(depths) == {0}


# --- changing the password -----------------------------------------------------------------------


def test_password_change_keeps_only_this_sign_in(visitor, new_visitor):
    as_filer(visitor, NOEL)
    elsewhere = as_filer(new_visitor(), NOEL)
    response = change_password(visitor, NOEL.ecf_password, NEW_PASSWORD)
    assert "Your CM/ECF password was changed." in page_text(
        visitor.get(response.headers["Location"])
    )
    assert menu_of(visitor.get(ENTRY)) != []
    assert menu_of(elsewhere.get(ENTRY)) == []
    assert log_in(new_visitor(), NOEL.login, NOEL.ecf_password).status_code == 200
    assert log_in(new_visitor(), NOEL.login, NEW_PASSWORD).status_code == 302


def test_password_rules_are_on_page(visitor):
    as_filer(visitor, NOEL)
    assert "At least 8 characters, with uppercase and lowercase letters" in page_text(
        visitor.get("/ecf/nmd/utilities/password/")
    )


@pytest.mark.parametrize(
    ("current", "new", "again", "sentence"),
    [
        ("Wrong-Guess-1", NEW_PASSWORD, "", "This is not your current password."),
        (NOEL.ecf_password, NOEL.ecf_password, "", "different from your current one"),
        (NOEL.ecf_password, "short", "", "Use at least 8 characters."),
        (NOEL.ecf_password, NEW_PASSWORD, "Sagebrush-21", "don't match"),
        ("", NEW_PASSWORD, "", "Enter your current password."),
    ],
)
def test_bad_password_change_is_refused(visitor, current, new, again, sentence):
    as_filer(visitor, NOEL)
    response = change_password(visitor, current, new, again)
    assert sentence in page_text(response)
    assert NEW_PASSWORD not in response.content.decode()
    assert CmecfAccount.objects.get(login=NOEL.login).has_password(NOEL.ecf_password)


def test_wrong_current_password_counts_toward_lockout(visitor, new_visitor):
    as_filer(visitor, NOEL)
    for _ in range(6):
        response = change_password(visitor, "Wrong-Guess-1", NEW_PASSWORD)
    assert "This login is locked" in page_text(response)
    assert "This login is locked" in page_text(log_in(new_visitor(), NOEL.login, NOEL.ecf_password))


def test_pacer_login_cannot_change_cmecf_password(visitor):
    as_reader(visitor, RUTH)
    response = change_password(visitor, RUTH.password, NEW_PASSWORD)
    assert response.status_code == 403
    assert "PACER accounts can't file" in page_text(response)
