"""The four tabs of Manage My Account. Settings opens first; its page is the landing ."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pacer_accounts.account_menu.pages import tab_page
from pacer_accounts.group_billing.queries import invitations_if_any

LATEST_PAYMENTS = 25


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """What the account is, as in the seed (Step 2), the Settings, and in the help layer what is next."""
    address = "pacer.psc.uscourts.gov/pscof/manage/maint.jsf"
    context = {
        "is_landing": True,
        "real_address": address,
        "invitations": invitations_if_any(request.pacer_account),
    }
    return tab_page(request, "Settings", context)


@require_safe
def maintenance(request: HttpRequest) -> HttpResponse:
    context = {"real_address": "pacer.psc.uscourts.gov/pscof/manage/maint.jsf"}
    return tab_page(request, "Maintenance", context)


@require_safe
def payments(request: HttpRequest) -> HttpResponse:
    payments = request.pacer_account.payments.order_by("-at", "-pk")[:LATEST_PAYMENTS]
    return tab_page(request, "Payments", {"payments": payments}, "psc/payments.html")


@require_safe
def usage(request: HttpRequest) -> HttpResponse:
    return tab_page(request, "Usage")
