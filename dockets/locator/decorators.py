from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from cmecf.courts.search_access import why_not_search
from cso.sign_on.client_code import client_code_fault
from pacer_accounts.http import SignedOnRequest
from rehearsals.help.refusals import Refused
from rehearsals.web.http import get_or_post

View = Callable[[SignedOnRequest], HttpResponse]


def locator_page(*, needs_code: bool) -> Callable[[View], View]:
    """For pages of the Case Locator: for PACER accounts that may search cases.

    `needs_code`: without a client code that the account accepts, ask for one first.
    """

    def decorate(view: View) -> View:
        @never_cache
        @get_or_post
        @wraps(view)
        def page(request: SignedOnRequest) -> HttpResponse:
            if refusal := why_not_search(request.pacer_account):
                raise Refused(refusal)
            if needs_code and client_code_fault(request.session):
                return redirect("locator:client_code")
            return view(request)

        return page

    return decorate
