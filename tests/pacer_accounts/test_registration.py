"""Registration: four pages, their buttons, and the result. Adele registers her own account."""

from datetime import UTC, datetime

import pytest

from pacer_accounts.credentials.rules import answer_key
from pacer_accounts.models import PacerAccount
from pacer_accounts.registration.services import REGISTER
from rehearsals.models import Activity, Mail
from tests.support.cast import ADELE, NOEL
from tests.support.moments import LIVE, SEED_MOMENT
from tests.support.registration_pages import (
    ACCEPTED,
    CARD,
    DONE,
    FIRST,
    FOURTH,
    NO_CARD,
    PERSON,
    SECOND,
    SECURITY,
    THIRD,
    fill,
    press,
    register,
)

pytestmark = pytest.mark.django_db

LABELS = [
    "Prefix", "First Name *", "Middle Name", "Last Name *", "Generation", "Suffix",
    "Date of Birth *", "Firm/Office", "Unit/Department", "Address *", "Room/Suite", "City *",
    "State *", "County *", "Zip/Postal Code *", "Country *", "Primary Phone *", "Alternate Phone",
    "Text Phone", "Fax Number", "Email *", "Confirm Email *", "User Type *",
    "Check here if you are an attorney appointed to the CJA Attorney Panel",
    "User Verification *",
]  # fmt: skip


def own_account() -> PacerAccount:
    return PacerAccount.objects.get(username=SECURITY["username"])


def nothing_was_created() -> bool:
    return not (
        PacerAccount.objects.filter(username=SECURITY["username"]).exists()
        or Mail.objects.exists()
        or Activity.objects.filter(what=REGISTER).exists()
    )


# ---- the way through


def test_registration_shows_the_new_account_number(visitor):
    page = register(visitor)
    account = own_account()
    html = page.content.decode()
    assert page.status_code == 200
    assert len(account.account_number) == 7
    assert account.account_number in html
    assert "Not Activated" in html
    assert "7 to 10 business days" in html
    assert "You don't need to activate case search first." in html
    assert "Monday, April 20, 2020, at 8:00 am MT" in html
    assert "(800) 676-6856" in html


def test_account_is_individual_upgraded_and_as_typed(visitor):
    register(visitor, person={"is_cja": "on", "county": "Doña Ana"})
    account = own_account()
    assert (account.account_type, account.holder_kind) == ("upgraded", "individual")
    assert account.full_name == "Adele Counsel"
    assert account.date_of_birth.isoformat() == "1970-02-05"
    assert (account.state, account.county, account.user_type) == (
        "New Mexico",
        "Doña Ana",
        "ATTORNEY",
    )
    assert account.is_cja
    assert account.opened_at == SEED_MOMENT


def test_password_and_answers_are_stored_as_hashes(visitor):
    register(visitor)
    account = own_account()
    assert account.has_password(SECURITY["password"])
    assert not account.has_password(SECURITY["password"].lower())
    account.password = account.answer_1
    assert account.has_password(answer_key(" turquoise  KESTREL "))


def test_registration_is_emailed_and_logged(visitor):
    register(visitor)
    number = own_account().account_number
    letter = Mail.objects.get()
    assert (letter.sender, letter.to) == ("pacer@psc.uscourts.gov", PERSON["email"])
    assert number in letter.body
    assert f"{visitor.rehearsal.mount}/psc/login/" in letter.body
    line = Activity.objects.get(what=REGISTER)
    assert (line.who, line.outcome, line.court_at) == (f"PACER {number}", "done", SEED_MOMENT)


def test_registering_does_not_sign_on(visitor):
    page = register(visitor)
    assert f'href="{visitor.rehearsal.mount}/psc/login/">Manage My Account</a>' in (
        page.content.decode()
    )
    assert page.wsgi_request.pacer_account is None
    assert visitor.get("/psc/account/").status_code == 302


def test_new_username_and_password_log_in(visitor):
    register(visitor)
    answer = visitor.post(
        "/psc/login/", {"username": SECURITY["username"], "password": SECURITY["password"]}
    )
    assert answer.url.endswith("/psc/account/")
    assert own_account().account_number in visitor.get("/psc/account/").content.decode()


def test_practice_card_activates_search(visitor):
    page = register(visitor, card=CARD)
    assert own_account().case_search_status == "active"
    assert "You can search cases now." in page.content.decode()


def test_the_result_survives_refresh_and_bookmark(visitor):
    register(visitor)
    number = own_account().account_number
    for _ in range(3):
        assert number in visitor.get(DONE).content.decode()


def test_after_go_live_the_result_links_to_the_link_form(visitor):
    visitor.at(LIVE)
    assert "/ecf/nmd/utilities/link/" in register(visitor).content.decode()


def test_result_asks_to_log_out_of_another_account_first(visitor):
    visitor.post("/psc/login/", {"username": ADELE.username, "password": ADELE.password})
    page = register(visitor).content.decode()
    assert f"still logged in as {ADELE.username}" in page
    visitor.post("/psc/logout/")
    assert "still logged in" not in visitor.get(DONE).content.decode()


