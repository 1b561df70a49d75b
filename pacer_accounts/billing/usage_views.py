"""The Usage tab: the quarter's statement, and detailed transactions on the page or as CSV."""

from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Count, Sum
from django.http import HttpRequest, HttpResponse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pacer_accounts.account_menu.pages import manage_page
from pacer_accounts.billing import queries
from pacer_accounts.billing.rules import Quarter
from pacer_accounts.billing.services import zone_of
from pacer_accounts.billing.spreadsheet import as_csv
from pacer_accounts.group_billing.queries import is_paa
from pacer_accounts.profile.forms import court_day
from rehearsals.clock import clock

TAB = "Usage"
ROWS_A_PAGE = 50
EARLIEST = date(1990, 1, 1)


class PeriodForm(forms.Form):
    """From one day to another, in an order."""

    first = forms.DateField(
        label="From", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    last = forms.DateField(
        label="To", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    order = forms.ChoiceField(
        label="Sort by",
        choices=[
            ("date", "Date"),
            ("client", "Client code, then date"),
            ("court", "Court, then date"),
        ],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first", "last"):
            wrong = f"Enter a day for {self.fields[name].label}, as 2020-03-27."
            self.fields[name].error_messages |= {"invalid": wrong, "required": wrong}

    def clean(self) -> dict[str, Any]:
        held = super().clean()
        first, last = held.get("first"), held.get("last")
        if first and last and first > last:
            self.add_error("last", "To must not lie before From.")
        for name in ("first", "last"):
            day = held.get(name)
            if day and not EARLIEST <= day <= date(2099, 12, 31):
                self.add_error(name, "Choose a day between 1990 and 2099.")
        return held


@require_safe
@never_cache
def statement(request: HttpRequest) -> HttpResponse:
    """View Quarterly Invoice/Statement of Account: ?quarter=2020-1."""
    zone, account = zone_of(request.rehearsal), request.pacer_account
    today = court_day(request.rehearsal, clock.now())
    quarters = queries.quarters(account, zone=zone, today=today)
    asked = Quarter.parse(request.GET.get("quarter", ""))
    quarter = asked if asked in quarters else quarters[0]
    context = {
        "quarters": quarters,
        "statement": queries.statement(account, quarter, zone=zone, today=today),
    }
    return manage_page(request, "psc/statement.html", TAB, context)


@require_safe
@never_cache
def transactions(request: HttpRequest) -> HttpResponse:
    """View Detailed Transactions; the same filter gives the CSV by ?format=csv."""
    form, zone = _period(request), zone_of(request.rehearsal)
    rows = request.pacer_account.billed_transactions.none()
    if form.is_valid():
        rows = queries.transactions(request.pacer_account, zone=zone, **form.cleaned_data)
        if request.GET.get("format") == "csv":
            return _download(as_csv(rows, zone), form)
    totals = rows.aggregate(count=Count("pk"), pages=Sum("pages"), fee=Sum("fee"))
    context = {
        "form": form,
        "page": Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page")),
        "totals": totals,
        "query": urlencode({name: form[name].value() or "" for name in form.fields}),
        "has_account_column": is_paa(request.pacer_account),
    }
    return manage_page(request, "psc/transactions.html", TAB, context)


def _period(request: HttpRequest) -> PeriodForm:
    """As asked; at first, from the start of the last quarter to the court's today."""
    today = court_day(request.rehearsal, clock.now())
    asked = request.GET.dict()
    start = Quarter.of(today).before.first_day
    usual = {"first": start.isoformat(), "last": today.isoformat(), "order": "date"}
    return PeriodForm(usual | {name: asked[name] for name in usual if name in asked})


def _download(text: str, form: PeriodForm) -> HttpResponse:
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    first, last = form.cleaned_data["first"], form.cleaned_data["last"]
    name = f"pacer-transactions-{first}-{last}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
