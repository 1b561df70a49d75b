"""The fields of registration: each rule at its boundary, and bad input."""

from datetime import date

import pytest

from cso.models import SignOnSession
from pacer_accounts.billing.cards import is_card_expired, is_test_card
from pacer_accounts.choices import USER_TYPE_GROUPS, USER_TYPES
from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.counties import counties_of, states
from pacer_accounts.profile.rules import birth_date_fault, phone_fault, zip_fault
from pacer_accounts.registration.rules import (
    Identity,
    is_practice_address,
)
from pacer_accounts.registration.verification import NUMBERS, Question, ask
from tests.support.registration_pages import (
    CARD,
    FIRST,
    FOURTH,
    PERSON,
    SECOND,
    SECURITY,
    THIRD,
    fill,
    press,
    register,
    session_contents,
)
from tests.support.visitor import Visitor

pytestmark = pytest.mark.django_db

REQUIRED = [
    "first_name", "last_name", "date_of_birth", "address", "city", "state", "zip_code", "country",
    "primary_phone", "email", "confirm_email", "user_type",
]  # fmt: skip
BAD = {
    "ten thousand characters": "x" * 10_000,
    "NUL": "Ade\x00le",
    "emoji": "Adele \N{GRINNING FACE}",
    "direction mark": "Adele\u202eleda",
    "zero width": "Ade\u200ble",
    "line end": "Adele\u2028x",
}


def errors(response) -> dict[str, list[str]]:
    assert response.status_code == 200
    return dict(response.context["form"].errors)


# ---- page 1


@pytest.mark.parametrize("field", REQUIRED)
def test_a_required_field_left_empty_is_asked_for_by_name(visitor, field):
    response = press(visitor, FIRST, {**PERSON, field: ""})
    label = str(response.context["form"][field].label)
    assert label in errors(response)[field][0]
    assert "<title>Error: " in response.content.decode()


def test_county_is_asked_for_once_a_state_is_chosen(visitor):
    assert errors(press(visitor, FIRST, {**PERSON, "county": ""})) == {"county": ["Choose County."]}


def test_a_county_of_another_state_is_refused(visitor):
    response = press(visitor, FIRST, {**PERSON, "state": "Texas"})
    assert errors(response) == {"county": ["Choose a County in Texas."]}
    assert '<option value="Travis">' in response.content.decode()


@pytest.mark.parametrize("heading", [heading for heading, _ in USER_TYPE_GROUPS])
def test_a_forged_heading_is_no_user_type(visitor, heading):
    found = errors(press(visitor, FIRST, {**PERSON, "user_type": heading}))
    assert found == {"user_type": ["That line is a heading. Choose a User Type below it."]}


@pytest.mark.parametrize("user_type", USER_TYPES)
def test_every_line_below_a_heading_can_be_chosen(visitor, user_type):
    assert press(visitor, FIRST, {**PERSON, "user_type": user_type}).status_code == 302


@pytest.mark.parametrize(
    "born",
    ["02/30/1970", "13/01/1970", "00/00/0000", "1970", "yesterday", "02/05/70", "\u0661/2/1970x",
     "03/27/2020", "03/28/2020", "12/31/9999", "01/01/1899"],
)  # fmt: skip
def test_impossible_date_of_birth_is_refused(visitor, born):
    assert list(errors(press(visitor, FIRST, {**PERSON, "date_of_birth": born}))) == [
        "date_of_birth"
    ]


@pytest.mark.parametrize("born", ["03/26/2020", "02/29/1972", "01/01/1900", "1970-02-05"])
def test_possible_date_of_birth_is_accepted(visitor, born):
    assert press(visitor, FIRST, {**PERSON, "date_of_birth": born}).status_code == 302


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("field", ["first_name", "firm", "address", "city", "email", "zip_code"])
def test_bad_input_shows_errors_and_keeps_nothing(visitor, field, name):
    response = press(visitor, FIRST, {**PERSON, field: BAD[name]})
    assert field in errors(response)
    assert visitor.get(SECOND).url.endswith(FIRST)


@pytest.mark.parametrize("field", [*PERSON, "verification", "is_cja", "draft", "edition", "action"])
def test_very_long_input_is_refused(visitor, field):
    response = press(visitor, FIRST, {**PERSON, field: "\u202e\N{GRINNING FACE}" * 5_000})
    assert response.status_code in (200, 302)
    assert visitor.get(FIRST).status_code == 200
    assert len(SignOnSession.objects.get().session_data) < 20_000


def test_names_in_other_scripts_and_with_signs_are_names(visitor):
    for first, last in (
        ("José", "Nuñez-O'Brien"),
        ("שרה", "כהן"),
        ("Đặng", "Thị"),
        ("J.", "d'Arc"),
    ):
        assert (
            press(visitor, FIRST, {**PERSON, "first_name": first, "last_name": last}).status_code
            == 302
        )


