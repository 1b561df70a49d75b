"""The link registry: a clerk undoes a wrong link, and says why."""

import re

import pytest
from django.urls import reverse

from cmecf.models import CmecfAccount
from pacer_accounts.models import PacerAccount
from tests.support.cast import JOHN, MIRIAM, NOEL
from tests.support.moments import FIRST_RUSH
from tests.support.staff import chosen, confirmed, staff_client
from tests.support.visitor import hold

pytestmark = pytest.mark.django_db
LIST = "admin:linking_link_changelist"


@pytest.fixture
def clerk(rehearsal):
    return staff_client("Clerks", rehearsal)


@pytest.fixture
def wrong_link(rehearsal):
    """John linked Miriam's CM/ECF account to himself."""
    hold(rehearsal, FIRST_RUSH)
    account = rehearsal.cmecf_accounts.get(login=MIRIAM.login, court__code="nmd")
    account.pacer_account = rehearsal.pacer_accounts.get(account_number=JOHN.number)
    account.linked_at = FIRST_RUSH
    account.save()
    return account


def state_of(page) -> str:
    """The column "names" of the only row."""
    (cell,) = re.findall(r'<td class="field-names_agree">(.*?)</td>', page)
    return cell


def unlink(client, account, **data):
    form = confirmed if "reason" in data else chosen
    return client.post(reverse(LIST), form("unlink_with_reason", account, **data), follow=True)


def test_list_shows_both_names_and_that_they_differ(clerk, wrong_link):
    page = clerk.get(reverse(LIST), {"q": JOHN.number}).content.decode()
    assert "Miriam Esquire" in page
    assert "John Attorney" in page
    assert "Differ" in state_of(page)


def test_list_finds_the_link_of_a_reference(clerk, wrong_link):
    def listed(words: str) -> list[str]:
        return [
            row.login for row in clerk.get(reverse(LIST), {"q": words}).context["cl"].result_list
        ]

    assert listed(f" nmd-{JOHN.number}-{wrong_link.pk}") == [MIRIAM.login]
    assert listed(f"NMD-{NOEL.number}-{wrong_link.pk}") == []


def test_list_says_that_names_in_two_unicode_forms_agree(clerk, wrong_link):
    CmecfAccount.objects.filter(pk=wrong_link.pk).update(
        first_name="Jose\u0301", last_name="Attorney"
    )
    PacerAccount.objects.filter(account_number=JOHN.number).update(first_name="JOS\u00c9")
    page = clerk.get(reverse(LIST), {"q": JOHN.number}).content.decode()
    assert "Agree" in state_of(page)


def test_list_filters_links_whose_names_differ_in_constant_queries(
    clerk, wrong_link, django_assert_max_num_queries
):
    def listed(names: str) -> list[str]:
        with django_assert_max_num_queries(12):
            rows = clerk.get(reverse(LIST), {"names": names}).context["cl"].result_list
        return [row.login for row in rows if row.court.code == "nmd"]

    assert listed("differ") == [MIRIAM.login]
    assert listed("agree") == []


def test_clerk_must_give_a_reason_before_unlink(clerk, wrong_link):
    page = unlink(clerk, wrong_link)
    assert "Reason for undoing this link" in page.content.decode()
    wrong_link.refresh_from_db()
    assert wrong_link.is_linked


@pytest.mark.parametrize(
    ("reason", "error"),
    [
        ("", "Enter the reason"),
        ("   ", "Enter the reason"),
        ("by \u202emistake", "Delete the invisible characters."),
    ],
)
def test_nothing_is_unlinked_without_a_readable_reason(clerk, wrong_link, reason, error):
    assert error in unlink(clerk, wrong_link, reason=reason).content.decode()
    wrong_link.refresh_from_db()
    assert wrong_link.is_linked


def test_unlink_forces_reset_emails_both_and_is_logged(clerk, rehearsal, wrong_link):
    unlink(clerk, wrong_link, reason="Linked to a colleague by mistake")
    wrong_link.refresh_from_db()
    assert not wrong_link.is_linked
    assert wrong_link.must_reset_password
    line = rehearsal.activities.get(what="link.undone")
    assert "Linked to a colleague by mistake" in line.detail
    assert line.who == "staff clerk"
    assert {mail.to for mail in rehearsal.mails.all()} == {MIRIAM.email, JOHN.email}


def test_trainer_may_not_unlink(rehearsal, wrong_link):
    unlink(staff_client("Trainers", wrong_link.rehearsal), wrong_link, reason="I may not")
    wrong_link.refresh_from_db()
    assert wrong_link.is_linked
