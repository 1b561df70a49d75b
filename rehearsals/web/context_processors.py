from typing import Any

from django.http import HttpRequest

from rehearsals.app_config import declarations
from rehearsals.packs.personas import current_persona
from rehearsals.web.addresses import address
from rehearsals.web.mount import home_path


def rehearsal(request: HttpRequest) -> dict[str, Any]:
    """`rehearsal`, `persona`, `help_on`, and the links to the rehearsal's own pages."""
    current = getattr(request, "rehearsal", None)
    if current is None:
        return {"rehearsal": None, "help_on": True}
    return {
        "rehearsal": current,
        "rehearsal_home": home_path(request),
        "rehearsal_mail": address("rehearsals:mail"),
        "own_pages": _own_pages,
        "persona": current_persona(request),
        "help_on": not (request.session.get("help_off") if hasattr(request, "session") else False),
    }


def _own_pages() -> list[dict[str, str]]:
    """The navigation of the rehearsal's own pages. The highest layer's entries come first."""
    apps = reversed(list(declarations("navigation")))
    return [{"label": label, "url": address(name)} for entries in apps for label, name in entries]
