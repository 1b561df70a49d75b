"""An open request: the filer answers what the court asked, or takes the request back."""

import pytest

from efile.queue import services
from efile.registration import reply_services
from efile.registration.refusals import RequestRefusal
from rehearsals.help.refusals import Refused
from rehearsals.web import mount
from tests.support.cast import RUTH
from tests.support.efile_requests import PDF, pdf, words
from tests.support.factories import EfileRegistrationFactory
from tests.support.moments import FIRST_RUSH, LIVE

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


def test_the_courts_question_stands_above_the_field_for_the_answer(ruth, row):
    shown = words(ruth.get(page_of(row)))
    assert shown.index("The court asks for more") < shown.index(ASKED)
    assert shown.index(ASKED) < shown.index("Your answer to the court *")


def test_an_answer_puts_the_request_back_into_the_queue(ruth, row):
    shown = words(answer(ruth, row))
    assert "Your answer was sent." in shown
    assert "Your answer is with the court." in shown
    assert "New Mexico, in 2011" in shown
    row.refresh_from_db()
    assert (row.status, row.answer) == ("submitted", "New Mexico, in 2011")
    assert ruth.rehearsal.activities.get(what="efile.answered").who == f"PACER {RUTH.number}"


def test_an_answer_may_bring_a_document(ruth, row):
    shown = words(answer(ruth, row, document=pdf(name="../standing.pdf")))
    assert "standing.pdf" in shown
    kept = row.documents.get()
    assert (kept.name, bytes(kept.content), kept.uploaded_at) == ("standing.pdf", PDF, LIVE)


@pytest.mark.parametrize(
    ("text", "upload", "sentence"),
    [
        pytest.param("", {}, "Enter Your answer to the court.", id="empty"),
        pytest.param("x" * 2001, {}, "has room for 2000 characters", id="too long"),
        pytest.param("a\u202eb", {}, "Use only letters", id="turned round"),
        pytest.param("Here", {"document": b"MZ"}, "This file is not a PDF.", id="no PDF"),
        pytest.param("", {"document": PDF}, "Choose the file again", id="a file without words"),
    ],
)
def test_what_is_wrong_with_an_answer_is_said_and_nothing_is_sent(
    ruth, row, text, upload, sentence
):
    files = {name: pdf(content) for name, content in upload.items()}
    assert sentence in words(answer(ruth, row, text, **files))
    row.refresh_from_db()
    assert (row.status, row.answer, row.documents.count()) == ("more_info", "", 0)


def test_a_wrong_answer_keeps_what_was_typed(ruth, row):
    page = answer(ruth, row, "Typed at length", document=pdf(b"MZ")).content.decode()
    assert "Typed at length</textarea>" in page


def test_lines_of_an_answer_stay_lines_and_markup_stays_words(ruth, row):
    page = answer(ruth, row, "First\r\nSecond <script>x</script>").content.decode()
    assert "First<br>Second &lt;script&gt;" in page


def test_a_second_click_says_that_nothing_is_asked_any_more(ruth, row):
    answer(ruth, row)
    assert "The court has not asked for anything on this request." in words(answer(ruth, row, "B"))
    row.refresh_from_db()
    assert row.answer == "New Mexico, in 2011"


def test_the_court_decided_while_she_was_writing(ruth, row):
    with mount.inside_rehearsal(ruth.rehearsal):
        services.approve(request_id=row.pk, remark="", who="staff clerk", at=FIRST_RUSH)
    shown = words(answer(ruth, row, document=pdf()))
    assert "The court has decided this request in the meantime." in shown
    assert "The court approved this request" in shown
    row.refresh_from_db()
    assert (row.status, row.answer, row.documents.count()) == ("processed", "", 0)


def test_withdrawn_it_is_not_decided_and_a_new_one_may_be_sent(ruth, row):
    shown = words(ruth.post(page_of(row) + "withdraw/", follow=True))
    assert "The request was withdrawn." in shown
    assert "You withdrew this request on Monday, April 20, 2020" in shown
    row.refresh_from_db()
    assert (row.status, row.decided_by) == ("withdrawn", f"PACER {RUTH.number}")
    EfileRegistrationFactory(court=row.court, pacer_account=row.pacer_account)


def test_withdrawn_twice_it_says_that_it_is_over(ruth, row):
    ruth.post(page_of(row) + "withdraw/")
    shown = words(ruth.post(page_of(row) + "withdraw/", follow=True))
    assert "The court has decided this request in the meantime." not in shown
    assert "You withdrew this request already." in shown


def test_a_decided_request_cannot_be_withdrawn(ruth, row):
    with mount.inside_rehearsal(ruth.rehearsal):
        services.reject(
            request_id=row.pk, reason="document", remark="", who="staff clerk", at=FIRST_RUSH
        )
    shown = words(ruth.post(page_of(row) + "withdraw/", follow=True))
    assert "The court has decided this request in the meantime." in shown
    row.refresh_from_db()
    assert row.status == "rejected"


def test_withdrawing_takes_a_press_of_a_button(ruth, row):
    assert ruth.get(page_of(row) + "withdraw/").status_code == 405
    row.refresh_from_db()
    assert row.is_open


def test_a_withdrawn_request_cannot_be_answered(ruth, row):
    with mount.inside_rehearsal(ruth.rehearsal):
        reply_services.withdraw(account=row.pacer_account, registration=row, at=LIVE)
        with pytest.raises(Refused) as refused:
            reply_services.answer(
                account=row.pacer_account, registration=row, words="Late", document=None, at=LIVE
            )
    assert refused.value.reason is RequestRefusal.WITHDRAWN
