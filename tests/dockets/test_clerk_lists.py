"""The clerk's lists of cases, entries and documents: what they find and show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dockets.models import EntryDocument
from tests.support.cast import JOHN, NOEL
from tests.support.clerk_desk import CASES, DOCUMENTS, ENTRIES, change_page, repair, rows_of
from tests.support.docketed import K1, add_bare_entry, case_of, filer
from tests.support.moments import SEED_MOMENT
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db


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