def test_result_without_a_registration_redirects_to_the_first_page(visitor):
    assert visitor.get(DONE).url.endswith(FIRST)


def test_before_august_2014_a_new_account_is_a_legacy_one(visitor):
    visitor.at(datetime(2014, 8, 10, 18, tzinfo=UTC))
    page = register(visitor)
    assert own_account().account_type == "legacy"
    assert "Upgrade it before you link it." in page.content.decode()


def test_second_registration_starts_empty(visitor):
    register(visitor)
    first = own_account().account_number
    assert 'value="Adele"' not in visitor.get(FIRST).content.decode()
    assert first in visitor.get(DONE).content.decode()
    page = register(
        visitor,
        person={"first_name": "Ruth", "last_name": "Paralegal", "date_of_birth": "03/03/1980",
                "email": "r@example.com", "confirm_email": "r@example.com"},
        security={"username": "rparalegal"},
    )  # fmt: skip
    assert first not in page.content.decode()
    assert PacerAccount.objects.filter(username="rparalegal").count() == 1


def test_canceling_a_second_registration_keeps_the_first_result(visitor):
    register(visitor)
    press(visitor, FIRST, {**PERSON, "first_name": "Ruth"}, button="cancel")
    assert own_account().account_number in visitor.get(DONE).content.decode()
    assert "Ruth" not in visitor.get(FIRST).content.decode()


# ---- the seed's words


def test_the_form_has_the_seeds_title_and_labels_in_their_order(visitor):
    press(visitor, FIRST, {"state": "New Mexico"}, button="county")
    html = visitor.get(FIRST).content.decode()
    assert "<h1>PACER - CASE SEARCH ONLY REGISTRATION</h1>" in html
    assert "Select Prefix" in html
    places = [html.index(f">{label}</label>") for label in LABELS]
    assert places == sorted(places)


def test_user_type_headings_cannot_be_chosen(visitor):
    html = visitor.get(FIRST).content.decode()
    assert '<optgroup label="***** Individual Accounts *****">' in html
    for name in ("FEDERAL JUDICIARY", "STUDENT", "ATTORNEY"):
        assert f'<option value="{name}">{name}</option>' in html
    assert 'value="*****' not in html


@pytest.mark.parametrize(
    ("page", "buttons"),
    [
        (FIRST, ["Next", "Reset", "Cancel"]),
        (SECOND, ["Next", "Back", "Reset", "Cancel"]),
        (THIRD, ["Next", "Back", "Reset", "Cancel"]),
        (FOURTH, ["Submit", "Back", "Reset", "Cancel"]),
    ],
)
def test_buttons_are_in_the_seeds_order(visitor, page, buttons):
    fill(visitor, until=page)
    html = visitor.get(page).content.decode()
    places = [html.rindex(f">{label}</button>") for label in buttons]
    assert places == sorted(places)
    assert (">Back</button>" in html) is ("Back" in buttons)


# ---- the buttons


def test_county_appears_only_after_a_state_is_chosen(visitor):
    assert 'name="county"' not in visitor.get(FIRST).content.decode()
    answer = press(visitor, FIRST, {**PERSON, "state": "New Mexico"}, button="county")
    assert answer.url.endswith(FIRST + "#id_county")
    html = visitor.get(FIRST).content.decode()
    assert '<option value="Bernalillo" selected>' in html
    assert 'value="Adele"' in html


def test_counties_of_one_state_for_the_script(visitor):
    html = visitor.get("/psc/counties/?state=New+Mexico").content.decode()
    assert html.count("<option") == 34  # 33 counties and the empty choice
    assert "County *" in html
    assert visitor.get("/psc/counties/?state=Atlantis").content == b""


def test_back_keeps_what_was_typed_even_when_unfinished_but_no_secret(visitor):
    fill(visitor, until=SECOND)
    answer = press(visitor, SECOND, {**SECURITY, "username": "ad"}, button="back")
    assert answer.url.endswith(FIRST)
    assert 'value="Adele"' in visitor.get(FIRST).content.decode()
    html = visitor.get(SECOND).content.decode()
    assert 'value="ad"' in html
    assert f'value="{SECURITY["question_1"]}" selected' in html
    for secret in ("Quiet-Mesa-77", "Turquoise", "Vermilion"):
        assert secret not in html


def test_back_and_next_keep_the_password(visitor):
    fill(visitor, until=FOURTH)
    assert "You have already chosen a password and answers." in visitor.get(SECOND).content.decode()
    unchanged = {**SECURITY, "password": "", "confirm_password": "", "answer_1": "", "answer_2": ""}
    assert press(visitor, SECOND, unchanged).url.endswith(THIRD)
    press(visitor, FOURTH, ACCEPTED)
    assert own_account().has_password(SECURITY["password"])


def test_another_username_asks_for_the_password_again(visitor):
    fill(visitor, until=FOURTH)
    changed = {**SECURITY, "username": "acounsel9999", "password": "", "confirm_password": ""}
    assert "Enter Password." in press(visitor, SECOND, changed).content.decode()


