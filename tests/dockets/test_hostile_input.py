"""What the pages of dockets and filing must not show, charge or lose, whatever is sent to them."""

from xml.etree.ElementTree import fromstring

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dockets.documents import store
from dockets.documents.numbers import MENU, document_number
from dockets.documents.refusals import DocumentRefusal
from dockets.models import Appearance, Case, CaseAccess, Deadline, FreeLook, Restriction
from dockets.query.nonce import make_nonce
from pacer_accounts.models import UsageTransaction
from rehearsals.web import mount
from tests.support.cast import JOHN, NOEL, SKYE
from tests.support.docketed import add_entry, case_of, filer, pacer_of
from tests.support.factories import CmecfAccountFactory
from tests.support.filing_steps import CIVIL, MESA, choose, press, step_path, to_documents
from tests.support.legacy import as_reader
from tests.support.link_steps import agree
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, LAST_HOUR, REMINDER
from tests.support.page_text import page_text
from tests.support.pdfs import made
from tests.support.submissions import party

SECRET = "Motion about a Secret Trust"


@pytest.fixture
def skye(visitor):
    return as_reader(visitor.at(LAST_HOUR), SKYE)


def filed(rehearsal, **fields):
    with mount.inside_rehearsal(rehearsal):
        return add_entry(case_of(rehearsal), LAST_HOUR, filer(rehearsal, NOEL), **fields)


def path_of(entry) -> str:
    prefix = entry.case.court.document_prefix
    return f"/ecf/nmd/doc1/{document_number(prefix, entry.documents.get().pk)}"


def seal(rehearsal) -> None:
    Case.objects.filter(rehearsal=rehearsal, number=MESA).update(access=CaseAccess.SEALED)


def test_deadline_of_a_sealed_entry_is_on_no_report(rehearsal, skye):
    entry = filed(rehearsal, restriction=Restriction.SEALED, short_text=SECRET)
    rows = {"rehearsal": rehearsal, "case": entry.case, "due_on": "2020-05-01"}
    Deadline.objects.create(entry=entry, label=f"Response to {SECRET} due", **rows)
    Deadline.objects.create(label="Pretrial Order due", **rows)
    schedule = skye.post(f"/ecf/nmd/cgi-bin/SchedQry.pl?{make_nonce(entry.case)}")
    period = {"date_from": "5/1/2020", "date_to": "5/2/2020"}
    calendar = skye.post(f"/ecf/nmd/cgi-bin/CalEvents-Rpt.pl?{make_nonce()}", period)
    for page in (schedule, calendar):
        assert "Pretrial Order due" in page_text(page)
        assert SECRET not in page_text(page)


def test_find_this_case_does_not_name_a_sealed_case(rehearsal, noel):
    seal(rehearsal)
    choose(noel, "notices", "notice-other")
    press(noel, "case", "find", case_number=MESA)
    assert "Practice Mesa" not in page_text(noel.get(step_path("case")))
    press(noel, "case", case_number=MESA)
    page = page_text(noel.get(step_path("case")))
    assert "This case is under seal." in page
    assert "Practice Mesa" not in page


def test_filing_stops_when_its_case_is_sealed(rehearsal, noel):
    to_documents(noel, "motions", "motion-compel", party(rehearsal).pk)
    seal(rehearsal)
    page = page_text(noel.get(step_path("documents")))
    assert "This case is under seal." in page
    assert "Practice Mesa" not in page


@pytest.mark.parametrize("number", ["²", "-1", "9" * 5000])
def test_impossible_number_of_a_document_removes_nothing(rehearsal, noel, number):
    to_documents(noel, "motions", "motion-compel", party(rehearsal).pk)
    press(noel, "documents", "add", practice="text")
    assert press(noel, "documents", f"remove-{number}").status_code == 302
    assert "practice-motion.pdf" in page_text(noel.get(step_path("documents")))


def test_removing_one_of_two_equal_documents_keeps_the_other(rehearsal, noel):
    to_documents(noel, "motions", "motion-compel", party(rehearsal).pk)
    for category in ("", "Exhibit"):
        same = SimpleUploadedFile("same.pdf", made(), "application/pdf")
        press(noel, "documents", "add", upload=same, category=category)
    press(noel, "documents", "remove-1")
    for step in ("documents", "refer", "docket-text"):
        press(noel, step)
    assert "/notice/" in press(noel, "final").headers["Location"]


def test_free_look_is_not_used_while_the_file_cannot_be_read(rehearsal, visitor, monkeypatch):
    entry = filed(rehearsal)
    link = f"{path_of(entry)}?magic_num={entry.notice.recipients.first().magic_number}"
    with monkeypatch.context() as patch:

        def down(path):
            raise store.StorageDown

        patch.setattr(store, "open_file", down)
        assert visitor.at(LAST_HOUR).get(link).status_code == 503
    assert not FreeLook.objects.exists()
    assert "<iframe" in visitor.get(link).content.decode()


