"""Stored uploads: how long an undone filing keeps its file, and what counts as full."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from importlib import import_module

import pytest
from django.apps import apps

from dockets.documents import cleanup, store
from dockets.documents.cleanup import delete_files
from dockets.documents.limits import MOST_STORED
from dockets.documents.refusals import DocumentRefusal
from dockets.documents.selection import ChosenDocument
from dockets.filing.services import FILED, file_document
from dockets.models import DocketEntry, EntryDocument, StoredFile
from rehearsals import services
from rehearsals.documents.document import Document
from rehearsals.help.refusals import Refused
from rehearsals.web import mount
from tests.support.cast import NOEL, SKYE
from tests.support.docketed import filer
from tests.support.document_pages import path_of
from tests.support.legacy import as_reader
from tests.support.moments import LAST_HOUR
from tests.support.pdfs import PDF
from tests.support.submissions import drafted, submission
from tests.support.visitor import hold
from training.bookmarks import queries
from training.bookmarks.services import RETURNED, go_back

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("memory")]
UPLOAD = ChosenDocument(Document("brief.pdf", PDF, 1))


def file(rehearsal) -> EntryDocument:
    """Noel files an upload."""
    hold(rehearsal, LAST_HOUR)
    account = filer(rehearsal, NOEL)
    with mount.inside_rehearsal(rehearsal):
        whole = submission(rehearsal, documents=(drafted(rehearsal, UPLOAD),))
        entry = file_document(court=account.court, account=account, submission=whole, at=LAST_HOUR)
    return entry.documents.select_related("entry__case__court").get()


def undo(rehearsal, what=FILED):
    """Go back to before the last filing, or, with RETURNED, to before going back."""
    bookmark = queries.newest_before(rehearsal, what=what)
    with mount.inside_rehearsal(rehearsal):
        go_back(rehearsal, pk=bookmark.pk, wall_at=datetime.now(UTC))


def clean_up(days=2):
    delete_files(wall_at=datetime.now(UTC) + timedelta(days=days))


@pytest.mark.both_databases
def test_filing_that_was_undone_and_brought_back_has_the_same_bytes(visitor, rehearsal):
    document = file(rehearsal)
    undo(rehearsal)
    assert not DocketEntry.objects.filter(pk=document.entry_id).exists()
    clean_up()
    undo(rehearsal, RETURNED)
    again = EntryDocument.objects.get(pk=document.pk)
    assert sha256(store.read(again.path)).hexdigest() == document.sha256
    skye = as_reader(visitor.at(LAST_HOUR), SKYE)
    page = skye.post(f"{path_of(document)}?download", {"got_receipt": "1"})
    assert b"".join(page.streaming_content) == PDF


@pytest.mark.both_databases
def test_file_of_a_filing_that_no_bookmark_brings_back_goes(rehearsal, memory):
    gone, kept = file(rehearsal), file(rehearsal)
    undo(rehearsal)  # takes back `kept`, and a bookmark has it
    gone.entry.delete()
    rehearsal.bookmarks.exclude(what=RETURNED).delete()
    clean_up()
    assert memory.exists(kept.path)
    assert memory.exists(gone.path)  # `gone` was there when the last bookmark was kept
    rehearsal.bookmarks.all().delete()
    clean_up()
    assert not memory.exists(kept.path)
    assert not StoredFile.objects.filter(rehearsal=rehearsal).exists()


def test_file_of_a_filing_that_is_brought_back_during_the_cleanup_stays(rehearsal, monkeypatch):
    document = file(rehearsal)
    undo(rehearsal)
    values, calls = queries.values_in_bookmarks, []

    def values_after_going_back(*args):
        """The documents were read. Now someone goes back, before the bookmarks are read."""
        if not calls:
            calls.append(args)
            undo(rehearsal, RETURNED)
        return values(*args)

    monkeypatch.setattr(cleanup, "declared_function", lambda name: values_after_going_back)
    clean_up()
    assert calls
    assert store.read(EntryDocument.objects.get(pk=document.pk).path) == PDF


def test_reset_leaves_no_file_of_the_rehearsal_and_all_of_others(
    rehearsal, other_rehearsal, memory
):
    document, other = file(rehearsal), file(other_rehearsal)
    services.reset(rehearsal, wall_at=datetime.now(UTC))
    clean_up()
    assert store.names_in(str(rehearsal.pk)) == ([], [])
    assert not memory.exists(document.path)
    assert store.read(other.path) == PDF


def test_undone_filings_count_until_they_are_gone_for_good(rehearsal, memory):
    file(rehearsal)
    undo(rehearsal)
    StoredFile.objects.filter(rehearsal=rehearsal).update(size=MOST_STORED)
    with pytest.raises(Refused) as refused:
        drafted(rehearsal, UPLOAD)
    assert refused.value.reason is DocumentRefusal.NO_ROOM
    rehearsal.bookmarks.all().delete()
    clean_up()
    assert drafted(rehearsal, UPLOAD)


def test_rehearsal_that_became_full_refuses_the_submit(rehearsal, memory):
    hold(rehearsal, LAST_HOUR)
    account = filer(rehearsal, NOEL)
    whole = submission(rehearsal, documents=(drafted(rehearsal, UPLOAD),))
    StoredFile.objects.create(rehearsal=rehearsal, path="x", size=MOST_STORED)
    with pytest.raises(Refused) as refused, mount.inside_rehearsal(rehearsal):
        file_document(court=account.court, account=account, submission=whole, at=LAST_HOUR)
    assert refused.value.reason is DocumentRefusal.NO_ROOM


def test_upgrade_measures_the_files_that_are_stored(rehearsal, memory):
    kept, undone = file(rehearsal), file(rehearsal)
    undo(rehearsal)
    StoredFile.objects.create(rehearsal=rehearsal, path=f"{rehearsal.pk}/gone.pdf", size=0)
    StoredFile.objects.update(size=0)
    import_module("dockets.migrations.0006_stored_file_size").fill_sizes(apps)
    sizes = dict(StoredFile.objects.values_list("path", "size"))
    assert sizes[kept.path] == sizes[undone.path] == len(PDF)
    assert sizes[f"{rehearsal.pk}/gone.pdf"] == 0
