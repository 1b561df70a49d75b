"""The clerk's pages of cases, entries and documents, and the repairs with a reason."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dockets.clerk.refusals import ClerkRefusal
from dockets.clerk.services import correct_text, restrict_entry
from dockets.documents import store
from dockets.models import Case, DocketEntry, EntryDocument
from rehearsals.help.refusals import Refused
from rehearsals.web import mount
from tests.support import docketed
from tests.support.cast import GRANT, JOHN, NOEL
from tests.support.docketed import K1, add_bare_entry, case_of, filer, pacer_of
from tests.support.moments import FIRST_RUSH, SEED_MOMENT
from tests.support.page_text import page_text
from tests.support.staff import chosen, confirmed, staff_client
from tests.support.visitor import hold

pytestmark = pytest.mark.django_db
CASES = "admin:dockets_case_changelist"
ENTRIES = "admin:dockets_docketentry_changelist"
DOCUMENTS = "admin:dockets_entrydocument_changelist"


@pytest.fixture
def clerk(rehearsal):
    return staff_client("Clerks", rehearsal)


@pytest.fixture
def complaint(rehearsal):
    return case_of(rehearsal).entries.get(number=1)


def rows_of(client, name, **query):
    return list(client.get(reverse(name), query).context["cl"].result_list)


def change_page(row):
    return reverse(f"admin:dockets_{row._meta.model_name}_change", args=[row.pk])


def repair(client, name, action, *rows, **values):
    return page_text(client.post(reverse(name), confirmed(action, *rows, **values), follow=True))


@pytest.mark.parametrize(
    "typed", [K1, "1:20-cv-90001-TRN-SIM", "20cv90001", "Mesa Water", "Sample Ditch", "Adele"]
)
def test_clerk_finds_a_case_by_number_title_party_or_attorney(clerk, rehearsal, typed):
    assert case_of(rehearsal) in rows_of(clerk, CASES, q=typed)


@pytest.mark.parametrize("typed", ["19-90002 opinion", "Opinion 2:19-cv-90002-TRN-SIM"])
def test_clerk_finds_the_entries_of_a_case_by_its_number_and_a_word(clerk, rehearsal, typed):
    rows = rows_of(clerk, ENTRIES, q=typed)
    assert {row.case.number for row in rows} == {"2:19-cv-90002"}
    assert "Memorandum Opinion and Order" in {row.short_text for row in rows}
    assert "Complaint" not in {row.short_text for row in rows}


def test_number_and_a_word_find_documents_and_cases_too(clerk):
    documents = rows_of(clerk, DOCUMENTS, q="19-90002 Complaint")
    assert {row.entry.case.number for row in documents} == {"2:19-cv-90002"}
    assert [case.number for case in rows_of(clerk, CASES, q="19-90002 Fictional")] == [
        "2:19-cv-90002"
    ]
    assert rows_of(clerk, CASES, q="19-90002 Sample") == []


def test_page_of_a_case_shows_parties_attorneys_and_entries(clerk, rehearsal):
    case = case_of(rehearsal)
    page = page_text(clerk.get(reverse("admin:dockets_case_change", args=[case.pk])))
    assert "Practice Mesa Water Cooperative Plaintiff Noel Attorney ( nattorney)" in page
    assert "1 Complaint" in page


def test_links_lead_to_the_entries_of_a_case_and_of_a_filer(clerk, rehearsal, complaint):
    noel, john = filer(rehearsal, NOEL), filer(rehearsal, JOHN)
    rows = rows_of(clerk, ENTRIES, case=complaint.case_id, filer=noel.pk)
    assert complaint in rows
    assert {(row.case_id, row.entered_by_id) for row in rows} == {(complaint.case_id, noel.pk)}
    assert rows_of(clerk, ENTRIES, case=complaint.case_id, filer=john.pk) == []
    assert {row.entry_id for row in rows_of(clerk, DOCUMENTS, entry=complaint.pk)} == {complaint.pk}


def test_rows_of_another_rehearsal_are_not_listed(clerk, complaint, other_rehearsal):
    other = case_of(other_rehearsal)
    assert other not in rows_of(clerk, CASES, q=K1)
    assert rows_of(clerk, ENTRIES, case=other.pk) == []
    page = clerk.get(reverse("admin:dockets_case_change", args=[other.pk]))
    assert "This belongs to another rehearsal" in page_text(page)


@pytest.mark.parametrize("name", [CASES, ENTRIES, DOCUMENTS])
def test_queries_of_a_list_do_not_grow_with_its_rows(clerk, rehearsal, name):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            clerk.get(reverse(name))
        return len(queries)

    case, before = case_of(rehearsal), count()
    document = EntryDocument.objects.filter(rehearsal=rehearsal).first()
    for number in range(3):
        entry = add_bare_entry(case, SEED_MOMENT, by=filer(rehearsal, NOEL))
        document.pk, document.entry = None, entry
        document.save()
        case.pk, case.number, case.last_number = None, f"1:20-cv-9100{number}", 0
        case.last_sequence = 0
        case.save()
    assert count() == before


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


def test_documents_of_a_restricted_entry_do_not_look_public(clerk, rehearsal, complaint):
    exhibit = complaint.documents.get(attachment=1)
    pages = (change_page(complaint), change_page(exhibit), reverse(DOCUMENTS) + "?q=20-90001")
    restricted = "Public. Its entry: Case participants only"
    assert all(restricted not in page_text(clerk.get(one)) for one in pages)
    repair(clerk, ENTRIES, "restrict", complaint, restriction="participants", reason="Birth date")
    assert all(restricted in page_text(clerk.get(one)) for one in pages)
    repair(clerk, DOCUMENTS, "restrict", exhibit, restriction="participants", reason="Birth date")
    assert restricted not in page_text(clerk.get(change_page(exhibit)))


def test_entry_without_a_number_says_so_and_a_text_only_order_keeps_its_number(clerk, rehearsal):
    assigned = case_of(rehearsal).entries.get(short_text="Case Assigned")
    order = case_of(rehearsal).entries.get(number=7)
    unnumbered = "The docket shows this entry without a number."
    assert unnumbered in page_text(clerk.get(change_page(assigned)))
    assert "Number: 7 " in page_text(clerk.get(change_page(order)))


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


def file_of(document):
    return reverse("admin:dockets_entrydocument_file", args=[document.pk])


@pytest.mark.parametrize("group", ["Clerks", "Trainers"])
def test_staff_download_the_original_of_a_sealed_document(rehearsal, complaint, group):
    staff = staff_client(group, rehearsal)
    document = complaint.documents.get(attachment=0)
    DocketEntry.objects.filter(pk=complaint.pk).update(restriction="sealed")
    entry = staff.get(reverse("admin:dockets_docketentry_change", args=[complaint.pk]))
    assert f'href="{file_of(document)}"' in entry.content.decode()
    answer = staff.get(file_of(document))
    assert b"".join(answer.streaming_content) == store.read(document.path)
    assert answer["Content-Disposition"] == 'attachment; filename="nmd-1-20-cv-90001-1-0.pdf"'
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert answer["X-Content-Type-Options"] == "nosniff"
    line = rehearsal.activities.first()
    assert (line.what, line.detail) == ("dockets.file_opened", f"nmd: {document.log_name}")
    assert line.who.startswith("staff ")
    assert rehearsal.usage_transactions.filter(at__gte=SEED_MOMENT).count() == 0


def test_file_is_for_staff_who_work_in_its_rehearsal(clerk, client, rehearsal, other_rehearsal):
    other = case_of(other_rehearsal).entries.get(number=1).documents.get(attachment=0)
    mine = case_of(rehearsal).entries.get(number=1).documents.get(attachment=0)
    assert clerk.get(file_of(other)).status_code == 404
    assert "/login/" in client.get(file_of(mine))["Location"]
    assert not other_rehearsal.activities.filter(what="dockets.file_opened").exists()


def test_file_that_is_gone_is_explained_on_the_page_of_its_document(clerk, complaint):
    document = complaint.documents.get(attachment=0)
    EntryDocument.objects.filter(pk=document.pk).update(path="shared/gone.pdf")
    page = clerk.get(file_of(document), follow=True)
    assert ClerkRefusal.NO_FILE.sentence in unescape(page.content.decode())
    assert not complaint.rehearsal.activities.filter(what="dockets.file_opened").exists()


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


def test_entry_without_a_notice_has_nothing_to_resend(clerk, rehearsal, complaint):
    asked = page_text(clerk.post(reverse(ENTRIES), chosen("resend_notice", complaint)))
    assert "No notice was sent for this entry" in asked
    page = repair(clerk, ENTRIES, "resend_notice", complaint, reason="Asked by phone")
    assert "No notice was sent for this entry" in page


def seen_by(client, name, action, *rows):
    """The hidden field of the page that asks before `action`."""
    source = client.post(reverse(name), chosen(action, *rows)).content.decode()
    return re.search(r'name="seen" value="(\w+)"', source)[1]


def test_page_that_another_clerk_overtook_asks_again(clerk, rehearsal, complaint):
    old = seen_by(clerk, ENTRIES, "restrict", complaint)
    repair(clerk, ENTRIES, "restrict", complaint, restriction="sealed", reason="Order of today")
    page = repair(
        clerk, ENTRIES, "restrict", complaint, restriction="participants", reason="Names", seen=old
    )
    assert "Something changed after you opened this page" in page
    assert "Now: Sealed: court staff only." in page
    complaint.refresh_from_db()
    assert complaint.restriction == "sealed"
    new = seen_by(clerk, ENTRIES, "restrict", complaint)
    repair(clerk, ENTRIES, "restrict", complaint, restriction="public", reason="Order", seen=new)
    complaint.refresh_from_db()
    assert complaint.restriction == "public"


def test_correction_on_an_old_page_keeps_the_newer_text(clerk, complaint):
    old = seen_by(clerk, ENTRIES, "correct_text", complaint)
    repair(clerk, ENTRIES, "correct_text", complaint, text="NEWER text", reason="Typing error")
    page = repair(
        clerk, ENTRIES, "correct_text", complaint, text="OLDER text", reason="Case", seen=old
    )
    assert "Something changed after you opened this page" in page
    assert "OLDER text" in page  # what was typed stays
    complaint.refresh_from_db()
    assert complaint.text == "NEWER text"


def test_notice_is_not_resent_twice_by_one_page(clerk, rehearsal):
    hold(rehearsal, FIRST_RUSH)
    with mount.inside_rehearsal(rehearsal):
        entry = docketed.add_entry(case_of(rehearsal), FIRST_RUSH, filer(rehearsal, NOEL))
    old = seen_by(clerk, ENTRIES, "resend_notice", entry)
    count = rehearsal.mails.count()
    repair(clerk, ENTRIES, "resend_notice", entry, reason="It bounced", seen=old)
    sent = rehearsal.mails.count()
    assert sent > count
    assert "Something changed" in repair(
        clerk, ENTRIES, "resend_notice", entry, reason="It bounced", seen=old
    )
    assert rehearsal.mails.count() == sent


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
