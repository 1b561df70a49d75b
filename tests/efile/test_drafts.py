"""The draft of an e-file registration: buttons, stale pages, owners and refusals."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from freezegun import freeze_time

from rehearsals.models import Mail
from tests.support.cast import ADELE, JOHN, RUTH
from tests.support.efile_requests import (
    BASE,
    DELIVERY,
    FILER,
    TERMS,
    fill_in,
    hidden_of,
    mine,
    pdf,
    send,
    words,
)
from tests.support.factories import EfileRegistrationFactory
from tests.support.login_pages import log_in
from tests.support.moments import LIVE
from tests.support.payment_pages import enter, make_paa
from tests.support.pdfs import made
from tests.support.registration_pages import session_contents
from tests.support.second_factor import play_2025
from tests.support.visitor import Visitor

pytestmark = pytest.mark.django_db
OTHERS = BASE.replace("register/", "register-non-attorney/")
WALL = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LAPSED = timedelta(minutes=31)


# ---- what it survives


def test_draft_survives_a_timed_out_sign_on(visitor):
    visitor.at(LIVE)
    with freeze_time(WALL):
        log_in(visitor, RUTH)
        fill_in(visitor)
    with freeze_time(WALL + LAPSED):
        sent = visitor.get(BASE + "terms/")
        assert "/psc/login/" in sent.url
        back = log_in(visitor, RUTH, path=sent.url)
        assert back.url.endswith(BASE + "terms/")
        assert "SIM-0001" in words(visitor.get(BASE + "terms/"))
        assert "We sent your request" in words(send(visitor, "terms", TERMS))


def test_draft_is_hidden_from_another_account(visitor):
    visitor.at(LIVE)
    log_in(visitor, RUTH)
    fill_in(visitor)
    log_in(visitor, JOHN)
    answer = visitor.get(BASE + "terms/", follow=True)
    assert "In what court do you want to practice?" in words(answer)
    assert "SIM-0001" not in session_contents()


def test_cookie_is_useless_in_another_rehearsal(ruth, other_rehearsal):
    fill_in(ruth)
    elsewhere = Visitor(other_rehearsal, Client())
    elsewhere.client.cookies["NextGenCSO"] = ruth.client.cookies["NextGenCSO"].value
    assert "/psc/login/" in elsewhere.get(BASE + "terms/").url


def test_menu_item_continues_the_request(ruth):
    assert ruth.get(BASE).url.endswith("/register/court/")
    send(ruth, "court", {"court": "nmd"})
    send(ruth, "application", {"application": "efile_only"})
    assert ruth.get(BASE).url.endswith("/register/filer-information/")
    fill_in(ruth)
    assert ruth.get(BASE).url.endswith("/register/terms/")
    send(ruth, "terms", TERMS)
    assert ruth.get(BASE).url.endswith("/register/court/")


def test_attorney_and_non_attorney_drafts_are_separate(ruth):
    fill_in(ruth)
    assert ruth.get(OTHERS).url.endswith("/register-non-attorney/court/")
    assert "Select State" not in words(ruth.get(OTHERS + "filer-information/", follow=True))


# ---- buttons


def test_back_keeps_input_without_errors(ruth):
    send(ruth, "court", {"court": "nmd"})
    send(ruth, "application", {"application": "efile_only"})
    typed = FILER | {"bar_number": "", "other_names": "R. Clerk"}
    answer = send(ruth, "filer-information", typed, "back")
    assert "accepts these applications" in words(answer)
    assert 'value="R. Clerk"' in ruth.get(BASE + "filer-information/").content.decode()


def test_reset_empties_this_page_only(ruth):
    fill_in(ruth)
    answer = send(ruth, "filer-information", FILER, "reset")
    assert "SIM-0001" not in answer.content.decode().replace("for example SIM-0001", "")
    assert ruth.get(BASE).url.endswith("/register/filer-information/")
    assert "checked" in ruth.get(BASE + "application/").content.decode()


def test_cancel_sends_nothing_and_drops_the_draft(ruth):
    fill_in(ruth)
    assert "Nothing was sent" in words(send(ruth, "terms", TERMS, "cancel"))
    assert not mine(ruth).exists()
    assert "SIM-0001" not in session_contents()


# ---- stale pages and two windows


@pytest.mark.parametrize("token", ["", "old", "\u00e9"])
def test_a_page_of_another_draft_sends_nothing(ruth, token):
    fill_in(ruth)
    hidden = hidden_of(ruth.get(BASE + "terms/"))
    answer = ruth.post(BASE + "terms/", hidden | TERMS | {"draft": token}, follow=True)
    assert "belonged to an older request" in words(answer)
    assert not mine(ruth).exists()


def test_review_is_shown_again_after_a_change_in_another_window(ruth):
    fill_in(ruth)
    hidden = hidden_of(ruth.get(BASE + "terms/"))
    send(ruth, "delivery", DELIVERY | {"email_frequency": "daily"})
    answer = ruth.post(BASE + "terms/", hidden | TERMS, follow=True)
    assert "Something changed in another window." in words(answer)
    assert "Once Per Day" in words(answer)
    assert not mine(ruth).exists()


def test_page_requires_the_earlier_pages(ruth):
    answer = ruth.get(BASE + "delivery/", follow=True)
    assert "Fill in this page first." in words(answer)
    assert "In what court do you want to practice?" in words(answer)


def test_open_request_from_another_browser_is_shown(ruth):
    fill_in(ruth)
    there = EfileRegistrationFactory(
        court=ruth.rehearsal.courts.get(code="nmd"),
        pacer_account=ruth.rehearsal.pacer_accounts.get(account_number=RUTH.number),
    )
    answer = send(ruth, "terms", TERMS)
    assert answer.redirect_chain[-1][0].endswith(f"/requests/{there.pk}/sent/")
    assert "we did not send it again" in words(answer)
    assert mine(ruth).count() == 1


def test_unknown_page_of_a_request_is_not_found(ruth):
    assert ruth.get(BASE + "fee/").status_code == 404
    assert ruth.get(OTHERS + "application/").status_code == 404


# ---- who cannot begin


def upgrade_the_firms(visitor):
    visitor.rehearsal.pacer_accounts.filter(username=ADELE.username).update(account_type="upgraded")


@pytest.mark.parametrize("base", [BASE, OTHERS], ids=["attorney", "non-attorney"])
def test_guard_refuses_a_shared_account(visitor, base):
    visitor.at(LIVE)
    upgrade_the_firms(visitor)
    log_in(visitor, ADELE)
    answer = visitor.get(base + "court/")
    assert answer.status_code == 409
    assert "Shared PACER accounts will not work with NextGen" in words(answer)


def test_realistic_policy_lets_a_shared_account_ask(visitor):
    visitor.at(LIVE)
    upgrade_the_firms(visitor)
    visitor.rehearsal.link_policy = "realistic"
    visitor.rehearsal.save()
    log_in(visitor, ADELE)
    fill_in(visitor)
    assert "We sent your request" in words(send(visitor, "terms", TERMS))


def test_billing_account_cannot_request_e_filing(visitor):
    enter(visitor.at(LIVE), make_paa(visitor.rehearsal))
    answer = visitor.get(BASE + "court/")
    assert answer.status_code == 409
    assert "only pays bills" in words(answer)


def test_account_made_shared_midway_sends_nothing(ruth):
    fill_in(ruth)
    ruth.rehearsal.pacer_accounts.filter(account_number=RUTH.number).update(holder_kind="shared")
    assert "Shared PACER accounts" in words(send(ruth, "terms", TERMS))
    assert not mine(ruth).exists()


def test_refused_request_is_logged(ruth):
    fill_in(ruth)
    ruth.rehearsal.courts.filter(code="nmd").update(filer_roles=["party"])
    assert "does not grant that role" in words(send(ruth, "terms", TERMS))
    line = ruth.rehearsal.activities.get(what="efile.requested")
    assert (line.outcome, line.detail) == ("refused", "nmd: role not granted")


# ---- era, role, secrets


def test_in_2025_a_request_is_made_in_the_same_way(ruth):
    play_2025(ruth.rehearsal)
    fill_in(ruth)
    assert "We sent your request" in words(send(ruth, "terms", TERMS))


@pytest.mark.parametrize("court", ["nmd", "nmb"])
def test_page_asks_for_one_of_several_roles(ruth, court):
    send(ruth, "court", {"court": court}, base=OTHERS)
    page = ruth.get(OTHERS + "filer-information/").content.decode()
    assert page.count('name="role"') == {"nmd": 2, "nmb": 5}[court]
    assert "checked" not in page


def test_only_role_is_preselected(ruth):
    send(ruth, "court", {"court": "ca10"}, base=OTHERS)
    page = ruth.get(OTHERS + "filer-information/").content.decode()
    assert page.count('name="role"') == 1
    assert "checked" in page


def test_input_is_stored_only_in_the_request(ruth, caplog):
    canary = "CANARY-7731"
    fill_in(ruth)
    send(ruth, "filer-information", FILER | {"bar_number": canary, "other_names": canary})
    content = made(lambda pdf: pdf.docinfo.update({"/Title": canary}))
    send(ruth, "terms", TERMS | {"document": pdf(content, f"{canary}.pdf")})
    row = mine(ruth).get()
    assert (row.bar_number, row.documents.get().name) == (canary, f"{canary}.pdf")
    log = str(list(ruth.rehearsal.activities.values_list("who", "what", "detail")))
    letters = str(list(Mail.objects.values_list("subject", "body")))
    for place in (session_contents(), log, letters, caplog.text):
        assert canary not in place


def test_pages_are_not_stored_by_the_browser(ruth):
    assert "no-store" in ruth.get(BASE + "court/")["Cache-Control"]
