"""The four tabs of Manage My Account. Settings is the landing page."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from pacer_accounts.account_menu.pages import REAL_ADDRESS, tab_page
from pacer_accounts.group_billing.queries import invitations_if_any
from pacer_accounts.http import SignedOnRequest

LATEST_PAYMENTS = 25


@require_safe
def landing(request: SignedOnRequest) -> HttpResponse:
    """The account's status (seed, Step 2), the Settings tab and, as practice help, the next step."""
    context = {
        "is_landing": True,
        "real_address": REAL_ADDRESS,
        "invitations": invitations_if_any(request.pacer_account),
    }
    return tab_page(request, "Settings", context)


@require_safe
def maintenance(request: SignedOnRequest) -> HttpResponse:
    return tab_page(request, "Maintenance", {"real_address": REAL_ADDRESS})


@require_safe
def payments(request: SignedOnRequest) -> HttpResponse:
    payments = request.pacer_account.payments.order_by("-at", "-pk")[:LATEST_PAYMENTS]
    return tab_page(request, "Payments", {"payments": payments}, "psc/payments.html")


@require_safe
def usage(request: SignedOnRequest) -> HttpResponse:
    return tab_page(request, "Usage")
