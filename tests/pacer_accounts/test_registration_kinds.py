"""The five kinds of registration: their fields, accounts and next pages."""

import re
from datetime import date

import pytest

from pacer_accounts.models import PacerAccount
from pacer_accounts.registration.queries import matching_facts
from rehearsals.models import Mail
from tests.support.cast import ADELE
from tests.support.factories import PacerAccountFactory
from tests.support.moments import LIVE, SEED_MOMENT, WEEKEND
from tests.support.registration_pages import (
    ACCEPTED,
    CARD,
    DONE,
    FIRM,
    FIRST,
    FOURTH,
    NO_CARD,
    PERSON,
    SECOND,
    SECURITY,
    THIRD,
    fill,
    press,
)

pytestmark = pytest.mark.django_db

DANA = PERSON | {
    "first_name": "Dana", "last_name": "Litigant", "firm": "", "email": "dana.l@example.com",
    "confirm_email": "dana.l@example.com", "role": "Party with permission to e-file",
    "user_type": "PLAINTIFF, DEFENDANT, OR DEBTOR IN A CASE",
}  # fmt: skip


def register_as(visitor, kind, person, card=NO_CARD):
    visitor.get(FIRST, data={"kind": kind})
    for page, data in ((FIRST, person), (SECOND, SECURITY), (THIRD, card), (FOURTH, ACCEPTED)):
        answer = press(visitor, page, data)
        assert answer.status_code == 302, answer.context["form"].errors
    return visitor.get(answer.url).content.decode()


def opened() -> PacerAccount:
    return PacerAccount.objects.get(username=SECURITY["username"])


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("pacer-case-search-only", "PACER - CASE SEARCH ONLY REGISTRATION"),
        ("attorney-filers", "ATTORNEY FILERS REGISTRATION"),
        ("non-attorney-filers", "NON-ATTORNEY FILERS REGISTRATION"),
        ("firm-billing", "FIRM BILLING REGISTRATION"),
    ],
)
def test_each_kinds_pages_carry_its_title(visitor, kind, title):
    html = visitor.get(FIRST, data={"kind": kind}).content.decode()
    assert f"<h1>{title}</h1>" in html
    assert visitor.get(FIRST).content.decode().count(title) == 2  # heading and window


def test_attorney_filers_account_stores_its_kind_and_says_to_link(visitor):
    html = register_as(visitor, "attorney-filers", PERSON)
    assert opened().registered_as == "attorney-filers"
    assert "link instead. Do not register for e-filing" in html
    assert "link your accounts" in Mail.objects.get().body


def test_default_kind_is_case_search_only(visitor):
    register_as(visitor, "no-such-kind", PERSON)
    assert opened().registered_as == "pacer-case-search-only"
    assert "Role in Court" not in Mail.objects.get().body


def test_attorney_filers_continue_to_e_file_registration(visitor, monkeypatch):
    monkeypatch.setattr("pacer_accounts.registration.views.page_url", lambda name: f"/x/{name}/")
    html = register_as(visitor, "attorney-filers", PERSON)
    assert '<a class="usa-button" href="/x/register_to_efile/">Continue</a>' in html


def test_case_search_only_has_nothing_to_continue_with(visitor):
    assert ">Continue</a>" not in register_as(visitor, "pacer-case-search-only", PERSON)


# ---- Non-Attorney Filers


def test_non_attorney_sees_the_chosen_role_again(visitor, monkeypatch):
    monkeypatch.setattr("pacer_accounts.registration.views.page_url", lambda name: f"/x/{name}/")
    html = register_as(visitor, "non-attorney-filers", DANA)
    assert DANA["role"] in html
    assert DANA["role"] in Mail.objects.get().body
    assert "/x/register_non_attorney/" in html
    account = opened()
    assert (account.registered_as, account.holder_kind) == ("non-attorney-filers", "individual")
    assert account.user_type == DANA["user_type"]


def test_review_shows_the_role(visitor):
    visitor.get(FIRST, data={"kind": "non-attorney-filers"})
    for page, data in ((FIRST, DANA), (SECOND, SECURITY), (THIRD, NO_CARD)):
        press(visitor, page, data)
    assert f'{DANA["role"]} <a class="summary__change"' in visitor.get(FOURTH).content.decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"role": ""}, "Choose Role in Court."),
        ({"role": "Attorney"}, "Choose Role in Court from the list."),
        ({"user_type": "ATTORNEY"}, "Choose User Type from the list."),
    ],
)
def test_non_attorney_must_choose_a_role_and_not_attorney(visitor, change, said):
    visitor.get(FIRST, data={"kind": "non-attorney-filers"})
    answer = press(visitor, FIRST, {**DANA, **change})
    html = (visitor.get(answer.url) if answer.status_code == 302 else answer).content.decode()
    assert said in html


# ---- Firm Billing


def test_the_office_registers_a_billing_account(visitor):
    visitor.post("/people/x06/")
    html = register_as(visitor, "firm-billing", FIRM)
    account = opened()
    assert (account.holder_kind, account.case_search_status) == ("paa", "active")
    assert (account.firm, account.date_of_birth, account.user_type) == (
        FIRM["firm"], None, "",
    )  # fmt: skip
    assert "Account Status" in html
    assert "Case Search Status" not in html
    assert "PAA Maintenance" in html
    assert "what you link" not in html  # a billing account links nothing
    letter = Mail.objects.get().body
    assert "Account Status: Active" in letter
    assert "can't search, file or be linked" in letter