def test_only_get_and_post_are_charged(rehearsal, skye):
    entry = filed(rehearsal)
    rehearsal.pacer_accounts.filter(username=SKYE.username).update(shows_receipts=False)
    before, url = UsageTransaction.objects.count(), rehearsal.mount + path_of(entry)
    assert skye.client.head(url).status_code == 200
    assert skye.client.options(url).status_code == 405
    assert UsageTransaction.objects.count() == before
    skye.client.get(url)
    assert UsageTransaction.objects.count() == before + 1


@pytest.mark.parametrize("after", ["2020-01-01~1", "2020-01-01T00:00:00~1", "0001-01-01~5", "x~1"])
def test_impossible_place_in_a_report_gives_its_first_page(rehearsal, skye, after):
    filed(rehearsal, short_text=SECRET)
    period = {"date_from": "4/1/2020", "date_to": "4/30/2020", "date_range_type": "Entered"}
    url = f"/ecf/nmd/cgi-bin/DktActivity-Rpt.pl?{make_nonce()}"
    assert "MOTION to Dismiss" in page_text(skye.post(url, period | {"after": after}))


def test_script_in_a_magic_number_is_not_in_the_menu_of_documents(rehearsal, skye):
    entry = filed(rehearsal, attachments=1)
    prefix, key = entry.case.court.document_prefix, entry.documents.get(attachment=0).pk
    menu = f"/ecf/nmd/doc1/{document_number(prefix, key, MENU)}"
    source = skye.get(f"{menu}?magic_num=%27);alert(1)//").content.decode()
    assert "goDLS(" in source
    assert "alert" not in source
    assert "&amp;magic_num=123" in skye.get(f"{menu}?magic_num=123").content.decode()


@pytest.mark.parametrize("typed", ["%01%1B20-90001", "%EF%BF%BE20-90001", "%ED%A0%8020-90001"])
def test_case_numbers_with_control_characters_are_answered_in_readable_xml(skye, typed):
    answer = skye.get(f"/ecf/nmd/cgi-bin/possible_case_numbers.pl?{typed}")
    assert fromstring(answer.content).get("number").endswith("20-90001")


def test_link_in_another_court_reads_no_restricted_document(rehearsal, visitor):
    entry = filed(rehearsal, restriction=Restriction.PARTICIPANTS)
    account = filer(rehearsal, JOHN)  # John appears in the case, and his account here isn't linked
    Appearance.objects.create(
        rehearsal=rehearsal, party=party(rehearsal), cmecf_account=account, name="John Attorney",
        added_on=entry.filed_on,
    )  # fmt: skip
    CmecfAccountFactory(
        court=rehearsal.courts.get(code="nmb"), login="jattorney", persona=JOHN.key,
        pacer_account=pacer_of(rehearsal, JOHN), linked_at=FIRST_RUSH,
    )  # fmt: skip
    log_in(visitor.at(FIRST_RUSH), JOHN)
    agree(visitor)
    refused = visitor.get(path_of(entry))
    assert refused.status_code == 403
    assert DocumentRefusal.NO_PERMISSION.sentence in page_text(refused)
    account.pacer_account, account.linked_at = pacer_of(rehearsal, JOHN), FIRST_RUSH
    account.save()
    agree(visitor)
    assert visitor.get(path_of(entry)).status_code == 200


def test_browser_that_fetches_in_advance_uses_no_free_look_and_aborts_no_filing(rehearsal, noel):
    entry = filed(rehearsal)
    link = f"{path_of(entry)}?magic_num={entry.notice.recipients.first().magic_number}"
    to_documents(noel, "motions", "motion-compel", party(rehearsal).pk)
    for page in (link, CIVIL):
        for name in ("Sec-Purpose", "Purpose", "X-Moz"):
            answer = noel.get(page, headers={name: "prefetch;prerender"})
            assert (answer.status_code, answer.headers["Cache-Control"]) == (503, "no-store")
    assert not FreeLook.objects.exists()
    assert noel.get(step_path("documents")).status_code == 200


@pytest.mark.parametrize("number", ["999", "1, 999"])
def test_reference_to_a_document_that_is_not_on_the_docket_is_an_error(rehearsal, noel, number):
    to_documents(noel, "motions", "motion-compel", party(rehearsal).pk)
    press(noel, "documents", practice="text")
    press(noel, "refer", numbers=number)
    page = noel.get(step_path("refer"))
    assert "has no document with this number. Check it: 999." in page_text(page)
    assert f'value="{number}"' in page.content.decode()


def test_sealed_entry_is_no_document_to_refer_to(rehearsal, noel):
    number = filed(rehearsal, restriction=Restriction.SEALED, short_text=SECRET).number
    to_documents(noel, "motions", "motion-compel", party(rehearsal).pk)
    press(noel, "documents", practice="text")
    press(noel, "refer", numbers=str(number))
    page = page_text(noel.get(step_path("refer")))
    assert f"has no document with this number. Check it: {number}." in page
    assert SECRET not in page


def test_free_look_says_that_the_clock_is_before_its_notice(rehearsal, visitor):
    entry = filed(rehearsal)
    link = f"{path_of(entry)}?magic_num={entry.notice.recipients.first().magic_number}"
    page = page_text(visitor.at(REMINDER).get(link))
    assert "Its free look begins on Friday, April 17, 2020" in page
    assert not FreeLook.objects.exists()
