from django.http import HttpResponse

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page
from cmecf.courts.search_access import for_case_search


@for_case_search("Query")
def query(request: CourtRequest) -> HttpResponse:
    """The Query page: find a case by number, name or date."""
    return court_page(request, "dockets/query.html")
