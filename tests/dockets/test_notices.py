"""Notices of Electronic Filing: who gets them, when, and what they say."""

import re
from datetime import timedelta

import pytest

from cmecf.models import CmecfAccount
from dockets.clerk.services import restrict_entry
from dockets.models import Appearance, Delivery, DocketEntry, Party
from dockets.notices.services import give_notice
from dockets.notices.summary_services import end_of_day
from rehearsals.models import Mail
from tests.support.cast import ADELE, GILBERT, NOEL
from tests.support.docketed import TEXT, add_entry, case_of, filer
from tests.support.moments import DAY_TWO, FIRST_RUSH
from tests.support.visitor import Visitor

MINUTE = timedelta(minutes=1)


@pytest.fixture
def case(inside_rehearsal):
    return case_of(inside_rehearsal)


def mails_to(rehearsal, email: str) -> list[Mail]:
    return list(rehearsal.mails.filter(to=email).order_by("pk"))


def cells(body: str) -> dict[str, str]:
    """What a program reads of the notice's table: the label's cell, then the cell with the value."""
    rows = re.findall(r"<tr><td><strong>([^<]+):</strong></td><td>(.*?)</td></tr>", body)
    return {label: re.sub(r"<[^>]+>", "", value) for label, value in rows}


def test_everyone_in_the_case_and_the_filer_get_the_notice_at_once(case):
    entry = add_entry(case, FIRST_RUSH, filer(case.rehearsal, ADELE), attachments=1)
    recipients = entry.notice.recipients.order_by("position", "pk")
    assert [one.name for one in recipients] == ["Noel Attorney", "Adele Counsel"]
    assert [one.sent_at for one in recipients] == [FIRST_RUSH, FIRST_RUSH]
    assert len({one.magic_number for one in recipients}) == 2
    assert case.rehearsal.mails.count() == 2
    email = mails_to(case.rehearsal, NOEL.email)[0]
    assert email.sender == "NMD_ECFNotice@nmd.uscourts.gov"
    assert email.subject == f"Activity in Case {case.full_number} {case.title} Motion to Dismiss"


def test_a_program_finds_its_fields_in_the_email(case):
    entry = add_entry(case, FIRST_RUSH, filer(case.rehearsal, ADELE), attachments=2)
    email, noel = (
        mails_to(case.rehearsal, NOEL.email)[0],
        entry.notice.recipients.get(name=NOEL.name),
    )
    body = email.body
    assert email.is_html
    assert "entered by Counsel, Adele on 4/20/2020 at 8:05 AM MDT and filed on 4/20/2020" in body
    assert cells(body) == {
        "Case Name": case.title,
        "Case Number": case.full_number,
        "Filer": "Sample Ditch Company",
        "Document Number": str(entry.number),
    }
    docket = re.search(r'href="(\S+)/cgi-bin/DktRpt\.pl\?(\d+)"', body)
    assert (docket[1], docket[2]) == (f"{case.rehearsal.mount}/ecf/nmd", str(case.pk))
    link = re.search(
        r"/doc1/(\d{3})0(\d+)\?caseid=(\d+)&amp;de_seq_num=(\d+)&amp;magic_num=(\d+)", body
    )
    main = entry.documents.get(attachment=0)
    assert (link[1], int(link[2])) == (case.court.document_prefix, main.pk)
    assert link.groups()[2:] == (str(case.pk), str(entry.sequence), noel.magic_number)
    text = re.search(r"<strong>Docket Text:</strong><br>\s*<font[^>]*><b>(.*?)</b></font>", body)
    attached = "(Attachments: # (1) Exhibit A, # (2) Exhibit B) (Counsel, Adele)"
    assert text[1] == TEXT.replace("(Counsel, Adele)", attached)
    assert f"Noel Attorney &nbsp; &nbsp; {NOEL.email}<br>" in body
    assert body.count("<strong>Document description:</strong>") == 3
    assert (
        len(
            re.findall(
                r"\[STAMP dcecfStamp_ID=\d+ \[Date=4/20/2020\] \[FileNumber=\d+-\d\] \[[0-9a-f]{128}\]\]",
                body,
            )
        )
        == 3
    )
    for phrase in (
        "Join ZoomGov Meeting",
        "Modified Dkt text from",
        "Added Correct PDF to document",
    ):
        assert phrase not in body


def test_values_are_escaped_in_html(case):
    add_entry(case, FIRST_RUSH, short_text="A <b> motion", text='<script>alert("x")</script>')
    body = mails_to(case.rehearsal, NOEL.email)[0].body
    assert "<script>" not in body
    assert "&lt;script&gt;" in body


def test_secondary_addresses_and_text_format(case):
    noel = filer(case.rehearsal, NOEL)
    noel.secondary_emails, noel.email_format = f"paralegal@example.com\n{NOEL.email}", "text"
    noel.save()
    entry = add_entry(case, FIRST_RUSH, text='MOTION re "A & B"')
    own = entry.notice.recipients.filter(cmecf_account=noel).order_by("pk")
    assert [(one.email, one.is_secondary) for one in own] == [
        (NOEL.email, False),
        ("paralegal@example.com", True),
    ]
    email = mails_to(case.rehearsal, "paralegal@example.com")[0]
    assert not email.is_html
    assert 'MOTION re "A & B"' in email.body
    assert f"&magic_num={own[1].magic_number}\n" in email.body
    assert f"Noel Attorney    {NOEL.email}, paralegal@example.com" in email.body


