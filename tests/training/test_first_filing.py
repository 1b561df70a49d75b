"""After the link: the first filing and what follows, a deadline in the outage, and a wrong name."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dockets.filing.services import file_document
from dockets.models import Deadline, DocketEntry
from dockets.notices.services import use_free_look
from pacer_accounts.billing.charge_services import charge
from pacer_accounts.choices import CaseSearchStatus
from rehearsals.mail.services import open_mail
from rehearsals.web.mount import inside_rehearsal
from tests.support.cast import ADELE, DANA, GILBERT, JOHN, MIRIAM, NOEL, RUTH, SKYE
from tests.support.docketed import add_bare_entry, filer
from tests.support.filing_steps import as_linked_filer
from tests.support.moments import FIRST_RUSH, LAST_HOUR, OUTAGE, SEED_MOMENT, WEEKEND
from tests.support.page_text import page_text
from tests.support.submissions import submission
from training.home.first_filing import NoticeState, Stage, stage_of

pytestmark = pytest.mark.django_db


def home_of(visitor, who, at=FIRST_RUSH) -> str:
    return page_text(visitor.at(at).post(f"/people/{who.key}/", follow=True))


def link(rehearsal, who, to=None) -> None:
    """Link `who`'s CM/ECF account to the PACER account of `to`, or to their own."""
    account = rehearsal.pacer_accounts.get(account_number=(to or who).number)
    account.account_type = "upgraded"
    account.save(update_fields=["account_type"])
    rehearsal.cmecf_accounts.filter(login=who.login).update(
        pacer_account=account, linked_at=FIRST_RUSH
    )


def file(rehearsal, who) -> DocketEntry:
    """File in the first case with `who`'s CM/ECF account, and the PACER account linked to it."""
    account = filer(rehearsal, who)
    return file_document(
        court=account.court, account=account, submission=submission(rehearsal), at=FIRST_RUSH
    )


def test_after_the_link_home_offers_the_first_filing(visitor, rehearsal):
    link(rehearsal, NOEL)
    page = visitor.at(FIRST_RUSH).post(f"/people/{NOEL.key}/", follow=True)
    assert "All four steps are done File a notice in 1:20-cv-90001" in page_text(page)
    assert "This is what the four steps were for." in page_text(page)
    button = re.search(r'usa-button--big" href="([^"]+)"', page.content.decode())
    assert button[1].endswith("/ecf/nmd/cgi-bin/DisplayMenu.pl?CivilEvents")


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (NOEL, "Select Civil, then Notices below Other Filings. Choose the event Notice (Other)."),
        (
            MIRIAM,
            "Select Criminal, then Notices below Other Filings. Choose the event Notice (Other).",
        ),
    ],
)
def test_home_names_the_event_where_the_menus_have_it(visitor, rehearsal, who, words):
    link(rehearsal, who)
    assert words in home_of(visitor, who)
    as_linked_filer(visitor, who)
    section, name = re.search(r"Select (\w+), then (\w+) ", words).groups()
    menu = visitor.get(f"/ecf/nmd/cgi-bin/DisplayMenu.pl?{section}Events").content.decode()
    inner = re.search(rf'Other Filings.*?href="([^"]+)">{name}<', menu, re.S)[1]
    events = visitor.get(inner.removeprefix(rehearsal.mount))
    assert "Notice (Other)" in page_text(events)


def test_card_after_a_filing_says_what_follows(visitor, rehearsal):
    link(rehearsal, NOEL)
    home_of(visitor, NOEL)
    assert "All four steps are done File a notice in" in page_text(visitor.get("/www/nmd/"))
    with inside_rehearsal(rehearsal):
        file(rehearsal, NOEL)
    follow = "Follow your filing: the notice, the free look and the fee"
    assert follow in page_text(visitor.get("/www/nmd/"))


