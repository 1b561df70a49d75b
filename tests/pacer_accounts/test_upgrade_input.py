"""Bad input in the upgrade shows errors and changes nothing."""

import pytest

from pacer_accounts.credentials.rules import (
    PASSWORD_CASES,
    PASSWORD_LENGTH,
    PASSWORD_MIX,
    PASSWORD_PARTS,
)
from tests.support.cast import NOEL
from tests.support.upgrade_pages import SECURITY, account, fill, log_in, path_of, send, text

pytestmark = pytest.mark.django_db

LONG = "a" * 10_000
HOSTILE = [LONG, "a\x00b", "🎓", "‮yenrotta", "<script>alert(1)</script>" * 30]
TEXT_FIELDS = [
    ("person", "first_name"),
    ("person", "last_name"),
    ("address", "address"),
    ("address", "zip_code"),
    ("address", "primary_phone"),
    ("address", "email"),
    ("security", "username"),
    ("security", "answer_1"),
]
BEFORE = {"person": (), "address": ("person",), "security": ("person", "address")}


@pytest.fixture
def noel(visitor):
    return log_in(visitor, NOEL)


@pytest.mark.parametrize("value", HOSTILE, ids=["long", "NUL", "emoji", "right-to-left", "script"])
@pytest.mark.parametrize(("step", "field"), TEXT_FIELDS)
def test_invalid_names_and_addresses_show_errors(noel, step, field, value):
    fill(noel, *BEFORE[step])
    answer = send(noel, step, **{field: value})
    assert answer.status_code == 200
    assert answer.context["form"].errors[field]
    assert "There is a problem" in text(answer)
    assert "<script>alert" not in answer.content.decode()
    assert account(noel, NOEL).is_legacy


@pytest.mark.parametrize("value", HOSTILE, ids=["long", "NUL", "emoji", "right-to-left", "script"])
@pytest.mark.parametrize(("step", "field"), TEXT_FIELDS)
def test_going_back_with_anything_in_the_page_works(noel, step, field, value):
    fill(noel, *BEFORE[step])
    assert send(noel, step, action="back", **{field: value}).status_code == 302
    fill(noel, *BEFORE[step])
    assert noel.get(path_of(step)).status_code == 200


@pytest.mark.parametrize(
    "born_on",
    [
        "02/30/1970",
        "02/29/1971",
        "13/01/1970",
        "yesterday",
        "03/27/2020",
        "01/01/1850",
        "1/1/99999",
    ],
)
def test_invalid_date_of_birth_is_refused(noel, born_on):
    answer = send(noel, "person", date_of_birth=born_on)
    assert list(answer.context["form"].errors) == ["date_of_birth"]
    assert "Date of Birth" in text(answer)


@pytest.mark.parametrize("born_on", ["02/29/1972", "1970-02-05", "3/26/2020"])
def test_date_of_birth_before_the_courts_day_is_accepted(noel, born_on):
    assert send(noel, "person", date_of_birth=born_on).status_code == 302


@pytest.mark.parametrize("choice", ["***** Individual Accounts *****", "KING", ""])
def test_heading_is_refused_as_user_type(noel, choice):
    answer = send(noel, "person", user_type=choice)
    assert list(answer.context["form"].errors) == ["user_type"]


def test_a_county_belongs_to_its_state(noel):
    fill(noel, "person")
    answer = send(noel, "address", state="Texas", zip_code="78701")
    assert list(answer.context["form"].errors) == ["county"]
    assert "Choose a County in Texas." in text(answer)


@pytest.mark.parametrize(
    "email", ["noel", "noel@", "@example.com", "noel@example", "a b@example.com"]
)
def test_invalid_email_is_refused(noel, email):
    fill(noel, "person")
    answer = send(noel, "address", email=email)
    assert list(answer.context["form"].errors) == ["email"]


@pytest.mark.parametrize(
    ("password", "rule"),
    [
        ("Short-7", PASSWORD_LENGTH),
        ("all-small-letters-7", PASSWORD_CASES),
        ("OnlyLettersHere", PASSWORD_MIX),
        ("My-Noelattorney-7", PASSWORD_PARTS),
        ("Esquire-Noel-77", PASSWORD_PARTS),
    ],
)
def test_a_password_that_breaks_a_rule_is_refused_with_the_rule(noel, password, rule):
    fill(noel, "person", "address")
    answer = send(noel, "security", password=password, confirm_password=password)
    assert rule in answer.context["form"].errors["password"]
    assert account(noel, NOEL).has_password(NOEL.password)


def test_password_must_not_contain_the_middle_name(noel):
    send(noel, "person", middle_name="Quillon")
    fill(noel, "address")
    word = "My-Quillon-Word-7"
    answer = send(noel, "security", password=word, confirm_password=word)
    assert answer.context["form"].errors["password"] == [PASSWORD_PARTS]


def test_two_different_passwords_are_refused(noel):
    fill(noel, "person", "address")
    answer = send(noel, "security", confirm_password="Another-Word-78")
    assert list(answer.context["form"].errors) == ["confirm_password"]


@pytest.mark.parametrize("missing", sorted(SECURITY))
def test_all_security_fields_are_required(noel, missing):
    fill(noel, "person", "address")
    assert missing in send(noel, "security", **{missing: ""}).context["form"].errors
