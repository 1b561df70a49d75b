"""A clerk resends a notice, and Mailing Info for a Case."""

import pytest

from cmecf.models import CmecfAccount
from dockets.clerk.services import restrict_entry
from dockets.models import Case, DocketEntry, FreeLook
from dockets.notices.refusals import NoticeRefusal
from dockets.notices.services import resend
from rehearsals.help.refusals import Refused
from tests.support.cast import ADELE, NOEL
from tests.support.docketed import K1, add_entry, case_of, filer
from tests.support.legacy import as_filer
from tests.support.moments import DAY_TWO, FIRST_RUSH, LAST_HOUR
from tests.support.page_text import page_text

INFO = "/ecf/nmd/cgi-bin/MailList.pl"


@pytest.fixture
def notice(inside_rehearsal):
    case = case_of(inside_rehearsal)
    return add_entry(case, FIRST_RUSH, filer(inside_rehearsal, ADELE)).notice


def again(notice, recipients=None, reason="It bounced"):
    return resend(
        notice=notice, recipients=recipients, by="staff clerk", reason=reason, at=DAY_TWO
    )  # fmt: skip


def test_a_resent_notice_has_the_same_free_look(notice):
    first = {one.email: one.magic_number for one in notice.recipients.all()}
    assert {one.email: one.magic_number for one in again(notice)} == first
    mails = notice.rehearsal.mails.filter(subject__startswith="Activity")
    assert sorted(mails.values_list("to", flat=True)) == sorted([NOEL.email, ADELE.email] * 2)
    line = notice.rehearsal.activities.first()
    assert (line.what, line.who) == ("dockets.notice_resent", "staff clerk")
    assert line.detail == f"nmd: {K1} entry {notice.entry.number}: It bounced"


def test_it_goes_to_the_address_that_is_on_file_now(notice):
    noel = notice.recipients.get(name=NOEL.name)
    CmecfAccount.objects.filter(pk=noel.cmecf_account_id).update(email="new@example.com")
    noel.refresh_from_db()
    [sent] = again(notice, [noel])
    assert (sent.email, sent.position) == ("new@example.com", noel.position)
    assert sent.magic_number != noel.magic_number
    [email] = notice.rehearsal.mails.filter(to="new@example.com")
    assert f"{NOEL.name} &nbsp; &nbsp; {NOEL.email}, new@example.com<br>" in email.body
    assert sent.magic_number in email.body


def test_resending_is_refused_without_a_reason_or_an_address(notice):
    with pytest.raises(Refused, match="NO_REASON"):
        again(notice, reason="  ")
    CmecfAccount.objects.update(is_active=False)
    with pytest.raises(Refused) as refused:
        again(notice)
    assert refused.value.reason is NoticeRefusal.NO_ADDRESS
    assert notice.rehearsal.mails.count() == 2
    assert not FreeLook.objects.exists()


def test_notice_of_an_entry_that_was_sealed_since_is_not_resent(notice):
    change = {"reason": "Order", "who": "staff clerk", "at": DAY_TWO}
    restrict_entry(entry=notice.entry, restriction="sealed", **change)
    with pytest.raises(Refused) as refused:
        again(notice)
    assert refused.value.reason is NoticeRefusal.SEALED
    restrict_entry(entry=notice.entry, restriction="public", **change)
    assert len(again(notice)) == 2


def test_notice_of_a_sealed_filing_is_resent(notice):
    DocketEntry.objects.filter(pk=notice.entry_id).update(restriction="sealed")
    assert len(again(notice)) == 2


def test_mailing_info_lists_who_gets_notices_and_how(visitor, rehearsal):
    CmecfAccount.objects.filter(login=ADELE.login, court__code="nmd").update(is_active=False)
    as_filer(visitor.at(LAST_HOUR), NOEL)
    assert "Mailing Info for a Case" in page_text(
        visitor.get("/ecf/nmd/cgi-bin/DisplayMenu.pl?Utilities")
    )
    page = page_text(visitor.get(f"{INFO}?case_num=20-90001"))
    by_mail, by_hand = page.split("Manual Notice List")
    assert NOEL.email in by_mail
    assert ADELE.name in by_hand
    assert ADELE.name not in by_mail.partition("Electronic Mail Notice List")[2]
    Case.objects.update(access="sealed")
    assert "Cannot find this case." in page_text(visitor.get(f"{INFO}?case_num=20-90001"))
