"""A merge moves the cases, filings and notices of the closed account; an unlink leaves them."""

import pytest

from cmecf.models import AccountOrigin, CmecfAccount
from dockets.models import Appearance, DocketEntry, Party
from linking.merge.services import merge
from linking.unlink.services import unlink
from rehearsals.web import mount
from tests.support import docketed
from tests.support.cast import NOEL
from tests.support.docketed import case_of, filer, pacer_of
from tests.support.factories import CmecfAccountFactory
from tests.support.moments import FIRST_RUSH

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(rehearsal):
    """Noel's second record, from an approved request, which appears in Noel's case and filed there."""
    pacer = pacer_of(rehearsal, NOEL)
    account = CmecfAccountFactory(
        court=rehearsal.courts.get(code="nmd"), login="PACER 7030833", persona=NOEL.key,
        origin=AccountOrigin.REGISTRATION, pacer_account=pacer, linked_at=FIRST_RUSH,
        first_name="Noel", last_name="Attorney",
    )  # fmt: skip
    case = case_of(rehearsal)
    for party in case.parties.all():  # for the plaintiff, the first record appears already
        Appearance.objects.create(
            rehearsal=rehearsal, party=party, cmecf_account=account, name="Noel Attorney",
            added_on=case.filed_on,
        )  # fmt: skip
    with mount.inside_rehearsal(rehearsal):
        docketed.add_entry(case, FIRST_RUSH, account)
    return account


def rows_of(account):
    """How many rows of dockets belong to the account, by the name of their relation."""
    relations = [
        one for one in CmecfAccount._meta.related_objects
        if one.related_model._meta.app_label == "dockets"
    ]  # fmt: skip
    return {
        one.get_accessor_name(): getattr(account, one.get_accessor_name()).count()
        for one in relations
    }


def test_merge_moves_every_row_and_keeps_one_appearance_for_a_party(rehearsal, second):
    Party.objects.filter(rehearsal=rehearsal, role="Defendant").update(cmecf_account=second)
    earlier, entry = filer(rehearsal, NOEL), DocketEntry.objects.get(entered_by=second)
    text = entry.text
    assert {"appearances", "parties", "docket_entries", "notices_received"} <= {
        name for name, count in rows_of(second).items() if count
    }
    with mount.inside_rehearsal(rehearsal):
        merge(registered=second, earlier_id=earlier.pk, reason="Two", who="staff x", at=FIRST_RUSH)
    assert set(rows_of(second).values()) == {0}
    entry.refresh_from_db()
    assert (entry.entered_by, entry.text, entry.notice.docket_text) == (earlier, text, text)
    plaintiff = case_of(rehearsal).parties.get(role="Plaintiff")
    assert plaintiff.appearances.filter(cmecf_account=earlier, terminated_on=None).count() == 1


def test_unlink_leaves_filings_with_the_account_they_were_made_under(rehearsal, second):
    before = rows_of(second)
    with mount.inside_rehearsal(rehearsal):
        unlink(account=second, reason="Wrong", who="staff x", at=FIRST_RUSH)
    assert rows_of(second) == before
