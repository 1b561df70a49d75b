from zoneinfo import ZoneInfo

from django.db.models import Count, Sum
from django.http import HttpResponse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pacer_accounts.account_menu.pages import manage_page
from pacer_accounts.billing import queries
from pacer_accounts.billing.csv_export import transactions_csv
from pacer_accounts.billing.rules import Quarter
from pacer_accounts.billing.usage_forms import PeriodForm
from pacer_accounts.group_billing.queries import is_paa
from pacer_accounts.http import SignedOnRequest
from rehearsals.clock.court_time import court_day
from rehearsals.web.http import paginate

TAB = "Usage"
ROWS_PER_PAGE = 50


@require_safe
@never_cache
def statement(request: SignedOnRequest) -> HttpResponse:
    """View Quarterly Invoice/Statement of Account: ?quarter=2020-1."""
    zone, account = ZoneInfo(request.rehearsal.time_zone), request.pacer_account
    today = court_day(request.at, zone.key)
    quarters = queries.quarters(account, zone=zone, today=today)
    requested = Quarter.parse(request.GET.get("quarter", ""))
    quarter = requested if requested in quarters else quarters[0]
    context = {
        "quarters": quarters,
        "statement": queries.statement(account, quarter, zone=zone, today=today),
    }
    return manage_page(request, "psc/statement.html", TAB, context)


@require_safe
@never_cache
def transactions(request: SignedOnRequest) -> HttpResponse:
    """View Detailed Transactions; with ?format=csv, the same rows as a file."""
    form, zone = _period_form(request), ZoneInfo(request.rehearsal.time_zone)
    rows = request.pacer_account.billed_transactions.none()
    if form.is_valid():
        rows = queries.transactions(request.pacer_account, zone=zone, **form.cleaned_data)
        if request.GET.get("format") == "csv":
            return _download(transactions_csv(rows, zone), form)
    context = {
        "form": form,
        "page": paginate(request, rows, ROWS_PER_PAGE),
        "totals": rows.aggregate(count=Count("pk"), pages=Sum("pages"), fee=Sum("fee")),
        "query": urlencode({name: form[name].value() or "" for name in form.fields}),
        "has_account_column": is_paa(request.pacer_account),
    }
    return manage_page(request, "psc/transactions.html", TAB, context)


def _period_form(request: SignedOnRequest) -> PeriodForm:
    """The period requested; by default, from the start of the last quarter to the court's today."""
    today = court_day(request.at, request.rehearsal.time_zone)
    start = Quarter.of(today).before.first_day
    defaults = {"first": start.isoformat(), "last": today.isoformat(), "order": "date"}
    return PeriodForm({name: request.GET.get(name, value) for name, value in defaults.items()})


def _download(text: str, form: PeriodForm) -> HttpResponse:
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    first, last = form.cleaned_data["first"], form.cleaned_data["last"]
    name = f"pacer-transactions-{first}-{last}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
