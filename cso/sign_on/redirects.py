from urllib.parse import urlencode

from django.core import signing
from django.urls import reverse

from cso.sign_on.sessions import ENDED
from pacer_accounts.http import PacerRequest
from rehearsals.web.mount import path_inside

LOST = "lost"
WHY = "why"


def sign_on_url(request: PacerRequest, why: str = "") -> str:
    """The login page of the current site, with the way back to this page.

    Query parameters tell the login page what happened. `lost`: the submitted form was not processed.
    `ended`: the session row is gone; the cookie goes with this response, so only the URL can say it.
    `why`: a sentence about why this page needs a login. It is signed for this page, so that nobody can
    put words of their own on the login page.
    """
    is_submission = request.method not in ("GET", "HEAD")
    wanted = request.path if is_submission else request.get_full_path()
    reasons: dict[str, object] = {LOST: 1} if is_submission else {}
    if request.sign_on_lapsed == ENDED:
        reasons[ENDED] = 1
    if why:
        reasons[WHY] = signing.dumps(why, salt=_salt(wanted))
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


def why_login(request: PacerRequest, wanted: str | None) -> str:
    """The sentence that `sign_on_url` signed for the page `wanted`; "" if there is none."""
    try:
        return str(signing.loads(request.GET.get(WHY, ""), salt=_salt(wanted or "")))
    except signing.BadSignature:
        return ""


def _salt(wanted: str) -> str:
    return f"cso.sign_on.why {wanted}"
