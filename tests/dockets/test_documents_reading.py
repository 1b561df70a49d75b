"""Reading documents: the receipt before a charge, the menu of attachments, free looks, one-time addresses."""

import re
from datetime import timedelta
from html import unescape
from io import BytesIO
from urllib.parse import urlencode, urlsplit

import pikepdf
import pytest
from django.http import QueryDict

from dockets.documents import store
from dockets.documents.numbers import DIRECT, MENU, document_number
from dockets.documents.refusals import DocumentRefusal
from dockets.models import Case, CaseAccess, DocketEntry, EntryDocument, Restriction
from dockets.notices.services import give_notice
from pacer_accounts.models import UsageTransaction
from rehearsals.web import mount
from tests.support import login_pages
from tests.support.cast import JOHN, NOEL, SKYE
from tests.support.dockets import court_of, make_case
from tests.support.legacy import QUERY, as_filer, as_reader, log_in
from tests.support.moments import LIVE, SEED_MOMENT
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db


def the(rehearsal, attachment=0):
    rows = EntryDocument.objects.select_related("entry__case__court")
    return rows.get(
        rehearsal=rehearsal,
        entry__case__number="1:20-cv-90001",
        entry__number=1,
        attachment=attachment,
    )


def path_of(document, flag=DIRECT):
    prefix = document.entry.case.court.document_prefix
    return f"/ecf/nmd/doc1/{document_number(prefix, document.pk, flag)}"


def source_of(page):
    frames = re.findall(r'<iframe src="([^"]+)"', page.content.decode())
    assert len(frames) == 1
    return unescape(frames[0])


def accept(visitor, document, **more):
    form = re.search(r'name="form" value="(\w+)"', visitor.get(path_of(document)).content.decode())
    data = {"got_receipt": "1", "pdf_header": "1", "form": form[1]} | more
    return data, visitor.post(path_of(document), data)


def words_of(content):
    with pikepdf.open(BytesIO(content)) as pdf:
        return [
            b"".join(form.read_bytes() for form in page.form_xobjects.values())
            for page in pdf.pages
        ]


@pytest.fixture
def skye(visitor):
    return as_reader(visitor.at(SEED_MOMENT), SKYE)


def charges(rehearsal):
    rows = UsageTransaction.objects.filter(
        rehearsal=rehearsal, description__startswith="Image1", at__gte=SEED_MOMENT
    )
    return [(row.description, row.pages, str(row.fee)) for row in rows]


def test_receipt_page_says_what_a_document_costs_and_charges_nothing(skye, rehearsal):
    page = skye.get(path_of(the(rehearsal)))
    source = page.content.decode()
    assert "To accept charges shown below" in source
    assert "Image1-0" in source
    assert "1:20-cv-90001-TRN-SIM" in source
    assert 'value="View Document"' in re.findall(r"<input[^>]+>", source)[-1]
    assert charges(rehearsal) == []


def test_view_document_charges_once_and_shows_the_pdf_with_its_header(skye, rehearsal, new_visitor):
    document = the(rehearsal)
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
    texts = words_of(content)
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
    document = the(rehearsal)
    EntryDocument.objects.filter(pk=document.pk).update(pages=42)
    DocketEntry.objects.filter(pk=document.entry_id).update(is_transcript=is_transcript)
    text = page_text(skye.get(path_of(document)))
    assert f"Billable Pages: {pages} Cost: {cost}" in text
    accept(skye, document)
    assert charges(rehearsal) == [("Image1-0", pages, cost)]


def test_form_of_one_document_does_not_open_another_for_free(skye, rehearsal):
    data, _ = accept(skye, the(rehearsal))
    skye.post(path_of(the(rehearsal, 1)), data)
    assert charges(rehearsal) == [("Image1-0", 24, "2.40"), ("Image1-1", 2, "0.20")]


def test_request_of_a_client_program_is_charged_each_time(skye, rehearsal):
    for _ in range(2):
        skye.post(path_of(the(rehearsal, 1)), {"got_receipt": "1", "pdf_header": "1"})
    assert len(charges(rehearsal)) == 2


def test_account_without_receipts_is_charged_at_once_and_a_double_click_counts_once(
    skye, rehearsal
):
    rehearsal.pacer_accounts.filter(username=SKYE.username).update(shows_receipts=False)
    for _ in range(2):
        assert source_of(skye.get(path_of(the(rehearsal, 1))))
    assert charges(rehearsal) == [("Image1-1", 2, "0.20")]


def test_entry_with_attachments_leads_to_the_document_selection_menu(skye, rehearsal):
    source = skye.get(path_of(the(rehearsal), MENU)).content.decode()
    assert "<p><b>Document Selection Menu</b></p>" in source
    assert "24 pages" in source
    assert "Exhibit A" in source
    assert f"{path_of(the(rehearsal, 1))}?caseid=" in source
    assert source.count("goDLS('/r/") == 2
    assert (
        "goDLS"
        not in skye.get(
            path_of(the(rehearsal), MENU), HTTP_SEC_FETCH_DEST="document"
        ).content.decode()
    )
    assert charges(rehearsal) == []


