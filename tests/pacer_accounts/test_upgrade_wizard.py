"""The three tabs of the upgrade: order, buttons and drafts."""

import pytest

from cso.models import SignOnSession
from cso.sign_on.sessions import SessionStore
from pacer_accounts.models import PacerAccount
from rehearsals.models import Activity, Mail
from rehearsals.security.hashers import HashSlotBusy
from tests.support import login_pages
from tests.support.cast import NOEL, OWEN
from tests.support.upgrade_pages import (
    SECURITY,
    account,
    fill,
    log_in,
    path_of,
    send,
    text,
    token_on,
    upgrade,
)
from tests.support.visitor import without_bookmarks

pytestmark = pytest.mark.django_db


@pytest.fixture
def noel(visitor):
    return log_in(visitor, NOEL)


def shown(visitor, step):
    return visitor.get(path_of(step)).context["form"]


def errors(answer):
    assert answer.status_code == 200
    return answer.context["form"].errors


def test_upgrade_continues_at_the_first_unfinished_tab(noel):
    assert noel.get("/psc/upgrade/").url.endswith("/person/")
    fill(noel, "person")
    assert noel.get("/psc/upgrade/").url.endswith("/address/")


@pytest.mark.parametrize(
    ("filled", "wanted", "opened"),
    [
        ((), "address", "person"),
        ((), "security", "person"),
        (("person",), "security", "address"),
    ],
)
def test_no_tab_is_skipped_by_its_address(noel, filled, wanted, opened):
    fill(noel, *filled)
    assert noel.get(path_of(wanted)).url.endswith(f"/{opened}/")


def test_the_last_tab_cannot_be_sent_before_the_others(noel):
    token = token_on(noel.get(path_of("person")))
    answer = send(noel, "security", draft=token)
    assert answer.url.endswith("/person/")
    assert account(noel, NOEL).is_legacy


def test_unknown_tab_is_not_found(noel):
    assert noel.get("/psc/upgrade/payment/").status_code == 404


def test_known_values_are_filled_in(noel):
    person = shown(noel, "person")
    assert person["first_name"].value() == "Noel"
    assert not person["date_of_birth"].value()
    assert not person["user_type"].value()
    fill(noel, "person")
    address = shown(noel, "address")
    assert address["city"].value() == "Albuquerque"
    assert not address["county"].value()


@pytest.mark.parametrize(
    ("step", "missing"),
    [
        ("person", ["date_of_birth", "user_type"]),
        ("address", ["county"]),
    ],
)
def test_new_fields_are_required(noel, step, missing):
    if step == "address":
        fill(noel, "person")
    answer = send(noel, step, **dict.fromkeys(missing, ""))
    assert sorted(errors(answer)) == sorted(missing)
    assert "There is a problem" in text(answer)
    assert "<title>Error: " in answer.content.decode()


def test_going_back_keeps_what_was_typed_even_when_unfinished(noel):
    fill(noel, "person")
    answer = send(noel, "address", action="back", city="Gallup", zip_code="8", county="")
    assert answer.url.endswith("/person/")
    assert shown(noel, "person")["date_of_birth"].value() == "02/05/1970"
    fill(noel, "person")
    assert shown(noel, "address")["city"].value() == "Gallup"
    assert shown(noel, "address")["zip_code"].value() == "8"


def test_a_page_left_unfinished_by_back_must_be_finished(noel):
    fill(noel, "person", "address")
    send(noel, "address", action="back", city="")
    assert noel.get(path_of("security")).url.endswith("/address/")


def test_going_back_from_security_keeps_no_secret(noel):
    fill(noel, "person", "address")
    send(noel, "security", action="back", username="noel.the.second")
    form = shown(noel, "security")
    assert form["username"].value() == "noel.the.second"
    assert form["question_1"].value() == SECURITY["question_1"]
    assert not form["answer_1"].value()


def test_a_page_with_a_mistake_keeps_the_rest(noel):
    answer = send(noel, "person", last_name="Advocate", date_of_birth="31/31/1970")
    assert answer.context["form"]["last_name"].value() == "Advocate"
    assert list(errors(answer)) == ["date_of_birth"]


def test_reset_brings_a_tab_back_to_what_the_account_holds(noel):
    fill(noel, "person")
    answer = send(noel, "person", action="reset", last_name="Advocate")
    assert answer.url.endswith("/person/")
    assert shown(noel, "person")["last_name"].value() == "Attorney"
    assert not shown(noel, "person")["date_of_birth"].value()
    assert noel.get(path_of("address")).url.endswith("/person/")


@pytest.mark.parametrize("step", ["person", "address", "security"])
def test_cancel_keeps_the_account_legacy_and_forgets_the_rest(noel, step):
    fill(noel, *("person", "address")[: ("person", "address", "security").index(step)])
    answer = send(noel, step, action="cancel")
    assert answer.url.endswith("/psc/account/")
    assert "Upgrade canceled. Nothing changed" in text(noel.get("/psc/account/"))
    assert account(noel, NOEL).is_legacy
    assert not shown(noel, "person")["date_of_birth"].value()


