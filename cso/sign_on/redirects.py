from urllib.parse import urlencode

from django.urls import reverse

from cso.sign_on.sessions import ENDED
from pacer_accounts.http import PacerRequest
from rehearsals.web.mount import path_inside

LOST = "lost"


def sign_on_url(request: PacerRequest) -> str:
    """The login page of the current site, with the way back to this page.

    Query parameters tell the login page what happened. `lost`: the submitted form was not processed.
    `ended`: the session row is gone; the cookie goes with this response, so only the URL can say it.
    """
    is_submission = request.method not in ("GET", "HEAD")
    wanted = request.path if is_submission else request.get_full_path()
    reasons = {LOST: 1} if is_submission else {}
    if request.sign_on_lapsed == ENDED:
        reasons[ENDED] = 1
    if request.path_info.startswith("/psc/"):
        return reverse("psc:login") + "?" + urlencode({"next": wanted} | reasons)
    court = getattr(request, "court", None)
    court_id = {"pscCourtId": court.cso_id} if court else {}
    return reverse("cso:login") + "?" + urlencode(court_id | {"appurl": wanted} | reasons)


def page_wanted(request: PacerRequest) -> str | None:
    """The page that `appurl` or `next` names, if it is inside this rehearsal; otherwise None."""
    for name in ("appurl", "next"):
        url = request.GET.get(name) or request.POST.get(name)
        if path := path_inside(request, url):
            return path
    return None