def test_two_different_e_mails_are_refused_capitals_are_not(visitor):
    other = {**PERSON, "confirm_email": "adela@example.com"}
    assert list(errors(press(visitor, FIRST, other))) == ["confirm_email"]
    capitals = {**PERSON, "confirm_email": "Adele@EXAMPLE.com"}
    assert press(visitor, FIRST, capitals).status_code == 302


def test_html_in_a_name_stays_text(visitor):
    html = press(visitor, FIRST, {**PERSON, "first_name": "<b>A</b>", "city": ""}).content.decode()
    assert "<b>A</b>" not in html
    assert "&lt;b&gt;A&lt;/b&gt;" in html


@pytest.mark.parametrize(
    ("zip_code", "is_good"),
    [("87102", True), ("87102-0001", True), ("8710", False), ("871021", False), ("87102-1", False),
     ("ABCDE", False), ("٨٧١٠٢", False)],
)  # fmt: skip
def test_an_american_zip_code_has_five_or_nine_digits(zip_code, is_good):
    country = "United States of America"
    assert (zip_fault(zip_code, state="New Mexico", country=country) == "") is is_good


def test_foreign_postal_codes_are_not_checked():
    assert zip_fault("SW1A 1AA", state="Outside the United States", country="x") == ""
    assert zip_fault("SW1A 1AA", state="New Mexico", country="United Kingdom") == ""


@pytest.mark.parametrize(
    ("number", "is_good"),
    [("505-555-0103", True), ("(505) 555-0103", True), ("+1 505 555 0103 x12", True),
     ("5055550103", True), ("505.555.0103 ext. 4", True), ("505555010", False), ("555-0103", False),
     ("1234567890123456", False), ("call me", False), ("", False), ("505-555-0103; rm", False)],
)  # fmt: skip
def test_a_telephone_number_has_ten_to_fifteen_digits(number, is_good):
    assert (phone_fault(number) == "") is is_good


def test_a_date_of_birth_lies_in_the_past_and_at_most_120_years_back():
    today = date(2020, 3, 27)
    assert birth_date_fault(date(2020, 3, 26), today) == ""
    assert birth_date_fault(date(2020, 3, 27), today) != ""
    assert birth_date_fault(date(1900, 1, 1), today) == ""
    assert birth_date_fault(date(1899, 12, 31), today) != ""


def test_new_mexico_has_its_33_counties_and_the_country_all_of_them():
    assert len(counties_of("New Mexico")) == 33
    assert {"Bernalillo", "Doña Ana", "McKinley", "Santa Fe"} <= set(counties_of("New Mexico"))
    assert sum(len(counties_of(state)) for state in states()[:51]) == 3143
    assert counties_of("Atlantis") == ()
    longest = max(len(county) for state in states() for county in counties_of(state))
    assert longest <= PacerAccount._meta.get_field("county").max_length


# ---- User Verification


def test_the_question_is_asked_in_words_and_answered_in_digits_or_words():
    question = Question(3, 4)
    assert question.text == "What is three plus four?"
    for answer in ("7", " 7 ", "seven", "SEVEN."):
        assert question.is_right(answer)
    for answer in ("", "8", "three plus four", "07x"):
        assert not question.is_right(answer)


def test_another_question_is_another_one_and_every_answer_has_its_word():
    question = ask()
    for _ in range(50):
        before, question = question, ask(question)
        assert (question.first, question.second) != (before.first, before.second)
        assert question.is_right(NUMBERS[question.first + question.second])


def test_a_wrong_answer_keeps_the_page_and_the_right_one_is_not_asked_for_again(visitor):
    wrong = press(visitor, FIRST, {**PERSON, "verification": "ninety"})
    assert list(errors(wrong)) == ["verification"]
    press(visitor, FIRST, {**PERSON, "city": ""})
    html = visitor.get(FIRST).content.decode()
    assert "You have already answered User Verification." in html
    assert 'name="verification"' not in html


def test_ask_another_question_keeps_everything_else(visitor):
    before = visitor.get(FIRST).context["form"].question
    press(visitor, FIRST, PERSON, button="question")
    page = visitor.get(FIRST)
    assert page.context["form"].question != before
    assert 'value="Adele"' in page.content.decode()
    assert 'id="id_verification"' in page.content.decode()


# ---- page 2: the rules themselves are in test_security_rules


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"username": "short77"}, "username"),
        ({"username": "has a space"}, "username"),
        ({"password": "Short-7", "confirm_password": "Short-7"}, "password"),
        ({"password": "Adele-Mesa-77", "confirm_password": "Adele-Mesa-77"}, "password"),
        ({"confirm_password": "Quiet-Mesa-78"}, "confirm_password"),
        ({"question_1": "What is your PIN?"}, "question_1"),
        ({"question_2": ""}, "question_2"),
        ({"answer_1": "   "}, "answer_1"),
        ({"answer_2": "x" * 101}, "answer_2"),
    ],
)
def test_page_two_errors_are_at_their_field_without_secrets(visitor, changes, field):
    fill(visitor, until=SECOND)
    filled = {**SECURITY, **changes}
    response = press(visitor, SECOND, filled)
    assert list(errors(response)) == [field]
    for secret in ("password", "confirm_password", "answer_1", "answer_2"):
        if filled[secret].strip():
            assert filled[secret] not in response.content.decode()


