"""Choosing documents for a filing, keeping them as drafts, and adding them to the entry."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dockets.documents import store
from dockets.documents.drafts import discard
from dockets.documents.faults import SENTENCES
from dockets.documents.forms import CHOOSE_ONE, NOT_BOTH, DocumentForm
from dockets.documents.limits import DRAFTS_OF_ACCOUNT, DRAFTS_OF_REHEARSAL, MOST_STORED
from dockets.documents.refusals import DocumentRefusal
from dockets.documents.selection import ChosenDocument
from dockets.documents.services import attach
from dockets.models import StoredFile
from rehearsals.documents.document import Document
from rehearsals.documents.faults import Fault
from rehearsals.help.refusals import Refused
from tests.support.cast import JOHN, NOEL
from tests.support.moments import SEED_MOMENT
from tests.support.pdfs import PDF, encrypted, made
from tests.support.submissions import drafted

UPLOAD = Document("brief.pdf", PDF, 1)


def chosen(data=None, **files):
    uploads = {name: SimpleUploadedFile("a.pdf", content) for name, content in files.items()}
    form = DocumentForm(data or {}, uploads, kind="motion")
    return form


def error_of(form):
    return next(iter(form.errors.values()))[0]


def new_entry(rehearsal):
    entry = rehearsal.docket_entries.first()
    entry.documents.all().delete()
    return entry


@pytest.mark.parametrize(
    ("choice", "fault"),
    [
        ("scanned", Fault.TOO_LARGE),
        ("encrypted", Fault.ENCRYPTED),
        ("script", Fault.SCRIPT),
        ("word", Fault.NOT_PDF),
        ("damaged", Fault.DAMAGED),
    ],
)
def test_faulty_practice_document_meets_the_error_of_the_usual_check(choice, fault):
    form = chosen({"practice": choice})
    assert error_of(form) == SENTENCES[fault]
    assert error_of(form).startswith("ERROR: ")


def test_practice_document_with_three_attachments():
    form = chosen({"practice": "attachments"})
    assert form.is_valid()
    documents = form.cleaned_data["documents"]
    assert [(one.category, one.description) for one in documents] == [
        ("", ""), ("Exhibit", "A"), ("Exhibit", "B"), ("Exhibit", "C"),
    ]  # fmt: skip
    assert documents[0].document.name == "practice-motion.pdf"


def test_upload_is_checked_with_the_limit_for_filings():
    large = made(lambda pdf: pdf.make_stream(b"x" * 1_100_000))
    form = chosen(upload=large)
    assert form.is_valid()
    assert form.cleaned_data["documents"][0].document.content == large
    assert error_of(chosen(upload=encrypted())) == SENTENCES[Fault.ENCRYPTED]


def test_one_document_must_be_chosen_and_only_one():
    assert error_of(chosen()) == CHOOSE_ONE
    assert error_of(chosen({"practice": "text"}, upload=PDF)) == NOT_BOTH


@pytest.mark.django_db
def test_documents_of_a_filing_are_kept_byte_for_byte(
    rehearsal, memory, django_capture_on_commit_callbacks
):
    exhibit = chosen({"practice": "text"})
    assert exhibit.is_valid()
    drafts = [
        drafted(rehearsal, ChosenDocument(UPLOAD, description="Brief")),
        drafted(rehearsal, exhibit.cleaned_data["documents"][0]),
    ]
    assert store.read(drafts[0]["path"]) == PDF
    with django_capture_on_commit_callbacks(execute=True):
        main, attachment = attach(entry=new_entry(rehearsal), drafts=drafts, at=SEED_MOMENT)
    assert main.attachment == 0
    assert main.path.startswith(f"{rehearsal.pk}/{UPLOAD.digest}-")
    assert store.read(main.path) == PDF
    assert attachment.path == f"shared/{attachment.sha256}.pdf"
    assert [row.path for row in StoredFile.objects.all()] == [main.path]
    assert not memory.exists(drafts[0]["path"])


@pytest.mark.django_db
def test_filing_without_its_draft_is_refused(rehearsal, memory):
    draft = drafted(rehearsal, ChosenDocument(UPLOAD))
    memory.delete(draft["path"])
    with pytest.raises(Refused) as refused:
        attach(entry=new_entry(rehearsal), drafts=[draft], at=SEED_MOMENT)
    assert refused.value.reason is DocumentRefusal.CHOOSE_AGAIN


@pytest.mark.django_db
def test_draft_of_another_rehearsal_is_refused(rehearsal, other_rehearsal, memory):
    draft = drafted(other_rehearsal, ChosenDocument(UPLOAD))
    with pytest.raises(Refused) as refused:
        attach(entry=new_entry(rehearsal), drafts=[draft], at=SEED_MOMENT)
    assert refused.value.reason is DocumentRefusal.CHOOSE_AGAIN


@pytest.mark.django_db
def test_draft_that_was_cut_off_by_a_crash_is_refused(rehearsal, memory):
    draft = drafted(rehearsal, ChosenDocument(UPLOAD))
    memory.delete(draft["path"])
    store.write(draft["path"], PDF[:-1])
    with pytest.raises(Refused) as refused:
        attach(entry=new_entry(rehearsal), drafts=[draft], at=SEED_MOMENT)
    assert refused.value.reason is DocumentRefusal.CHOOSE_AGAIN


@pytest.mark.django_db
def test_leaving_one_filing_keeps_the_same_file_of_another(rehearsal, memory):
    mine, hers, again = (
        drafted(rehearsal, ChosenDocument(UPLOAD), who) for who in (JOHN, NOEL, NOEL)
    )
    discard(mine)
    discard(again)
    row = attach(entry=new_entry(rehearsal), drafts=[hers], at=SEED_MOMENT)[0]
    assert store.read(row.path) == PDF


@pytest.mark.django_db
def test_waiting_uploads_of_one_account_leave_room_for_others(rehearsal, memory):
    drafts = [drafted(rehearsal, ChosenDocument(UPLOAD), JOHN) for _ in range(DRAFTS_OF_ACCOUNT)]
    with pytest.raises(Refused) as refused:
        drafted(rehearsal, ChosenDocument(UPLOAD), JOHN)
    assert refused.value.reason is DocumentRefusal.TOO_MANY_DRAFTS
    assert drafted(rehearsal, ChosenDocument(UPLOAD, is_practice=True), JOHN)
    assert drafted(rehearsal, ChosenDocument(UPLOAD), NOEL)
    discard(drafts[0])
    assert drafted(rehearsal, ChosenDocument(UPLOAD), JOHN)


@pytest.mark.django_db
def test_rehearsal_has_room_for_some_waiting_uploads(rehearsal, memory):
    for number in range(DRAFTS_OF_REHEARSAL):
        store.write(f"drafts/{rehearsal.pk}/0-{number}.pdf", b"x")
    with pytest.raises(Refused) as refused:
        drafted(rehearsal, ChosenDocument(UPLOAD))
    assert refused.value.reason is DocumentRefusal.REHEARSAL_DRAFTS


@pytest.mark.django_db
def test_full_disk_is_refused(rehearsal, memory, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(memory, "save", full)
    with pytest.raises(Refused) as refused:
        drafted(rehearsal, ChosenDocument(UPLOAD))
    assert refused.value.reason is DocumentRefusal.NOT_STORED


@pytest.mark.django_db
def test_rehearsal_has_room_for_some_filed_uploads_and_any_practice_documents(rehearsal, memory):
    draft = drafted(rehearsal, ChosenDocument(UPLOAD))
    attach(entry=new_entry(rehearsal), drafts=[draft], at=SEED_MOMENT)
    StoredFile.objects.filter(rehearsal=rehearsal).update(size=MOST_STORED)
    with pytest.raises(Refused) as refused:
        drafted(rehearsal, ChosenDocument(UPLOAD))
    assert refused.value.reason is DocumentRefusal.NO_ROOM
    assert drafted(rehearsal, ChosenDocument(UPLOAD, is_practice=True))
