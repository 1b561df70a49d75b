"""The steps between a verified password and the page the user asked for."""

from django.http import HttpResponse
from django.shortcuts import redirect

from cso.mfa import services as mfa
from cso.mfa import update_required
from cso.mfa.queries import asks_for_passcode
from cso.sign_on import pending_sign_on, services
from cso.sign_on.notice_views import notices_first
from pacer_accounts.http import PacerRequest
from pacer_accounts.models import PacerAccount

MANAGE_MY_ACCOUNT = "Manage My Account"


def after_password(
    request: PacerRequest, account: PacerAccount, *, client_code: str, site: str, destination: str
) -> HttpResponse:
    """Answer a login with the right password: ask for a passcode, or sign on.

    The passcode page ends with `finish_sign_on`. Raises Refused(MfaRefusal.LOCKED).
    """
    if asks_for_passcode(account, request.rehearsal.era):
        mfa.refuse_if_locked(account, wall_at=request.wall_at)
        pending_sign_on.store(
            request.session,
            account,
            client_code=client_code,
            site=site,
            destination=destination,
            wall_at=request.wall_at,
        )
        return redirect("cso:second_factor")
    return finish_sign_on(
        request, account, client_code=client_code, site=site, destination=destination
    )


def finish_sign_on(
    request: PacerRequest, account: PacerAccount, *, client_code: str, site: str, destination: str
) -> HttpResponse:
    """Sign this browser on and redirect to `destination`, after any required update and notices.

    Manage My Account shows the account status itself and asks for no client code: no notices there.
    """
    services.complete_sign_on(
        session=request.session,
        account=account,
        client_code=client_code,
        site=site,
        at=request.at,
        wall_at=request.wall_at,
    )
    if site != MANAGE_MY_ACCOUNT:
        destination = notices_first(request, destination)
    return redirect(update_required.update_first(request, account, destination))
