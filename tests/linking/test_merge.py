"""A clerk merges an account that a registration created into the filer's earlier account."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cmecf.models import AccountOrigin, CmecfAccount, Court
from linking.link.refusals import LinkRefusal
from linking.merge.refusals import MergeRefusal
from linking.merge.rules import why_not_merge
from linking.merge.services import merge
from linking.unlink.services import unlink
from rehearsals.help.refusals import Refused
from rehearsals.web import mount
from tests.support.cast import JOHN, MIRIAM, TERESA
from tests.support.factories import CmecfAccountFactory
from tests.support.four_steps import steps_of
from tests.support.link_steps import UTILITIES, agree
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, LIVE
from tests.support.staff import chosen, confirmed, staff_client
from tests.support.visitor import hold
from training.home.situation import Status

pytestmark = pytest.mark.django_db
LIST = "admin:linking_link_changelist"
WHY = "She should have linked"


@pytest.fixture
def clerk(rehearsal):
    return staff_client("Clerks", rehearsal)


def registered(rehearsal, who=JOHN, **more):
    """The account that an approved request created, beside the earlier login."""
    hold(rehearsal, FIRST_RUSH)
    account = rehearsal.pacer_accounts.get(account_number=who.number)
    return CmecfAccountFactory(
        court=rehearsal.courts.get(code="nmd"), login=f"PACER {who.number}", persona=who.key,
        origin=AccountOrigin.REGISTRATION, pacer_account=account, linked_at=FIRST_RUSH,
        first_name=account.first_name, last_name=account.last_name, email=account.email, **more,
    )  # fmt: skip


def on_file(rehearsal, who=JOHN):
    return rehearsal.cmecf_accounts.get(login=who.login, court__code="nmd")


def press(client, *accounts, **typed):
    form = confirmed if typed else chosen
    sent = form("merge_into_earlier", *accounts, **typed)
    return client.post(reverse(LIST), sent, follow=True).content.decode()


def test_clerk_must_choose_account_and_reason_before_merge(clerk, rehearsal):
    row = registered(rehearsal)
    page = press(clerk, row)
    assert f"{JOHN.login}, {JOHN.name}" in page
    assert "same first and last name" in page
    assert MIRIAM.login not in page
    assert "Choose the earlier account." in press(clerk, row, reason=WHY)
    assert "Enter the reason." in press(clerk, row, earlier=on_file(rehearsal).pk, reason=" ")
    row.refresh_from_db()
    assert row.is_linked


def test_merge_links_earlier_account_and_closes_the_other(clerk, rehearsal):
    row = registered(rehearsal)
    assert "Merged the accounts" in press(clerk, row, earlier=on_file(rehearsal).pk, reason=WHY)
    row.refresh_from_db()
    assert (row.is_linked, row.is_active) == (False, False)
    old = on_file(rehearsal)
    assert (old.pacer_account.account_number, old.linked_at) == (JOHN.number, FIRST_RUSH)
    line = rehearsal.activities.get(what="link.merged")
    assert (line.who, WHY in line.detail) == ("staff clerk", True)
    email = rehearsal.mails.get(subject__contains="were merged", to=JOHN.email)
    assert WHY in email.body


def test_filer_uses_earlier_account_after_merge(clerk, rehearsal, new_visitor):
    press(clerk, registered(rehearsal), earlier=on_file(rehearsal).pk, reason=WHY)
    steps = steps_of(rehearsal, JOHN.key, FIRST_RUSH)
    assert [step.status for step in steps] == [Status.COMPLETED] * 4
    visitor = new_visitor()
    log_in(visitor, JOHN)
    agree(visitor)
    page = visitor.get(UTILITIES).content.decode()
    assert "Linked on" in page
    assert "Registered on" not in page


def test_unrelated_account_cannot_be_chosen(clerk, rehearsal):
    row = registered(rehearsal)
    press(clerk, row, earlier=on_file(rehearsal, MIRIAM).pk, reason=WHY)
    row.refresh_from_db()
    assert row.is_linked
    assert not on_file(rehearsal, MIRIAM).is_linked


def test_merge_takes_one_registered_account(clerk, rehearsal):
    one, two = registered(rehearsal), registered(rehearsal, TERESA)
    assert "Select exactly one account" in press(clerk, one, two)
    two.origin = AccountOrigin.LEGACY
    two.save()
    assert "Select exactly one account" in press(clerk, two)


def test_merge_page_without_an_earlier_account(clerk, rehearsal):
    CmecfAccount.objects.filter(pk=on_file(rehearsal).pk).update(is_active=False)
    assert "No unlinked account in this court" in press(clerk, registered(rehearsal))


def test_trainer_may_not_merge(rehearsal):
    row = registered(rehearsal)
    press(staff_client("Trainers", rehearsal), row, earlier=on_file(rehearsal).pk, reason=WHY)
    row.refresh_from_db()
    assert row.is_linked


def test_second_merge_is_refused(inside_rehearsal):
    row, old = registered(inside_rehearsal), on_file(inside_rehearsal)
    values = {"earlier_id": old.pk, "reason": WHY, "who": "staff clerk", "at": FIRST_RUSH}
    merge(registered=row, **values)
    with pytest.raises(Refused) as refused:
        merge(registered=row, **values)
    assert refused.value.reason is MergeRefusal.NOT_REGISTERED


def test_merge_cannot_reach_another_rehearsal(inside_rehearsal, other_rehearsal):
    with pytest.raises(Refused) as refused:
        merge(
            registered=registered(inside_rehearsal), earlier_id=on_file(other_rehearsal).pk, reason=WHY,
            who="staff clerk", at=FIRST_RUSH,
        )  # fmt: skip
    assert refused.value.reason is MergeRefusal.NOT_FREE


COURT = Court(pk=1, outage_starts_at=LIVE - timedelta(hours=65), go_live_at=LIVE)


@pytest.mark.parametrize(
    ("new", "old", "reason", "at", "refusal"),
    [
        ({}, {}, WHY, LIVE, None),
        ({}, {}, WHY, LIVE - timedelta(seconds=1), LinkRefusal.COURT_CLOSED),
        ({"origin": "legacy"}, {}, WHY, LIVE, MergeRefusal.NOT_REGISTERED),
        ({"pacer_account_id": None}, {}, WHY, LIVE, MergeRefusal.NOT_REGISTERED),
        ({}, None, WHY, LIVE, MergeRefusal.NOT_FREE),
        ({}, {"court_id": 2}, WHY, LIVE, MergeRefusal.NOT_FREE),
        ({}, {"is_active": False}, WHY, LIVE, MergeRefusal.NOT_FREE),
        ({}, {"pacer_account_id": 8}, WHY, LIVE, MergeRefusal.NOT_FREE),
        ({}, {"origin": "registration"}, WHY, LIVE, MergeRefusal.NOT_FREE),
        ({}, {}, "  ", LIVE, MergeRefusal.REASON_MISSING),
    ],
)
def test_why_not_merge(new, old, reason, at, refusal):
    usual = {"court": COURT, "origin": "registration", "pacer_account_id": 7}
    earlier = None if old is None else CmecfAccount(**{"court_id": 1, **old})
    assert why_not_merge(CmecfAccount(**{**usual, **new}), earlier, reason, at) is refusal


def test_unlink_page_announces_closing_of_registered_account(clerk, rehearsal):
    sent = chosen("unlink_with_reason", registered(rehearsal))
    page = clerk.post(reverse(LIST), sent).content.decode()
    assert "will be closed" in page


def test_registered_account_has_no_filing_history(rehearsal, new_visitor):
    registered(rehearsal)
    visitor = new_visitor()
    log_in(visitor, JOHN)
    agree(visitor)
    page = visitor.get("/ecf/nmd/utilities/transactions/").content.decode()
    assert "This record began on April 20, 2020" in page
    assert "Ask a court" not in page


def test_old_login_can_be_linked_after_withdrawal(inside_rehearsal):
    unlink(account=registered(inside_rehearsal), reason=WHY, who="staff clerk", at=FIRST_RUSH)
    assert not on_file(inside_rehearsal).must_reset_password


def in_accounts(client, account, action):
    sent = confirmed(action, account)
    page = client.post(reverse("admin:cmecf_cmecfaccount_changelist"), sent, follow=True)
    return page.content.decode()


def test_withdrawn_account_cannot_be_unlocked_or_reset(clerk, rehearsal):
    row = registered(rehearsal)
    with mount.inside_rehearsal(rehearsal):
        unlink(account=row, reason=WHY, who="staff clerk", at=FIRST_RUSH)
    assert "stays closed" in in_accounts(clerk, row, "unlock")
    in_accounts(clerk, row, "mail_reset")
    row.refresh_from_db()
    assert not row.is_active
    assert not row.reset_links.exists()


def test_registered_account_can_be_locked_and_unlocked(clerk, rehearsal):
    row = registered(rehearsal)
    assert "Locked by the court" in in_accounts(clerk, row, "lock")
    assert "Registered: files with the PACER account" in in_accounts(clerk, row, "unlock")
    row.refresh_from_db()
    assert row.is_active
