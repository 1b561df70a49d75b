"""Whose account a registration opens, and that each one can be practiced with."""

import pytest

from tests.support.cast import ADELE, RUTH
from tests.support.factories import PacerAccountFactory
from tests.support.login_pages import PSC, is_signed_on, log_in
from tests.support.registration_pages import DONE, FIRST, SECURITY, register

pytestmark = pytest.mark.django_db
PAT = {
    "first_name": "Pat",
    "last_name": "Stranger",
    "email": "pat@example.com",
    "confirm_email": "pat@example.com",
    "date_of_birth": "03/04/1981",
}


def account_of(rehearsal):
    return rehearsal.pacer_accounts.get(username=SECURITY["username"])


def test_visitor_with_the_details_of_one_of_the_cast_becomes_that_person(visitor):
    page = register(visitor).content.decode()
    assert "You hadn&#x27;t chosen a person yet, so you now practice as Adele Counsel." in page
    assert account_of(visitor.rehearsal).persona == ADELE.key
    home = visitor.get("/").context
    assert home["persona"].key == ADELE.key
    assert SECURITY["username"] in [row.username for row in home["mine"]]


def test_visitor_who_is_nobody_of_the_cast_becomes_a_person_of_their_own(visitor):
    assert "you now practice as Pat Stranger" in register(visitor, person=PAT).content.decode()
    account = account_of(visitor.rehearsal)
    assert account.persona == account.account_number
    home = visitor.get("/").context
    assert home["persona"].name == "Pat Stranger"
    assert [row.username for row in home["mine"]] == [account.username]
    assert home["rows"][0]["status_key"] == "completed"


def test_another_browser_practices_as_the_registered_person(visitor, new_visitor):
    register(visitor, person=PAT)
    other = new_visitor()
    assert other.get("/").context["people"][0].name == "Pat Stranger"
    other.post(f"/people/{account_of(visitor.rehearsal).persona}/")
    assert other.get("/").context["persona"].name == "Pat Stranger"
    log_in(other, username=SECURITY["username"], password=SECURITY["password"], path=PSC)
    assert is_signed_on(other)


def test_registered_person_exists_in_one_rehearsal_only(visitor, other_rehearsal):
    register(visitor, person=PAT)
    key = account_of(visitor.rehearsal).persona
    assert visitor.client.post(f"{other_rehearsal.mount}/people/{key}/").status_code == 404


def test_person_with_two_accounts_is_listed_once(visitor, rehearsal):
    first = PacerAccountFactory(rehearsal=rehearsal, persona="7992001", last_name="Stranger")
    PacerAccountFactory(rehearsal=rehearsal, persona="7992001", last_name="Renamed")
    names = [person.name for person in visitor.get("/").context["people"]]
    assert names.count(first.full_name) == 1
    assert "Pat Renamed" not in names


def test_account_with_the_details_of_another_person_says_whose_it_is(visitor):
    visitor.post(f"/people/{RUTH.key}/")
    page = register(visitor).content.decode()
    assert account_of(visitor.rehearsal).persona == ADELE.key
    assert "This account belongs to Adele Counsel" in page
    assert visitor.get("/").context["persona"].key == RUTH.key
    visitor.post(f"/people/{ADELE.key}/")
    assert "This account belongs to" not in visitor.get(DONE).content.decode()


def test_first_page_says_what_happens_without_a_person(visitor):
    note = "You haven't chosen a person yet"
    assert note in visitor.get(FIRST).content.decode()
    visitor.post(f"/people/{RUTH.key}/")
    assert note not in visitor.get(FIRST).content.decode()
