"""A filer answers the court's question, or withdraws the request."""

import pytest

from efile.queue import services
from efile.registration.refusals import RequestRefusal
from efile.requests import services as request_services
from rehearsals.clock.clock import wall_now
from rehearsals.help.refusals import Refused
from rehearsals.web import mount
from tests.support.cast import RUTH
from tests.support.efile_requests import pdf, words
from tests.support.factories import EfileRegistrationFactory
from tests.support.moments import FIRST_RUSH, LIVE
from tests.support.pdfs import PDF
from training.bookmarks.services import go_back

pytestmark = pytest.mark.django_db
ASKED = "Which bar admitted you?"


@pytest.fixture
def row(ruth):
    return EfileRegistrationFactory(
        court=ruth.rehearsal.courts.get(code="nmd"),
        pacer_account=ruth.rehearsal.pacer_accounts.get(account_number=RUTH.number),
        status="more_info",
        remark=ASKED,
    )


def page_of(row) -> str:
    return f"/psc/account/maintenance/requests/{row.pk}/"


def answer(visitor, row, text="New Mexico, in 2011", **more):
    return visitor.post(page_of(row), {"answer": text} | more, follow=True)


def test_remark_is_above_the_answer_field(ruth, row):
    shown = words(ruth.get(page_of(row)))
    assert shown.index("The court asks for more") < shown.index(ASKED)
    assert shown.index(ASKED) < shown.index("Your answer to the court *")


def test_answer_returns_the_request_to_the_queue(ruth, row):
    shown = words(answer(ruth, row))
    assert "We sent your answer." in shown
    assert "The court has your answer." in shown
    assert "New Mexico, in 2011" in shown
    row.refresh_from_db()
    assert (row.status, row.answer) == ("submitted", "New Mexico, in 2011")
    assert ruth.rehearsal.activities.get(what="efile.answered").who == f"PACER {RUTH.number}"


def test_answer_with_document(ruth, row):
    shown = words(answer(ruth, row, document=pdf(name="../standing.pdf")))
    assert "standing.pdf" in shown
    document = row.documents.get()
    assert (document.name, bytes(document.content), document.uploaded_at) == (
        "standing.pdf",
        PDF,
        LIVE,
    )


@pytest.mark.parametrize(
    ("text", "upload", "sentence"),
    [
        pytest.param("", {}, "Enter Your answer to the court.", id="empty"),
        pytest.param("x" * 2001, {}, "can have up to 2000 characters", id="too long"),
        pytest.param("a\u202eb", {}, "Use only letters", id="turned round"),
        pytest.param("Here", {"document": b"MZ"}, "This file is not a PDF.", id="no PDF"),
        pytest.param("", {"document": PDF}, "Choose the file again", id="a file without words"),
    ],
)
def test_invalid_answer_is_not_sent(ruth, row, text, upload, sentence):
    files = {name: pdf(content) for name, content in upload.items()}
    assert sentence in words(answer(ruth, row, text, **files))
    row.refresh_from_db()
    assert (row.status, row.answer, row.documents.count()) == ("more_info", "", 0)


def test_invalid_answer_keeps_typed_text(ruth, row):
    page = answer(ruth, row, "Typed at length", document=pdf(b"MZ")).content.decode()
    assert "Typed at length</textarea>" in page


def test_answer_keeps_lines_and_escapes_markup(ruth, row):
    page = answer(ruth, row, "First\r\nSecond <script>x</script>").content.decode()
    assert "First<br>Second &lt;script&gt;" in page


def test_second_answer_is_refused(ruth, row):
    answer(ruth, row)
    assert "The court has not asked you for more information on this request." in words(
        answer(ruth, row, "B")
    )
    row.refresh_from_db()
    assert row.answer == "New Mexico, in 2011"


def test_answer_after_the_decision_is_refused(ruth, row):
    with mount.inside_rehearsal(ruth.rehearsal):
        services.approve(request_id=row.pk, remark="", who="staff clerk", at=FIRST_RUSH)
    shown = words(answer(ruth, row, document=pdf()))
    assert "The court has already decided this request." in shown
    assert "The court approved this request" in shown
    row.refresh_from_db()
    assert (row.status, row.answer, row.documents.count()) == ("processed", "", 0)


def test_withdrawn_request_can_be_replaced(ruth, row):
    shown = words(ruth.post(page_of(row) + "withdraw/", follow=True))
    assert "You withdrew the request." in shown
    assert "You withdrew this request on Monday, April 20, 2020" in shown
    row.refresh_from_db()
    assert (row.status, row.decided_by) == ("withdrawn", f"PACER {RUTH.number}")
    EfileRegistrationFactory(court=row.court, pacer_account=row.pacer_account)


def test_withdrawal_deletes_the_documents_but_not_their_names(ruth, row):
    answer(ruth, row, document=pdf())
    document = row.documents.get()
    assert "we delete the document that you uploaded" in words(ruth.get(page_of(row)))
    shown = words(ruth.post(page_of(row) + "withdraw/", follow=True))
    assert f"standing.pdf ({len(PDF)} bytes)" in shown
    assert "We deleted it when you withdrew the request." in shown
    kept = row.documents.get()
    assert (bytes(kept.content), kept.size, kept.sha256) == (b"", len(PDF), document.sha256)
    download = ruth.get(f"{page_of(row)}documents/{kept.pk}/")
    assert "This document was deleted when you withdrew the request." in words(download)
    latest = ruth.rehearsal.bookmarks.latest("pk")
    go_back(ruth.rehearsal, pk=latest.pk, wall_at=wall_now())
    assert bytes(row.documents.get().content) == PDF  # the request is open again


def test_second_withdrawal_is_refused(ruth, row):
    ruth.post(page_of(row) + "withdraw/")
    shown = words(ruth.post(page_of(row) + "withdraw/", follow=True))
    assert "The court has already decided this request." not in shown
    assert "You already withdrew this request." in shown


def test_decided_request_cannot_be_withdrawn(ruth, row):
    with mount.inside_rehearsal(ruth.rehearsal):
        services.reject(
            request_id=row.pk, reason="document", remark="", who="staff clerk", at=FIRST_RUSH
        )
    shown = words(ruth.post(page_of(row) + "withdraw/", follow=True))
    assert "The court has already decided this request." in shown
    row.refresh_from_db()
    assert row.status == "rejected"


def test_withdrawal_requires_post(ruth, row):
    assert ruth.get(page_of(row) + "withdraw/").status_code == 405
    row.refresh_from_db()
    assert row.is_open


def test_withdrawn_request_cannot_be_answered(ruth, row):
    with mount.inside_rehearsal(ruth.rehearsal):
        request_services.withdraw(account=row.pacer_account, registration=row, at=LIVE)
        with pytest.raises(Refused) as refused:
            request_services.answer(
                account=row.pacer_account, registration=row, text="Late", document=None, at=LIVE
            )
    assert refused.value.reason is RequestRefusal.WITHDRAWN
