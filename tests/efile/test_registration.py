"""The e-file registrations, page by page."""

from urllib.parse import urlencode

import pytest

from tests.support.cast import JOHN, MIRIAM, NOEL, RUTH
from tests.support.efile_requests import (
    BASE,
    DELIVERY,
    FILER,
    TERMS,
    fill_in,
    hidden_of,
    mine,
    pdf,
    send,
    words,
)
from tests.support.login_pages import log_in
from tests.support.moments import LIVE, SEED_MOMENT
from tests.support.pdfs import PDF, encrypted

pytestmark = pytest.mark.django_db


def test_request_is_queued_and_does_not_allow_filing(ruth):
    assert "What we send to the court" in words(fill_in(ruth))
    answer = send(ruth, "terms", TERMS)
    assert "We sent your request to the District of New Mexico" in words(answer)
    assert "You cannot file there yet" in words(answer)
    request = mine(ruth).get()
    assert (request.status, request.court.code, request.role) == ("submitted", "nmd", "attorney")
    assert request.email == RUTH.email
    assert request.submitted_at == LIVE
    assert not ruth.rehearsal.cmecf_accounts.filter(pacer_account=request.pacer_account).exists()
    letter = ruth.rehearsal.mails.get(subject__contains="request to e-file")
    assert letter.sender == "pacer@psc.uscourts.gov"
    assert letter.to == RUTH.email
    assert "You cannot file there yet" in letter.body


def test_nothing_is_sent_before_the_last_submit(ruth):
    fill_in(ruth)
    assert not mine(ruth).exists()


def test_second_submit_shows_the_first_request(ruth):
    fill_in(ruth)
    hidden = hidden_of(ruth.get(BASE + "terms/"))
    for _ in range(2):
        answer = ruth.post(BASE + "terms/", hidden | TERMS, follow=True)
        assert "We sent your request" in words(answer)
    assert mine(ruth).count() == 1


def test_only_courts_that_are_nextgen_today_can_be_chosen(ruth):
    log_in(ruth.at(SEED_MOMENT), RUTH)
    page = ruth.get(BASE + "court/").content.decode()
    assert 'value="nmd"' not in page
    assert '<option value="nmb"' in page
    assert "New Mexico Bankruptcy Court - NextGen" in page
    assert "If you already e-file there, you link your account then" in page
    log_in(ruth.at(LIVE), RUTH)
    page = ruth.get(BASE + "court/").content.decode()
    assert "New Mexico District Court - NextGen" in page
    assert 'optgroup label="U.S. District Courts"' in page


def test_closed_court_refuses_and_the_draft_stays(ruth):
    fill_in(ruth)
    log_in(ruth.at(SEED_MOMENT), RUTH)
    answer = send(ruth, "terms", TERMS)
    assert answer.status_code >= 400
    assert "has not moved to NextGen" in words(answer)
    log_in(ruth.at(LIVE), RUTH)
    assert "We sent your request" in words(send(ruth, "terms", TERMS))


def test_old_account_warns_and_continue_goes_on(visitor):
    visitor.at(LIVE)
    log_in(visitor, JOHN)
    answer = send(visitor, "court", {"court": "nmd"})
    assert "Did you e-file in this court before it moved to NextGen?" in words(answer)
    assert 'name="despite" value="nmd"' in answer.content.decode()
    answer = send(visitor, "court", {"court": "nmd", "despite": "nmd"}, "continue")
    assert "accepts these applications" in words(answer)


@pytest.mark.parametrize(
    ("button", "despite"),
    [("continue", "nmb"), ("continue", ""), ("next", "nmd")],
    ids=["warned about another court", "never warned", "the Enter key"],
)
def test_warning_must_be_about_the_chosen_court(visitor, button, despite):
    visitor.at(LIVE)
    log_in(visitor, JOHN)
    answer = send(visitor, "court", {"court": "nmd", "despite": despite}, button)
    assert "Did you e-file in this court" in words(answer)


