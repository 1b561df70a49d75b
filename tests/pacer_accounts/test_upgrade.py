"""Noel Attorney upgrades PACER account 7030833: once, one way, same number (seed, Step 2)."""

import pytest

from pacer_accounts.credentials.rules import USERNAME_LENGTH
from pacer_accounts.models import PacerAccount
from rehearsals.models import Activity, Mail
from tests.support import login_pages
from tests.support.cast import ADELE, JOHN, NOEL, OWEN
from tests.support.moments import SEED_MOMENT, WEEKEND
from tests.support.upgrade_pages import (
    SECURITY,
    TABS,
    account,
    fill,
    log_in,
    path_of,
    send,
    text,
    token_on,
    upgrade,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def noel(visitor):
    return log_in(visitor, NOEL)


def test_noel_upgrades_and_keeps_the_account_number(noel):
    answer = upgrade(noel)
    assert answer.url.endswith("/psc/upgrade/done/")
    held = account(noel, NOEL)
    assert (held.account_number, held.full_name) == ("7030833", "Noel Attorney")
    assert held.get_account_type_display() == "Upgraded PACER Account"
    assert (held.user_type, held.county) == ("ATTORNEY", "Bernalillo")
    assert held.date_of_birth.isoformat() == "1970-02-05"
    assert held.upgraded_at == SEED_MOMENT


def test_the_last_page_says_what_changed_and_survives_a_refresh(noel):
    upgrade(noel)
    for _ in range(2):
        page = text(noel.get("/psc/upgrade/done/"))
        assert "Upgrade Complete" in page
        assert "PACER account 7030833 is now an Upgraded PACER Account." in page
        assert "log out now" in page
    assert "Upgraded PACER Account" in text(noel.get("/psc/account/"))
    assert "(Upgrade)" not in text(noel.get("/psc/account/"))


def test_upgrade_is_logged_and_emailed(noel):
    upgrade(noel)
    line = Activity.objects.get(what="pacer.upgrade")
    assert (line.who, line.outcome, line.detail) == ("PACER 7030833", "done", "username kept")
    letter = Mail.objects.get()
    assert (letter.subject, letter.to) == ("Upgrade complete", "noel@example.com")
    assert f"{noel.rehearsal.mount}/psc/account/" in letter.body


def test_changed_email_is_confirmed_to_both_addresses(noel):
    send(noel, "person")
    send(noel, "address", email="new@example.com")
    send(noel, "security")
    assert {letter.to for letter in Mail.objects.all()} == {"new@example.com", "noel@example.com"}


def test_new_username_replaces_the_old_one(noel, new_visitor):
    upgrade(noel, username="noel.of.albuquerque")
    assert not noel.rehearsal.pacer_accounts.named("noelattorney").exists()
    other = new_visitor()
    login_pages.log_in(other, username="NOEL.of.albuquerque", password=SECURITY["password"])
    assert login_pages.is_signed_on(other)


def test_other_browsers_are_logged_out_and_this_one_stays_under_a_new_key(noel, new_visitor):
    elsewhere = log_in(new_visitor(), NOEL)
    johns = log_in(new_visitor(), JOHN)
    before = noel.client.cookies["NextGenCSO"].value
    upgrade(noel)
    assert not login_pages.is_signed_on(elsewhere)
    assert login_pages.is_signed_on(noel)
    assert login_pages.is_signed_on(johns)
    assert noel.client.cookies["NextGenCSO"].value != before


def test_copied_cookie_is_invalid_after_the_upgrade(noel, new_visitor):
    thief = new_visitor()
    thief.client.cookies["NextGenCSO"] = noel.client.cookies["NextGenCSO"].value
    assert login_pages.is_signed_on(thief)
    upgrade(noel)
    thief.post(path_of("security"), {"draft": "guessed"})
    assert not login_pages.is_signed_on(thief)


def test_leaving_midway_keeps_the_account_legacy(noel):
    fill(noel, "person", "address")
    assert account(noel, NOEL).is_legacy
    assert account(noel, NOEL).county == ""
    assert "Legacy PACER Account (Upgrade)" in text(noel.get("/psc/account/"))


def test_an_upgrade_is_possible_all_weekend(noel):
    log_in(noel.at(WEEKEND), NOEL)
    upgrade(noel)
    assert account(noel, NOEL).upgraded_at == WEEKEND


def test_a_shared_account_can_be_upgraded_but_the_help_warns_loudly(visitor):
    log_in(visitor, ADELE)
    page = text(visitor.get(path_of("person")))
    assert "Stop: this account is shared" in page
    assert "register for your own account" in page
    upgrade(visitor, username="threerivers")
    assert not account(visitor, ADELE).is_legacy


def test_a_six_character_username_cannot_be_kept(visitor):
    log_in(visitor, ADELE)
    fill(visitor, "person", "address")
    page = visitor.get(path_of("security"))
    assert page.context["form"]["username"].value() == ""
    assert "tr0042, doesn't meet the rules" in text(page)
    answer = send(visitor, "security", username=ADELE.username)
    assert answer.context["form"].errors["username"] == [USERNAME_LENGTH]
    assert account(visitor, ADELE).is_legacy


def test_a_username_that_meets_the_rules_is_offered_again(noel):
    fill(noel, "person", "address")
    assert noel.get(path_of("security")).context["form"]["username"].value() == "noelattorney"


@pytest.mark.parametrize("taken", [OWEN.username, OWEN.username.upper(), "ｏwensolicitor"])
def test_taken_username_is_refused_in_any_spelling(noel, taken):
    fill(noel, "person", "address")
    answer = send(noel, "security", username=taken)
    assert answer.context["form"].errors["username"]
    assert account(noel, NOEL).is_legacy


def test_an_upgraded_person_gets_a_page_and_not_an_error(visitor):
    log_in(visitor, JOHN)
    page = visitor.get("/psc/upgrade/")
    assert page.status_code == 200
    assert "This account is already upgraded" in text(page)
    assert JOHN.number in text(page)
    assert visitor.get(path_of("person")).url.endswith("/psc/upgrade/")


def test_an_upgraded_account_cannot_be_upgraded_by_a_forged_post(visitor):
    log_in(visitor, JOHN)
    data = SECURITY | {"draft": "x", "action": "next"}
    answer = visitor.post(path_of("security"), data)
    assert answer.status_code == 302
    assert account(visitor, JOHN).has_password(JOHN.password)


def test_billing_account_cannot_be_upgraded(visitor):
    PacerAccount.objects.filter(account_number=NOEL.number).update(holder_kind="paa")
    log_in(visitor, NOEL)
    page = visitor.get("/psc/upgrade/")
    assert page.status_code == 409
    assert "PACER Administrative Account" in text(page)


def test_upgrade_requires_a_sign_on(visitor):
    for path in ("/psc/account/", "/psc/upgrade/", path_of("person"), "/psc/upgrade/done/"):
        assert "/psc/login/?next=" in visitor.get(path).url


@pytest.mark.parametrize("path", ["/psc/account/", "/psc/upgrade/", "/psc/upgrade/done/"])
def test_read_only_pages_refuse_post(noel, path):
    assert noel.post(path).status_code == 405


def test_next_page_is_kept_to_the_end(noel):
    wanted = f"{noel.rehearsal.mount}/psc/account/"
    answer = noel.client.get(f"{noel.rehearsal.mount}/psc/upgrade/?next={wanted}")
    for step in ("person", "address", "security"):
        page = noel.client.get(answer.url)
        answer = noel.client.post(answer.url, TABS[step] | {"draft": token_on(page)})
    page = noel.client.get(answer.url)
    assert f'href="{wanted}">Continue to the page you wanted' in page.content.decode()


@pytest.mark.parametrize(
    "forged", ["https://evil.example/", "//evil.example", "/r/other/", "javascript:1"]
)
def test_forged_next_page_is_ignored(noel, forged):
    answer = noel.client.get(f"{noel.rehearsal.mount}/psc/upgrade/", {"next": forged})
    assert answer.url.endswith("/psc/upgrade/person/")
    upgrade(noel)
    page = noel.client.get(f"{noel.rehearsal.mount}/psc/upgrade/done/", {"next": forged})
    assert forged not in page.content.decode()
