"""Which stored files go, and which stay."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import resolve

from dockets.documents import store
from dockets.documents.cleanup import delete_files
from dockets.documents.page_header import add_headers
from dockets.documents.selection import ChosenDocument
from dockets.documents.services import attach
from dockets.models import EntryDocument
from rehearsals.cleanup.services import end
from rehearsals.documents import checks
from rehearsals.documents.document import Document
from rehearsals.documents.faults import Fault
from rehearsals.documents.limits import FILING
from tests.support.moments import SEED_MOMENT
from tests.support.pdfs import PDF, bomb, made
from tests.support.submissions import drafted

UPLOAD = Document("brief.pdf", PDF, 1)


def files_in(folder):
    return [f"{folder}/{name}" for name in store.names_in(folder)[1]]


class Killed(Exception):
    pass


def filed(rehearsal):
    entry = rehearsal.docket_entries.first()
    entry.documents.all().delete()
    draft = drafted(rehearsal, ChosenDocument(UPLOAD))
    return attach(entry=entry, drafts=[draft], at=SEED_MOMENT)[0].path


@pytest.mark.django_db
def test_filing_killed_between_file_and_row_leaves_no_file_after_the_cleanup(
    rehearsal, memory, monkeypatch
):
    def killed(*args, **kwargs):
        raise Killed

    monkeypatch.setattr(EntryDocument.objects, "bulk_create", killed)
    with pytest.raises(Killed):
        filed(rehearsal)
    [path] = files_in(str(rehearsal.pk))
    rehearsal.stored_files.all().delete()  # as the transaction of the filing does
    delete_files(wall_at=datetime.now(UTC) + timedelta(minutes=59))
    assert memory.exists(path)  # the filing may still be running
    delete_files(wall_at=datetime.now(UTC) + timedelta(minutes=61))
    assert not memory.exists(path)


@pytest.mark.django_db
def test_filed_documents_stay_and_drafts_and_stamped_copies_go_after_a_day(rehearsal, memory):
    path = filed(rehearsal)
    [old] = files_in(f"drafts/{rehearsal.pk}")
    for name in ("stamped/a.pdf", "shared/a.pdf"):
        store.write(name, PDF)
    assert delete_files(wall_at=datetime.now(UTC) + timedelta(hours=23)) == 0
    assert delete_files(wall_at=datetime.now(UTC) + timedelta(hours=25)) == 2
    assert store.read(path) == PDF
    assert memory.exists("shared/a.pdf")
    assert not memory.exists(old)


@pytest.mark.django_db
def test_files_of_an_ended_rehearsal_go(other_rehearsal, memory):
    path = filed(other_rehearsal)
    end(other_rehearsal)
    delete_files(wall_at=datetime.now(UTC))
    assert not memory.exists(path)
    assert store.names_in("drafts/1") == ([], [])


@pytest.mark.parametrize(
    "content",
    [made(pages=1), made(lambda pdf: pdf.pages[0].obj.update({"/Rotate": 90}), pages=1),
     made(lambda pdf: pdf.pages[0].obj.update({"/MediaBox": [10, 10, 30, 30]}), pages=1)],
    ids=["letter", "turned", "too small for a header"],
)  # fmt: skip
def test_header_fits_pages_of_any_size_and_direction(content):
    assert checks.check(add_headers(content, "Case 1:20-cv-90001"), 1, FILING) == 1


def test_a_step_of_a_filing_takes_larger_files_and_no_other_page_does():
    view = resolve("/ecf/nmd/file/documents/", "config.rehearsal_urls").func
    assert view.largest_file == FILING.size
    other = resolve("/ecf/nmd/cgi-bin/iquery.pl", "config.rehearsal_urls").func
    assert not hasattr(other, "largest_file")


def test_hostile_files_are_bounded_with_the_larger_limit():
    assert checks.check(bomb(), 1, FILING) in (Fault.DAMAGED, Fault.TOO_COMPLEX)
    assert checks.check(made(pages=5000), 1, FILING) is Fault.TOO_MANY_PAGES
