from typing import Any

from django.http import HttpRequest

from cso.sign_on.sessions import CLIENT_CODE
from rehearsals.web.addresses import address


def sign_on(request: HttpRequest) -> dict[str, Any]:
    """`pacer_account`, and `sign_on` with its name (family name first), logout URL and client code.

    Runs no query.
    """
    account = getattr(request, "pacer_account", None)
    if account is None:
        return {"pacer_account": None, "sign_on": None}
    site = "psc" if request.path_info.startswith("/psc/") else "cso"
    return {
        "pacer_account": account,
        "sign_on": {
            "name": account.greeting_name,
            "sign_off_url": address(f"{site}:logout"),
            "client_code": request.session.get(CLIENT_CODE, ""),
        },
    }
