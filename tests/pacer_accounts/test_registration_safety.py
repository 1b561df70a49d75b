"""Registration with several tabs, tampering, races and secrets."""

import io
import logging
from threading import Barrier, Thread

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection

from cso.models import SignOnSession
from pacer_accounts.models import PacerAccount
from pacer_accounts.registration import services
from pacer_accounts.registration.services import REGISTER
from rehearsals.models import Activity, Mail
from tests.support.cast import NOEL
from tests.support.factories import PacerAccountFactory
from tests.support.races import submit_at_once
from tests.support.registration_pages import (
    ACCEPTED,
    CARD,
    DONE,
    FIRST,
    FOURTH,
    NO_CARD,
    PAGES,
    PERSON,
    SECOND,
    SECURITY,
    THIRD,
    fill,
    hidden,
    press,
    register,
    session_contents,
)
from tests.support.visitor import Visitor, without_bookmarks

pytestmark = pytest.mark.django_db


def made() -> int:
    return PacerAccount.objects.filter(username__startswith="acounsel").count()


# ---- order, tabs, tokens


@pytest.mark.parametrize("page", [SECOND, THIRD, FOURTH])
def test_no_page_opens_before_earlier_ones_are_filled_in(visitor, page):
    assert visitor.get(page).url.endswith(FIRST)
    token = hidden(visitor.get(FIRST))
    assert visitor.post(page, {**token, **dict(PAGES)[page], "action": "next"}).url.endswith(FIRST)
    assert made() == 0


@pytest.mark.parametrize("button", ["next", "back", "reset", "cancel", "county", "question"])
@pytest.mark.parametrize("token", [{}, {"draft": ""}, {"draft": "forged"}, {"draft": "é\u202e"}])
def test_a_page_without_the_drafts_own_token_changes_nothing(visitor, button, token):
    fill(visitor, until=THIRD)
    before = SignOnSession.objects.get().get_decoded()["draft:registration"]
    answer = visitor.post(FIRST, {**PERSON, "first_name": "Eve", **token, "action": button})
    assert answer.url.endswith(THIRD)
    assert SignOnSession.objects.get().get_decoded()["draft:registration"] == before
    assert "older registration" in visitor.get(THIRD).content.decode()


def test_a_tab_from_before_a_cancel_is_stale(visitor):
    fill(visitor, until=FOURTH)
    old = hidden(visitor.get(FOURTH))
    press(visitor, FOURTH, button="cancel")
    assert visitor.post(FOURTH, {**old, **ACCEPTED}).status_code == 302
    assert made() == 0


def test_another_browser_cannot_submit_this_browsers_draft(visitor, new_visitor):
    fill(visitor, until=FOURTH)
    stolen = hidden(visitor.get(FOURTH))
    thief = new_visitor()
    assert thief.post(FOURTH, {**stolen, **ACCEPTED}).url.endswith(FIRST)
    assert made() == 0


def test_draft_is_useless_in_another_rehearsal(visitor, other_rehearsal):
    fill(visitor, until=FOURTH)
    stolen = hidden(visitor.get(FOURTH))
    elsewhere = Visitor(other_rehearsal, visitor.client)
    elsewhere.post(FOURTH, {**stolen, **ACCEPTED})
    assert made() == 0


def test_review_is_shown_again_after_a_change_in_another_tab(visitor):
    fill(visitor, until=FOURTH)
    old = hidden(visitor.get(FOURTH))
    press(visitor, THIRD, CARD)
    assert visitor.post(FOURTH, {**old, **ACCEPTED}).url.endswith(FOURTH)
    assert "changed in another window" in visitor.get(FOURTH).content.decode()
    assert made() == 0


@pytest.mark.parametrize("edition", ["", "0", "99", "-1", "x" * 10_000])
def test_a_forged_edition_creates_nothing(visitor, edition):
    fill(visitor, until=FOURTH)
    sent = {**hidden(visitor.get(FOURTH)), **ACCEPTED, "edition": edition}
    assert visitor.post(FOURTH, sent).url.endswith(FOURTH)
    assert made() == 0


def test_submit_pressed_twice_shows_the_same_account(visitor):
    fill(visitor, until=FOURTH)
    sent = {**hidden(visitor.get(FOURTH)), **ACCEPTED}
    first = visitor.get(visitor.post(FOURTH, sent).url).context["account"]
    second = visitor.get(visitor.post(FOURTH, sent).url).context["account"]
    assert first == second
    assert (made(), Mail.objects.count()) == (1, 1)
    assert Activity.objects.filter(what=REGISTER).count() == 1