def test_query_count_does_not_grow_with_filings(visitor, rehearsal):
    link(rehearsal, NOEL)
    with inside_rehearsal(rehearsal):
        entry = file(rehearsal, NOEL)
    counts = [_queries_of_home(visitor)]
    for minutes in range(10):
        at = FIRST_RUSH + timedelta(minutes=minutes)
        add_bare_entry(entry.case, at, by=entry.entered_by, using=entry.entered_with)
        adele = rehearsal.cmecf_accounts.get(login=ADELE.login)
        add_bare_entry(entry.case, at, by=adele, using=entry.entered_with)
        other = rehearsal.pacer_accounts.get(account_number=JOHN.number)
        add_bare_entry(entry.case, at, by=entry.entered_by, using=other)
    counts.append(_queries_of_home(visitor))
    assert counts[0] == counts[1]


def _queries_of_home(visitor) -> int:
    """The number of queries of a second visit of Noel's."""
    home_of(visitor, NOEL)
    with CaptureQueriesContext(connection) as queries:
        visitor.get("/")
    return len(queries)


def test_home_leads_from_the_filing_to_the_fee(visitor, inside_rehearsal):
    rehearsal = inside_rehearsal
    link(rehearsal, NOEL)
    entry = file(rehearsal, NOEL)
    assert "Read the notice of your filing" in home_of(visitor, NOEL)
    mail = rehearsal.mails.get(to=NOEL.email, subject__contains="90001")
    open_mail(mail, at=FIRST_RUSH)
    assert "Use your free look" in home_of(visitor, NOEL)
    document = entry.documents.select_related("entry__case").get(attachment=0)
    magic = entry.notice.recipients.get(email=NOEL.email).magic_number
    assert use_free_look(document=document, magic_number=magic, at=FIRST_RUSH).is_granted
    assert "Open the document again and see the fee" in home_of(visitor, NOEL)
    account = rehearsal.pacer_accounts.get(account_number=NOEL.number)
    charge(account=account, court_code="nmd", description="Image13-0", pages=8, at=FIRST_RUSH)
    assert "You filed your first document" in home_of(visitor, NOEL)


SCANNED = NoticeState(
    to="a@example.com",
    is_sent=True,
    is_delivered=True,
    has_free_look=True,
    is_look_used=True,
    is_scanner_look=True,
)


@pytest.mark.parametrize(
    ("notice", "stage"),
    [
        (None, Stage.FILE),
        (NoticeState(), Stage.DONE),
        (NoticeState(to="a@example.com", has_free_look=True), Stage.WAIT),
        (NoticeState(to="a@example.com", has_free_look=True, is_sent=True), Stage.NOT_DELIVERED),
        (
            NoticeState(to="a@example.com", has_free_look=True, is_sent=True, is_delivered=True),
            Stage.READ,
        ),
        (NoticeState(is_look_used=True), Stage.PAY),
        (NoticeState(is_look_used=True, has_paid=True), Stage.DONE),
        (NoticeState(is_look_used=True, can_search=False), Stage.DONE),
        (SCANNED, Stage.READ),
        (replace(SCANNED, is_read=True), Stage.PAY),
    ],
)
def test_stage_after_the_filing(notice, stage):
    assert stage_of(notice) is stage


def test_home_asks_for_no_fee_of_an_account_that_cannot_search_yet(visitor, inside_rehearsal):
    rehearsal = inside_rehearsal
    link(rehearsal, NOEL)
    rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(
        case_search_status=CaseSearchStatus.NOT_ACTIVATED
    )
    entry = file(rehearsal, NOEL)
    document = entry.documents.select_related("entry__case").get(attachment=0)
    magic = entry.notice.recipients.get(email=NOEL.email).magic_number
    use_free_look(document=document, magic_number=magic, at=FIRST_RUSH)
    home = home_of(visitor, NOEL)
    assert "Activate case search" in home
    assert "see the fee" not in home


