"""Pages for refusals, busy moments and expired forms."""

import logging
import sys
from math import ceil

from django.contrib.auth.decorators import login_not_required
from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.defaultfilters import pluralize
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

from rehearsals.app_config import declared_mapping
from rehearsals.help.desks import card_of
from rehearsals.help.refusals import SERVER_CARD, TRAINER_CARD, Refusal
from rehearsals.security.limits import START, TooManyAttempts
from rehearsals.web import storage
from rehearsals.web.http import SiteRequest
from rehearsals.web.mount import came_from, home_path
from rehearsals.web.request_id import current_request_id

log = logging.getLogger(__name__)

_OF_A_COURT = ("www", "ecf")  # these layouts need a court


def skin_of(request: HttpRequest) -> str:
    """The layout of the site that the request was made to."""
    if getattr(request, "rehearsal", None) is None:
        return "layouts/site.html"
    site = request.path_info.split("/")[1]
    if site in _OF_A_COURT and getattr(request, "court", None) is None:
        return "layouts/rehearsal.html"
    return declared_mapping("site_layouts").get(site, "layouts/rehearsal.html")


def refused(request: SiteRequest, reason: Refusal, status: int = 409) -> HttpResponse:
    """The one page that shows a refusal: what happened, the way out, whom to call."""
    back = came_from(request)
    card = {
        "sentence": reason.sentence,
        "todo": reason.todo,
        "real_life": reason.real_life,
        "back_url": back or home_path(request),
        "back_label": "Go back" if back else "Rehearsal home",
    }
    context = {"refusal": card, "desk": card_of(request, reason.desk)}
    request.site_layout = skin_of(request)  # a page may know its court only by now
    return render(request, "refused.html", context, status=status)


def too_many(request: SiteRequest, error: TooManyAttempts) -> HttpResponse:
    """An attempt over a limit: how long to wait, and a button that sends the kept fields again."""
    log.warning("over the limit %s", error.limit.rule)
    request.site_layout = skin_of(request)
    context = {
        "sentence": error.limit.sentence,
        "wait": _in_words(error.wait),
        "keep": [(name, text) for name in error.keep for text in request.POST.getlist(name)],
        "form_url": request.get_full_path() if error.limit not in START else home_path(request),
        "desk": SERVER_CARD if request.rehearsal is None else TRAINER_CARD,
    }
    response = render(request, "429.html", context, status=429)
    response.headers["Retry-After"] = str(error.wait)
    add_never_cache_headers(response)
    return response


def _in_words(seconds: int) -> str:
    """ "40 seconds", or whole minutes, rounded up: "15 minutes"."""
    if seconds < 60:
        return f"{seconds} second{pluralize(seconds)}"
    minutes = ceil(seconds / 60)
    return f"{minutes} minute{pluralize(minutes)}"


def busy(request: HttpRequest) -> HttpResponse:
    """Everyone signs in at once; nothing was checked and nothing counted."""
    response = render(request, "503.html", status=503)
    response.headers["Retry-After"] = "5"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Our own fault (500), or a database that can't be used (503). Django's `handler500`."""
    trouble = storage.trouble_behind(sys.exc_info()[1])
    if trouble:
        return no_storage(trouble)
    return HttpResponseServerError(_bare("500.html"))


def _bare(template: str) -> str:
    """A page that needs nothing of the request, which would ask the database again."""
    return render_to_string(template, {"request_id": current_request_id()})


def no_storage(trouble: Error) -> HttpResponse:
    """The page while the database can't be used, and one log line. The next request connects again."""
    log.error("%s", storage.in_words(trouble))
    storage.close_connections(trouble)
    response = HttpResponse(_bare("503_database.html"), status=503)
    response.headers["Retry-After"] = "5"
    return response


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: usually an old tab or refused cookies."""
    log.warning("a form without its token was refused")
    return render(request, "403_csrf.html", status=403)