def test_another_name_asks_for_the_password_again(visitor):
    """The new name may stand in the old password."""
    fill(visitor, until=FOURTH)
    press(visitor, FIRST, {**PERSON, "last_name": "Quiet"})
    html = visitor.get(SECOND).content.decode()
    assert "choose a username and password again" in html
    assert visitor.get(FOURTH).url.endswith(SECOND)
    assert "must not contain any part" in press(visitor, SECOND, SECURITY).content.decode()


def test_back_keeps_the_card_and_reset_removes_it(visitor):
    fill(visitor, until=THIRD)
    press(visitor, THIRD, CARD)
    assert "This registration has a practice card" in visitor.get(THIRD).content.decode()
    press(visitor, THIRD, NO_CARD)
    assert "Practice card, Visa ending in 1111" in visitor.get(FOURTH).content.decode()
    press(visitor, THIRD, button="reset")
    press(visitor, THIRD, NO_CARD)
    assert "Practice card, Visa ending in 1111" not in visitor.get(FOURTH).content.decode()


def test_reset_empties_its_page_and_no_other(visitor):
    fill(visitor, until=SECOND)
    press(visitor, SECOND, SECURITY, button="back")
    press(visitor, SECOND, SECURITY, button="reset")
    assert SECURITY["username"] not in visitor.get(SECOND).content.decode()
    assert 'value="Adele"' in visitor.get(FIRST).content.decode()


def test_reset_of_the_first_page_closes_the_later_ones(visitor):
    fill(visitor, until=FOURTH)
    press(visitor, FIRST, button="reset")
    assert 'value="Adele"' not in visitor.get(FIRST).content.decode()
    assert visitor.get(FOURTH).url.endswith(FIRST)


@pytest.mark.parametrize("page", [FIRST, SECOND, THIRD, FOURTH])
def test_cancel_says_that_nothing_was_created_and_forgets_everything(visitor, page):
    fill(visitor, until=page)
    answer = press(visitor, page, button="cancel")
    assert answer.url == visitor.rehearsal.mount + "/pacer/register/"
    assert "Nothing was created" in visitor.get("/pacer/register/").content.decode()
    assert 'value="Adele"' not in visitor.get(FIRST).content.decode()
    assert nothing_was_created()


def test_nothing_is_created_before_the_last_submit(visitor):
    fill(visitor, until=FOURTH)
    assert visitor.get(FOURTH).status_code == 200
    assert nothing_was_created()


def test_the_last_page_shows_what_will_be_created_and_how_to_change_it(visitor):
    fill(visitor, until=FOURTH)
    html = visitor.get(FOURTH).content.decode()
    for fact in ("Adele Counsel", "02/05/1970", "Bernalillo", "ATTORNEY", SECURITY["username"]):
        assert fact in html
    assert html.count(f'href="{visitor.rehearsal.mount}{FIRST}"') == 8


@pytest.mark.parametrize("missing", list(ACCEPTED))
def test_both_statements_must_be_accepted(visitor, missing):
    fill(visitor, until=FOURTH)
    answer = press(visitor, FOURTH, {name: "on" for name in ACCEPTED if name != missing})
    assert answer.status_code == 200
    assert nothing_was_created()


def test_real_looking_address_gets_a_warning(visitor):
    real = {"email": "adele@lawfirm.com", "confirm_email": "adele@lawfirm.com"}
    press(visitor, FIRST, {**PERSON, **real})
    press(visitor, SECOND, SECURITY)
    press(visitor, THIRD, NO_CARD)
    assert "We never send anything to it" in visitor.get(FOURTH).content.decode()


def test_attorney_filers_get_the_same_form_with_a_note(visitor):
    note = "choose ATTORNEY as the User Type"
    assert note not in visitor.get(FIRST).content.decode()
    assert note not in visitor.get(FIRST + "?kind=judges").content.decode()
    assert note in visitor.get(FIRST + "?kind=attorney-filers").content.decode()
    assert note in visitor.get(FIRST).content.decode()


# ---- someone the Service Center seems to know


def test_two_matching_facts_warn_and_continue_goes_on(visitor):
    noel = {"first_name": "Noel", "last_name": "Attorney", "email": NOEL.email,
            "confirm_email": NOEL.email}  # fmt: skip
    answer = press(visitor, FIRST, {**PERSON, **noel})
    assert "An account may already exist" in answer.content.decode()
    assert NOEL.number not in answer.content.decode()
    assert visitor.get(SECOND).url.endswith(FIRST)
    assert press(visitor, FIRST, {**PERSON, **noel}, button="continue").url.endswith(SECOND)


def test_three_matching_facts_leave_search_inactive(visitor, new_visitor):
    register(visitor)
    again = new_visitor()
    plus = {"email": "adele+1@example.com", "confirm_email": "adele+1@example.com"}
    press(again, FIRST, {**PERSON, **plus}, button="continue")
    press(again, SECOND, {**SECURITY, "username": "acounsel2021"})
    press(again, THIRD, CARD)
    press(again, FOURTH, ACCEPTED)
    assert PacerAccount.objects.get(username="acounsel2021").case_search_status == "inactive"
    assert "Please call." in again.get(DONE).content.decode()


def test_an_unknown_page_is_not_found(visitor):
    assert visitor.get("/psc/register/family-tree/").status_code == 404
