"""The history, status and request pages of the Maintenance tab."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from efile.choices import OPEN_STATUSES, RequestStatus
from efile.models import MaintenanceRequest, RegistrationDocument
from efile.queue import services
from rehearsals.web import mount
from tests.support.cast import ADELE, JOHN, MIRIAM, NOEL, RUTH
from tests.support.efile_requests import words
from tests.support.factories import CourtFactory, EfileRegistrationFactory, PacerAccountFactory
from tests.support.link_steps import link
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, LIVE, OUTAGE, SEED_MOMENT
from tests.support.payment_pages import enter, make_paa
from tests.support.pdfs import PDF

pytestmark = pytest.mark.django_db
TAB = "/psc/account/maintenance/"
HISTORY, STATUS, COURTS = TAB + "history/", TAB + "status/", TAB + "registered-courts/"


def ask(visitor, who=RUTH, court="nmd", **more):
    rehearsal = visitor.rehearsal
    return EfileRegistrationFactory(
        court=rehearsal.courts.get(code=court),
        pacer_account=rehearsal.pacer_accounts.get(account_number=who.number),
        **more,
    )


def page(visitor, path) -> str:
    answer = visitor.get(path)
    assert answer.status_code == 200
    return words(answer)


def decided(visitor, verb, row, **more):
    with mount.inside_rehearsal(visitor.rehearsal):
        return getattr(services, verb)(request_id=row.pk, who="staff clerk", at=FIRST_RUSH, **more)


# ---- E-File Registration/Maintenance History


def test_empty_history_explains_itself(ruth):
    assert "You have not sent any requests yet." in page(ruth, HISTORY)


@pytest.mark.parametrize("status", RequestStatus.values)
def test_every_status_is_shown_in_history_and_on_the_request(ruth, status):
    is_open = status in OPEN_STATUSES
    row = ask(ruth, status=status, decided_at=None if is_open else LIVE)
    label = RequestStatus(status).label
    assert label in page(ruth, HISTORY)
    shown = page(ruth, f"{TAB}requests/{row.pk}/")
    assert label in shown
    assert ("Withdraw this request" in shown) is is_open
    assert ("Your answer to the court" in shown) is (status == "more_info")


def test_history_is_newest_first(ruth):
    ask(ruth, court="nmb", submitted_at=SEED_MOMENT)
    ask(ruth, court="nmd", submitted_at=LIVE)
    shown = page(ruth, HISTORY).partition("Requests to courts")[2]
    assert shown.index("April 20") < shown.index("Bankruptcy Court")


def test_history_lists_address_updates(visitor):
    visitor.at(FIRST_RUSH)
    link(visitor, JOHN)
    account = visitor.rehearsal.pacer_accounts.get(account_number=JOHN.number)
    record = account.cmecf_accounts.get()
    MaintenanceRequest.objects.create(
        rehearsal=visitor.rehearsal, court=record.court, pacer_account=account,
        cmecf_account=record, kind="address", cases="open", submitted_at=FIRST_RUSH,
    )  # fmt: skip
    shown = page(visitor, HISTORY)
    assert "Update Address Information Open Cases" in shown
    assert "Submitted" in shown


def test_rejected_request_shows_reason_and_next_step(visitor):
    visitor.at(FIRST_RUSH)
    log_in(visitor, JOHN)
    row = ask(visitor, JOHN)
    decided(visitor, "reject", row, reason="link_instead", remark="You are jattorney")
    shown = visitor.get(f"{TAB}requests/{row.pk}/").content.decode()
    assert "The court rejected this request" in shown
    assert "link your accounts instead" in shown
    assert "You are jattorney" in shown
    assert "/ecf/nmd/utilities/link/" in shown
    assert "You are jattorney" in page(visitor, HISTORY)


def test_approved_request_shows_where_to_file(ruth):
    row = ask(ruth)
    decided(ruth, "approve", row, remark="")
    shown = page(ruth, f"{TAB}requests/{row.pk}/")
    assert "The court approved this request" in shown
    assert "confirm the redaction notice" in shown
    assert "Open CM/ECF" in shown


def test_ended_approval_is_a_warning(ruth):
    row = ask(ruth)
    decided(ruth, "approve", row, remark="")
    ruth.rehearsal.cmecf_accounts.filter(origin="registration").update(is_active=False)
    shown = page(ruth, f"{TAB}requests/{row.pk}/")
    assert "later ended the approval" in shown
    assert "Open CM/ECF" not in shown


def test_sent_request_lists_its_documents(ruth):
    row = ask(ruth)
    keep(row)
    for path in ("", "sent/"):
        assert f"({len(PDF)} bytes), uploaded Monday, April 20" in page(
            ruth, f"{TAB}requests/{row.pk}/{path}"
        )


# ---- Check E-File Status


def test_status_shows_when_a_court_moves(ruth):
    log_in(ruth.at(SEED_MOMENT), RUTH)
    assert "Not on NextGen until Monday, April 20, 2020" in page(ruth, STATUS)
    log_in(ruth.at(OUTAGE), RUTH)
    assert "Closed while the court moves to NextGen , until Monday" in page(ruth, STATUS)


def test_status_tells_known_filers_to_link(visitor):
    visitor.at(LIVE)
    log_in(visitor, JOHN)
    shown = page(visitor, STATUS)
    assert shown.count("you may already have an account here") == 1
    assert "Don't register." in shown
    assert shown.count("Register to e-file") == 2


def test_status_of_linked_registered_pending_and_closed(ruth):
    decided(ruth, "approve", ask(ruth, court="nmd"), remark="")
    ask(ruth, court="nmb", status="more_info")
    shown = page(ruth, STATUS)
    assert "You may e-file here , registered Monday, April 20, 2020" in shown
    assert "Not yet: More information requested" in shown
    assert "Answer the court" in shown
    ruth.rehearsal.cmecf_accounts.filter(origin="registration").update(is_active=False)
    assert "Closed . The court has closed your CM/ECF account." in page(ruth, STATUS)


@pytest.mark.parametrize(
    ("who", "sentence"),
    [(NOEL, "Legacy PACER account"), (ADELE, "Shared PACER accounts")],
    ids=["legacy", "shared"],
)
def test_status_of_an_account_that_cannot_register(visitor, who, sentence):
    visitor.at(LIVE)
    log_in(visitor, who)
    shown = page(visitor, STATUS)
    assert sentence in shown
    assert "Register to e-file" not in shown


def test_status_of_a_billing_account(visitor):
    enter(visitor.at(LIVE), make_paa(visitor.rehearsal))
    assert "only pays bills" in page(visitor, STATUS)


# ---- Display Registered Courts


def test_registered_courts_lists_links_and_registrations(visitor):
    visitor.at(LIVE)
    log_in(visitor, MIRIAM)
    shown = page(visitor, COURTS)
    assert "Tenth Circuit Court of Appeals" in shown
    assert "by link" in shown
    assert "District of New Mexico" not in shown.partition("Courts in which")[2][:300]


def test_registered_courts_drops_a_closed_account(ruth):
    assert "None yet." in page(ruth, COURTS)
    decided(ruth, "approve", ask(ruth), remark="")
    assert "by registration" in page(ruth, COURTS)
    ruth.rehearsal.cmecf_accounts.filter(origin="registration").update(is_active=False)
    assert "None yet." in page(ruth, COURTS)


# ---- documents, and who may see what


def keep(row, name="standing.pdf"):
    return RegistrationDocument.objects.create(
        rehearsal=row.rehearsal, registration=row, name=name, sha256="0", size=len(PDF), content=PDF,
        uploaded_at=LIVE,
    )  # fmt: skip


def test_document_downloads_under_its_own_name(ruth):
    row = ask(ruth)
    document = keep(row, "Niña (1).pdf")
    answer = ruth.get(f"{TAB}requests/{row.pk}/documents/{document.pk}/")
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''Ni%C3%B1a%20%281%29.pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"


PAGES_OF_ONE = ("", "sent/", "documents/{doc}/")


@pytest.mark.parametrize("last", PAGES_OF_ONE, ids=["request", "done", "document"])
def test_request_of_another_account_is_not_found(ruth, last):
    other = ask(ruth, JOHN)
    path = f"{TAB}requests/{other.pk}/{last.format(doc=keep(other).pk)}"
    assert ruth.get(path).status_code == 404


@pytest.mark.parametrize("last", PAGES_OF_ONE, ids=["request", "done", "document"])
def test_request_of_another_rehearsal_is_not_found(ruth, other_rehearsal, last):
    there = EfileRegistrationFactory(
        court=other_rehearsal.courts.get(code="nmd"),
        pacer_account=other_rehearsal.pacer_accounts.get(account_number=RUTH.number),
    )
    path = f"{TAB}requests/{there.pk}/{last.format(doc=keep(there).pk)}"
    assert ruth.get(path).status_code == 404


def test_document_of_another_request_is_not_found(ruth):
    here, there = ask(ruth), ask(ruth, court="nmb")
    assert ruth.get(f"{TAB}requests/{here.pk}/documents/{keep(there).pk}/").status_code == 404


@pytest.mark.parametrize("path", ["", "withdraw/"], ids=["answer", "withdraw"])
def test_cannot_answer_or_withdraw_for_another_account(ruth, path):
    other = ask(ruth, JOHN, status="more_info")
    answer = ruth.post(f"{TAB}requests/{other.pk}/{path}", {"answer": "Mine now"})
    assert answer.status_code == 404
    other.refresh_from_db()
    assert (other.status, other.answer) == ("more_info", "")


# ---- how much is asked of the database


@pytest.mark.parametrize("path", [HISTORY, STATUS, COURTS])
def test_query_counts_do_not_grow_with_requests_and_courts(ruth, path):
    ask(ruth)
    few = _count(ruth, path)
    account = ruth.rehearsal.pacer_accounts.get(account_number=RUTH.number)
    for court in CourtFactory.create_batch(10, rehearsal=ruth.rehearsal):
        EfileRegistrationFactory(court=court, pacer_account=account)
        EfileRegistrationFactory(court=court, pacer_account=account, status="withdrawn")
        EfileRegistrationFactory(
            court=court, pacer_account=PacerAccountFactory(rehearsal=ruth.rehearsal)
        )
    assert _count(ruth, path) == few <= 12


def test_request_page_does_not_read_document_content(ruth):
    row = ask(ruth)
    keep(row)
    path = f"{TAB}requests/{row.pk}/"
    few = _count(ruth, path)
    for number in range(10):
        keep(row, f"{number}.pdf")
    with CaptureQueriesContext(connection) as asked:
        ruth.get(path)
    assert len(asked) == few <= 12
    assert '"content"' not in str(asked.captured_queries)


def _count(visitor, path) -> int:
    visitor.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert visitor.get(path).status_code == 200
    return len(asked)
