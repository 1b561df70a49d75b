"""Recovery tells nobody who has an account: pages, work and what is kept are alike."""

import logging
import re

import pytest
from freezegun import freeze_time

from cso.recovery.rules import RecoveryRefusal, decoy_questions
from pacer_accounts.choices import SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2
from tests.cso.test_lockout import count_hashes
from tests.support.busy import busy_machine
from tests.support.cast import NOEL
from tests.support.recovery_pages import (
    KNOWN,
    LOCK,
    NEW,
    NOBODY,
    WALL,
    WALTERS,
    WRONG,
    ask,
    letters,
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
        words = f"{page.status_code} {page.headers.get('Location', '')} {text(page)}"
        for question in (*SECURITY_QUESTIONS_1, *SECURITY_QUESTIONS_2):
            words = words.replace(question, "?")
        words = re.sub(r'csrfmiddlewaretoken" value="\w+', "", words)
        seen.append(words)
    return seen


@pytest.mark.parametrize("who", [KNOWN, LEGACY, KNOWN | {"username": "nobodyx"}])
def test_the_pages_for_a_known_name_and_for_nobody_are_alike(new_visitor, who):
    assert pages(new_visitor(), who) == pages(new_visitor(), NOBODY)


def test_right_answers_and_wrong_ones_get_the_same_pages(new_visitor):
    assert pages(new_visitor(), KNOWN, WALTERS) == pages(new_visitor(), KNOWN, WRONG)


@pytest.mark.parametrize("who", [KNOWN, LEGACY, NOBODY], ids=["known", "legacy", "nobody"])
@pytest.mark.parametrize("answers", [WALTERS, WRONG, ("domino", "x")])
def test_answering_costs_two_hashes_whoever_it_is(visitor, monkeypatch, who, answers):
    page = visitor.post("/cso/forgot-password/", who)
    calls = count_hashes(monkeypatch)
    visitor.post(page.url, dict(zip(("answer_1", "answer_2"), answers, strict=True)))
    assert calls["hashes"] == 2


@pytest.mark.parametrize("who", [KNOWN, LEGACY, NOBODY], ids=["known", "legacy", "nobody"])
def test_the_first_page_costs_no_hash_and_asks_the_same(
    visitor, monkeypatch, django_assert_num_queries, who
):
    calls = count_hashes(monkeypatch)
    with django_assert_num_queries(5):
        visitor.post("/cso/forgot-password/", who)
    assert calls["hashes"] == 0


def test_a_stranger_is_asked_the_same_questions_each_time(new_visitor):
    def asked(who: dict) -> list[str]:
        browser = new_visitor()
        page = text(browser.get(browser.post("/cso/forgot-password/", who).url))
        return [one for one in (*SECURITY_QUESTIONS_1, *SECURITY_QUESTIONS_2) if one in page]

    assert len(asked(NOBODY)) == 2
    assert asked(NOBODY) == asked(NOBODY | {"username": "CanaryNobody "})


def test_decoys_are_of_both_lists_and_not_the_same_for_everybody():
    made = {
        decoy_questions(SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2, f"{n}@example.com")
        for n in range(60)
    }
    assert {one for one, _ in made} == set(SECURITY_QUESTIONS_1)
    assert {two for _, two in made} == set(SECURITY_QUESTIONS_2)


@pytest.mark.parametrize("who", [KNOWN, LEGACY, NOBODY], ids=["known", "legacy", "nobody"])
@pytest.mark.parametrize("answers", [WALTERS, WRONG])
def test_after_five_tries_for_an_email_none_is_looked_at_for_a_quarter_of_an_hour(
    visitor, new_visitor, monkeypatch, who, answers
):
    with freeze_time(WALL):
        for _ in range(5):
            assert "If your answers are correct" in text(ask(new_visitor(), who, answers))
        had = len(letters(visitor))
        calls = count_hashes(monkeypatch)
        other = who | {"email": who["email"].upper(), "account_number": "7990099"}
        for again in (who, other):  # another identifier buys no more tries
            assert RecoveryRefusal.LOCKED.sentence in text(ask(new_visitor(), again))
        assert calls["hashes"] == 0
        assert len(letters(visitor)) == had
    with freeze_time(WALL + LOCK):
        assert "If your answers are correct" in text(ask(new_visitor(), who, answers))


def test_a_full_hash_slot_is_a_busy_page_and_counts_nothing(visitor):
    page = visitor.post("/cso/forgot-password/", KNOWN)
    with busy_machine():
        answer = visitor.post(page.url, {"answer_1": "domino", "answer_2": "tucumcari"})
    assert answer.status_code == 503
    assert letters(visitor) == []
    visitor.post(page.url, {"answer_1": "domino", "answer_2": "tucumcari"})
    assert len(letters(visitor)) == 1


def test_nothing_typed_is_stored_logged_mailed_or_shown(visitor, caplog):
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
    found = everything_stored() + caplog.text + "".join(seen)
    assert "canary" not in found.lower()
    assert "tucumcari" not in found
