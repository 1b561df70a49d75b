"""Reports that list cases, entries or deadlines of a court: a form, and pages of rows."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.http import HttpResponse

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page
from cmecf.courts.search_access import for_case_search
from dockets.fees.billed_page import billed_page
from dockets.query.nonce import make_nonce
from dockets.query.payer import billed_to
from dockets.reports.fields import DATE_ORDER, ReportForm, check_span, date_field
from dockets.reports.paging import RowPage
from pacer_accounts.choices import FeeKind
from rehearsals.clock.court_time import court_day

View = Callable[..., HttpResponse]


class PeriodForm(ReportForm):
    """A report of a period of at most a year. Subclasses add what else can be chosen."""

    ranges = (("date_from", "date_to", DATE_ORDER),)
    offers = timedelta(days=7)  # the length of the period that the form comes with
    looks_ahead = False  # that period begins today, instead of ending today

    date_from = date_field("From", required=True)
    date_to = date_field("To", required=True)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        check_span(self, "date_from", "date_to")
        return cleaned

    def criteria(self) -> str:
        """What was asked for, for the page and the receipt."""
        start, end = self.cleaned_data["date_from"], self.cleaned_data["date_to"]
        chosen = [
            str(dict(getattr(field, "choices", ())).get(self.cleaned_data[name], ""))
            for name, field in self.fields.items()
            if self.cleaned_data[name] not in ("", None) and hasattr(field, "choices")
        ]
        return ", ".join([f"{start:%m/%d/%Y} to {end:%m/%d/%Y}", *chosen])


Read = Callable[[CourtRequest, Any, str], RowPage[Any]]


def listing(title: str, form_class: type[PeriodForm], template: str, read: Read) -> View:
    """The view of a report. `read`: the rows that a valid form asks for, after those of the last page.

    It isn't about one case, so its fee has no cap (EPA fee schedule). Each page is charged.
    """

    @for_case_search(title)
    def view(request: CourtRequest) -> HttpResponse:
        form = form_class(request.POST) if request.method == "POST" else _new(request, form_class)
        if not form.is_bound or not form.is_valid():
            context = {
                "form": form,
                "title": title,
                "action": f"{request.path}?{make_nonce()}",
                "billed_to": billed_to(request),
            }
            return court_page(request, "dockets/reports/form.html", context)
        criteria = form.criteria()
        page = read(request, form, request.POST.get("after", ""))
        context = {
            "title": title,
            "court": request.court,
            "criteria": criteria,
            "page": page,
            "form": form,
            "nonce": make_nonce(),
            "template": template,
        }
        return billed_page(
            request,
            "dockets/reports/listing.html",
            context,
            title=title,
            description=title,
            criteria=criteria,
            kind=FeeKind.SEARCH,
        )

    return view


def _new(request: CourtRequest, form_class: type[PeriodForm]) -> PeriodForm:
    today = court_day(request.at, request.court.time_zone)
    days = form_class.offers
    first, last = (today, today + days) if form_class.looks_ahead else (today - days, today)
    return form_class(initial={"date_from": first, "date_to": last})
