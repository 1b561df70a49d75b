"""The header of an uploaded document is made in a process of its own. If that fails, it is left out."""

import time
from io import BytesIO

import pikepdf
import pytest

from dockets.documents import page_header, stamped, store
from dockets.models import EntryDocument
from rehearsals.documents import checks
from tests.support.pdfs import PDF, bomb

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours(upload) -> EntryDocument:
    upload.path = store.write("shared/ours.pdf", PDF)
    return upload


@pytest.fixture
def upload(rehearsal, memory) -> EntryDocument:
    """A document of the pack, as if its file had been uploaded."""
    rows = EntryDocument.objects.select_related("entry__case").filter(rehearsal=rehearsal)
    document = rows.filter(attachment=0).first()
    document.path = store.write(f"{rehearsal.pk}/upload.pdf", PDF)
    return document


def shown(document: EntryDocument) -> bytes:
    with stamped.open_document(document, has_header=True) as file:
        return file.read()


def replace(document: EntryDocument, content: bytes) -> None:
    store.delete(document.path)
    store.write(document.path, content)


def test_header_of_an_upload_is_made_in_another_process(upload, monkeypatch):
    def here(*args, **kwargs):
        raise AssertionError("an upload was opened in the server's own process")

    monkeypatch.setattr(page_header, "add_headers", here)
    monkeypatch.setattr(pikepdf, "open", here)
    content = shown(upload)
    monkeypatch.undo()
    with pikepdf.open(BytesIO(content)) as pdf:
        words = b"".join(form.read_bytes() for form in pdf.pages[0].form_xobjects.values())
    assert b"Page 1 of 1" in words


def test_slow_header_is_left_out_and_tried_again(upload, monkeypatch, caplog):
    with monkeypatch.context() as patch:
        patch.setattr(checks, "SECONDS", 0.01)
        assert shown(upload) == PDF
    assert "no header: TimeoutExpired" in caplog.text
    assert shown(upload) != PDF


def test_header_waits_only_for_a_limited_time_while_another_is_made(upload, monkeypatch):
    monkeypatch.setattr(checks, "WAIT_SECONDS", 0.01)
    with stamped._one_at_a_time:
        assert shown(upload) == PDF


# The page of this bomb uses its 15 million numbers, so the header's process must read them.
BOMB = bomb().replace(b"/Resources<<>>", b"/Annots 9 0 R ")


@pytest.mark.parametrize("content", [BOMB, PDF[:200], b"not a PDF"], ids=["bomb", "cut", "text"])
def test_hostile_upload_is_shown_without_a_header(upload, content, caplog):
    replace(upload, content)
    began = time.monotonic()
    assert shown(upload) == content
    assert time.monotonic() - began < checks.SECONDS + 1
    assert "no header: the process ended with" in caplog.text


def test_shared_document_that_was_cut_off_on_the_disk_is_shown_as_it_is(ours):
    assert shown(ours) != PDF
    replace(ours, PDF[:200])
    for name in store.names_in("stamped")[1]:
        store.delete(f"stamped/{name}")
    assert shown(ours) == PDF[:200]