def test_a_submit_whose_answer_was_lost_gives_the_same_account(visitor):
    """The account was made, but the session had not learned of it: a crash, or two at once."""
    fill(visitor, until=FOURTH)
    row = SignOnSession.objects.get()
    kept = row.session_data
    sent = {**hidden(visitor.get(FOURTH)), **ACCEPTED}
    visitor.post(FOURTH, sent)
    SignOnSession.objects.update(session_data=kept)
    page = visitor.get(visitor.post(FOURTH, sent).url)
    assert page.context["account"].username == SECURITY["username"]
    assert (made(), Mail.objects.count()) == (1, 1)


def test_pages_of_a_finished_registration_lead_to_its_result(visitor):
    register(visitor)
    for page in (SECOND, THIRD, FOURTH):
        assert visitor.get(page).url.endswith(DONE)


def test_an_old_tab_of_a_finished_registration_leads_to_its_result(visitor):
    fill(visitor, until=FOURTH)
    sent = {**hidden(visitor.get(FOURTH)), **ACCEPTED}
    visitor.post(FOURTH, sent)
    visitor.get(FIRST)  # begins another one
    assert visitor.post(FOURTH, sent).url.endswith(DONE)
    assert made() == 1


def test_a_username_taken_in_between_leads_back_to_page_two(visitor):
    fill(visitor, until=FOURTH)
    other = PacerAccountFactory(rehearsal=visitor.rehearsal, username=SECURITY["username"].upper())
    answer = press(visitor, FOURTH, ACCEPTED)
    assert answer.url.endswith(SECOND)
    html = visitor.get(SECOND).content.decode()
    assert "Another user has taken this username" in html
    assert list(PacerAccount.objects.filter(username_key=other.username_key)) == [other]
    assert Activity.objects.filter(what=REGISTER, outcome="refused").count() == 1
    assert press(visitor, SECOND, {**SECURITY, "username": "acounsel2021"}).url.endswith(THIRD)
    press(visitor, THIRD, NO_CARD)
    assert press(visitor, FOURTH, ACCEPTED).url.endswith(DONE)


# ---- numbers


def test_a_number_in_use_is_drawn_again(visitor, monkeypatch):
    drawn = iter([NOEL.number, NOEL.number, "7999000"])
    monkeypatch.setattr(services, "draw_number", lambda: next(drawn))
    assert register(visitor).context["account"].account_number == "7999000"
    assert (made(), Mail.objects.count()) == (1, 1)


def test_no_account_number_left_is_refused(visitor, monkeypatch):
    monkeypatch.setattr(services, "draw_number", lambda: NOEL.number)
    fill(visitor, until=FOURTH)
    answer = press(visitor, FOURTH, ACCEPTED)
    assert answer.status_code == 409
    assert "This rehearsal has no account numbers left" in answer.content.decode()
    assert (made(), Mail.objects.count()) == (0, 0)


def test_drawn_numbers_have_seven_digits_outside_the_cast():
    numbers = {services.draw_number() for _ in range(500)}
    assert all(number.isdigit() and len(number) == 7 for number in numbers)
    assert min(numbers) >= "7992000"


def test_failure_midway_creates_nothing(visitor, monkeypatch):
    def fail(account, *, at, role):
        raise RuntimeError("the mailbox is full")

    fill(visitor, until=FOURTH)
    monkeypatch.setattr(services, "send_registered", fail)
    with pytest.raises(RuntimeError):
        press(visitor, FOURTH, ACCEPTED)
    assert made() == 0
    assert not Activity.objects.filter(what=REGISTER).exists()


# ---- secrets


def test_no_password_answer_or_card_is_anywhere(visitor, caplog):
    caplog.set_level(logging.DEBUG)
    fill(visitor, until=FOURTH)
    in_session = session_contents()
    assert SECURITY["username"] in in_session
    press(visitor, THIRD, CARD)
    press(visitor, FOURTH, ACCEPTED)
    everything = io.StringIO()
    call_command("dumpdata", stdout=everything)
    canaries = [SECURITY["password"], SECURITY["answer_1"], SECURITY["answer_2"],
                SECURITY["answer_1"].lower(), SECURITY["answer_2"].lower(),
                CARD["card_number"], CARD["card_number"].replace(" ", "")]  # fmt: skip
    letters = "".join(Mail.objects.values_list("body", flat=True))
    sessions = session_contents() + in_session
    for canary in canaries:
        for place in (everything.getvalue(), sessions, caplog.text, letters):
            assert canary not in place
    assert SECURITY["username"] in everything.getvalue()