def test_nothing_is_written_before_the_last_submit(noel):
    before = PacerAccount.objects.filter(rehearsal=noel.rehearsal).order_by("pk").values()
    held, lines = list(before), Activity.objects.count()
    fill(noel, "person", "address")
    send(noel, "security", confirm_password="Something-Else-7")
    assert list(before.all()) == held
    assert (Activity.objects.count(), Mail.objects.count()) == (lines, 0)


def test_submitting_twice_shows_the_first_result(noel):
    fill(noel, "person", "address")
    token = token_on(noel.get(path_of("security")))
    for _ in range(2):
        assert send(noel, "security", draft=token).url.endswith("/psc/upgrade/done/")
    assert Activity.objects.filter(what="pacer.upgrade").count() == 1
    assert Mail.objects.count() == 1


def test_a_second_browser_that_was_midway_is_logged_out(noel, new_visitor):
    other = log_in(new_visitor(), NOEL)
    fill(other, "person", "address")
    token = token_on(other.get(path_of("security")))
    upgrade(noel)
    assert "/psc/login/" in send(other, "security", draft=token, username="another.name").url
    assert account(noel, NOEL).username == "noelattorney"


def test_tab_of_a_canceled_upgrade_restarts(noel):
    old = token_on(noel.get(path_of("person")))
    send(noel, "person", action="cancel", draft=old)
    noel.get(path_of("person"))
    answer = send(noel, "person", draft=old)
    assert answer.url.endswith("/psc/upgrade/")
    assert "was not saved" in text(noel.get(path_of("person")))
    assert not shown(noel, "person")["date_of_birth"].value()


@pytest.mark.parametrize("token", ["", "0" * 22, "ж" * 22, "x" * 10_000])
@pytest.mark.parametrize("action", ["next", "back", "reset", "cancel"])
def test_a_tampered_token_does_nothing(noel, token, action):
    fill(noel, "person")
    answer = send(noel, "person", draft=token, action=action, last_name="Tampered")
    assert answer.url.endswith("/psc/upgrade/")
    assert shown(noel, "person")["last_name"].value() == "Attorney"


def test_unknown_action_counts_as_next(noel):
    assert send(noel, "person", action="explode").url.endswith("/address/")


def test_draft_of_another_account_is_not_shown(noel):
    fill(noel, "person")
    token = token_on(noel.get(path_of("address")))
    log_in(noel, OWEN)
    assert not shown(noel, "person")["date_of_birth"].value()
    assert shown(noel, "person")["first_name"].value() == "Owen"
    send(noel, "address", draft=token)
    assert account(noel, OWEN).is_legacy


def test_draft_with_another_subject_is_ignored(noel):
    fill(noel, "person")
    store = SessionStore(noel.client.cookies["NextGenCSO"].value, noel.rehearsal)
    store["draft:upgrade"]["subject"] = OWEN.number
    store.modified = True
    store.save()
    assert not shown(noel, "person")["date_of_birth"].value()
    assert noel.get(path_of("address")).url.endswith("/person/")


def test_busy_hashing_changes_nothing_and_keeps_the_draft(noel, monkeypatch):
    fill(noel, "person", "address")
    token = token_on(noel.get(path_of("security")))

    def full(raw: str) -> str:
        raise HashSlotBusy

    monkeypatch.setattr("pacer_accounts.credentials.forms.make_password", full)
    assert send(noel, "security", draft=token).status_code == 503
    assert account(noel, NOEL).is_legacy
    monkeypatch.undo()
    assert send(noel, "security", draft=token).url.endswith("/psc/upgrade/done/")


def test_without_script_a_button_shows_the_counties_of_another_state(noel):
    fill(noel, "person")
    answer = send(noel, "address", action="county", state="Texas", city="Austin")
    assert answer.url.endswith("/address/#id_county")
    form = shown(noel, "address")
    assert form["city"].value() == "Austin"
    assert ("Travis", "Travis") in form.fields["county"].choices


def test_fields_that_are_not_on_the_page_change_nothing(noel):
    fill(noel, "person", "address")
    send(noel, "security", account_number="7990099", holder_kind="paa", balance="-5")
    held = account(noel, NOEL)
    assert (held.holder_kind, held.balance) == ("individual", 0)


def test_an_account_disabled_meanwhile_is_not_upgraded(noel):
    fill(noel, "person", "address")
    token = token_on(noel.get(path_of("security")))
    PacerAccount.objects.filter(account_number=NOEL.number).update(is_disabled=True)
    assert "/psc/login/" in send(noel, "security", draft=token).url
    assert account(noel, NOEL).is_legacy


@pytest.mark.parametrize("step", ["person", "address", "security"])
def test_query_count_of_a_tab_is_bounded(noel, step, django_assert_max_num_queries):
    fill(noel, *("person", "address")[: ("person", "address", "security").index(step)])
    noel.get(path_of(step))
    with django_assert_max_num_queries(4):
        noel.get(path_of(step))


def test_query_count_of_an_upgrade_is_bounded(noel, new_visitor, django_assert_max_num_queries):
    for _ in range(3):
        log_in(new_visitor(), NOEL)
    fill(noel, "person", "address")
    token = token_on(noel.get(path_of("security")))
    without_bookmarks(noel.rehearsal)
    with django_assert_max_num_queries(18):
        send(noel, "security", draft=token)
    assert SignOnSession.objects.filter(pacer_account__isnull=False).count() == 1
    assert login_pages.is_signed_on(noel)
