"""Tokens, proofs, clocks and odd input: the link utility makes one link, or none."""

from datetime import timedelta

import pytest
from freezegun import freeze_time

from linking.unlink import services
from rehearsals.web import mount
from tests.support.cast import JOHN, MIRIAM, TERESA
from tests.support.factories import PASSWORD, CmecfAccountFactory
from tests.support.link_steps import (
    CIVIL,
    CONFIRM,
    DONE,
    FORM,
    UTILITIES,
    link,
    on_file,
    prove,
    submit,
    token,
)
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, LIVE, SEED_MOMENT
from tests.support.page_text import page_text as text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _go_live_morning(rehearsal, visitor):
    visitor.at(FIRST_RUSH)


# --- the way through ------------------------------------------------------------------------------


def test_submit_twice_sends_one_email(visitor):
    log_in(visitor, JOHN)
    prove(visitor, JOHN)
    spent = token(visitor)
    assert [submit(visitor, spent).url for _ in range(2)] == [visitor.rehearsal.mount + DONE] * 2
    assert visitor.rehearsal.mails.count() == 1


def test_used_token_does_not_restore_an_undone_link(visitor):
    log_in(visitor, JOHN)
    prove(visitor, JOHN)
    spent = token(visitor)
    submit(visitor, spent)
    with mount.inside_rehearsal(visitor.rehearsal):
        services.unlink(
            account=on_file(visitor.rehearsal, JOHN),
            reason="A test",
            who="clerk carla",
            at=FIRST_RUSH,
        )
    assert submit(visitor, spent).url.endswith(FORM)
    assert not on_file(visitor.rehearsal, JOHN).is_linked


@pytest.mark.parametrize("forged", ["", "x", "é" * 30, "0" * 10_000])
def test_forged_token_links_nothing(visitor, forged):
    log_in(visitor, JOHN)
    prove(visitor, JOHN)
    answer = visitor.post(CONFIRM, {"token": forged})
    assert answer.url.endswith(FORM)
    assert "Nothing was linked" in text(visitor.get(FORM))
    assert not on_file(visitor.rehearsal, JOHN).is_linked


def test_confirm_requires_a_proof(visitor):
    log_in(visitor, JOHN)
    assert visitor.get(CONFIRM).url.endswith(FORM)
    assert visitor.post(CONFIRM, {"token": "x"}).url.endswith(FORM)


@pytest.mark.parametrize(("seconds", "links"), [(600, True), (601, False)])
def test_proof_counts_for_ten_minutes_of_wall_time(visitor, seconds, links):
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


def test_moving_the_court_clock_does_not_change_a_proof(visitor):
    log_in(visitor, JOHN)
    prove(visitor, JOHN)
    waiting = token(visitor)
    log_in(visitor.at(FIRST_RUSH + timedelta(days=30)), JOHN)
    assert submit(visitor, waiting).url.endswith(DONE)


def test_moving_the_clock_before_go_live_closes_linking(visitor):
    log_in(visitor, JOHN)
    prove(visitor, JOHN)
    waiting = token(visitor)
    log_in(visitor.at(SEED_MOMENT), JOHN)
    assert submit(visitor, waiting).status_code == 409
    assert not on_file(visitor.rehearsal, JOHN).is_linked
    assert visitor.get("/cso/courts/").status_code == 200
    log_in(visitor.at(LIVE), JOHN)
    assert submit(visitor, waiting).url.endswith(DONE)


def test_proof_belongs_to_one_pacer_account(visitor):
    log_in(visitor, TERESA)
    prove(visitor, JOHN)
    stolen = token(visitor)
    log_in(visitor, JOHN)
    assert submit(visitor, stolen).url.endswith(FORM)
    assert not on_file(visitor.rehearsal, JOHN).is_linked


def test_token_and_login_of_another_rehearsal_are_refused(visitor, other_rehearsal):
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
def test_invalid_input_proves_nothing(visitor, typed):
    log_in(visitor, JOHN)
    answer = prove(visitor, JOHN, **typed)
    assert answer.status_code in (200, 400)
    assert visitor.get(CONFIRM).url.endswith(FORM)


@pytest.mark.parametrize("path", [FORM, CONFIRM, DONE])
def test_wrong_method_is_refused(visitor, path):
    log_in(visitor, JOHN)
    assert visitor.client.delete(visitor.rehearsal.mount + path).status_code == 405


def test_done_page_refuses_post(visitor):
    log_in(visitor, JOHN)
    assert visitor.post(DONE).status_code == 405


def test_pages_are_not_cached(visitor):
    log_in(visitor, JOHN)
    assert "no-store" in visitor.get(FORM).headers["Cache-Control"]


def test_password_is_never_stored_logged_or_mailed(visitor):
    link(visitor, JOHN)
    prove(visitor, MIRIAM, password="Canary-Of-The-Link-9")
    rehearsal = visitor.rehearsal
    stored = [str(dict(visitor.client.session.items()))] if visitor.client.session else []
    stored += [session.session_data for session in rehearsal.sessions.all()]
    stored += [f"{line.who} {line.detail}" for line in rehearsal.activities.all()]
    stored += [mail.body for mail in rehearsal.mails.all()]
    assert not [text for text in stored if "Canary-Of" in text or JOHN.ecf_password in text]


def test_correct_and_wrong_proofs_are_logged(visitor):
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
def test_query_count_does_not_grow_with_the_court(
    visitor, path, queries, django_assert_max_num_queries
):
    link(visitor, JOHN)
    court = visitor.rehearsal.courts.get(code="nmd")
    CmecfAccountFactory.create_batch(20, court=court)
    visitor.get(path)
    with django_assert_max_num_queries(queries):
        assert visitor.get(path).status_code == 200
