"""A clerk merges the record of a registration into the record that the filer had before."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cmecf.models import CameBy, CmecfAccount, Court
from linking.link.refusals import LinkRefusal
from linking.merge.refusals import MergeRefusal
from linking.merge.services import merge, why_not_merge
from linking.unlink.services import unlink
from rehearsals.help.refusals import Refused
from rehearsals.web import mount
from tests.support.cast import JOHN, MIRIAM, TERESA
from tests.support.factories import CmecfAccountFactory
from tests.support.four_steps import steps_of
from tests.support.link_steps import UTILITIES, agree
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, LIVE
from tests.support.staff import staff_client
from tests.support.visitor import hold
from training.home.situation import Status

pytestmark = pytest.mark.django_db
LIST = "admin:linking_link_changelist"
WHY = "She should have linked"


@pytest.fixture
def clerk(db):
    return staff_client("Clerks")


def registered(rehearsal, who=JOHN, **more):
    """What the approval of a request made, beside the login from before."""
    hold(rehearsal, FIRST_RUSH)
    account = rehearsal.pacer_accounts.get(account_number=who.number)
    return CmecfAccountFactory(
        court=rehearsal.courts.get(code="nmd"), login=f"PACER {who.number}", persona=who.key,
        came_by=CameBy.REGISTRATION, pacer_account=account, linked_at=FIRST_RUSH,
        first_name=account.first_name, last_name=account.last_name, email=account.email, **more,
    )  # fmt: skip


def on_file(rehearsal, who=JOHN):
    return rehearsal.cmecf_accounts.get(login=who.login, court__code="nmd")


def press(client, *accounts, **typed):
    chosen = {"action": "merge_into_earlier", "_selected_action": [one.pk for one in accounts]}
    return client.post(reverse(LIST), chosen | typed, follow=True).content.decode()


def test_the_clerk_is_asked_which_record_and_why_before_anything_happens(clerk, rehearsal):
    row = registered(rehearsal)
    page = press(clerk, row)
    assert f"{JOHN.login}, {JOHN.name}" in page
    assert "same first and last name" in page
    assert MIRIAM.login not in page
    assert "Choose the earlier record." in press(clerk, row, reason=WHY)
    assert "Write the reason." in press(clerk, row, earlier=on_file(rehearsal).pk, reason=" ")
    row.refresh_from_db()
    assert row.is_linked


def test_the_earlier_record_takes_over_and_the_other_is_closed(clerk, rehearsal):
    row = registered(rehearsal)
    assert "Records merged" in press(clerk, row, earlier=on_file(rehearsal).pk, reason=WHY)
    row.refresh_from_db()
    assert (row.is_linked, row.is_active) == (False, False)
    old = on_file(rehearsal)
    assert (old.pacer_account.account_number, old.linked_at) == (JOHN.number, FIRST_RUSH)
    line = rehearsal.activities.get(what="link.merged")
    assert (line.who, WHY in line.detail) == ("staff clerk", True)
    letter = rehearsal.mails.get(subject__contains="were merged", to=JOHN.email)
    assert WHY in letter.body


def test_after_the_merge_she_files_under_her_old_record(clerk, rehearsal, new_visitor):
    press(clerk, registered(rehearsal), earlier=on_file(rehearsal).pk, reason=WHY)
    steps = steps_of(rehearsal, JOHN.key, FIRST_RUSH)
    assert [step.status for step in steps] == [Status.COMPLETED] * 4
    visitor = new_visitor()
    log_in(visitor, JOHN)
    agree(visitor)
    page = visitor.get(UTILITIES).content.decode()
    assert "Linked on" in page
    assert "Registered on" not in page


def test_a_record_that_is_nobodys_match_cannot_be_chosen(clerk, rehearsal):
    row = registered(rehearsal)
    press(clerk, row, earlier=on_file(rehearsal, MIRIAM).pk, reason=WHY)
    row.refresh_from_db()
    assert row.is_linked
    assert not on_file(rehearsal, MIRIAM).is_linked


def test_one_registration_at_a_time_and_never_a_link(clerk, rehearsal):
    one, two = registered(rehearsal), registered(rehearsal, TERESA)
    assert "tick exactly one record" in press(clerk, one, two)
    two.came_by = CameBy.LEGACY
    two.save()
    assert "tick exactly one record" in press(clerk, two)


def test_without_an_earlier_record_the_page_says_so(clerk, rehearsal):
    CmecfAccount.objects.filter(pk=on_file(rehearsal).pk).update(is_active=False)
    assert "No earlier record of this court" in press(clerk, registered(rehearsal))


def test_a_trainer_merges_nothing(rehearsal):
    row = registered(rehearsal)
    press(staff_client("Trainers"), row, earlier=on_file(rehearsal).pk, reason=WHY)
    row.refresh_from_db()
    assert row.is_linked


def test_the_second_of_two_clerks_is_told(inside_rehearsal):
    row, old = registered(inside_rehearsal), on_file(inside_rehearsal)
    said = {"earlier_id": old.pk, "reason": WHY, "who": "staff clerk", "at": FIRST_RUSH}
    merge(row, **said)
    with pytest.raises(Refused) as refused:
        merge(row, **said)
    assert refused.value.reason is MergeRefusal.NOT_REGISTERED


def test_a_record_of_another_rehearsal_is_out_of_reach(inside_rehearsal, other_rehearsal):
    with pytest.raises(Refused) as refused:
        merge(
            registered(inside_rehearsal), earlier_id=on_file(other_rehearsal).pk, reason=WHY,
            who="staff clerk", at=FIRST_RUSH,
        )  # fmt: skip
    assert refused.value.reason is MergeRefusal.NOT_FREE


COURT = Court(pk=1, outage_starts_at=LIVE - timedelta(hours=65), go_live_at=LIVE)


@pytest.mark.parametrize(
    ("new", "old", "reason", "at", "refusal"),
    [
        ({}, {}, WHY, LIVE, None),
        ({}, {}, WHY, LIVE - timedelta(seconds=1), LinkRefusal.COURT_CLOSED),
        ({"came_by": "legacy"}, {}, WHY, LIVE, MergeRefusal.NOT_REGISTERED),
        ({"pacer_account_id": None}, {}, WHY, LIVE, MergeRefusal.NOT_REGISTERED),
        ({}, None, WHY, LIVE, MergeRefusal.NOT_FREE),
        ({}, {"court_id": 2}, WHY, LIVE, MergeRefusal.NOT_FREE),
        ({}, {"is_active": False}, WHY, LIVE, MergeRefusal.NOT_FREE),
        ({}, {"pacer_account_id": 8}, WHY, LIVE, MergeRefusal.NOT_FREE),
        ({}, {"came_by": "registration"}, WHY, LIVE, MergeRefusal.NOT_FREE),
        ({}, {}, "  ", LIVE, MergeRefusal.REASON_MISSING),
    ],
)
def test_what_can_be_merged(new, old, reason, at, refusal):
    usual = {"court": COURT, "came_by": "registration", "pacer_account_id": 7}
    earlier = None if old is None else CmecfAccount(**{"court_id": 1, **old})
    assert why_not_merge(CmecfAccount(**{**usual, **new}), earlier, reason, at) is refusal


def test_the_unlink_page_says_that_a_registration_is_closed(clerk, rehearsal):
    chosen = {"action": "unlink_with_reason", "_selected_action": [registered(rehearsal).pk]}
    page = clerk.post(reverse(LIST), chosen).content.decode()
    assert "will be closed" in page


def test_the_new_record_has_no_past_and_says_so(rehearsal, new_visitor):
    registered(rehearsal)
    visitor = new_visitor()
    log_in(visitor, JOHN)
    agree(visitor)
    page = visitor.get("/ecf/nmd/utilities/transactions/").content.decode()
    assert "This record began on April 20, 2020" in page
    assert "Ask a court" not in page


def test_a_withdrawn_registration_can_be_linked_by_the_old_login(inside_rehearsal):
    unlink(registered(inside_rehearsal), reason=WHY, who="staff clerk")
    assert not on_file(inside_rehearsal).must_reset_password


def in_accounts(client, account, action):
    chosen = {"action": action, "_selected_action": [account.pk]}
    page = client.post(reverse("admin:cmecf_cmecfaccount_changelist"), chosen, follow=True)
    return page.content.decode()


def test_what_was_withdrawn_can_neither_be_unlocked_nor_get_a_password(clerk, rehearsal):
    row = registered(rehearsal)
    with mount.inside_rehearsal(rehearsal):
        unlink(row, reason=WHY, who="staff clerk")
    assert "stays closed" in in_accounts(clerk, row, "unlock")
    in_accounts(clerk, row, "mail_reset")
    row.refresh_from_db()
    assert not row.is_active
    assert not row.reset_links.exists()


def test_a_registered_filer_can_be_locked_and_unlocked(clerk, rehearsal):
    row = registered(rehearsal)
    assert "Locked by the court" in in_accounts(clerk, row, "lock")
    assert "Registered: files with its PACER account" in in_accounts(clerk, row, "unlock")
    row.refresh_from_db()
    assert row.is_active