@pytest.mark.parametrize(
    ("restriction", "refusal"),
    [
        (Restriction.PARTICIPANTS, DocumentRefusal.NO_PERMISSION),
        (Restriction.SEALED, DocumentRefusal.SEALED),
    ],
)
def test_restricted_document_is_refused_to_others(skye, rehearsal, restriction, refusal):
    restrict(the(rehearsal), restriction)
    for page in (skye.get(path_of(the(rehearsal))), accept_directly(skye, the(rehearsal))):
        assert page.status_code == 403
        assert refusal.sentence in unescape(page.content.decode())
    assert charges(rehearsal) == []


def as_filer_who_pays(visitor, who):
    """Before the move: the CM/ECF login, then the PACER login beside it."""
    as_filer(visitor.at(SEED_MOMENT), who)
    log_in(visitor, who.username, who.password, redaction=False, at=QUERY)
    return visitor


def restrict(document, restriction):
    EntryDocument.objects.filter(pk=document.pk).update(restriction=restriction)


def test_participant_reads_and_pays_for_a_restricted_document_of_the_case(
    visitor, new_visitor, rehearsal
):
    document = the(rehearsal)
    restrict(document, Restriction.PARTICIPANTS)
    noel = as_filer_who_pays(visitor, NOEL)
    _, page = accept(noel, document)
    assert charges(rehearsal) == [("Image1-0", 24, "2.40")]
    content = b"".join(new_visitor().get(source_of(page)).streaming_content)
    assert len(words_of(content)) == 24
    john = as_filer_who_pays(new_visitor(), JOHN)
    answer = accept_directly(john, document)
    assert answer.status_code == 403
    assert DocumentRefusal.NO_PERMISSION.sentence in unescape(answer.content.decode())
    assert len(charges(rehearsal)) == 1


@pytest.mark.parametrize(
    ("restriction", "refusal"),
    [
        (Restriction.PARTICIPANTS, DocumentRefusal.NO_PERMISSION),
        (Restriction.SEALED, DocumentRefusal.SEALED),
    ],
)
def test_address_of_a_file_ends_when_the_document_is_restricted(
    skye, rehearsal, restriction, refusal
):
    document = the(rehearsal)
    source = source_of(accept(skye, document)[1])
    restrict(document, restriction)
    page = skye.get(source)
    assert page.status_code == 403
    assert refusal.sentence in unescape(page.content.decode())


def test_address_of_a_file_ends_when_the_case_or_the_entry_is_sealed(skye, rehearsal):
    document, sources = the(rehearsal), []
    for _ in range(2):
        sources.append(source_of(accept(skye, document)[1]))
    DocketEntry.objects.filter(pk=document.entry_id).update(restriction=Restriction.SEALED)
    assert skye.get(sources[0]).status_code == 403
    DocketEntry.objects.filter(pk=document.entry_id).update(restriction=Restriction.PUBLIC)
    Case.objects.filter(pk=document.entry.case_id).update(access=CaseAccess.SEALED)
    assert skye.get(sources[1]).status_code == 403


def test_address_made_for_a_participant_ends_when_the_document_is_sealed(visitor, rehearsal):
    document = the(rehearsal)
    source = source_of(accept(as_filer_who_pays(visitor, NOEL), document)[1])
    restrict(document, Restriction.SEALED)
    assert visitor.get(source).status_code == 403


def test_documents_of_a_closed_nature_of_suit_are_refused_but_for_opinions(skye, rehearsal):
    document = the(rehearsal)
    Case.objects.filter(pk=document.entry.case_id).update(nature_of_suit="863 DIWC/DIWW (405(g))")
    page = skye.get(path_of(document))
    assert page.status_code == 403
    assert DocumentRefusal.NATURE_OF_SUIT.sentence in unescape(page.content.decode())
    DocketEntry.objects.filter(pk=document.entry_id).update(is_opinion=True)
    assert source_of(skye.get(path_of(document)))
    assert charges(rehearsal) == []


def test_address_that_names_another_case_is_refused(skye, rehearsal):
    document = the(rehearsal)
    page = skye.get(f"{path_of(document)}?caseid={document.entry.case_id + 1}")
    assert page.status_code == 404
    assert "Cannot locate the case with caseid" in page.content.decode()
    assert skye.get(f"{path_of(document)}?caseid={document.entry.case_id}").status_code == 200


def accept_directly(visitor, document):
    return visitor.post(path_of(document), {"got_receipt": "1"})


def test_document_of_another_rehearsal_or_court_is_not_available(skye, other_rehearsal, rehearsal):
    page = skye.get(path_of(the(other_rehearsal)))
    assert page.status_code == 404
    assert DocumentRefusal.NOT_AVAILABLE.sentence in page.content.decode()


