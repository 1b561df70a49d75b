"""Where a person signs on, by the site she is at, and how she comes back to the page she wanted."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from rehearsals.mount import path_inside


def sign_on_url(request: HttpRequest) -> str:
    """The login page of the site being visited; it leads back to this page."""
    wanted = request.get_full_path() if request.method in ("GET", "HEAD") else request.path
    if request.path_info.startswith("/psc/"):
        return reverse("psc:login") + "?" + urlencode({"next": wanted})
    court = getattr(request, "court", None)
    asker = {"pscCourtId": court.cso_id} if court else {}
    return reverse("cso:login") + "?" + urlencode(asker | {"appurl": wanted})


def page_wanted(request: HttpRequest) -> str | None:
    """The page that `appurl` or `next` asks for, if it lies in this rehearsal; anything else is None."""
    for name in ("appurl", "next"):
        url = request.GET.get(name) or request.POST.get(name)
        if inside := path_inside(request, url):
            return inside
    return None
