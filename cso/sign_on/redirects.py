"""Where a person signs on, by the site she is at, and how she comes back to the page she wanted."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from cso.sign_on.sessions import ENDED
from rehearsals.web.mount import path_inside

LOST = "lost"


def sign_on_url(request: HttpRequest) -> str:
    """The login page of the site being visited; it leads back to this page, and says what happened.

    `lost`: what was sent now was not done. `ended`: the sign-on's row is gone, and its cookie goes
    with this answer, so that only the address can tell.
    """
    is_sent = request.method not in ("GET", "HEAD")
    wanted = request.path if is_sent else request.get_full_path()
    told = ({LOST: 1} if is_sent else {}) | ({ENDED: 1} if request.sign_on_lapsed == ENDED else {})
    if request.path_info.startswith("/psc/"):
        return reverse("psc:login") + "?" + urlencode({"next": wanted} | told)
    court = getattr(request, "court", None)
    asker = {"pscCourtId": court.cso_id} if court else {}
    return reverse("cso:login") + "?" + urlencode(asker | {"appurl": wanted} | told)


def page_wanted(request: HttpRequest) -> str | None:
    """The page that `appurl` or `next` asks for, if it lies in this rehearsal; anything else is None."""
    for name in ("appurl", "next"):
        url = request.GET.get(name) or request.POST.get(name)
        if inside := path_inside(request, url):
            return inside
    return None
