"""possible_case_numbers.pl: the cases that a number can mean, as XML for forms and client programs."""

from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement, tostring

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cmecf.courts.http import CourtRequest
from cmecf.courts.search_access import searcher_of
from dockets.cases.queries import cases_of_number
from dockets.models import Case, CaseKind, Party

NOT_LOGGED_IN = "Not logged in.  Please refresh this page."
UNDER_SEAL = "Case Under Seal"


@login_not_required
@never_cache
@require_safe
def possible_case_numbers(request: CourtRequest, court: str) -> HttpResponse:
    """For every login of this court, filers too: a filing begins with a case number. Free of charge."""
    typed = unquote(request.META.get("QUERY_STRING", ""))[:40]
    text = "".join(
        sign for sign in typed if sign.isprintable()
    )  # XML can't have control characters
    root = Element("request", number=text)
    if searcher_of(request) or request.cmecf_account:
        _add_cases(root, cases_of_number(request.court, text), text)
    else:
        SubElement(root, "message", text=NOT_LOGGED_IN)
    # No XML declaration: client programs can't read one that names an encoding.
    return HttpResponse(tostring(root, encoding="unicode"), content_type="text/xml; charset=utf-8")


def _add_cases(root: Element, cases: list[Case], text: str) -> None:
    shown = [case for case in cases if not case.is_sealed]
    if not shown:
        message = UNDER_SEAL if cases else f"Cannot find case {text}"
        SubElement(root, "message", text=message)
    defendants = _defendants(shown)
    for case in shown:
        numbers = [0, *defendants.get(case.pk, ())] if case.kind == CaseKind.CRIMINAL else [None]
        for defendant in numbers:
            SubElement(root, "case", _attributes(case, defendant))


def _defendants(cases: list[Case]) -> dict[int, list[int]]:
    """The numbers of the defendants of criminal cases. One query, and none without such a case."""
    keys = [case.pk for case in cases if case.kind == CaseKind.CRIMINAL]
    numbers: dict[int, list[int]] = {}
    if keys:
        rows = Party.objects.filter(case__in=keys, defendant_number__isnull=False)
        pairs = rows.order_by("defendant_number").values_list("case_id", "defendant_number")
        for key, number in pairs:
            numbers.setdefault(key, []).append(number or 0)
    return numbers


def _attributes(case: Case, defendant: int | None) -> dict[str, str]:
    """`defendant`: 0 for all defendants of a criminal case; None in any other case."""
    closed = f" (closed {case.closed_on:%m/%d/%Y})" if case.closed_on else ""
    suffix = f"-{defendant}" if defendant else ""
    attributes = {
        "number": f"{case.number}{suffix}",
        "id": str(case.pk),
        "title": f"{case.full_number}{suffix} {case.title}{closed}",
        "sortable": _sortable(case),
    }
    return attributes if defendant is None else attributes | {"defendant": str(defendant)}


def _sortable(case: Case) -> str:
    """1:2020-cv-90001-TRN-SIM"""
    return case.full_number.replace(f"{case.year % 100:02}-", f"{case.year}-", 1)
