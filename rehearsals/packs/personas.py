"""Who practices in a browser: one of the cast, or a person who registered in the rehearsal."""

from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from rehearsals.packs.pack import PersonaSpec, get_pack

SESSION_KEY = "persona"  # the key of one of the cast, or the details of a registered person


def current_persona(request: HttpRequest) -> PersonaSpec | None:
    """The person chosen in this browser, or None."""
    session = getattr(request, "session", None)
    rehearsal = getattr(request, "rehearsal", None)
    chosen = session.get(SESSION_KEY) if session else None
    if not rehearsal or not chosen:
        return None
    if isinstance(chosen, dict):
        return registered_person(**chosen)
    return get_pack(rehearsal.pack).persona(chosen)


def registered_person(
    *, key: str, given: str, family: str, is_newcomer: bool, manages_billing: bool
) -> PersonaSpec:
    """A person who isn't one of the cast and registered for a PACER account in the rehearsal.

    `key`: the number of the account. The arguments are kept in the session.
    """
    return PersonaSpec(
        key=key,
        given=given,
        family=family,
        description="Registered in this rehearsal.",
        condition="There is no old CM/ECF login to link. To e-file, ask the court for permission.",
        is_newcomer=is_newcomer,
        manages_billing=manages_billing,
    )


def practice_as(session: SessionBase, persona: PersonaSpec, pack: str) -> None:
    """Make `persona` the person of this browser. `pack`: the code of the rehearsal's pack."""
    details: dict[str, Any] = {
        name: getattr(persona, name)
        for name in ("key", "given", "family", "is_newcomer", "manages_billing")
    }
    is_cast = get_pack(pack).persona(persona.key) is not None
    session[SESSION_KEY] = persona.key if is_cast else details