def noticed(rehearsal, at):
    document = the(rehearsal)
    with mount.inside_rehearsal(rehearsal):
        notice = give_notice(entry=document.entry, at=at)
    magic = notice.recipients.exclude(magic_number="").first().magic_number
    return document, f"{path_of(document)}?caseid={document.entry.case_id}&magic_num={magic}"


def test_free_look_opens_a_document_once_without_a_login(visitor, rehearsal):
    document, link = noticed(rehearsal, SEED_MOMENT)
    visitor.at(SEED_MOMENT)
    content = b"".join(visitor.get(source_of(visitor.get(link))).streaming_content)
    assert len(words_of(content)) == 24
    again = visitor.get(link).content.decode()
    assert "CM/ECF Filer or PACER Login" in again
    assert "Your free look was used on" in again
    assert "Log in to view the document. It costs $0.10 a page, at most $3.00." in again
    assert "iframe" not in again
    as_reader(visitor, SKYE)
    page = visitor.get(link).content.decode()
    assert "Your free look was used on" in page
    assert "iframe" not in page
    assert charges(rehearsal) == []


def test_central_sign_on_says_why_a_used_free_look_asks_for_a_login(visitor, rehearsal):
    _, link = noticed(rehearsal, LIVE)
    visitor.at(LIVE).get(link)
    login = visitor.get(link)["Location"].removeprefix(rehearsal.mount)
    used = "Your free look was used on Monday, April 20, 2020, at 8:00 am MT."
    price = "Log in to view the document. It costs $0.10 a page, at most $3.00."
    words = page_text(visitor.get(login))
    assert used in words
    assert price in words
    answer = login_pages.log_in(visitor, JOHN, path=login)
    assert answer["Location"].endswith(link)


def test_login_page_shows_no_reason_that_it_did_not_sign_for_that_page(visitor, rehearsal):
    document, link = noticed(rehearsal, LIVE)
    visitor.at(LIVE).get(link)
    query = QueryDict(urlsplit(visitor.get(link)["Location"]).query)
    other = f"{rehearsal.mount}{path_of(document)}"
    for change in (
        {"why": "Call 505-555-0199 now"},
        {"appurl": other},
        {"why": query["why"] + "x"},
    ):
        page = page_text(visitor.get(f"{login_pages.CSO}?{urlencode(query.dict() | change)}"))
        assert "Log in to go to the page you asked for." in page
        assert "505-555-0199" not in page
        assert "free look" not in page


def test_free_look_ends_after_fifteen_days(visitor, rehearsal):
    _, link = noticed(rehearsal, SEED_MOMENT - timedelta(days=15))
    as_reader(visitor.at(SEED_MOMENT), SKYE)
    assert "Your free look ended on" in visitor.get(link).content.decode()


def test_menu_of_a_notice_needs_no_login(visitor, rehearsal):
    document, link = noticed(rehearsal, SEED_MOMENT)
    menu = link.replace(path_of(document), path_of(document, MENU))
    source = visitor.at(SEED_MOMENT).get(menu).content.decode()
    assert source.count("&amp;magic_num=") == 2
    assert "CM/ECF Filer or PACER Login" in visitor.get(menu + "9").content.decode()


def test_after_go_live_the_pacer_login_comes_first(visitor, rehearsal):
    answer = visitor.at(LIVE).get(path_of(the(rehearsal)))
    assert "/cso/csologin/login.jsf" in answer["Location"]


def test_file_that_is_gone_or_a_disk_that_fails_charges_nothing(skye, rehearsal, monkeypatch):
    def down(*args, **kwargs):
        raise store.StorageDown

    document = the(rehearsal, 1)
    monkeypatch.setattr(store, "open_file", down)
    page = accept_directly(skye, document)
    assert (page.status_code, page["Retry-After"]) == (503, "60")
    monkeypatch.undo()
    EntryDocument.objects.filter(pk=document.pk).update(path="shared/gone.pdf")
    assert accept_directly(skye, document).status_code == 404
    assert charges(rehearsal) == []


def test_document_is_found_by_its_number(skye, rehearsal):
    document = the(rehearsal, 1)
    case = document.entry.case_id
    answer = skye.get(f"/ecf/nmd/cgi-bin/show_case_doc?1,{case},1,,")
    assert answer["Location"].endswith(path_of(document))
    answer = skye.get(f"/ecf/nmd/cgi-bin/show_case_doc?1,{case},,,")
    assert answer["Location"].endswith(path_of(the(rehearsal), MENU))
    form = f"/ecf/nmd/cgi-bin/qryDocument.pl?{case}"
    assert skye.post(form, {"document": "1-1"})["Location"].endswith(path_of(document))
    assert (
        "has no document with this number" in skye.post(form, {"document": "99"}).content.decode()
    )


def test_number_of_a_text_only_order_is_explained(skye, rehearsal):
    case = the(rehearsal).entry.case
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
    document = the(rehearsal)
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
