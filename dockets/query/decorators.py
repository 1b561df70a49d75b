import re
from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import link_to, refusal_page
from cmecf.courts.search_access import for_case_search
from dockets.cases.queries import find_case
from dockets.models import Case
from dockets.query.nonce import nonce_case_key
from dockets.query.refusals import QueryRefusal
from dockets.query.rules import why_not_show

View = Callable[..., HttpResponse]
_KEY = re.compile(r"[0-9]{1,15}", re.ASCII)


def for_case(heading: str) -> Callable[[View], View]:
    """For pages about one case: `qryParties.pl?12`, or a form's `SchedQry.pl?<nonce>`.

    The view is called with the request and the case. A case that isn't in this court, or is sealed, is
    refused. `heading`: the page's name, for a refusal.
    """

    def decorate(view: View) -> View:
        @for_case_search(heading)
        @wraps(view)
        def page(request: CourtRequest, **kwargs: str) -> HttpResponse:
            case = case_in_address(request)
            if refusal := why_not_show(case):
                return refuse_case(request, refusal, heading)
            return view(request, case, **kwargs)

        return page

    return decorate


def case_in_address(request: CourtRequest) -> Case | None:
    """The case that the raw query string names, by its number or in a form's nonce; sealed or not."""
    text = request.META.get("QUERY_STRING", "")
    return case_of_key(request, text) or case_of_key(request, str(nonce_case_key(text) or ""))


def case_of_key(request: CourtRequest, text: str) -> Case | None:
    """The case of this court with the primary key `text`; None for any other text."""
    return find_case(request.court, int(text)) if _KEY.fullmatch(text) else None


def refuse_case(request: CourtRequest, refusal: QueryRefusal, heading: str) -> HttpResponse:
    """The page that says why a case isn't shown: 404 for a case that isn't here, 403 for a sealed one."""
    status = 404 if refusal is QueryRefusal.NOT_FOUND else 403
    back = link_to("Look up a case", "dockets:query", request)
    return refusal_page(request, refusal, heading=heading, back=back, status=status)