def test_linked_account_is_refused(visitor):
    visitor.at(LIVE)
    log_in(visitor, MIRIAM)
    answer = send(visitor, "court", {"court": "ca10"})
    assert "You can e-file here" in words(answer)


def test_one_open_request_for_each_court(ruth):
    fill_in(ruth)
    send(ruth, "terms", TERMS)
    answer = send(ruth, "court", {"court": "nmd"}, "continue")
    assert "You already have an open request in this court" in words(answer)
    assert "accepts these applications" in words(send(ruth, "court", {"court": "nmb"}, "continue"))


def test_legacy_account_is_sent_to_upgrade_and_back(visitor):
    visitor.at(LIVE)
    log_in(visitor, NOEL)
    answer = visitor.get(BASE + "court/")
    assert answer.status_code == 302
    assert "/psc/upgrade/?next=" in answer.headers["Location"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"bar_date": "04/21/2020"}, "can't be in the future"),
        ({"bar_number": ""}, "Enter State Bar Number."),
        ({"already_admitted": "on"}, "Enter Court Bar ID"),
        ({"role": "trustee"}, "Choose Role in Court from the list."),
    ],
)
def test_missing_fields_show_errors_and_input_stays(ruth, change, sentence):
    send(ruth, "court", {"court": "nmd"}, "continue")
    send(ruth, "application", {"application": "efile_only"})
    answer = send(ruth, "filer-information", FILER | {"other_names": "R. Clerk"} | change)
    assert sentence in words(answer)
    assert 'value="R. Clerk"' in answer.content.decode()


def test_missing_application_shows_a_sentence(ruth):
    send(ruth, "court", {"court": "nmd"}, "continue")
    page = words(send(ruth, "application", {}))
    assert "Choose what you would like to apply or register for." in page


def test_pro_hac_vice_needs_a_case_and_a_document(ruth):
    send(ruth, "court", {"court": "nmd"}, "continue")
    send(ruth, "application", {"application": "pro_hac_vice"})
    assert "Enter Most Recent Case" in words(send(ruth, "filer-information", FILER))
    send(ruth, "filer-information", FILER | {"recent_case": "1:20-cv-90001-TRN-SIM"})
    send(ruth, "delivery", DELIVERY)
    send(ruth, "payment", {})
    for nothing in ({}, {"document": "a text"}):
        assert "Choose a PDF under Document Upload." in words(send(ruth, "terms", TERMS | nothing))
    send(ruth, "terms", TERMS | {"document": pdf()})
    document = mine(ruth).get().documents.get()
    assert (document.name, bytes(document.content)) == ("standing.pdf", PDF)


@pytest.mark.parametrize(
    ("upload", "sentence"),
    [
        (pdf(b"MZ not a pdf"), "This file is not a PDF."),
        (pdf(b""), "This file is empty."),
        (pdf(b"%PDF-" + b"x" * 1_000_001 + b"%%EOF"), "larger than 1 MB"),
        (pdf(encrypted()), "This PDF has security settings"),
    ],
    ids=["wrong kind", "empty", "too large", "owner password"],
)
def test_document_type_is_checked_by_content(ruth, upload, sentence):
    fill_in(ruth)
    upload.seek(0)
    assert sentence in words(send(ruth, "terms", TERMS | {"document": upload}))
    assert not mine(ruth).exists()


def test_changing_the_court_reopens_the_filer_page(ruth):
    fill_in(ruth)
    answer = send(ruth, "court", {"court": "nmb"}, "continue")
    assert "check this page again" in words(answer)
    assert ruth.get(BASE + "terms/").status_code == 302


def test_page_of_an_older_request_is_stale(ruth):
    send(ruth, "court", {"court": "nmd"}, "continue")
    answer = ruth.post(
        BASE + "application/", {"draft": "old", "application": "efile_only"}, follow=True
    )
    assert "belonged to an older request" in words(answer)


