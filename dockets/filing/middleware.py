from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse

from cmecf.courts.http import CourtRequest
from dockets.filing.drafts import abort

# Pages that a filing uses or that open beside it: they don't abort it.
_BESIDE = (
    "file/", "doc1/", "cgi-bin/possible_case_numbers.pl", "cgi-bin/show_temp.pl",
    "cgi-bin/rss_outside.pl", "cgi-bin/redaction.pl",
)  # fmt: skip
ABORTED = (
    "Your filing was aborted because you opened another page of CM/ECF before you submitted it. Nothing was"
    " filed."
)


class FilingMiddleware:
    """Abort the filing of a browser that opens another page of the same court's CM/ECF, such as a menu.

    That page says so.
    """

    def __init__(self, get_response: Callable[[CourtRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: CourtRequest) -> HttpResponse:
        court = getattr(request, "court", None)
        if court and request.path_info.startswith(f"/ecf/{court.code}/"):
            page = request.path_info.removeprefix(f"/ecf/{court.code}/")
            if not page.startswith(_BESIDE) and abort(request):
                messages.info(request, ABORTED)
        return self.get_response(request)
