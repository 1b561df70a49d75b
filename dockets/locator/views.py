"""PACER Case Locator: one search of all courts. Each page of results costs $0.10, without a cap."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from cmecf.models import Court
from cso.sign_on.client_code import client_code_fault
from cso.sign_on.forms import ClientCodeForm
from cso.sign_on.notice_views import submit_client_code
from cso.sign_on.sessions import CLIENT_CODE, FEE_EXEMPT
from dockets.locator.decorators import locator_page
from dockets.locator.forms import LocatorForm
from dockets.locator.queries import locate
from dockets.query.payer import payer_text
from pacer_accounts.billing.charge_services import charge
from pacer_accounts.choices import FeeKind
from pacer_accounts.http import SignedOnRequest
from pacer_accounts.models import UsageTransaction
from rehearsals.app_config import declared_function
from rehearsals.web.http import home_court, posted_data

DESCRIPTION = "PACER Case Locator"
COURT_CODE = "pcl"  # on the list of transactions
MOST_CRITERIA = 120


@locator_page(needs_code=True)
def search(request: SignedOnRequest) -> HttpResponse:
    """The form (GET), and a page of results (POST)."""
    courts = {court.pk: court for court in declared_function("courts")(request.rehearsal)}
    form = LocatorForm(posted_data(request), courts.values())
    context = {"form": form, "billed_to": _billed_to(request)}
    if not form.is_bound or not form.is_valid():
        return render(request, "dockets/locator/search.html", context)
    return _results(request, form, courts, context)


def _results(
    request: SignedOnRequest,
    form: LocatorForm,
    courts: dict[int, Court],
    context: dict[str, object],
) -> HttpResponse:
    text = request.POST.get("page", "")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 1
    page = locate(request.rehearsal, courts, form.cleaned_data, number)
    context |= {"results": page, "receipt": _charge(request, form), "court": home_court(request)}
    return render(request, "dockets/locator/results.html", context)


def _charge(request: SignedOnRequest, form: LocatorForm) -> UsageTransaction:
    return charge(
        account=request.pacer_account,
        court_code=COURT_CODE,
        description=DESCRIPTION,
        search=form.criteria[:MOST_CRITERIA],
        client_code=request.session.get(CLIENT_CODE, ""),
        pages=1,
        kind=FeeKind.SEARCH,
        is_exempt=request.session.get(FEE_EXEMPT, False),
        at=request.at,
    )


def _billed_to(request: SignedOnRequest) -> str:
    if request.pacer_account.is_cja and request.session.get(FEE_EXEMPT, False):
        return ""
    return payer_text(request.pacer_account, request.session.get(CLIENT_CODE, ""))


@locator_page(needs_code=False)
def client_code(request: SignedOnRequest) -> HttpResponse:
    """ "Change Client Code", for searches in all courts until logout."""
    form = ClientCodeForm(posted_data(request), account=request.pacer_account)
    if form.is_bound and submit_client_code(request, form):
        return redirect("locator:search")
    context = {"form": form, "fault": client_code_fault(request.session)}
    return render(request, "dockets/locator/client_code.html", context)
