from typing import Any, cast

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from rehearsals.packs.personas import current_persona
from rehearsals.web.http import RehearsalRequest
from training.home.your_step import YOUR_STEP, current_step


def your_step(request: HttpRequest) -> dict[str, Any]:
    """`your_step` ({heading, title}): the next step of a learner who has seen the home page, or None.

    It is computed only if a template asks. A page with it is never kept for others: a browser that
    has seen the home page sends a cookie (cmecf.site.cache).
    """
    is_inside = getattr(request, "rehearsal", None) is not None and hasattr(request, "session")
    persona = current_persona(request) if is_inside else None
    if persona is None or YOUR_STEP not in request.session:
        return {"your_step": None}
    inside = cast(RehearsalRequest, request)
    return {"your_step": SimpleLazyObject(lambda: current_step(inside, persona))}