def test_a_refused_password_and_card_are_not_kept_either(visitor, caplog):
    caplog.set_level(logging.DEBUG)
    fill(visitor, until=SECOND)
    press(visitor, SECOND, {**SECURITY, "confirm_password": "Canary-Word-99"})
    press(visitor, SECOND, SECURITY, button="back")
    press(visitor, SECOND, SECURITY)
    press(visitor, THIRD, {**CARD, "card_number": "4929123456789012"})
    press(visitor, THIRD, {**CARD, "card_number": "4929123456789012"}, button="back")
    kept = session_contents() + caplog.text
    assert SECURITY["username"] in kept
    for canary in (
        "Canary-Word-99",
        SECURITY["password"],
        SECURITY["answer_1"],
        "4929123456789012",
    ):
        assert canary not in kept


def test_pages_are_not_stored_by_the_browser(visitor):
    for page in (FIRST, DONE):
        assert "no-store" in visitor.get(page)["Cache-Control"]


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(visitor, method):
    path = visitor.rehearsal.mount + FIRST
    assert getattr(visitor.client, method)(path).status_code == 405
    assert visitor.post(DONE).status_code == 405


# ---- the database's share


def test_hashing_happens_outside_transactions(visitor, monkeypatch):
    depths = []
    from pacer_accounts.credentials import forms

    real = forms.make_password
    monkeypatch.setattr(
        forms,
        "make_password",
        lambda raw: depths.append(len(connection.savepoint_ids)) or real(raw),
    )
    before = len(connection.savepoint_ids)
    fill(visitor, until=THIRD)
    assert depths == [before] * 3


def test_database_refuses_a_duplicate_username(rehearsal):
    PacerAccountFactory(rehearsal=rehearsal, username="acounsel2020")
    with pytest.raises(IntegrityError):
        PacerAccountFactory(rehearsal=rehearsal, username="ACOUNSEL2020")


def _count(visitor, page, data, django_assert_max_num_queries) -> int:
    """Queries of showing and of sending one page."""
    with django_assert_max_num_queries(30) as seen:
        press(visitor, page, data)
    return len(seen)


def test_query_count_does_not_grow_with_accounts(rehearsal, django_assert_max_num_queries):
    def walk() -> list[int]:
        visitor = Visitor(rehearsal, type(Visitor(rehearsal).client)())
        number = PacerAccount.objects.count()
        person = {**PERSON, "last_name": f"Counsel{'abcdefg'[number % 7]}", "email":
                  f"c{number}@example.com", "confirm_email": f"c{number}@example.com"}  # fmt: skip
        security = {**SECURITY, "username": f"acounsel{number:04}"}
        filled = ((FIRST, person), (SECOND, security), (THIRD, NO_CARD), (FOURTH, ACCEPTED))
        return [_count(visitor, *page, django_assert_max_num_queries) for page in filled]

    without_bookmarks(rehearsal)
    first = walk()
    for _ in range(40):
        PacerAccountFactory(rehearsal=rehearsal)
    assert walk() == first
    assert max(first) <= 17


# ---- at once


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_the_same_draft_submitted_by_two_threads_makes_one_account(rehearsal):
    visitor = Visitor(rehearsal)
    fill(visitor, until=FOURTH)
    sent = {**hidden(visitor.get(FOURTH)), **ACCEPTED}
    copies = submit_at_once(visitor, FOURTH, sent, times=2)
    assert all(copy.answer.url.endswith(DONE) for copy in copies)
    assert (made(), Mail.objects.count()) == (1, 1)


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_same_username_at_once_creates_one_account(rehearsal):
    people = [Visitor(rehearsal), Visitor(rehearsal)]
    sent = []
    for visitor, name in zip(people, ("Adele", "Ruth"), strict=True):
        email = {"email": f"{name}@example.com", "confirm_email": f"{name}@example.com"}
        press(visitor, FIRST, {**PERSON, **email, "first_name": name})
        press(visitor, SECOND, SECURITY)
        press(visitor, THIRD, NO_CARD)
        sent.append({**hidden(visitor.get(FOURTH)), **ACCEPTED})
    answers, barrier = [], Barrier(2)

    def submit(visitor: Visitor, data: dict[str, str]) -> None:
        barrier.wait()
        answers.append(visitor.post(FOURTH, data).url)
        connection.close()

    threads = [Thread(target=submit, args=pair) for pair in zip(people, sent, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answer.rpartition("/psc")[2] for answer in answers) == [
        DONE.removeprefix("/psc"),
        SECOND.removeprefix("/psc"),
    ]
    assert (made(), Mail.objects.count()) == (1, 1)
