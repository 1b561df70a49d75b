"""What every page inside a rehearsal shows: whose world it is and who is sitting at the keyboard."""

from typing import Any

from django.http import HttpRequest

from rehearsals.people import current_persona


def rehearsal(request: HttpRequest) -> dict[str, Any]:
    world = getattr(request, "rehearsal", None)
    if world is None:
        return {"rehearsal": None, "help_on": True}
    persona = current_persona(request)
    return {
        "rehearsal": world,
        "persona": persona,
        "help_on": not (request.session.get("help_off") if hasattr(request, "session") else False),
    }
