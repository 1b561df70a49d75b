"""The docket sheet as a PDF: its receipt page, the PDF after it is paid, and the charges."""

import re
from decimal import Decimal
from html import unescape

from django.http import HttpResponse

from dockets.models import Case
from dockets.query.nonce import make_nonce
from pacer_accounts.models import UsageTransaction
from rehearsals.models import Rehearsal
from tests.support.docket_sheet import CHECKED, SHEET
from tests.support.moments import SEED_MOMENT
from tests.support.page_text import page_text
from tests.support.visitor import Visitor

FIELDS = CHECKED | {"pdf_header": "1", "output_format": "pdf"}


def ask(visitor: Visitor, case: Case, **fields: str) -> HttpResponse:
    """Run the report as PDF: the receipt page."""
    return visitor.post(f"{SHEET}?{make_nonce(case)}", {"all_case_ids": case.pk} | FIELDS | fields)


def accept(visitor: Visitor, case: Case, page: HttpResponse) -> HttpResponse:
    """Press the button of the receipt page."""
    form = re.search(r'(?s)<form method="post".*?</form>', page.content.decode())[0]
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form)
    sent = {name: unescape(value) for name, value in fields if name != "csrfmiddlewaretoken"}
    return visitor.post(f"{SHEET}?{make_nonce(case)}", sent)


def pdf_of(visitor: Visitor, case: Case, **fields: str) -> bytes:
    """The PDF, paid."""
    answer = accept(visitor, case, ask(visitor, case, **fields))
    assert answer["Content-Type"] == "application/pdf", page_text(answer)
    return b"".join(answer.streaming_content)


def charges(rehearsal: Rehearsal) -> list[tuple[str, str, int, Decimal]]:
    """The description, search, pages and fee of each charge at the seed moment."""
    rows = UsageTransaction.objects.filter(rehearsal=rehearsal, at=SEED_MOMENT)
    return [(row.description, row.search, row.pages, row.fee) for row in rows]


def set_text(case: Case, number: int, text: str) -> None:
    case.entries.filter(number=number).update(text=text)