def test_the_billing_form_asks_for_no_birthday_and_no_user_type_but_for_the_firm(visitor):
    html = visitor.get(FIRST, data={"kind": "firm-billing"}).content.decode()
    assert "Firm/Office *" in html
    for label in ("Date of Birth", "User Type", "CJA"):
        assert label not in html
    answer = press(visitor, FIRST, {**FIRM, "firm": ""})
    html = (visitor.get(answer.url) if answer.status_code == 302 else answer).content.decode()
    assert "Enter Firm/Office." in html


def test_billing_account_is_a_paa(visitor):
    """Adele opens one for the firm: her readiness still finds no account of her own."""
    visitor.post("/people/p03/")
    register_as(visitor, "firm-billing", FIRM, CARD)
    own = visitor.rehearsal.pacer_accounts.filter(persona="p03", holder_kind="individual")
    assert not own.exists()
    assert opened().holder_kind == "paa"


def test_office_and_person_are_no_duplicates(visitor):
    register_as(visitor, "firm-billing", FIRM | {"first_name": "Adele", "last_name": "Counsel"})
    person = {"first_name": "Adele", "last_name": "Counsel", "email": FIRM["email"],
              "date_of_birth": None}  # fmt: skip
    assert matching_facts(visitor.rehearsal, person) < 2


def test_matching_facts_ignore_case_of_accented_names(visitor):
    born = date(1980, 3, 4)
    PacerAccountFactory(
        rehearsal=visitor.rehearsal, first_name="José", last_name="Nuñez", date_of_birth=born
    )
    person = {"first_name": "JOSÉ", "last_name": "NUÑEZ", "email": "new@example.com",
              "date_of_birth": born}  # fmt: skip
    assert matching_facts(visitor.rehearsal, person) == 2


def test_shared_account_is_no_duplicate(visitor):
    shared = PacerAccount.objects.get(username=ADELE.username, rehearsal=visitor.rehearsal)
    person = {"first_name": shared.first_name, "last_name": shared.last_name,
              "email": shared.email, "date_of_birth": None}  # fmt: skip
    assert matching_facts(visitor.rehearsal, person) == 0


# ---- another kind half way


def test_changing_the_kind_midway_keeps_input(visitor):
    fill(visitor, until=FOURTH)
    html = visitor.get(FIRST, data={"kind": "firm-billing"}).content.decode()
    assert "You chose another kind of registration." in html
    assert 'value="Adele"' in html
    assert visitor.get(FOURTH).url.endswith(FIRST)


def test_the_same_kind_again_loses_nothing(visitor):
    fill(visitor, until=FOURTH)
    visitor.get(FIRST, data={"kind": "pacer-case-search-only"})
    assert visitor.get(FOURTH).status_code == 200


def test_legacy_kind_has_no_form(visitor):
    html = visitor.get(FIRST, data={"kind": "district-bankruptcy-filers-legacy"}).content.decode()
    assert "PACER - CASE SEARCH ONLY REGISTRATION" in html


# ---- Review Registration Hold


def test_plus_in_the_email_leads_to_a_review_hold(visitor):
    register_as(visitor, "pacer-case-search-only", PERSON)
    again = {**PERSON, "email": "adele+new@example.com", "confirm_email": "adele+new@example.com"}
    visitor.get(FIRST)
    notice = press(visitor, FIRST, again)
    html = (visitor.get(notice.url) if notice.status_code == 302 else notice).content.decode()
    assert "An account may already exist" in html
    assert "Review Registration Hold" in html
    press(visitor, FIRST, again, button="continue")
    press(visitor, SECOND, {**SECURITY, "username": "acounsel2021"})
    press(visitor, THIRD, CARD)
    press(visitor, FOURTH, ACCEPTED)
    page = visitor.get(DONE).content.decode()
    assert page.count("Review Registration Hold") == 1
    assert "<h2>Review Registration Hold</h2>" in page
    assert "counts as the same mailbox" in page
    assert "Review Registration Hold" in Mail.objects.latest("pk").body
    assert PacerAccount.objects.get(username="acounsel2021").case_search_status == "inactive"


# ---- District/Bankruptcy Filers (Legacy)


def legacy_page(visitor) -> str:
    return visitor.get("/pacer/register/district-bankruptcy-filers-legacy/").content.decode()


def test_the_legacy_page_names_the_courts_that_have_not_moved(visitor):
    before = legacy_page(visitor.at(SEED_MOMENT))
    nmd = visitor.rehearsal.courts.get(code="nmd")
    assert nmd.name in before
    assert nmd.help_phone in before
    rows = re.findall(r'<th scope="row">([^<]*)', before)
    moved = [court.name for court in visitor.rehearsal.courts.exclude(code="nmd")]
    assert not set(rows) & set(moved)
    assert "Closed until" in legacy_page(visitor.at(WEEKEND))


def test_after_go_live_the_legacy_page_offers_no_registration(visitor):
    after = legacy_page(visitor.at(LIVE))
    assert "Every court in this rehearsal now uses NextGen CM/ECF." in after
