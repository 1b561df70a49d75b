"""Who is signed on, for the top of every page."""

from typing import Any

from django.http import HttpRequest


def sign_on(request: HttpRequest) -> dict[str, Any]:
    return {"pacer_account": getattr(request, "pacer_account", None)}
