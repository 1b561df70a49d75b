"""Utilities about fees: what was charged, the fee exemption, the PACER account, filing fees paid."""

from django.contrib import messages
from django.db.models import Count, Sum
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_post_parameters

from cmecf.courts import access
from cmecf.courts.http import CourtRequest, FilerRequest
from cmecf.courts.pages import court_page, link_to, refusal_page
from cmecf.courts.search_access import for_pacer_login, searcher_of
from cmecf.legacy.access import filer_in_any_phase
from dockets.fees import queries, services
from dockets.fees.forms import HistoryForm
from dockets.fees.refusals import FeeRefusal
from dockets.utilities.menu import BILLING_HISTORY, EXEMPTION, SHOW_ACCOUNT
from pacer_accounts.billing.rules import Quarter
from pacer_accounts.group_billing.queries import payer_of
from pacer_accounts.models import PacerAccount, UsageTransaction
from rehearsals.clock.court_time import court_day
from rehearsals.web.http import get_or_post, paginate

ROWS_PER_PAGE = 50


@get_or_post
@for_pacer_login(BILLING_HISTORY)
def billing_history(request: CourtRequest) -> HttpResponse:
    """What this account used at this court, by date or client code. Free of charge."""
    form, account = _history_form(request), _account(request)
    rows = UsageTransaction.objects.none()
    if form.is_valid():
        rows = queries.billing_history(account, request.court, **form.cleaned_data)
    context = {
        "account": account,
        "form": form,
        "page": paginate(request, rows, ROWS_PER_PAGE),
        "totals": rows.aggregate(count=Count("pk"), pages=Sum("pages"), fee=Sum("fee")),
        "query": urlencode({name: form[name].value() or "" for name in form.fields}),
    }
    return court_page(request, "dockets/billing_history.html", context)


def _history_form(request: CourtRequest) -> HistoryForm:
    """The period requested; by default, the current quarter to the court's today."""
    today = court_day(request.at, request.court.time_zone)
    first = Quarter.of(today).first_day
    defaults = {"first": first.isoformat(), "last": today.isoformat(), "order": "date"}
    return HistoryForm({name: request.GET.get(name, value) for name, value in defaults.items()})


@get_or_post
@for_pacer_login(EXEMPTION)
def exemption(request: CourtRequest) -> HttpResponse:
    """Switch the fee exemption on or off until the next login. Only for accounts that have one."""
    account = _account(request)
    if not account.is_cja:
        utilities = link_to("Open Utilities", "ecf:menu", request, "?Utilities")
        reason = FeeRefusal.NOT_EXEMPT
        return refusal_page(request, reason, heading=EXEMPTION, back=utilities)
    if request.method == "POST" and "is_exempt" in request.POST:
        is_exempt = request.POST["is_exempt"] == "yes"
        access.set_fee_exempt(request, is_exempt)
        services.record_exemption(
            account=account, court=request.court, is_exempt=is_exempt, at=request.at
        )
        state = "exempt from fees" if is_exempt else "not exempt. You pay for what you read"
        messages.success(request, f"You are now {state}, until you log out.")
        return redirect("dockets:exemption", court=request.court.code)
    context = {"account": account, "is_exempt": access.is_fee_exempt(request)}
    return court_page(request, "dockets/exemption.html", context)


@get_or_post
@for_pacer_login(SHOW_ACCOUNT)
def show_account(request: CourtRequest) -> HttpResponse:
    """The PACER account that pays for searches in this browser."""
    searcher = searcher_of(request)
    account = _account(request)
    context = {"account": account, "searcher": searcher, "payer": payer_of(account)}
    return court_page(request, "dockets/pacer_account.html", context)


@get_or_post
@sensitive_post_parameters("key")
@filer_in_any_phase
def payment_history(request: FilerRequest, court: str) -> HttpResponse:
    """The filing fees that this filer paid in this court, newest first."""
    rows = queries.fees_paid(request.cmecf_account)
    context = {
        "page": paginate(request, rows, ROWS_PER_PAGE),
        "total": rows.aggregate(total=Sum("amount"))["total"],
    }
    return court_page(request, "dockets/payment_history.html", context)


def _account(request: CourtRequest) -> PacerAccount:
    searcher = searcher_of(request)
    if searcher is None:
        raise LookupError("No PACER account is logged in.")
    return searcher.account
