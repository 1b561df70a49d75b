"""A mail scanner opens the links in notices and uses up the free looks."""

import pytest

from cmecf.models import CmecfAccount
from dockets.models import EntryDocument, FreeLook
from dockets.notices.free_looks import LookState
from dockets.notices.services import use_free_look
from dockets.notices.summary_services import end_of_day
from tests.support.cast import ADELE, GILBERT, NOEL
from tests.support.docketed import add_entry, case_of, filer
from tests.support.moments import DAY_TWO, FIRST_RUSH, SECOND
from tests.support.visitor import Visitor


@pytest.fixture
def case(inside_rehearsal):
    type(inside_rehearsal).objects.update(scans_mail=True)
    return case_of(inside_rehearsal)


def look(entry, who, at):
    document = EntryDocument.objects.select_related("entry__case").get(entry=entry, attachment=0)
    number = entry.notice.recipients.get(name=who.name).magic_number
    return use_free_look(document=document, magic_number=number, at=at)


def test_the_scanner_opens_the_links_when_the_mail_arrives(case):
    entry = add_entry(case, FIRST_RUSH, filer(case.rehearsal, ADELE), attachments=1)
    result = look(entry, NOEL, FIRST_RUSH + SECOND)
    assert result.state is LookState.SPENT
    assert (result.look.used_at, result.look.by_scanner) == (FIRST_RUSH, True)
    assert FreeLook.objects.count() == 4  # two addresses, two documents


def test_it_opens_a_daily_summary_when_that_arrives(case):
    CmecfAccount.objects.filter(login=NOEL.login, court=case.court).update(email_frequency="daily")
    entry = add_entry(case, FIRST_RUSH)
    assert not FreeLook.objects.filter(recipient__name=NOEL.name).exists()
    Visitor(case.rehearsal).at(DAY_TWO).get("/mail/")
    assert look(entry, NOEL, DAY_TWO).look.used_at == end_of_day(FIRST_RUSH, "America/Denver")


def test_it_opens_nothing_restricted_and_no_mail_that_bounced(case):
    CmecfAccount.objects.filter(login=ADELE.login, court=case.court).update(email=GILBERT.email)
    add_entry(case, FIRST_RUSH, restriction="participants")
    assert not FreeLook.objects.exists()
    add_entry(case, FIRST_RUSH)
    assert [one.recipient.name for one in FreeLook.objects.all()] == [NOEL.name]


def test_without_the_rule_nothing_is_opened(case):
    case.rehearsal.scans_mail = False
    add_entry(case, FIRST_RUSH)
    assert not FreeLook.objects.exists()
