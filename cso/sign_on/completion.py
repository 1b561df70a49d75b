"""From a right password to the page wanted: a second step if the account has one, then the notices."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from cso.mfa import services as mfa
from cso.mfa import update_required
from cso.mfa.queries import asks_for_passcode
from cso.sign_on import pending, services
from cso.sign_on.notice_views import by_way_of_notices
from pacer_accounts.models import PacerAccount

MANAGE_MY_ACCOUNT = "Manage My Account"


def proven(
    request: HttpRequest, account: PacerAccount, *, client_code: str, site: str, destination: str
) -> HttpResponse:
    """The answer to a login whose password was right. The place where a second step comes between.

    A second step holds the sign-on with `pending.hold` and leads to its own page, which ends with
    `finish`. Raises Refused(MfaRefusal.LOCKED).
    """
    if asks_for_passcode(account, request.rehearsal.era):
        mfa.refuse_if_locked(account)
        pending.hold(
            request.session, account, client_code=client_code, site=site, destination=destination
        )
        return redirect("cso:second_factor")
    return finish(request, account, client_code=client_code, site=site, destination=destination)


def finish(
    request: HttpRequest, account: PacerAccount, *, client_code: str, site: str, destination: str
) -> HttpResponse:
    """Sign this browser on, and lead to `destination`, by way of what its holder must do or hear."""
    services.complete_sign_on(
        session=request.session, account=account, client_code=client_code, site=site
    )
    if site == MANAGE_MY_ACCOUNT:  # which shows how the account stands, and asks for no client code
        return redirect(update_required.way(request, account, destination))
    return redirect(update_required.way(request, account, by_way_of_notices(request, destination)))
