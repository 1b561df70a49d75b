from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cso.authenticator.queries import account_in_use, shown_codes
from cso.mfa.rules import ISSUER
from pacer_accounts.http import PacerRequest
from rehearsals.models import Era
from rehearsals.packs.personas import current_persona
from rehearsals.security.totp import seconds_left


@login_not_required
@never_cache
@require_safe
def authenticator(request: PacerRequest) -> HttpResponse:
    """The practice authenticator: in real life, an app on the person's phone."""
    in_use, persona = account_in_use(request), current_persona(request)
    is_2025 = request.rehearsal.era == Era.Y2025
    context = {
        "is_2025": is_2025,
        "codes": shown_codes(request, in_use) if is_2025 else [],
        "seconds_left": seconds_left(request.wall_at),
        "issuer": ISSUER,
        "is_nobody": not (persona or in_use),
        "of_another": in_use if in_use and persona and in_use.persona != persona.key else None,
    }
    return render(request, "cso/authenticator.html", context)
