"""Who is practising in this browser: one of the pack's people, chosen on the rehearsal's home."""

from django.http import HttpRequest

from rehearsals.packs.pack import PersonaSpec, get_pack

SESSION_KEY = "persona"


def current_persona(request: HttpRequest) -> PersonaSpec | None:
    """The person chosen in this browser, or None before anybody was chosen."""
    session = getattr(request, "session", None)
    key = session.get(SESSION_KEY) if session else None
    return get_pack(request.rehearsal.pack).persona(key) if key else None


def become(request: HttpRequest, key: str) -> PersonaSpec | None:
    """Sit down as `key`; the caller signs the last person off first. None for nobody's key."""
    persona = get_pack(request.rehearsal.pack).persona(key)
    if persona:
        request.session[SESSION_KEY] = persona.key
    return persona