def test_each_broken_rule_of_a_password_has_its_own_line(visitor):
    fill(visitor, until=SECOND)
    response = press(
        visitor, SECOND, {**SECURITY, "password": "adele", "confirm_password": "adele"}
    )
    assert len(errors(response)["password"]) == 4


def test_rules_are_shown_beside_the_fields(visitor):
    fill(visitor, until=SECOND)
    html = visitor.get(SECOND).content.decode()
    assert "The username must have at least 8 and at most 45 characters." in html
    assert "The password must have an uppercase letter and a lowercase letter." in html


@pytest.mark.parametrize("spelling", ["noelattorney", "NoelAttorney", " noelattorney "])
def test_a_username_of_this_rehearsal_is_taken_in_any_spelling(visitor, spelling):
    fill(visitor, until=SECOND)
    found = errors(press(visitor, SECOND, {**SECURITY, "username": spelling}))
    assert found == {"username": ["This username is taken. Choose another one."]}


def test_the_same_username_may_exist_in_another_rehearsal(visitor, other_rehearsal):
    register(Visitor(other_rehearsal))
    register(visitor)
    assert PacerAccount.objects.filter(username=SECURITY["username"]).count() == 2


# ---- page 3


@pytest.mark.parametrize(
    ("number", "is_one"),
    [("4111 1111 1111 1111", True), ("4111-1111-1111-1111", True), ("378282246310005", True),
     ("4111 1111 1111 1112", False), ("4242 4242 4242 4242", False), ("", False),
     ("４１１１ 1111 1111 1111", False)],
)  # fmt: skip
def test_only_the_listed_numbers_are_practice_cards(number, is_one):
    assert is_test_card(number) is is_one


def test_real_looking_card_is_refused_and_not_echoed(visitor):
    fill(visitor, until=THIRD)
    response = press(visitor, THIRD, {**CARD, "card_number": "4929 1234 5678 9012"})
    assert list(errors(response)) == ["card_number"]
    assert "Never enter a real card here" in errors(response)["card_number"][0]
    assert "4929" not in response.content.decode()
    assert PERSON["email"] in session_contents()
    assert "4929" not in session_contents()


@pytest.mark.parametrize("field", ["card_number", "expiry_month", "expiry_year", "name_on_card"])
def test_card_needs_all_fields_or_none(visitor, field):
    fill(visitor, until=THIRD)
    assert list(errors(press(visitor, THIRD, {**CARD, field: ""}))) == [field]


def test_a_card_is_good_to_the_end_of_its_month_on_the_court_clock(visitor):
    assert is_card_expired(year=2020, month=2, today=date(2020, 3, 1))
    assert not is_card_expired(year=2020, month=3, today=date(2020, 3, 31))
    fill(visitor, until=THIRD)
    last_month = {**CARD, "expiry_month": "02", "expiry_year": "2020"}
    assert list(errors(press(visitor, THIRD, last_month))) == ["expiry_month"]
    this_month = {**CARD, "expiry_month": "03", "expiry_year": "2020"}
    assert press(visitor, THIRD, this_month).url.endswith(FOURTH)


def test_bad_input_on_the_card_page_breaks_nothing(visitor):
    fill(visitor, until=THIRD)
    for bad in BAD.values():
        for field in CARD:
            assert field in errors(press(visitor, THIRD, {**CARD, field: bad}))


# ---- who is known already, which addresses are for practice


@pytest.mark.parametrize(
    ("email", "is_for_practice"),
    [("a@example.com", True), ("a@mail.example.org", True), ("a@EXAMPLE.net", True),
     ("a@firm.test", True), ("a@example.com.evil.com", False), ("a@notexample.com", False),
     ("a@gmail.com", False)],
)  # fmt: skip
def test_example_domains_are_practice_addresses(email, is_for_practice):
    assert is_practice_address(email) is is_for_practice


def test_matching_facts_counts_name_email_and_date_of_birth():
    adele = {"first_name": "Adele", "last_name": "Counsel", "email": "a@example.com",
             "date_of_birth": date(1970, 2, 5)}  # fmt: skip
    person = Identity.of(**adele)
    shouted = {"first_name": "ADELE", "last_name": "COUNSEL", "email": "A+1@example.com"}
    assert person.matching_facts(Identity.of(**{**adele, **shouted})) == 3
    assert person.matching_facts(Identity.of(**{**adele, "first_name": "Ruth"})) == 2
    unknown = Identity.of(**{**adele, "date_of_birth": None})
    assert unknown.matching_facts(unknown) == 2
