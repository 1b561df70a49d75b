"""From the Civil menu to the Notice of Electronic Filing, on the last Friday before the move."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dockets.documents import drafts as documents_drafts
from dockets.documents import store
from dockets.documents.refusals import DocumentRefusal
from dockets.filing import views
from dockets.filing.refusals import FilingRefusal
from dockets.models import Appearance, Case, DocketEntry, Party
from tests.support.cast import DANA, JOHN, MIRIAM, NOEL
from tests.support.docketed import case_of
from tests.support.filing_steps import (
    CARD,
    CIVIL,
    MESA,
    arrive,
    as_filer,
    choose,
    events_path,
    press,
    step_path,
    submit,
    to_documents,
    to_final,
    token_of,
)
from tests.support.legacy import SEARCH, TRANSACTIONS
from tests.support.moments import LAST_HOUR, OUTAGE
from tests.support.page_text import page_text
from tests.support.pdfs import PDF, made
from tests.support.submissions import party

CLOSED = "1:17-cv-90008"  # since March 19, 2018
ABORTED = "This filing was aborted because you left by a menu"


@pytest.fixture
def noel(visitor):
    return as_filer(visitor.at(LAST_HOUR), NOEL)


@pytest.fixture
def plaintiff(rehearsal) -> Party:
    return party(rehearsal)


def entries(rehearsal) -> int:
    return DocketEntry.objects.filter(rehearsal=rehearsal).count()


def test_attorney_files_a_motion_and_sees_the_notice(rehearsal, noel, plaintiff):
    before = plaintiff.case.last_number
    to_final(noel, "motions", "motion-compel", plaintiff.pk)
    entry = submit(noel)
    assert entry.number == before + 1
    assert entry.text == (
        "MOTION to Compel of discovery by Practice Mesa Water Cooperative. (Attorney, Noel)"
    )
    assert [document.attachment for document in entry.documents.all()] == [0]
    notice = page_text(noel.get(f"/ecf/nmd/filing/{entry.pk}/notice/"))
    assert "Notice of Electronic Filing" in notice
    assert "MOTION to Compel of discovery" in notice
    log = page_text(noel.get(TRANSACTIONS))
    assert f"{entry.log_name} Motion to Compel" in log
    assert "Filed a document" in log


def test_menu_lists_the_headings_and_search_finds_events(noel):
    menu = page_text(noel.get(CIVIL))
    for words in ("Open a Case", "Initial Pleadings and Service", "Motions and Related Filings"):
        assert words in menu
    found = noel.get(SEARCH, data={"q": "summary judgment"}).content.decode()
    assert "file/events/motions/?event=motion-summary-judgment" in found


def test_second_submit_shows_the_first_notice(rehearsal, noel, plaintiff):
    to_final(noel, "motions", "motion-compel", plaintiff.pk)
    hidden = token_of(noel, "final")
    before = entries(rehearsal)
    answers = [noel.post(step_path("final"), hidden) for _ in range(2)]
    assert answers[0].url == answers[1].url
    assert entries(rehearsal) == before + 1
    assert noel.get(step_path("docket-text")).url == answers[0].url


def test_leaving_by_a_menu_aborts_the_filing(rehearsal, noel, plaintiff):
    to_final(noel, "motions", "motion-compel", plaintiff.pk)
    hidden, before = token_of(noel, "final"), entries(rehearsal)
    assert "Your filing was aborted because you opened another page" in page_text(noel.get(CIVIL))
    assert "Your filing was aborted" not in page_text(noel.get(CIVIL))
    for answer in (noel.get(step_path("final")), noel.post(step_path("final"), hidden)):
        assert answer.status_code == 409
        assert ABORTED in page_text(answer)
        assert "Nothing was filed" in page_text(answer)
    assert entries(rehearsal) == before


def test_leaving_by_a_menu_keeps_the_same_upload_of_another_filer(rehearsal, noel, new_visitor):
    john = as_filer(new_visitor().at(LAST_HOUR), JOHN)
    plaintiff = party(rehearsal)
    for person in (john, noel):
        to_documents(person, "motions", "motion-compel", plaintiff.pk)
        file = SimpleUploadedFile("brief.pdf", PDF)
        assert arrive(press(person, "documents", upload=file)) == "refer"
    john.get(CIVIL)
    assert arrive(press(noel, "refer")) == "docket-text"
    assert arrive(press(noel, "docket-text", words="of discovery")) == "final"
    document = submit(noel).documents.get()
    assert store.read(document.path) == PDF


def test_refused_document_says_error_once_and_is_tied_to_its_field(noel, plaintiff):
    def refused(**chosen) -> str:
        press(noel, "documents", **chosen)
        return noel.get(step_path("documents")).content.decode()

    to_documents(noel, "motions", "motion-compel", plaintiff.pk)
    page = refused(practice="word")
    line = re.search(r'id="id_practice_error"><span class="error-line">(.+?)</span></div>', page)[1]
    assert line.startswith("ERROR: Document is not a well-formed PDF document.")
    assert re.search(r'<select[^>]+aria-describedby="[^"]*id_practice_error"', page)
    missing = '<span class="usa-sr-only">Error: </span>Choose a file or a practice document.'
    assert missing in refused()


def test_one_document_too_many_is_refused_and_not_stored(rehearsal, noel, plaintiff, monkeypatch):
    monkeypatch.setattr(views, "MOST_ITEMS", 4)
    to_documents(noel, "motions", "motion-compel", plaintiff.pk)
    press(noel, "documents", "add", practice="attachments")
    file = SimpleUploadedFile("brief.pdf", PDF)
    press(noel, "documents", "add", upload=file, category="Exhibit", description="Z")
    assert views.TOO_MANY in page_text(noel.get(step_path("documents")))
    assert store.names_in(f"drafts/{rehearsal.pk}")[1] == []


def test_too_many_waiting_uploads_are_explained_on_the_page_and_keep_the_filing(
    noel, plaintiff, monkeypatch
):
    monkeypatch.setattr(documents_drafts, "DRAFTS_OF_ACCOUNT", 1)
    to_documents(noel, "motions", "motion-compel", plaintiff.pk)
    press(noel, "documents", "add", upload=SimpleUploadedFile("brief.pdf", PDF))
    file = SimpleUploadedFile("exhibit.pdf", PDF)
    answer = press(noel, "documents", upload=file, category="Exhibit", description="Map of wells")
    assert arrive(answer) == "documents"
    page = noel.get(step_path("documents")).content.decode()
    assert unescape(DocumentRefusal.TOO_MANY_DRAFTS.todo) in unescape(page)
    assert 'value="Map of wells"' in page
    assert "brief.pdf" in page
    assert arrive(press(noel, "documents")) == "refer"


def test_reading_a_document_beside_a_filing_does_not_abort_it(noel, plaintiff):
    to_documents(noel, "motions", "motion-compel", plaintiff.pk)
    noel.get("/ecf/nmd/doc1/12300000001")
    noel.get("/ecf/nmd/cgi-bin/possible_case_numbers.pl?20-90001")
    assert noel.get(step_path("documents")).status_code == 200


def test_back_keeps_input_and_uploads(noel, plaintiff):
    to_documents(noel, "motions", "motion-compel", plaintiff.pk)
    file = SimpleUploadedFile("my motion.pdf", made(), "application/pdf")
    assert arrive(press(noel, "documents", "add", upload=file)) == "documents"
    press(noel, "documents", "add", practice="text", category="Exhibit", description="A")
    assert arrive(press(noel, "documents")) == "refer"
    press(noel, "refer")
    press(noel, "docket-text", "back", words="about the meters")
    assert "about the meters" in noel.get(step_path("docket-text")).content.decode()
    page = page_text(noel.get(step_path("documents")))
    assert "my motion.pdf" in page
    assert "Exhibit A" in page
    assert page_text(noel.get(step_path("filer"))).count("Practice Mesa Water Cooperative") >= 1
    press(noel, "docket-text", words="about the meters")
    entry = submit(noel)
    assert [one.label for one in entry.documents.order_by("attachment")] == ["", "Exhibit A"]
    assert "about the meters" in entry.text


def test_final_text_and_notice_name_the_attachments_as_the_docket_does(noel, plaintiff):
    to_documents(noel, "motions", "motion-compel", plaintiff.pk)
    press(noel, "documents", "add", practice="text")
    press(noel, "documents", "add", practice="text", category="Exhibit", description="A")
    press(noel, "documents", "add", practice="text", category="Affidavit")
    press(noel, "documents")
    press(noel, "refer")
    assert "Attachments" not in page_text(noel.get(step_path("docket-text")))
    press(noel, "docket-text", words="of discovery")
    ending = "Cooperative. (Attachments: # (1) Exhibit A, # (2) Affidavit) (Attorney, Noel)"
    assert ending in page_text(noel.get(step_path("final")))
    entry = submit(noel)
    assert ending in page_text(noel.get(f"/ecf/nmd/filing/{entry.pk}/notice/"))
    assert "Attachments" not in entry.text  # the docket sheet lists them with links


def test_outage_page_says_that_an_unfinished_filing_was_not_filed(rehearsal, noel, plaintiff):
    to_final(noel, "motions", "motion-compel", plaintiff.pk)
    hidden, before = token_of(noel, "final"), entries(rehearsal)
    answer = noel.at(OUTAGE).post(step_path("final"), hidden)
    assert answer.status_code == 503
    assert "You had a filing that you had not submitted. Nothing was filed" in page_text(answer)
    assert entries(rehearsal) == before


def test_party_with_one_case_is_told_so_in_another(visitor):
    dana = as_filer(visitor.at(LAST_HOUR), DANA)
    choose(dana, "notices", "notice-other")
    press(dana, "case", case_number="1:20-cv-90001")
    page = page_text(dana.get(step_path("case")))
    assert FilingRefusal.ONLY_ONE_CASE.sentence in page
    assert "Your case is 1:20-cv-90004-TRN-SIM." in page
    assert arrive(press(dana, "case", case_number="1:20-cv-90004")) == "caption"


def test_party_is_asked_for_nothing_but_her_own_name(visitor):
    dana = as_filer(visitor.at(LAST_HOUR), DANA)
    choose(dana, "notices", "notice-other")
    press(dana, "case", case_number="1:20-cv-90004")
    press(dana, "caption")
    press(dana, "filer")
    page = page_text(dana.get(step_path("filer")))
    assert "You file for yourself. Select your name." in page
    assert "new filer" not in page.casefold()


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("1:20-cv-90007", FilingRefusal.SEALED_CASE),
        ("1:20-cr-90003", FilingRefusal.WRONG_MENU),
    ],
)
def test_case_that_cannot_be_filed_in_is_refused_at_once(noel, number, reason):
    choose(noel, "notices", "notice-other")
    press(noel, "case", case_number=number)
    assert reason.sentence in page_text(noel.get(step_path("case")))


def test_closed_case_is_warned_about_and_can_be_filed_in(rehearsal, noel):
    plaintiff = party(rehearsal, number=CLOSED)
    choose(noel, "motions", "motion-compel")
    assert arrive(press(noel, "case", case_number=CLOSED)) == "caption"
    caption = page_text(noel.get(step_path("caption")))
    assert "WARNING: CASE CLOSED on 03/19/2018. You can still file." in caption
    to_final(noel, "motions", "motion-compel", plaintiff.pk, CLOSED)
    assert submit(noel).case.number == CLOSED


def test_open_case_has_no_warning(noel):
    choose(noel, "motions", "motion-compel")
    press(noel, "case", case_number=MESA)
    assert "WARNING" not in page_text(noel.get(step_path("caption")))


def test_new_attorney_is_associated_with_the_party(rehearsal, visitor):
    john = as_filer(visitor.at(LAST_HOUR), JOHN)
    defendant = party(rehearsal, "Defendant")
    to_documents(john, "motions", "motion-compel", defendant.pk)
    press(john, "documents", practice="text")
    press(john, "refer")
    press(john, "docket-text")
    submit(john)
    made = Appearance.objects.get(party=defendant, cmecf_account__login=JOHN.login)
    assert made.name == "John Attorney"


def test_response_satisfies_the_deadline_of_its_motion(rehearsal, noel, plaintiff):
    to_final(noel, "motions", "motion-compel", plaintiff.pk)
    motion = submit(noel)
    due = motion.deadlines.get()
    assert (due.label, due.due_on.isoformat()) == ("Response to Motion to Compel due", "2020-05-01")
    to_final(noel, "responses", "response", plaintiff.pk, refers_to=[motion.number])
    response = submit(noel)
    assert response.text.startswith(f"RESPONSE to {motion.number} Motion to Compel")
    due.refresh_from_db()
    assert due.satisfied_on == response.filed_on


def test_response_without_a_motion_is_not_accepted(noel, plaintiff):
    to_documents(noel, "responses", "response", plaintiff.pk)
    press(noel, "documents", practice="text")
    assert arrive(press(noel, "refer")) == "refer"
    assert "must refer to an earlier document" in page_text(noel.get(step_path("refer")))


def test_civil_case_is_opened_with_its_complaint_and_fee(rehearsal, noel):
    opening = {
        "office": "1", "jurisdiction": "Diversity", "nature_of_suit": "190 Contract: Other",
        "cause": "28:1332 Diversity-Breach of Contract", "jury_demand": "None",
    }  # fmt: skip
    choose(noel, "open-civil-case", "complaint")
    assert arrive(press(noel, "open-case", **opening)) == "new-parties"
    people = (("Plaintiff", "Sample Orchard LLC", "on"), ("Defendant", "Test Canal Company", ""))
    for role, name, mine in people:
        press(
            noel,
            "new-parties",
            "add",
            role=role,
            last_name=name,
            **({"is_filer": mine} if mine else {}),
        )
    assert arrive(press(noel, "new-parties")) == "documents"
    press(noel, "documents", practice="text")
    assert arrive(press(noel, "questions")) == "fee"
    declined = CARD | {"card_number": "4000 0000 0000 0002"}
    assert arrive(press(noel, "fee", **declined)) == "fee"
    assert arrive(press(noel, "fee", **CARD)) == "docket-text"
    press(noel, "docket-text")
    entry = submit(noel)
    assert (entry.case.number, entry.number) == ("1:20-cv-95001", 1)
    assert entry.case.title == "Sample Orchard LLC v. Test Canal Company"
    assert entry.fee.amount == 400
    assert f"receipt number {entry.fee.receipt_number}" in entry.text
    assert "against Test Canal Company" in entry.text
    assert Appearance.objects.filter(party__case=entry.case).count() == 1
    assert Case.objects.filter(rehearsal=rehearsal, serial=95001).count() == 1


def test_adding_nothing_asks_for_what_the_page_is_about(noel, plaintiff):
    to_documents(noel, "motions", "motion-compel", plaintiff.pk)
    press(noel, "documents", "add", practice="text")
    press(noel, "documents", "add")
    sentence = "No document was chosen. Choose a PDF or a practice document first."
    assert sentence in page_text(noel.get(step_path("documents")))
    choose(noel, "open-civil-case", "complaint")
    press(
        noel,
        "open-case",
        office="1",
        jurisdiction="Diversity",
        nature_of_suit="190 Contract: Other",
        cause="28:1332 Diversity-Breach of Contract",
        jury_demand="None",
    )
    press(noel, "new-parties", "add")
    sentence = "No party was entered. Choose its role and enter its name first."
    assert sentence in page_text(noel.get(step_path("new-parties")))


def test_court_reporter_events_are_not_offered_to_attorneys(noel):
    assert "Transcript Order Form" in page_text(noel.get(events_path("appeals")))
    answer = choose(noel, "appeals", "transcript")
    assert answer.status_code == 200  # shown again, nothing begun
    assert "Choose an event" in page_text(answer)


def test_find_this_case_names_the_cases_without_a_script_and_keeps_the_number(rehearsal, noel):
    choose(noel, "notices", "notice-other")
    assert arrive(press(noel, "case", "find", case_number="20-90001")) == "case"
    page = noel.get(step_path("case"))
    assert "1:20-cv-90001-TRN-SIM Practice Mesa Water" in page_text(page)
    assert 'value="20-90001"' in page.content.decode()
    make_twin(rehearsal)
    press(noel, "case", "find", case_number="20-90001")
    page = noel.get(step_path("case"))
    assert page.content.decode().count('type="radio" name="case"') == 2
    assert 'value="20-90001"' in page.content.decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("20-77777", "There is no case with this number in this court."),
        ("water", "There is no case with this number in this court."),
        ("20-90007", "This case is under seal"),
    ],
)
def test_find_this_case_says_why_it_shows_no_case(noel, rehearsal, typed, sentence):
    sealed = case_of(rehearsal, "1:20-cv-90007")
    choose(noel, "notices", "notice-other")
    assert arrive(press(noel, "case", "find", case_number=typed)) == "case"
    page = noel.get(step_path("case"))
    assert sentence in page_text(page)
    assert f'value="{typed}"' in page.content.decode()
    assert sealed.title not in page_text(page)


def make_twin(rehearsal):
    """A case in another office with the number of the first case."""
    twin = case_of(rehearsal)
    twin.pk, twin.number, twin.office, twin.title = None, "2:20-cv-90001", "2", "Twin v. Twin"
    twin.save()
    return twin


def test_several_cases_of_a_number_are_offered(rehearsal, noel):
    twin = make_twin(rehearsal)
    choose(noel, "notices", "notice-other")
    assert arrive(press(noel, "case", case_number="20-90001")) == "case"
    assert "Twin v. Twin" in page_text(noel.get(step_path("case")))
    assert arrive(press(noel, "case", case_number="20-90001", case=twin.pk)) == "caption"


def test_only_the_court_adds_a_defendant_to_a_criminal_case(visitor):
    miriam = as_filer(visitor.at(LAST_HOUR), MIRIAM)
    choose(miriam, "cr-notices", "notice-other")
    press(miriam, "case", case_number="1:20-cr-90003")
    defendant = party(visitor.rehearsal, "Defendant", "1:20-cr-90003")
    press(miriam, "caption", defendants=[defendant.pk])
    page = miriam.get(step_path("filer")).content.decode()
    assert '<option value="Movant">' in page
    assert '<option value="Defendant">' not in page
