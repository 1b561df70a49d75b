"""Finding a document by its number, and Verify a Document."""

import re
from html import unescape
from io import BytesIO

import pytest

from dockets.documents import store
from dockets.documents.numbers import MENU
from tests.support.dockets import court_of, make_case
from tests.support.document_pages import document_of, path_of
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db


def test_document_is_found_by_its_number(skye, rehearsal):
    document = document_of(rehearsal, 1)
    case = document.entry.case_id
    answer = skye.get(f"/ecf/nmd/cgi-bin/show_case_doc?1,{case},1,,")
    assert answer["Location"].endswith(path_of(document))
    answer = skye.get(f"/ecf/nmd/cgi-bin/show_case_doc?1,{case},,,")
    assert answer["Location"].endswith(path_of(document_of(rehearsal), MENU))
    form = f"/ecf/nmd/cgi-bin/qryDocument.pl?{case}"
    assert skye.post(form, {"document": "1-1"})["Location"].endswith(path_of(document))
    assert (
        "has no document with this number" in skye.post(form, {"document": "99"}).content.decode()
    )


def test_number_of_a_text_only_order_is_explained(skye, rehearsal):
    case = document_of(rehearsal).entry.case
    form = f"/ecf/nmd/cgi-bin/qryDocument.pl?{case.pk}"
    sentence = "Entry 7 has no document: it is text only. Read it on the docket sheet."
    assert sentence in page_text(skye.post(form, {"document": "7"}))
    assert "no document with this number" in page_text(skye.post(form, {"document": "7-1"}))
    verify = "/ecf/nmd/cgi-bin/DocVerify.pl"
    page = page_text(skye.post(verify, {"case": case.number, "document": "7", "sha256": "abc"}))
    assert sentence in page
    assert "A SHA-256 is 64 characters long: digits, and letters from a to f." in page
    case.entries.filter(number=7).update(restriction="participants")
    assert "no document with this number" in page_text(skye.post(form, {"document": "7"}))


def test_verify_a_document_tells_the_filed_file_from_another(skye, rehearsal):
    form = "/ecf/nmd/cgi-bin/DocVerify.pl"
    document = document_of(rehearsal)
    typed = {"case": "1:20-cv-90001", "document": "1"}
    page = skye.post(form, typed | {"file": BytesIO(store.read(document.path))}).content.decode()
    assert "Your file is the document as it was filed." in page
    stamp = unescape(re.search(r"<dd>(\[STAMP .+?)</dd>", page)[1])
    page = skye.post(form, typed | {"sha256": "0" * 64, "stamp": stamp}).content.decode()
    assert "Your file is not the document as it was filed." in page
    assert "The stamp belongs to this document." in page


def test_verify_a_document_lists_the_cases_of_one_number(skye, rehearsal):
    make_case(court_of(rehearsal), "2:20-cv-90001", "Twin v. Twin")
    make_case(court_of(rehearsal), "3:20-cv-90001", "Hush v. Hush", access="sealed")
    typed = {"case": "20-90001", "document": "1", "sha256": "0" * 64}
    page = skye.post("/ecf/nmd/cgi-bin/DocVerify.pl", typed)
    listed = "Enter one of them in full: 1:20-cv-90001-TRN-SIM, 2:20-cv-90001."
    assert listed in page_text(page)
    assert 'value="20-90001"' in page.content.decode()
    assert "Your file is not" in page_text(
        skye.post("/ecf/nmd/cgi-bin/DocVerify.pl", typed | {"case": "1:20-cv-90001-TRN-SIM"})
    )
