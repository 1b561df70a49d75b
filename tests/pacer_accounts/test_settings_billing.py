"""Settings about billing: where notices go, receipts, and what a client code must be like."""

import pytest

from pacer_accounts.preferences.client_codes import MASK_FIXED, MASK_LENGTH
from tests.support.cast import JOHN
from tests.support.payment_pages import FIRM, enter, joined, letters_to, make_paa, make_person
from tests.support.upgrade_pages import account, log_in, text

pytestmark = pytest.mark.django_db

EMAIL = "/psc/account/settings/billing-email/"
PREFERENCES = "/psc/account/settings/billing-preferences/"
FORMAT = "/psc/account/settings/client-code-format/"


@pytest.fixture
def john(visitor):
    return log_in(visitor, JOHN)


def mailed(visitor) -> dict[str, str]:
    """The last letter to each address: its subject."""
    return dict(visitor.rehearsal.mails.order_by("pk").values_list("to", "subject"))


def emails(first, *further, confirm=None):
    return {
        "email": first,
        "confirm_email": confirm or first,
        "billing_notice_emails": "\n".join(further),
    }


def preferences(**typed):
    told = {"shows_receipts": "yes", "requires_client_code": "no", "client_code_format": ""}
    return told | typed


def test_the_labels_are_those_of_the_service_center(john):
    page = text(john.get(EMAIL))
    for label in ("Update PACER Billing Email", "Email *", "Confirm Email *",
                  "Billing Notice Emails", "Submit", "Close"):  # fmt: skip
        assert label in page


def test_a_new_billing_e_mail_is_kept_and_the_old_address_hears_of_it(john):
    old = account(john, JOHN).email
    answer = john.post(EMAIL, emails("new@example.com", "desk@example.com", "DESK@example.com"))
    assert answer.url.endswith("/psc/account/")
    held = account(john, JOHN)
    assert (held.email, held.billing_notice_emails) == ("new@example.com", "desk@example.com")
    assert set(mailed(john)) == {old, "new@example.com", "desk@example.com"}
    assert john.rehearsal.mails.count() == 3


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (emails("a@example.com", confirm="b@example.com"), "are not the same"),
        (emails("nonsense"), "Enter Email in the form name@example.com."),
        (emails("a@example.com", "nonsense"), "This one is not valid: nonsense"),
        (
            emails("a@example.com", *[f"n{n}@example.com" for n in range(6)]),
            "no more than 5 addresses",
        ),
    ],
)
def test_a_wrong_address_changes_nothing(john, typed, message):
    page = john.post(EMAIL, typed)
    assert message in text(page)
    assert account(john, JOHN).billing_notice_emails == ""
    assert mailed(john) == {}


def test_five_further_addresses_have_room(john):
    john.post(EMAIL, emails("a@example.com", *[f"n{n}@example.com" for n in range(5)]))
    assert len(account(john, JOHN).billing_notice_emails.splitlines()) == 5


def test_preferences_are_kept_shown_again_and_mailed(john):
    typed = preferences(shows_receipts="no", requires_client_code="yes", client_code_format="99-A")
    landing = john.get(john.post(PREFERENCES, typed).url)
    assert "You saved your billing preferences." in text(landing)
    held = account(john, JOHN)
    assert (held.shows_receipts, held.requires_client_code) == (False, True)
    assert held.client_code_format == "99-A"
    letter = john.rehearsal.mails.get(to=held.email)
    assert "Receipts: hidden." in letter.body
    assert "2 digits, a hyphen, a letter" in letter.body
    assert "Allowed: 2 digits, a hyphen, a letter. Example: 12-A" in text(john.get(PREFERENCES))


def test_explaining_a_format_changes_nothing(john):
    page = john.post(PREFERENCES, preferences(client_code_format="9999", action="explain"))
    assert "Allowed: 4 digits. Example: 1234" in text(page)
    assert account(john, JOHN).client_code_format == ""


@pytest.mark.parametrize(("mask", "message"), [("abc", MASK_FIXED), ("9" * 33, MASK_LENGTH)])
def test_invalid_format_refused_and_shown_again(john, mask, message):
    page = john.post(PREFERENCES, preferences(client_code_format=mask))
    assert message in text(page)
    assert mask in page.content.decode()
    assert account(john, JOHN).client_code_format == ""


def test_what_a_format_may_have_follows_the_era(john):
    typed = preferences(client_code_format="99 AA")
    assert john.post(PREFERENCES, typed).status_code == 302
    john.rehearsal.era = "2025"
    john.rehearsal.save()
    assert "can't have spaces or commas" in text(john.post(PREFERENCES, typed))


def test_the_script_asks_for_the_sentence(visitor):
    answer = visitor.get(FORMAT, data={"format": "99999-AAA"})
    assert answer["Content-Type"].startswith("text/plain")
    said = answer.content.decode()
    assert said == "Allowed: 5 digits, a hyphen, 3 letters. Example: 12345-ABC"


def test_a_member_of_a_paa_sees_its_client_code_and_cannot_change_it(visitor):
    paa, paula = make_paa(visitor.rehearsal), make_person(visitor.rehearsal)
    joined(paa, paula)
    page = text(enter(visitor, paula).get(PREFERENCES))
    assert f"{FIRM}, the PAA that pays for this account, sets its client code rule." in page
    assert "Require a client code" not in page
    visitor.post(PREFERENCES, preferences(shows_receipts="no", requires_client_code="yes"))
    paula.refresh_from_db()
    assert (paula.shows_receipts, paula.requires_client_code) == (False, False)


def test_a_paa_gives_its_client_code_to_every_member_and_tells_them(visitor):
    paa = make_paa(visitor.rehearsal)
    member, left, waiting = (make_person(visitor.rehearsal) for _ in range(3))
    joined(paa, member)
    gone = joined(paa, left)
    gone.ended_at = gone.accepted_at
    gone.save()
    typed = preferences(requires_client_code="yes", client_code_format="999")
    landing = enter(visitor, paa).get(visitor.post(PREFERENCES, typed).url)
    assert "We changed the client code rule of 1 member" in text(landing)
    for person, expected in ((member, "999"), (left, ""), (waiting, "")):
        person.refresh_from_db()
        assert person.client_code_format == expected
    assert letters_to(member) == ["The client code rule of your PACER account"]
    assert letters_to(left) == []
    visitor.post(PREFERENCES, typed)
    assert len(letters_to(member)) == 1  # nothing new for her
