"""A receipt page that was opened for another account, client code or cost isn't charged."""

import re

import pytest

from tests.support import document_pages
from tests.support.cast import RUTH, SKYE
from tests.support.docket_pdf import accept, ask
from tests.support.docket_sheet import SHEET
from tests.support.docketed import case_of
from tests.support.document_pages import document_of, path_of
from tests.support.legacy import LOGIN, log_in
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db
EXEMPTION = "/ecf/nmd/utilities/exemption/"
CHANGED = "the cost has changed since you opened the receipt. You weren't charged."


class Document:
    """The complaint of the pack's first case."""

    def open(self, visitor):
        return visitor.get(path_of(document_of(visitor.rehearsal)))

    def accept(self, visitor, page):
        form = re.search(r'name="form" value="(\w+)"', page.content.decode())[1]
        data = {"got_receipt": "1", "pdf_header": "1", "form": form}
        return visitor.post(path_of(document_of(visitor.rehearsal)), data)


class Pdf:
    """Its docket sheet as a PDF."""

    def open(self, visitor):
        return ask(visitor, case_of(visitor.rehearsal))

    def accept(self, visitor, page):
        return accept(visitor, case_of(visitor.rehearsal), page)


def logged_in(visitor, username, password, code=""):
    visitor.post(f"{LOGIN}?logout")
    assert log_in(visitor, username, password, code=code, at=SHEET).status_code == 302


def charged(visitor):
    """The username, client code and fee of each charge made in this test, the newest first."""
    rows = visitor.rehearsal.usage_transactions.filter(at=visitor.rehearsal.clock.court_at)
    return [(row.account.username, row.client_code, str(row.fee)) for row in rows.order_by("-pk")]


@pytest.fixture(params=[Document(), Pdf()], ids=["document", "docket PDF"])
def bought(request, short_docket):
    return request.param


@pytest.mark.parametrize(
    ("who", "code"), [(RUTH, ""), (SKYE, "MESA-2")], ids=["account", "client code"]
)
def test_another_payer_sees_a_receipt_of_their_own_first(visitor, bought, who, code):
    logged_in(visitor, SKYE.username, SKYE.password, "MESA-1")
    page = bought.open(visitor)
    logged_in(visitor, who.username, who.password, code)
    again = bought.accept(visitor, page)
    assert CHANGED in page_text(again)
    assert f"Pacer Login: {who.username} Client Code: {code}".strip() in page_text(again)
    assert charged(visitor) == []
    bought.accept(visitor, again)
    assert [row[:2] for row in charged(visitor)] == [(who.username, code)]


def test_receipt_page_that_said_exempt_is_not_charged_without_the_exemption(visitor, bought):
    logged_in(visitor, "miriamcja", "Mesa-Exempt-17")
    visitor.post(EXEMPTION, {"is_exempt": "yes"})
    page = bought.open(visitor)
    visitor.post(EXEMPTION, {"is_exempt": "no"})
    assert CHANGED in page_text(bought.accept(visitor, page))
    assert charged(visitor) == []
    visitor.post(EXEMPTION, {"is_exempt": "yes"})
    bought.accept(visitor, page)
    assert [row[2] for row in charged(visitor)] == ["0.00"]


def test_page_of_a_paid_document_does_not_charge_the_next_account_for_a_copy(skye):
    document = document_of(skye.rehearsal)
    data, _ = document_pages.accept(skye, document)
    logged_in(skye, RUTH.username, RUTH.password)
    again = skye.post(f"{path_of(document)}?download", data)
    assert CHANGED in page_text(again)
    assert [row[0] for row in charged(skye)] == [SKYE.username]
