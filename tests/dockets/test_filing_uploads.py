"""The step with the documents of a filing: refused and too many uploads, and what Back keeps."""

import re
from html import unescape

from django.core.files.uploadedfile import SimpleUploadedFile

from dockets.documents import drafts as documents_drafts
from dockets.documents import store
from dockets.documents.refusals import DocumentRefusal
from dockets.filing import views
from tests.support.filing_steps import arrive, press, step_path, submit, to_documents
from tests.support.page_text import page_text
from tests.support.pdfs import PDF, made


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