def test_home_and_summary_say_that_a_scanner_used_the_free_look(visitor, inside_rehearsal):
    rehearsal = inside_rehearsal
    link(rehearsal, NOEL)
    rehearsal.scans_mail = True
    rehearsal.save(update_fields=["scans_mail"])
    file(rehearsal, NOEL)
    assert "Read the notice of your filing" in home_of(visitor, NOEL)
    open_mail(rehearsal.mails.get(to=NOEL.email, subject__contains="90001"), at=FIRST_RUSH)
    assert "A mail scanner opened the link before you" in home_of(visitor, NOEL)
    assert "Free look Used by a mail scanner" in page_text(visitor.get("/summary/"))


def test_party_with_permission_in_one_case_is_offered_that_case(visitor, rehearsal):
    number = rehearsal.pacer_accounts.get(account_number=JOHN.number)
    number.persona = DANA.key
    number.save(update_fields=["persona"])
    rehearsal.cmecf_accounts.filter(login=DANA.login).update(
        pacer_account=number, linked_at=FIRST_RUSH
    )
    assert "File a notice in 1:20-cv-90004" in home_of(visitor, DANA)


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        (SEED_MOMENT, "File before Friday, April 17, 2020, at 3:00 pm MT."),
        (LAST_HOUR, "File before Friday, April 17, 2020, at 3:00 pm MT."),
        (WEEKEND, "You can't file in CM/ECF now"),
        (FIRST_RUSH, "Check the docket for what you filed before"),
    ],
)
def test_deadline_in_the_outage_is_on_home_with_both_choices(visitor, at, sentence):
    words = home_of(visitor, GILBERT, at)
    assert "Response to motion due Saturday, April 18" in words
    assert sentence in words
    assert "Contact the Clerk's Office: (505) 348-2075" in words
    assert f"CM/ECF {'was' if at == FIRST_RUSH else 'is'} closed on that day." in words
    assert "gives no legal advice" in words


def test_deadline_of_a_sealed_entry_is_not_on_home(visitor):
    due = Deadline.objects.filter(rehearsal=visitor.rehearsal, label="Response to motion due")
    sealed = due.get(due_on=date(2020, 4, 18)).entry
    sealed.restriction = "sealed"
    sealed.save()
    assert "due Saturday, April 18" not in home_of(visitor, GILBERT, SEED_MOMENT)


def test_deadline_says_that_the_clerks_office_is_closed_on_saturday(visitor):
    page = visitor.at(WEEKEND).post(f"/people/{GILBERT.key}/", follow=True)
    words = page_text(page)
    assert "Today is Saturday, so the Clerk's Office is closed." in words
    assert "e-mail cmecf@nmd.uscourts.gov." in words
    assert "(505) 348-2075, as soon as it opens." in words
    assert '<span class="nowrap">(505) 348-2075</span>, as soon as' in page.content.decode()
    assert "Clerk's Office is closed" not in home_of(visitor, GILBERT, OUTAGE)
    assert "Clerk's Office is closed" not in home_of(visitor, GILBERT, LAST_HOUR)


@pytest.mark.parametrize(
    ("at", "comes_first"),
    [(SEED_MOMENT, False), (LAST_HOUR, True), (WEEKEND, True), (FIRST_RUSH, False)],
)
def test_deadline_comes_before_the_next_step_in_the_last_day_and_the_outage(
    visitor, at, comes_first
):
    words = home_of(visitor, GILBERT, at)
    assert (words.index("due Saturday, April 18") < words.index("Next: step")) is comes_first


def test_person_who_only_searches_reads_what_changed(visitor):
    words = home_of(visitor, SKYE)
    assert "What changed for you: you now log in" in words
    assert "Open Query" in words
    assert "What changed for you" not in home_of(visitor, SKYE, SEED_MOMENT)


def test_both_people_of_a_wrong_link_see_what_was_filed_under_the_wrong_name(
    visitor, inside_rehearsal
):
    link(inside_rehearsal, ADELE, to=RUTH)
    file(inside_rehearsal, ADELE)
    assert "Someone else filed under your name" in home_of(visitor, ADELE)
    words = home_of(visitor, RUTH)
    assert "You filed under another person's name" in words
    assert "filed as Adele Counsel" in words
