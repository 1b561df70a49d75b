from django.http import HttpRequest

from rehearsals.packs.pack import PersonaSpec, get_pack

SESSION_KEY = "persona"


def current_persona(request: HttpRequest) -> PersonaSpec | None:
    """The person chosen in this browser on the rehearsal home, or None."""
    session = getattr(request, "session", None)
    key = session.get(SESSION_KEY) if session else None
    return get_pack(request.rehearsal.pack).persona(key) if key else None


def switch_to(request: HttpRequest, key: str) -> PersonaSpec | None:
    """Practice as the person `key`, or None if there is no such person. Sign the last one off first."""
    persona = get_pack(request.rehearsal.pack).persona(key)
    if persona:
        request.session[SESSION_KEY] = persona.key
    return persona
