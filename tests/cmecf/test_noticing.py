"""Maintain Your E-mail: secondary addresses and delivery of notices."""

import pytest

from tests.support.cast import JOHN, NOEL
from tests.support.legacy import as_filer
from tests.support.link_steps import UTILITIES, agree, link, on_file
from tests.support.moments import FIRST_RUSH
from tests.support.page_text import page_text

PAGE = "/ecf/nmd/utilities/noticing/"
SETTINGS = {"email_frequency": "daily", "email_format": "text"}


@pytest.fixture
def linked(visitor):
    link(visitor.at(FIRST_RUSH), JOHN)
    agree(visitor)
    return visitor


def test_after_go_live_the_primary_address_is_kept_at_pacer(linked):
    assert "Maintain Your E-mail" in page_text(linked.get(UTILITIES))
    page = linked.get(PAGE)
    assert "PACER keeps your primary address" in page_text(page)
    typed = SETTINGS | {
        "email": "other@example.com",
        "secondary_emails": "b@example.com, a@example.com",
    }
    assert "Your settings for notices are saved." in page_text(
        linked.post(PAGE, typed, follow=True)
    )
    account = on_file(linked.rehearsal, JOHN)
    assert (account.email, account.secondary_emails) == (JOHN.email, "b@example.com\na@example.com")
    assert (account.email_frequency, account.email_format) == ("daily", "text")
    newest = linked.rehearsal.mails.first()
    assert newest.to == JOHN.email
    assert "Secondary addresses: b@example.com, a@example.com" in newest.body


def test_the_same_settings_again_change_nothing(linked):
    linked.post(PAGE, SETTINGS)
    count = linked.rehearsal.mails.count()
    assert "Nothing changed." in page_text(linked.post(PAGE, SETTINGS, follow=True))
    assert linked.rehearsal.mails.count() == count


def test_before_the_outage_a_filer_adds_addresses_too(visitor):
    as_filer(visitor, NOEL).post(
        PAGE, SETTINGS | {"secondary_emails": f"{NOEL.email}\nc@example.com"}
    )
    assert on_file(visitor.rehearsal, NOEL).secondary_emails == "c@example.com"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("nobody", "Enter each secondary address in the form name@example.com"),
        (
            "\n".join(f"a{n}@example.com" for n in range(11)),
            "Enter at most 10 secondary addresses.",
        ),
    ],
)
def test_wrong_addresses_are_refused(visitor, typed, message):
    answer = as_filer(visitor, NOEL).post(PAGE, SETTINGS | {"secondary_emails": typed})
    assert message in page_text(answer)
    assert on_file(visitor.rehearsal, NOEL).secondary_emails == ""
