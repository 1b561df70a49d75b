from typing import Any

from django.http import HttpRequest

YOUR_STEP = "your_step"  # in the browser's session


def your_step(request: HttpRequest) -> dict[str, Any]:
    """`your_step` ({number, title}): the next step that the home page showed last, or None.

    It comes from the session only and runs no query. A page with it is never kept for others: a
    browser that has seen the home page sends a cookie (cmecf.site.cache).
    """
    is_inside = getattr(request, "rehearsal", None) is not None and hasattr(request, "session")
    return {"your_step": request.session.get(YOUR_STEP) if is_inside else None}
