"""The docket sheet as HTML: running its form, and reading the report."""

import re

from django.http import HttpResponse

from dockets.models import Case
from dockets.query.nonce import make_nonce
from tests.support.visitor import Visitor

SHEET = "/ecf/nmd/cgi-bin/DktRpt.pl"
CHECKED = {"list_of_parties_and_counsel": "on", "terminated_parties": "on"}


def run_report(visitor: Visitor, case: Case, **fields: str) -> HttpResponse:
    data = {"case_num": " ", "all_case_ids": case.pk} | CHECKED | fields
    return visitor.post(f"{SHEET}?{make_nonce(case)}", data)


def html_of(page: HttpResponse) -> str:
    """The HTML of the page, also if it is streamed."""
    return page.getvalue().decode()


def numbers_in(page: HttpResponse) -> list[int]:
    """The numbers of the entries, in the order of the report."""
    return [int(n) for n in re.findall(r"<td>(?:<a[^>]*>)?(\d+)(?:</a>)?&nbsp;", html_of(page))]
