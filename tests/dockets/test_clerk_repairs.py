"""The clerk's repairs, each with a reason: restrictions, docket texts, and notices sent again."""

import pytest
from django.urls import reverse

from dockets.clerk.refusals import ClerkRefusal
from dockets.clerk.services import correct_text, restrict_entry
from dockets.models import Case, DocketEntry
from rehearsals.help.refusals import Refused
from rehearsals.web import mount
from tests.support import docketed
from tests.support.cast import GRANT, JOHN, NOEL
from tests.support.clerk_desk import DOCUMENTS, ENTRIES, change_page, repair, rows_of
from tests.support.docketed import K1, add_bare_entry, case_of, filer, pacer_of
from tests.support.moments import DAY_TWO, FIRST_RUSH, SEED_MOMENT
from tests.support.page_text import page_text
from tests.support.staff import chosen, staff_client
from tests.support.visitor import hold

pytestmark = pytest.mark.django_db


def test_clerk_restricts_an_entry_with_a_reason_and_opens_it_again(clerk, rehearsal, complaint):
    page = repair(
        clerk, ENTRIES, "restrict", complaint, restriction="sealed", reason="Order of today"
    )
    complaint.refresh_from_db()
    assert complaint.restriction == "sealed"
    assert f"Changed the restriction: {K1} entry 1, Complaint" in page
    line = rehearsal.activities.get(what="dockets.restricted")
    assert (line.who, line.detail) == (
        "staff clerk",
        f"nmd: {K1} entry 1: Sealed: court staff only: Order of today",
    )
    repair(clerk, ENTRIES, "restrict", complaint, restriction="public", reason="Order vacated")
    complaint.refresh_from_db()
    assert complaint.restriction == "public"
    kept = [(one.before, one.after, one.reason) for one in complaint.corrections.all()]
    assert kept[0] == ("Sealed: court staff only", "Public", "Order vacated")
    assert len(kept) == 2


def test_clerk_restricts_one_document_of_an_entry(clerk, complaint):
    exhibit = complaint.documents.get(attachment=1)
    repair(
        clerk, DOCUMENTS, "restrict", exhibit, restriction="participants", reason="Has a birth date"
    )
    exhibit.refresh_from_db()
    assert exhibit.restriction == "participants"
    assert complaint.documents.get(attachment=0).restriction == "public"
    assert complaint.corrections.get().what == "restriction, attachment 1"


def test_same_restriction_again_is_refused(inside_rehearsal, complaint):
    with pytest.raises(Refused) as refused:
        restrict_entry(
            entry=complaint, restriction="public", reason="why", who="staff x", at=SEED_MOMENT
        )
    assert refused.value.reason is ClerkRefusal.SAME_RESTRICTION


def test_trainer_sees_dockets_but_may_not_repair_them(rehearsal, complaint):
    trainer = staff_client("Trainers", rehearsal)
    assert rows_of(trainer, ENTRIES, q=K1)
    repair(trainer, ENTRIES, "restrict", complaint, restriction="sealed", reason="I may not")
    complaint.refresh_from_db()
    assert complaint.restriction == "public"


def test_corrected_docket_text_leaves_the_notice_as_it_was(clerk, rehearsal):
    hold(rehearsal, FIRST_RUSH)
    entry = add_bare_entry(case_of(rehearsal), FIRST_RUSH, by=filer(rehearsal, NOEL))
    before = entry.text
    asked = page_text(clerk.post(reverse(ENTRIES), chosen("correct_text", entry)))
    assert before in asked
    repair(
        clerk, ENTRIES, "correct_text", entry, text="NOTICE of new address", reason="Typing error"
    )
    entry.refresh_from_db()
    assert (entry.text, entry.notice.docket_text) == ("NOTICE of new address", before)
    page = page_text(clerk.get(reverse("admin:dockets_docketentry_change", args=[entry.pk])))
    assert f"docket text {before} NOTICE of new address Typing error staff clerk" in page


