"""From the Civil menu to the Notice of Electronic Filing, on the last Friday before the move."""

from dockets.models import Appearance, Case
from tests.support.docketed import entry_count
from tests.support.filing_steps import (
    CARD,
    CIVIL,
    arrive,
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
from tests.support.page_text import page_text


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


def test_court_reporter_events_are_not_offered_to_attorneys(noel):
    assert "Transcript Order Form" in page_text(noel.get(events_path("appeals")))
    answer = choose(noel, "appeals", "transcript")
    assert answer.status_code == 200  # shown again, nothing begun
    assert "Choose an event" in page_text(answer)


def test_second_submit_shows_the_first_notice(rehearsal, noel, plaintiff):
    to_final(noel, "motions", "motion-compel", plaintiff.pk)
    hidden = token_of(noel, "final")
    before = entry_count(rehearsal)
    answers = [noel.post(step_path("final"), hidden) for _ in range(2)]
    assert answers[0].url == answers[1].url
    assert entry_count(rehearsal) == before + 1
    assert noel.get(step_path("docket-text")).url == answers[0].url


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