def test_party_must_enter_the_case(ruth):
    base = "/psc/account/maintenance/register-non-attorney/"
    send(ruth, "court", {"court": "nmd"}, "continue", base)
    party = {"role": "party", "title": "", "other_names": "", "recent_case": ""}
    answer = send(ruth, "filer-information", party, base=base)
    assert "A party may e-file only in the case in which the court allowed it" in words(answer)
    case = {"recent_case": "1:20-cv-90004-TRN-SIM"}
    send(ruth, "filer-information", party | case, base=base)
    send(ruth, "delivery", DELIVERY, base=base)
    send(ruth, "terms", TERMS, base=base)
    request = mine(ruth).get()
    assert (request.kind, request.role) == ("non_attorney", "party")
    assert request.recent_case == "1:20-cv-90004-TRN-SIM"


def test_notices_can_go_to_another_address(ruth):
    fill_in(ruth)
    answer = send(ruth, "delivery", DELIVERY | {"uses_other_email": "on"})
    assert "Enter Email for Notices" in words(answer)
    send(ruth, "delivery", DELIVERY | {"uses_other_email": "on", "email": "desk@example.org"})
    send(ruth, "terms", TERMS)
    assert mine(ruth).get().email == "desk@example.org"


def test_pro_hac_vice_marks_the_case_as_required(ruth):
    send(ruth, "court", {"court": "nmd"})
    assert "Most Recent Case *" in words(send(ruth, "application", {"application": "pro_hac_vice"}))
    assert "Most Recent Case *" not in words(
        send(ruth, "application", {"application": "efile_only"})
    )


def test_unchecked_notice_address_shows_an_error(ruth):
    fill_in(ruth)
    typed = DELIVERY | {"email": "desk@example.org"}
    assert "Check the box above to use this" in words(send(ruth, "delivery", typed))
    own = DELIVERY | {"email": RUTH.email}
    assert "There is no fee" in words(send(ruth, "delivery", own))


def test_file_must_be_chosen_again_after_other_errors(ruth):
    fill_in(ruth)
    answer = send(ruth, "terms", {"accepts_terms": "on", "document": pdf()})
    assert "Check the second statement to submit." in words(answer)
    assert "Choose the file again" in words(answer)


@pytest.mark.parametrize("number", ["two words", "<b>", "case-number", "-"])
def test_invalid_case_number_is_refused_with_an_example(ruth, number):
    send(ruth, "court", {"court": "nmd"})
    send(ruth, "application", {"application": "efile_only"})
    answer = send(ruth, "filer-information", FILER | {"recent_case": number})
    assert "Enter Most Recent Case as the court writes it" in words(answer)


@pytest.mark.parametrize(
    ("column", "base", "sentence"),
    [
        ("filer_roles", BASE, "does not grant that role"),
        ("applications", BASE, "does not take that kind of application"),
        ("filer_roles", BASE.replace("register/", "register-non-attorney/"), "does not grant"),
    ],
    ids=["no role for attorneys", "no application", "no role for others"],
)
def test_court_without_such_requests_says_so_on_the_first_page(ruth, column, base, sentence):
    ruth.rehearsal.courts.filter(code="nmd").update(**{column: []})
    assert sentence in words(send(ruth, "court", {"court": "nmd"}, base=base))


@pytest.mark.parametrize("is_multipart", [False, True], ids=["urlencoded", "multipart"])
def test_text_where_a_file_belongs_is_no_document(ruth, is_multipart):
    fill_in(ruth, application="admissions")
    form = {**hidden_of(ruth.get(f"{BASE}terms/")), **TERMS, "document": "abc", "action": "back"}
    for action in ("back", "next"):
        form["action"] = action
        kind = {} if is_multipart else {"content_type": "application/x-www-form-urlencoded"}
        data = form if is_multipart else urlencode(form)
        assert ruth.post(f"{BASE}terms/", data, **kind).status_code in (200, 302)
        assert ruth.get(f"{BASE}terms/").status_code == 200
