"""Recovery never reveals which accounts exist, and stores nothing that was typed."""

import logging
import re

import pytest
from freezegun import freeze_time

from cso.recovery.rules import RecoveryRefusal, decoy_questions
from pacer_accounts.choices import SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2
from tests.support.cast import NOEL
from tests.support.hashing import busy_machine, count_hashes
from tests.support.recovery_pages import (
    KNOWN,
    LOCK,
    NEW,
    NOBODY,
    WALL,
    WALTERS,
    WRONG,
    ask,
    emails,
    mailed_link,
    set_new,
    text,
)
from tests.support.stored import everything_stored

pytestmark = pytest.mark.django_db


LEGACY = {"email": NOEL.email, "username": NOEL.username}


def pages(visitor, who: dict, answers=WRONG) -> list[str]:
    """Pages 1 to 3, with what is a page's own blanked out."""
    first = visitor.post("/cso/forgot-password/", who)
    second = visitor.get(first.url)
    typed = dict(zip(("answer_1", "answer_2"), answers, strict=True))
    third = visitor.post(first.url, typed)
    fourth = visitor.get(third.url)
    seen = []
    for page in (first, second, third, fourth):
        body = f"{page.status_code} {page.headers.get('Location', '')} {text(page)}"
        for question in (*SECURITY_QUESTIONS_1, *SECURITY_QUESTIONS_2):
            body = body.replace(question, "?")
        body = re.sub(r'csrfmiddlewaretoken" value="\w+', "", body)
        seen.append(body)
    return seen


@pytest.mark.parametrize("who", [KNOWN, LEGACY, KNOWN | {"username": "nobodyx"}])
def test_recovery_pages_for_known_and_unknown_accounts_are_equal(new_visitor, who):
    assert pages(new_visitor(), who) == pages(new_visitor(), NOBODY)


def test_right_and_wrong_answers_show_the_same_pages(new_visitor):
    assert pages(new_visitor(), KNOWN, WALTERS) == pages(new_visitor(), KNOWN, WRONG)


@pytest.mark.parametrize("who", [KNOWN, LEGACY, NOBODY], ids=["known", "legacy", "nobody"])
@pytest.mark.parametrize("answers", [WALTERS, WRONG, ("domino", "x")])
def test_answering_always_costs_two_hashes(visitor, monkeypatch, who, answers):
    page = visitor.post("/cso/forgot-password/", who)
    calls = count_hashes(monkeypatch)
    visitor.post(page.url, dict(zip(("answer_1", "answer_2"), answers, strict=True)))
    assert calls["hashes"] == 2


@pytest.mark.parametrize("who", [KNOWN, LEGACY, NOBODY], ids=["known", "legacy", "nobody"])
def test_first_page_costs_no_hash_and_constant_queries(
    visitor, monkeypatch, django_assert_num_queries, who
):
    calls = count_hashes(monkeypatch)
    with django_assert_num_queries(6):
        visitor.post("/cso/forgot-password/", who)
    assert calls["hashes"] == 0


def test_decoy_questions_are_stable(new_visitor):
    def asked(who: dict) -> list[str]:
        browser = new_visitor()
        page = text(browser.get(browser.post("/cso/forgot-password/", who).url))
        return [one for one in (*SECURITY_QUESTIONS_1, *SECURITY_QUESTIONS_2) if one in page]

    assert len(asked(NOBODY)) == 2
    assert asked(NOBODY) == asked(NOBODY | {"username": "CanaryNobody "})


def test_decoy_questions_use_both_lists():
    questions = {
        decoy_questions(SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2, f"{n}@example.com")
        for n in range(60)
    }
    assert {one for one, _ in questions} == set(SECURITY_QUESTIONS_1)
    assert {two for _, two in questions} == set(SECURITY_QUESTIONS_2)


@pytest.mark.parametrize("who", [KNOWN, LEGACY, NOBODY], ids=["known", "legacy", "nobody"])
@pytest.mark.parametrize("answers", [WALTERS, WRONG])
def test_five_attempts_for_one_email_lock_for_15_minutes(
    visitor, new_visitor, monkeypatch, who, answers
):
    with freeze_time(WALL):
        for _ in range(5):
            assert "If your answers are correct" in text(ask(new_visitor(), who, answers))
        sent = len(emails(visitor))
        calls = count_hashes(monkeypatch)
        other = who | {"email": who["email"].upper(), "account_number": "7990099"}
        for again in (who, other):  # another identifier buys no more tries
            assert RecoveryRefusal.LOCKED.sentence in text(ask(new_visitor(), again))
        assert calls["hashes"] == 0
        assert len(emails(visitor)) == sent
    with freeze_time(WALL + LOCK):
        assert "If your answers are correct" in text(ask(new_visitor(), who, answers))


def test_full_hash_slot_answers_503_and_counts_no_attempt(visitor):
    page = visitor.post("/cso/forgot-password/", KNOWN)
    with busy_machine():
        answer = visitor.post(page.url, {"answer_1": "domino", "answer_2": "tucumcari"})
    assert answer.status_code == 503
    assert emails(visitor) == []
    visitor.post(page.url, {"answer_1": "domino", "answer_2": "tucumcari"})
    assert len(emails(visitor)) == 1


def test_recovery_never_stores_logs_mails_or_shows_input(visitor, caplog):
    caplog.set_level(logging.DEBUG)
    seen = [
        text(ask(visitor, NOBODY, WRONG)),
        text(ask(visitor, KNOWN, WRONG)),
        text(visitor.post("/cso/forgot-password/", {"email": "canary", "date_of_birth": "canary"})),
        text(visitor.post("/psc/forgot-username/", NOBODY | {"account_number": ""})),
    ]
    ask(visitor, KNOWN)
    link = mailed_link(visitor)
    seen.append(text(visitor.post(link, {"password": NEW, "confirm_password": "Canary"})))
    set_new(visitor, link)
    stored = everything_stored() + caplog.text + "".join(seen)
    assert "canary" not in stored.lower()
    assert "tucumcari" not in stored