@pytest.mark.parametrize(
    ("text", "reason", "refusal"),
    [
        ("  ", "why", ClerkRefusal.TEXT_MISSING),
        ("same", "why", ClerkRefusal.SAME_TEXT),
        ("NOTICE", " ", ClerkRefusal.REASON_MISSING),
    ],
)
def test_correction_without_text_change_or_reason_is_refused(
    inside_rehearsal, complaint, text, reason, refusal
):
    text = complaint.text if text == "same" else text
    with pytest.raises(Refused) as refused:
        correct_text(entry=complaint, text=text, reason=reason, who="staff x", at=SEED_MOMENT)
    assert refused.value.reason is refusal
    assert not complaint.corrections.exists()


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\x07"])
def test_invisible_characters_are_refused_and_lines_are_joined(clerk, complaint, sign):
    before = complaint.text
    for values in ({"text": f"NOTICE{sign}", "reason": "x"}, {"text": "NOTICE", "reason": sign}):
        page = repair(clerk, ENTRIES, "correct_text", complaint, **values)
        assert "Delete the invisible characters." in page
    complaint.refresh_from_db()
    assert complaint.text == before
    repair(clerk, ENTRIES, "correct_text", complaint, text="NOTICE\r\nof\xa0all", reason="x")
    complaint.refresh_from_db()
    assert complaint.text == "NOTICE of all"


def test_filing_through_a_wrong_link_waits_until_the_clerk_corrects_its_text(clerk, rehearsal):
    hold(rehearsal, FIRST_RUSH)
    case, john = case_of(rehearsal), filer(rehearsal, JOHN)
    add_bare_entry(case, FIRST_RUSH, by=john, using=pacer_of(rehearsal, JOHN))
    wrong = add_bare_entry(case, FIRST_RUSH, by=john, using=pacer_of(rehearsal, GRANT))
    assert "1 Filings whose names differ" in page_text(clerk.get(reverse("staff")))
    assert rows_of(clerk, ENTRIES, names="differ") == [wrong]
    repair(clerk, ENTRIES, "correct_text", wrong, text="Filed in error", reason="Grant filed it")
    assert "0 Filings whose names differ" in page_text(clerk.get(reverse("staff")))
    assert DocketEntry.objects.get(pk=wrong.pk).entered_by == john
    assert Case.objects.filter(pk=case.pk).exists()


def test_clerk_resends_a_notice_to_the_address_that_is_now_on_file(clerk, rehearsal):
    hold(rehearsal, FIRST_RUSH)
    with mount.inside_rehearsal(rehearsal):
        entry = docketed.add_entry(case_of(rehearsal), FIRST_RUSH, filer(rehearsal, NOEL))
    rehearsal.cmecf_accounts.filter(login=NOEL.login).update(email="new@example.com")
    asked = page_text(clerk.post(reverse(ENTRIES), chosen("resend_notice", entry)))
    assert "E-mail goes to Noel Attorney" in asked
    repair(clerk, ENTRIES, "resend_notice", entry, reason="Old address")
    assert rehearsal.mails.filter(to="new@example.com", subject__contains=K1).count() == 1
    assert f"nmd: {entry.log_name}: Old address" == rehearsal.activities.first().detail
    assert "Electronically mailed, last on" not in page_text(clerk.get(change_page(entry)))
    hold(rehearsal, DAY_TWO)
    repair(clerk, ENTRIES, "resend_notice", entry, reason="Asked by phone")
    sent_again = "Electronically mailed, last on Tuesday, April 21, 2020"
    assert sent_again in page_text(clerk.get(change_page(entry)))


def test_entry_without_a_notice_has_nothing_to_resend(clerk, rehearsal, complaint):
    asked = page_text(clerk.post(reverse(ENTRIES), chosen("resend_notice", complaint)))
    assert "No notice was sent for this entry" in asked
    page = repair(clerk, ENTRIES, "resend_notice", complaint, reason="Asked by phone")
    assert "No notice was sent for this entry" in page
