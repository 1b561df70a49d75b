"""The settings about billing: addresses, receipts and client codes."""

import pytest

from pacer_accounts.preferences.client_codes import MASK_FIXED, MASK_LENGTH
from tests.support.cast import JOHN
from tests.support.payment_pages import (
    FIRM,
    add_membership,
    emails_to,
    enter,
    make_paa,
    make_person,
)
from tests.support.upgrade_pages import account, log_in, text

pytestmark = pytest.mark.django_db

EMAIL = "/psc/account/settings/billing-email/"
PREFERENCES = "/psc/account/settings/billing-preferences/"
FORMAT = "/psc/account/settings/client-code-format/"


@pytest.fixture
def john(visitor):
    return log_in(visitor, JOHN)


def mailed(visitor) -> dict[str, str]:
    """The subject of the last e-mail to each address."""
    return dict(visitor.rehearsal.mails.order_by("pk").values_list("to", "subject"))


def emails(first, *further, confirm=None):
    return {
        "email": first,
        "confirm_email": confirm or first,
        "billing_notice_emails": "\n".join(further),
    }


def preferences(**typed):
    values = {"shows_receipts": "yes", "requires_client_code": "no", "client_code_format": ""}
    return values | typed


def test_labels_are_the_service_centers(john):
    page = text(john.get(EMAIL))
    for label in ("Update PACER Billing Email", "Email *", "Confirm Email *",
                  "Billing Notice Emails", "Submit", "Close"):  # fmt: skip
        assert label in page


def test_new_billing_email_saved_and_old_address_notified(john):
    old = account(john, JOHN).email
    answer = john.post(EMAIL, emails("new@example.com", "desk@example.com", "DESK@example.com"))
    assert answer.url.endswith("/psc/account/")
    saved = account(john, JOHN)
    assert (saved.email, saved.billing_notice_emails) == ("new@example.com", "desk@example.com")
    assert set(mailed(john)) == {old, "new@example.com", "desk@example.com"}
    assert john.rehearsal.mails.count() == 3


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (emails("a@example.com", confirm="b@example.com"), "Email and Confirm Email don't match."),
        (emails("nonsense"), "Enter Email in the form name@example.com."),
        (emails("a@example.com", "nonsense"), "This one is not valid: nonsense"),
        (
            emails("a@example.com", *[f"n{n}@example.com" for n in range(6)]),
            "no more than 5 addresses",
        ),
    ],
)
def test_invalid_address_changes_nothing(john, typed, message):
    page = john.post(EMAIL, typed)
    assert message in text(page)
    assert account(john, JOHN).billing_notice_emails == ""
    assert mailed(john) == {}


def test_five_more_addresses_allowed(john):
    john.post(EMAIL, emails("a@example.com", *[f"n{n}@example.com" for n in range(5)]))
    assert len(account(john, JOHN).billing_notice_emails.splitlines()) == 5


def test_preferences_saved_shown_again_and_emailed(john):
    typed = preferences(shows_receipts="no", requires_client_code="yes", client_code_format="99-A")
    landing = john.get(john.post(PREFERENCES, typed).url)
    assert "You saved your billing preferences." in text(landing)
    saved = account(john, JOHN)
    assert (saved.shows_receipts, saved.requires_client_code) == (False, True)
    assert saved.client_code_format == "99-A"
    email = john.rehearsal.mails.get(to=saved.email)
    assert "Receipts: hidden." in email.body
    assert "2 digits, a hyphen, a letter" in email.body
    assert "Allowed: 2 digits, a hyphen, a letter. Example: 12-A" in text(john.get(PREFERENCES))


def test_explain_saves_nothing(john):
    page = john.post(PREFERENCES, preferences(client_code_format="9999", action="explain"))
    assert "Allowed: 4 digits. Example: 1234" in text(page)
    assert account(john, JOHN).client_code_format == ""


@pytest.mark.parametrize(("mask", "message"), [("abc", MASK_FIXED), ("9" * 33, MASK_LENGTH)])
def test_invalid_format_refused_and_shown_again(john, mask, message):
    page = john.post(PREFERENCES, preferences(client_code_format=mask))
    assert message in text(page)
    assert mask in page.content.decode()
    assert account(john, JOHN).client_code_format == ""


def test_allowed_format_follows_the_era(john):
    typed = preferences(client_code_format="99 AA")
    assert john.post(PREFERENCES, typed).status_code == 302
    john.rehearsal.era = "2025"
    john.rehearsal.save()
    assert "can't have spaces or commas" in text(john.post(PREFERENCES, typed))


def test_script_gets_the_explanation(visitor):
    answer = visitor.get(FORMAT, data={"format": "99999-AAA"})
    assert answer["Content-Type"].startswith("text/plain")
    explanation = answer.content.decode()
    assert explanation == "Allowed: 5 digits, a hyphen, 3 letters. Example: 12345-ABC"


def test_member_sees_the_paas_client_code_rule_and_cannot_change_it(visitor):
    paa, paula = make_paa(visitor.rehearsal), make_person(visitor.rehearsal)
    add_membership(paa, paula)
    page = text(enter(visitor, paula).get(PREFERENCES))
    assert f"{FIRM}, the PAA that pays for this account, sets its client code rule." in page
    assert "Require a client code" not in page
    visitor.post(PREFERENCES, preferences(shows_receipts="no", requires_client_code="yes"))
    paula.refresh_from_db()
    assert (paula.shows_receipts, paula.requires_client_code) == (False, False)


def test_paa_changes_the_rule_of_every_member_and_notifies_them(visitor):
    paa = make_paa(visitor.rehearsal)
    member, left, waiting = (make_person(visitor.rehearsal) for _ in range(3))
    add_membership(paa, member)
    ended = add_membership(paa, left)
    ended.ended_at = ended.accepted_at
    ended.save()
    typed = preferences(requires_client_code="yes", client_code_format="999")
    landing = enter(visitor, paa).get(visitor.post(PREFERENCES, typed).url)
    assert "We changed the client code rule of 1 member" in text(landing)
    for person, expected in ((member, "999"), (left, ""), (waiting, "")):
        person.refresh_from_db()
        assert person.client_code_format == expected
    assert emails_to(member) == ["The client code rule of your PACER account"]
    assert emails_to(left) == []
    visitor.post(PREFERENCES, typed)
    assert len(emails_to(member)) == 1  # the rule did not change
