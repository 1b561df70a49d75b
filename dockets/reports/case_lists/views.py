from collections.abc import Callable

from cmecf.courts.http import CourtRequest
from dockets.cases.queries import starts_with
from dockets.models import Case, CaseAccess, CaseKind
from dockets.reports.case_lists.forms import CLOSED, CasesForm, CivilCasesForm, DistrictCasesForm
from dockets.reports.listing import listing
from dockets.reports.paging import RowPage, page_after

_TEMPLATE = "dockets/reports/cases.html"


def _cases(*kinds: CaseKind) -> Callable[[CourtRequest, CasesForm, str], RowPage[Case]]:
    """Reads a page of the cases that a form asks for, without sealed ones."""

    def read(request: CourtRequest, form: CasesForm, after: str) -> RowPage[Case]:
        data = form.cleaned_data
        column = "closed_on" if data["which"] == CLOSED else "filed_on"
        period = {f"{column}__range": (data["date_from"], data["date_to"])}
        cases = Case.objects.filter(
            court=request.court, kind__in=kinds, access=CaseAccess.OPEN, **period
        )
        if office := data.get("office"):
            cases = cases.filter(office=office)
        if nature := data.get("nature_of_suit"):
            cases = cases.filter(starts_with("nature_of_suit", nature))
        return page_after(cases, column, after)

    return read


civil_cases = listing("Civil Cases", CivilCasesForm, _TEMPLATE, _cases(CaseKind.CIVIL))
criminal_cases = listing("Criminal Cases", DistrictCasesForm, _TEMPLATE, _cases(CaseKind.CRIMINAL))
cases = listing("Cases", CasesForm, _TEMPLATE, _cases(CaseKind.BANKRUPTCY, CaseKind.APPEAL))