def test_people_without_an_active_account_get_it_by_other_means(case):
    party = Party.objects.get(case=case, role="Defendant")
    Appearance.objects.create(
        rehearsal=case.rehearsal, party=party, name="Otto Paper", added_on=party.added_on
    )
    CmecfAccount.objects.filter(login=NOEL.login, court=case.court).update(is_active=False)
    entry = add_entry(case, FIRST_RUSH)
    others = entry.notice.recipients.filter(delivery=Delivery.OTHER)
    assert [one.name for one in others] == ["Noel Attorney", "Otto Paper"]
    assert not mails_to(case.rehearsal, NOEL.email)
    body = mails_to(case.rehearsal, ADELE.email)[0].body
    assert "Otto Paper<br>" in body.partition("delivered by other means to:")[2]


def test_terminated_attorneys_get_no_notice(case):
    Appearance.objects.filter(party__case=case, name="Noel Attorney").update(
        terminated_on=case.filed_on
    )
    add_entry(case, FIRST_RUSH)
    assert not mails_to(case.rehearsal, NOEL.email)


def test_the_daily_summary_comes_once_at_the_end_of_the_day(case):
    rehearsal = case.rehearsal
    CmecfAccount.objects.filter(login=NOEL.login, court=case.court).update(email_frequency="daily")
    entries = [add_entry(case, FIRST_RUSH + minutes * MINUTE) for minutes in range(2)]
    assert rehearsal.due_events.filter(what="dockets.daily_summary").count() == 1
    assert not mails_to(rehearsal, NOEL.email)
    Visitor(rehearsal).at(DAY_TWO).get("/mail/")
    Visitor(rehearsal).get("/mail/")
    summary, *others = mails_to(rehearsal, NOEL.email)
    assert not others
    assert summary.subject == "Summary of ECF Activity"
    assert summary.court_at == end_of_day(FIRST_RUSH, "America/Denver")
    for entry in entries:
        assert entry.notice.recipients.get(name="Noel Attorney").magic_number in summary.body


def test_the_daily_summary_leaves_out_an_entry_that_a_clerk_sealed(case):
    rehearsal = case.rehearsal
    CmecfAccount.objects.filter(login=NOEL.login, court=case.court).update(email_frequency="daily")
    sealed, _ = (add_entry(case, FIRST_RUSH, text=text) for text in ("SECRET", "OPEN"))
    restrict_entry(
        entry=sealed, restriction="sealed", reason="Order", who="staff clerk", at=FIRST_RUSH
    )
    Visitor(rehearsal).at(DAY_TWO).get("/mail/")
    [summary] = mails_to(rehearsal, NOEL.email)
    assert "OPEN" in summary.body
    assert "SECRET" not in summary.body
    assert sealed.notice.recipients.get(name="Noel Attorney").sent_at is None


def test_mail_to_a_dead_address_is_not_delivered(case):
    party = Party.objects.get(case=case, role="Defendant")
    Appearance.objects.create(
        rehearsal=case.rehearsal,
        party=party,
        cmecf_account=filer(case.rehearsal, GILBERT),
        name=GILBERT.name,
        added_on=party.added_on,
    )
    add_entry(case, FIRST_RUSH)
    assert [one.is_delivered for one in mails_to(case.rehearsal, GILBERT.email)] == [False]


def test_queries_do_not_grow_with_the_recipients(case, django_assert_max_num_queries):
    add_entry(case, FIRST_RUSH)
    party = Party.objects.get(case=case, role="Defendant")
    court, rehearsal = case.court, case.rehearsal
    accounts = CmecfAccount.objects.bulk_create(
        CmecfAccount(
            rehearsal=rehearsal, court=court, login=f"many{number}", last_name=f"Many{number}",
            email=f"many{number}@example.com",
        )
        for number in range(40)
    )  # fmt: skip
    Appearance.objects.bulk_create(
        Appearance(
            rehearsal=rehearsal, party=party, cmecf_account=one, name=one.full_name,
            added_on=party.added_on,
        )
        for one in accounts
    )  # fmt: skip
    with django_assert_max_num_queries(12):  # with the entry and its document
        entry = add_entry(case, FIRST_RUSH)
    assert rehearsal.mails.filter(subject__startswith="Activity").count() == 44
    assert DocketEntry.objects.get(pk=entry.pk).notice.recipients.count() == 42


def test_an_entry_without_a_document_says_so(case):
    entry = DocketEntry.objects.create(
        rehearsal=case.rehearsal, case=case, sequence=90, filed_on=case.filed_on,
        entered_at=FIRST_RUSH, event="order", short_text="Order", text="ORDER granting 1.",
    )  # fmt: skip
    give_notice(entry=entry, at=FIRST_RUSH)
    assert (
        cells(mails_to(case.rehearsal, NOEL.email)[0].body)["Document Number"]
        == "(No document attached)"
    )
