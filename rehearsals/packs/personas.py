from django.http import HttpRequest

from rehearsals.packs.pack import PersonaSpec, get_pack

SESSION_KEY = "persona"


def current_persona(request: HttpRequest) -> PersonaSpec | None:
    """The persona chosen on the rehearsal home in this browser, or None."""
    session = getattr(request, "session", None)
    rehearsal = getattr(request, "rehearsal", None)
    key = session.get(SESSION_KEY) if session else None
    return get_pack(rehearsal.pack).persona(key) if rehearsal and key else None
