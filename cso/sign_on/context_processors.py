from functools import partial
from typing import Any

from django.http import HttpRequest

from cso.sign_on.sessions import CLIENT_CODE, OTHER_DAY
from rehearsals.clock.page import why_logged_out
from rehearsals.web.addresses import address


def sign_on(request: HttpRequest) -> dict[str, Any]:
    """`pacer_account`, and `sign_on` with its name (family name first), logout URL and client code.

    `other_day`: the notice for a user whose login ended because it is another court day. Runs no
    query, unless a page shows that notice.
    """
    account = getattr(request, "pacer_account", None)
    if account is None:
        return {"pacer_account": None, "sign_on": None, "other_day": _other_day(request)}
    site = "psc" if request.path_info.startswith("/psc/") else "cso"
    return {
        "pacer_account": account,
        "sign_on": {
            "name": account.greeting_name,
            "sign_off_url": address(f"{site}:logout"),
            "client_code": request.session.get(CLIENT_CODE, ""),
        },
    }


def _other_day(request: HttpRequest) -> Any:
    """A callable, which only a template that shows the notice calls."""
    if getattr(request, "sign_on_lapsed", "") != OTHER_DAY:
        return None
    return partial(why_logged_out, request.rehearsal, request.at)  # type: ignore[attr-defined]
