"""The Notice of Electronic Filing on the screen, and what others see after a wrong link."""

import pytest

from dockets.models import Case, EntryDocument, Party
from rehearsals.web import mount
from tests.support.cast import ADELE, DANA, NOEL, RUTH
from tests.support.docketed import add_entry, case_of, filer
from tests.support.filing_steps import MESA, submit, to_final
from tests.support.legacy import as_filer
from tests.support.link_steps import agree, link
from tests.support.moments import FIRST_RUSH, LAST_HOUR
from tests.support.page_text import page_text


@pytest.fixture
def entry(inside_rehearsal):
    case = case_of(inside_rehearsal)
    return add_entry(case, LAST_HOUR, filer(inside_rehearsal, NOEL), attachments=1)


def page_of(entry) -> str:
    return f"/ecf/nmd/filing/{entry.pk}/notice/"


def test_the_page_is_the_receipt_and_has_no_free_look(visitor, entry):
    answer = as_filer(visitor.at(LAST_HOUR), NOEL).get(page_of(entry))
    page, source = page_text(answer), answer.content.decode()
    assert "Your filing is complete" in page
    assert "entered by Attorney, Noel on 4/17/2020 at 2:00 PM MDT and filed on 4/17/2020" in page
    assert f"Case Number: {entry.case.full_number}" in page
    assert f"electronically mailed to: Noel Attorney {NOEL.email}" in " ".join(page.split())
    assert f"FileNumber={EntryDocument.objects.get(entry=entry, attachment=0).pk}-1" in page
    assert "until Saturday, May 2, 2020, at 2:00 pm MT" in page
    assert "/doc1/" in source
    assert "magic_num" not in source


def test_help_speaks_of_a_free_look_only_if_there_is_a_document(visitor, entry):
    as_filer(visitor.at(LAST_HOUR), NOEL)
    assert "Open its link once" in page_text(visitor.get(page_of(entry)))
    entry.documents.all().delete()
    page = page_text(visitor.get(page_of(entry)))
    assert "This entry has no document." in page
    assert "free look" not in page


def test_another_attorney_of_the_case_reads_it_too(visitor, entry):
    page = page_text(as_filer(visitor.at(LAST_HOUR), ADELE).get(page_of(entry)))
    assert "Your filing is complete" not in page
    assert "Notice of Electronic Filing" in page


def test_a_filer_outside_the_case_finds_nothing(visitor, entry):
    assert as_filer(visitor.at(LAST_HOUR), DANA).get(page_of(entry)).status_code == 404


def test_in_a_sealed_case_only_the_filer_finds_it(new_visitor, entry):
    Case.objects.update(access="sealed")
    answers = [
        as_filer(new_visitor().at(LAST_HOUR), who).get(page_of(entry)) for who in (NOEL, ADELE)
    ]
    assert [answer.status_code for answer in answers] == [200, 404]


def test_a_notice_of_another_rehearsal_is_not_found(visitor, entry, other_rehearsal):
    with mount.inside_rehearsal(other_rehearsal):
        foreign = add_entry(case_of(other_rehearsal), LAST_HOUR, filer(other_rehearsal, NOEL))
    assert as_filer(visitor.at(LAST_HOUR), NOEL).get(page_of(foreign)).status_code == 404


def test_after_a_wrong_link_the_notice_shows_the_wrong_name(visitor, rehearsal):
    """Ruth linked Adele's CM/ECF account. What Ruth files is filed by Adele, and Adele gets the notice."""
    link(visitor.at(FIRST_RUSH), RUTH, ADELE)
    agree(visitor)
    party = Party.objects.get(rehearsal=rehearsal, case__number=MESA, role="Defendant")
    to_final(visitor, "motions", "motion-compel", party.pk)
    entry = submit(visitor)
    page = page_text(visitor.get(page_of(entry)))
    assert "Filed under another name" in page
    assert f"as Adele Counsel, because your PACER account, {RUTH.username}" in page
    assert f"notices go to {ADELE.email}" in page
    assert "The notice went to the person you file as, not to you." in page
    assert "Your notice is in the practice mailbox." not in page
    mails = rehearsal.mails.filter(subject__startswith="Activity in Case")
    assert {email.to for email in mails} == {NOEL.email, ADELE.email}
    assert all("entered by Counsel, Adele on" in email.body for email in mails)
    assert not any("Ruth" in email.body for email in mails)
