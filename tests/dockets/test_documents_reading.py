"""Reading documents: the receipt before a charge, what is charged, and the menu of attachments."""

import re
from datetime import timedelta

import pytest
from django.db.models import F

from dockets.documents import store
from dockets.documents.numbers import MENU
from dockets.documents.refusals import DocumentRefusal
from dockets.models import DocketEntry, DocumentView, EntryDocument
from tests.support.cast import SKYE
from tests.support.document_pages import (
    accept,
    accept_directly,
    charges,
    document_of,
    path_of,
    source_of,
)
from tests.support.moments import LIVE
from tests.support.page_text import page_text
from tests.support.pdfs import headers_of

pytestmark = pytest.mark.django_db


def test_receipt_page_says_what_a_document_costs_and_charges_nothing(skye, rehearsal):
    page = skye.get(path_of(document_of(rehearsal)))
    source = page.content.decode()
    assert "To accept charges shown below" in source
    assert "Image1-0" in source
    assert "1:20-cv-90001-TRN-SIM" in source
    assert 'value="View Document"' in re.findall(r"<input[^>]+>", source)[-1]
    assert charges(rehearsal) == []


def test_view_document_charges_once_and_shows_the_pdf_with_its_header(skye, rehearsal, new_visitor):
    document = document_of(rehearsal)
    data, page = accept(skye, document)
    assert charges(rehearsal) == [("Image1-0", 24, "2.40")]
    assert "frame-src 'self'" in page["Content-Security-Policy"]
    assert "/cgi-bin/login.pl?logout" in page.content.decode()
    source = source_of(page)
    assert new_visitor().get(source.replace("/nmd/", "/nmb/")).status_code == 404
    answer = new_visitor().get(source)  # without cookies
    content = b"".join(answer.streaming_content)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    texts = headers_of(content)
    line = b"Case 1:20-cv-90001-TRN-SIM   Document 1   Filed 01/14/20   Page 1 of 24"
    assert (len(texts), line in texts[0], b"Page 24 of 24" in texts[-1]) == (24, True, True)
    assert skye.get(source).status_code == 404  # the address works once
    skye.post(path_of(document), data)  # a reload
    download = skye.post(path_of(document) + "?download", data | {"pdf_header": ""})
    assert b"".join(download.streaming_content) == store.read(document.path)
    assert "sandbox" in download["Content-Security-Policy"]
    assert download["Content-Disposition"] == 'attachment; filename="nmd-1-20-cv-90001-1-0.pdf"'
    assert len(charges(rehearsal)) == 1


@pytest.mark.parametrize(
    ("is_transcript", "pages", "cost"), [(True, 42, "4.20"), (False, 30, "3.00")]
)
def test_transcript_costs_all_its_pages_and_another_document_thirty(
    skye, rehearsal, is_transcript, pages, cost
):
    document = document_of(rehearsal)
    EntryDocument.objects.filter(pk=document.pk).update(pages=42)
    DocketEntry.objects.filter(pk=document.entry_id).update(is_transcript=is_transcript)
    text = page_text(skye.get(path_of(document)))
    assert f"Billable Pages: {pages} Cost: {cost}" in text
    accept(skye, document)
    assert charges(rehearsal) == [("Image1-0", pages, cost)]


def test_form_of_one_document_neither_opens_nor_charges_another(skye, rehearsal):
    exhibit = document_of(rehearsal, 1)
    EntryDocument.objects.filter(pk=exhibit.pk).update(pages=24)  # it costs as much
    data, _ = accept(skye, document_of(rehearsal))
    assert "You accepted that receipt for another document" in page_text(
        skye.post(path_of(exhibit), data)
    )
    assert len(charges(rehearsal)) == 1


@pytest.mark.parametrize("action", ["", "?download"])
def test_page_of_a_document_that_is_reloaded_or_saved_after_an_hour_asks_first(
    skye, rehearsal, action
):
    document = document_of(rehearsal)
    data, _ = accept(skye, document)
    DocumentView.objects.update(made_at=F("made_at") - timedelta(hours=1))
    page = page_text(skye.post(path_of(document) + action, data))
    assert "more than an hour ago. You weren't charged again." in page
    assert "Billable Pages: 24 Cost: 2.40" in page
    assert len(charges(rehearsal)) == 1
    accept(skye, document)
    assert len(charges(rehearsal)) == 2


def test_receipt_page_of_another_cost_is_not_charged_but_shown_again(skye, rehearsal):
    data, _ = accept(skye, document_of(rehearsal))
    page = page_text(skye.post(path_of(document_of(rehearsal, 1)), data))
    assert "the cost has changed since you opened the receipt. You weren't charged." in page
    assert "Description: Image1-1" in page
    assert len(charges(rehearsal)) == 1


def test_request_of_a_client_program_is_charged_each_time(skye, rehearsal):
    for _ in range(2):
        skye.post(path_of(document_of(rehearsal, 1)), {"got_receipt": "1", "pdf_header": "1"})
    assert len(charges(rehearsal)) == 2


def test_account_without_receipts_is_charged_at_once_and_a_double_click_counts_once(
    skye, rehearsal
):
    rehearsal.pacer_accounts.filter(username=SKYE.username).update(shows_receipts=False)
    for _ in range(2):
        assert source_of(skye.get(path_of(document_of(rehearsal, 1))))
    assert charges(rehearsal) == [("Image1-1", 2, "0.20")]


def test_entry_with_attachments_leads_to_the_document_selection_menu(skye, rehearsal):
    source = skye.get(path_of(document_of(rehearsal), MENU)).content.decode()
    assert "<p><b>Document Selection Menu</b></p>" in source
    assert "24 pages" in source
    assert "Exhibit A" in source
    assert f"{path_of(document_of(rehearsal, 1))}?caseid=" in source
    assert source.count("goDLS('/r/") == 2
    assert (
        "goDLS"
        not in skye.get(
            path_of(document_of(rehearsal), MENU), HTTP_SEC_FETCH_DEST="document"
        ).content.decode()
    )
    assert charges(rehearsal) == []


def test_address_that_names_another_case_is_refused(skye, rehearsal):
    document = document_of(rehearsal)
    page = skye.get(f"{path_of(document)}?caseid={document.entry.case_id + 1}")
    assert page.status_code == 404
    assert "Cannot locate the case with caseid" in page.content.decode()
    assert skye.get(f"{path_of(document)}?caseid={document.entry.case_id}").status_code == 200


def test_document_of_another_rehearsal_or_court_is_not_available(skye, other_rehearsal, rehearsal):
    page = skye.get(path_of(document_of(other_rehearsal)))
    assert page.status_code == 404
    assert DocumentRefusal.NOT_AVAILABLE.sentence in page.content.decode()


def test_after_go_live_the_pacer_login_comes_first(visitor, rehearsal):
    answer = visitor.at(LIVE).get(path_of(document_of(rehearsal)))
    assert "/cso/csologin/login.jsf" in answer["Location"]


def test_file_that_is_gone_or_a_disk_that_fails_charges_nothing(skye, rehearsal, monkeypatch):
    def down(*args, **kwargs):
        raise store.StorageDown

    document = document_of(rehearsal, 1)
    monkeypatch.setattr(store, "open_file", down)
    page = accept_directly(skye, document)
    assert (page.status_code, page["Retry-After"]) == (503, "60")
    monkeypatch.undo()
    EntryDocument.objects.filter(pk=document.pk).update(path="shared/gone.pdf")
    assert accept_directly(skye, document).status_code == 404
    assert charges(rehearsal) == []
